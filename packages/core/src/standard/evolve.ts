import { merged } from "../verdict/Coverage.ts"
import { earlier } from "../verdict/Fact.ts"
import { once } from "../verdict/lists.ts"
import { withMove } from "../verdict/position.ts"
import { statementOf } from "../verdict/stated.ts"
import type { Event } from "./Event.ts"
import { type Instrument, unopened } from "./Instrument.ts"
import { row } from "./Lifecycle.ts"

/** The case with one more fact in it. Total, and in whatever order facts are read they make the same case; slices that the fact does not touch stay the same objects. */
export const evolve = (x: Instrument, e: Event): Instrument => ({
  ...stated(x, e),
  moves: withMove(x.moves, e, row(e._tag))
})

/** The case that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): Instrument => events.reduce(evolve, unopened(id))

const stated = (x: Instrument, e: Event): Instrument => {
  const act = statementOf(e)
  switch (e._tag) {
    case "InstrumentDrafted":
      return opened(x, e)
    case "InstrumentTakenOver":
      return opened({ ...x, coverage: merged(x.coverage, e.coverage ?? {}) }, e)
    case "InstrumentIssued": {
      const { document, items, parts, signed } = e
      return { ...x, issued: earlier(x.issued, { ...act, document, items, parts, signed }) }
    }
    case "InstrumentTookEffect":
      return { ...x, effective: earlier(x.effective, act) }
    case "InstrumentReplaced":
      return { ...x, replaced: earlier(x.replaced, { ...act, successor: e.successor }) }
    case "InstrumentRepealed":
      return { ...x, repealed: earlier(x.repealed, act) }
    case "InstrumentAbandoned":
      return { ...x, abandoned: earlier(x.abandoned, act) }
    case "Judged": {
      const { id, instance, norm, outcome, reason } = e
      return { ...x, judgements: once(x.judgements, { ...act, id, instance, norm, outcome, reason }) }
    }
    case "Retracted":
      return x
  }
}

const opened = (x: Instrument, e: Extract<Event, { readonly region: string }>): Instrument => {
  const opening = earlier(x.opened, statementOf(e))
  if (opening.ref !== e.id) return x
  const { kind, level, organ, region } = e
  return {
    ...x,
    opened: opening,
    kind,
    level,
    organ,
    region,
    former: e._tag === "InstrumentDrafted" ? e.former : undefined
  }
}
