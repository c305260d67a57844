/** The lifecycle of a complaint, as data: who may do what from where. The sentence speaks of accepting alone; the other steps are the library's. */

import type { Row } from "../verdict/Lifecycle.ts"
import { type Standing, stagesOf } from "../verdict/position.ts"
import type { Complaint } from "./Complaint.ts"
import type { Event, EventTag } from "./Event.ts"

/** Where a complaint stands; the latest act in time says so. */
export type Position =
  | "received"
  | "accepted"
  | "redirected"
  | "handling"
  | "replied"
  | "closed"
  | "notAccepted"
  | "withdrawn"

/** What an act may presuppose. */
export type Forerunner = "reply"

const organ = "organ.any"
const art = { articles: [21], source: "library" } as const

/** One row for each kind of fact. Accepting is what the norm asks for: its guards tell and never stop. @article 21 */
export const lifecycle = {
  ComplaintReceived: { who: ["public"], articles: [21], source: "text" },
  ComplaintTakenOver: { owned: true, who: [organ], articles: [], source: "library" },
  ComplaintAccepted: {
    owned: true,
    from: ["received", "redirected"],
    to: "accepted",
    who: [organ],
    articles: [21],
    source: "text",
    guards: { "N21.3": "advisory" }
  },
  ComplaintRefused: {
    owned: true,
    ...art,
    from: ["received", "redirected"],
    to: "notAccepted",
    who: [organ],
    guards: { "N21.3": "advisory" }
  },
  ComplaintRedirected: { owned: true, ...art, from: ["received"], to: "redirected", who: [organ], needs: ["to"] },
  ComplaintAssigned: { ...art, from: ["accepted"], to: "handling", who: [organ] },
  ComplaintReplied: { ...art, from: ["handling"], to: "replied", who: [organ] },
  ComplaintReopened: {
    owned: true,
    ...art,
    from: ["replied"],
    to: "handling",
    who: ["public", organ],
    presupposes: ["reply"]
  },
  ComplaintClosed: { owned: true, ...art, from: ["replied"], to: "closed", who: [organ] },
  ComplaintWithdrawn: {
    owned: true,
    ...art,
    from: ["received", "accepted", "redirected", "handling"],
    to: "withdrawn",
    who: ["public"]
  },
  Judged: {
    reserved: "N35.2",
    who: ["supervision.any", "info.any"],
    articles: [4, 35],
    source: "library",
    needs: ["reason"]
  },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies { readonly [E in EventTag]: Row<Position, Forerunner> }

/** The row of a kind of fact. */
export const row = (event: EventTag): Row<Position, Forerunner> => lifecycle[event]

/** How far the positions of a complaint are along its course. */
export const standing: Standing<Complaint, Position, Event> = {
  initial: "received",
  stages: stagesOf(
    ["received"],
    ["redirected"],
    ["accepted", "notAccepted"],
    ["handling"],
    ["replied"],
    ["closed", "withdrawn"]
  ),
  row
}
