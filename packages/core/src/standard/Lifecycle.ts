/** The lifecycle of an instrument, as data: who may do what from where, and which norms ask. */
import type { Row } from "../verdict/Lifecycle.ts"
import type { EventTag } from "./Event.ts"

/** Where an instrument stands; the latest act in time says so. */
export type Position = "drafting" | "issued" | "inForce" | "superseded" | "repealed" | "abandoned"

/** What an act may presuppose. */
export type Forerunner = "issue"

const province = "info.provincial"

/** One row for each kind of fact. Each guard of the issuing speaks of its own kind of instrument alone. @article 3 @article 19 @article 23 @article 34 */
export const lifecycle = {
  InstrumentDrafted: { who: ["info.any", "organ.any"], articles: [], source: "library" },
  InstrumentTakenOver: { who: ["info.any", "organ.any"], articles: [], source: "library" },
  InstrumentIssued: {
    from: ["drafting"],
    to: "issued",
    who: [province],
    articles: [3, 19, 23, 34],
    source: "text",
    guards: {
      "N3.2": "required",
      "N19.3": "required",
      "N23.2": "required",
      "N23.3": "required",
      "N34.1": "required"
    }
  },
  InstrumentTookEffect: {
    from: ["issued"],
    to: "inForce",
    who: [province],
    articles: [3, 19, 23, 34],
    source: "library",
    presupposes: ["issue"]
  },
  InstrumentReplaced: {
    from: ["inForce"],
    to: "superseded",
    who: [province],
    articles: [34],
    source: "library",
    presupposes: ["issue"]
  },
  InstrumentRepealed: {
    from: ["issued", "inForce"],
    to: "repealed",
    who: [province],
    articles: [34],
    source: "library",
    presupposes: ["issue"]
  },
  InstrumentAbandoned: { from: ["drafting"], to: "abandoned", who: [province], articles: [34], source: "library" },
  Judged: { who: ["supervision.any"], articles: [35], source: "library", needs: ["reason"] },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies { readonly [T in EventTag]: Row<Position, Forerunner> }

/** The row of a kind of fact. */
export const row = (event: EventTag): Row<Position, Forerunner> => lifecycle[event]
