import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import type { Duty } from "../verdict/Duty.ts"
import { instantAfter } from "../verdict/record.ts"
import type { Context } from "../verdict/Verdict.ts"
import { type Filed, standing } from "./desk.ts"

/** The last of all days. */
export const lastDay = "2199-12-31" as CivilDate

/** Some days on end over which the same is owed. */
export interface Spell {
  readonly from: CivilDate
  /** The last day. */
  readonly until: CivilDate
  /** The region of the case. */
  readonly region: string | undefined
  readonly duties: ReadonlyArray<Duty>
}

/** What a case is asked with, and when it has to be asked anew although nothing of its own changes. */
export interface Asking {
  readonly knownAt: string
  readonly at: (asOf: CivilDate) => Context
  /** Days on which something beside the case may change, in order. */
  readonly turns: ReadonlyArray<CivilDate>
}

/** The first of some days; the last of all where there is none. */
export const earliest = (days: ReadonlyArray<CivilDate | undefined>): CivilDate => {
  let first = lastDay
  for (const day of days) if (day !== undefined && day < first) first = day
  return first
}

/** The last day before the next of some days in order; asked of one day after the other. */
const untilNext = (days: ReadonlyArray<CivilDate>): ((day: CivilDate) => CivilDate | undefined) => {
  let next = 0
  return (day) => {
    for (let turn = days[next]; turn !== undefined; turn = days[++next]) if (turn > day) return addDays(turn, -1)
    return undefined
  }
}

/** What is owed on a case from a day on, spell by spell, until one reaches past the horizon; at least one. */
export function* spells(
  one: Filed,
  { at, knownAt, turns }: Asking,
  from: CivilDate,
  horizon: CivilDate
): Generator<Spell> {
  const known = one.facts.filter(({ recordedAt }) => !instantAfter(recordedAt, knownAt))
  const own = untilNext(known.map(({ on }) => on).sort())
  const beside = untilNext(turns)
  for (let day = from; ; ) {
    const asked = standing(one, { asOf: day, knownAt })
    const stands = earliest([own(day), beside(day)])
    for (const { duties, from, until: quietUntil } of asked.dutySpells(at(day))) {
      const until = earliest([quietUntil, stands])
      yield { from, until, region: asked.region, duties }
      if (until >= lastDay || until >= horizon) return
      day = addDays(until, 1)
      if (until === stands) break
    }
  }
}
