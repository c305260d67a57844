import type { CivilDate } from "../civil/CivilDate.ts"
import { type Coverage, silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { commencement } from "../verdict/Rule.ts"
import type { Instrument as InForce, InstrumentKind, Surroundings } from "../verdict/Surroundings.ts"
import type { Instrument } from "./Instrument.ts"
import { draftedFrom } from "./issuing.ts"

/**
 * Whether an instrument is in force on a day: issued, in effect, and neither replaced nor repealed yet. `undefined`: the record does not
 * tell. On the day on which it is replaced or repealed it is in force no more.
 */
export const isInForce = (x: Instrument, on: CivilDate): boolean | undefined => {
  const { abandoned, effective, issued, repealed, replaced } = x
  if (known(issued) ? issued.on > on : known(abandoned)) return false
  for (const end of [replaced, repealed]) if (known(end) && end.on <= on) return false
  if (!known(effective)) {
    const since = known(issued) ? issued.on : draftedFrom(x)
    return silence(x.coverage, "effect", since) === null ? false : undefined
  }
  if (effective.on > on) return false
  return silence(x.coverage, "end", effective.on) === null ? true : undefined
}

/**
 * The instruments in force by kind and day, as other subjects ask for them: put it into their context. Fold the cases from all that is
 * known, and days before and after today are answered alike.
 *
 * What is surely in force is listed; where nothing is, and a version of which the record does not tell may be, nobody knows. `recorded` says
 * since when all instruments of a kind are among the cases; left out: all that there ever were.
 */
export const instrumentsInForce = (
  cases: Iterable<Instrument>,
  recorded?: Coverage<InstrumentKind>
): Surroundings["instrumentsInForce"] => {
  const all = [...cases]
  return (kind, on) => {
    const found: Array<InForce> = []
    let doubt = silence(recorded, kind, commencement) === undefined
    for (const x of all) {
      if (x.kind !== undefined && x.kind !== kind) continue
      const answer = isInForce(x, on)
      if (answer === true && x.kind === kind) {
        found.push({ id: x.id, kind, ...(known(x.issued) && known(x.issued.items) ? { items: x.issued.items } : {}) })
      } else if (answer !== false) doubt = true
    }
    return found.length === 0 && doubt ? undefined : found
  }
}
