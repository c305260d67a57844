/** The lifecycle of an instrument, as data: who may do what from where, and which norms ask. */
import type { NormId } from "../regulation/Norm.ts"
import type { Row } from "../verdict/Lifecycle.ts"
import { type Standing, stagesOf } from "../verdict/position.ts"
import type { Event, EventTag } from "./Event.ts"
import type { Instrument } from "./Instrument.ts"

/** Where an instrument stands; the latest act in time says so. */
export type Position = "drafting" | "issued" | "inForce" | "superseded" | "repealed" | "abandoned"

/** What an act may presuppose. */
export type Forerunner = "issue"

const province = "info.provincial"

/** One row for each kind of fact. Each guard of the issuing speaks of its own kind of instrument alone. @article 3 @article 19 @article 23 @article 34 */
export const lifecycle = {
  InstrumentDrafted: { who: ["info.any", "organ.any"], articles: [], source: "library" },
  InstrumentTakenOver: { owned: true, who: ["info.any", "organ.any"], articles: [], source: "library" },
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
    owned: true,
    from: ["inForce"],
    to: "superseded",
    who: [province],
    articles: [34],
    source: "library",
    presupposes: ["issue"]
  },
  InstrumentRepealed: {
    owned: true,
    from: ["issued", "inForce"],
    to: "repealed",
    who: [province],
    articles: [34],
    source: "library",
    presupposes: ["issue"]
  },
  InstrumentAbandoned: {
    owned: true,
    from: ["drafting"],
    to: "abandoned",
    who: [province],
    articles: [34],
    source: "library"
  },
  Judged: { reserved: "N35.2", who: ["supervision.any"], articles: [35], source: "library", needs: ["reason"] },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies { readonly [T in EventTag]: Row<Position, Forerunner> }

/** The sentence that gives the issuing of each kind of instrument to the provincial informatization authority; of a standard of exchange no other than that of standards. */
const issuing: { readonly [K in NonNullable<Instrument["kind"]>]: NormId } = {
  standards: "N3.2",
  "exchange-standards": "N3.2",
  "security-norms": "N19.3",
  "exchange-catalogue": "N23.2",
  "exchange-agreement": "N23.3",
  "assessment-standards": "N34.1"
}

/** The row of a kind of fact; of the issuing, that of the kind of instrument. */
export const row = (event: EventTag, x?: Pick<Instrument, "kind">): Row<Position, Forerunner> =>
  event === "InstrumentIssued" && x?.kind !== undefined
    ? { ...lifecycle[event], reserved: issuing[x.kind] }
    : lifecycle[event]

/** How far the positions of an instrument are along its course. */
export const standing: Standing<Instrument, Position, Event> = {
  initial: "drafting",
  stages: stagesOf(["drafting"], ["abandoned"], ["issued"], ["inForce"], ["superseded", "repealed"]),
  row
}
