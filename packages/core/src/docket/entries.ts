/** The entries of a case in the index of duties: over which days something is owed, and over which time that was known. */
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { type CaseChange, type DutyEntry, forever } from "../port/ReadSide.ts"
import type { Spell } from "./spells.ts"

/** What is owed over some days, whenever it was known. */
type Owed = Omit<DutyEntry, "number" | "knownFrom" | "knownUntil">

/** What of entries changes, and what they are numbered up to. */
export interface Revision extends Pick<CaseChange, "closed" | "gone" | "opened"> {
  readonly numbered: number
}

const contentOf = ({ bearer, due, instance, norm, region, role, status }: Owed): string =>
  JSON.stringify([norm, instance, status, due, role, bearer, region])

const alike = (one: Owed): string => `${one.from} ${one.until} ${contentOf(one)}`

/** That the entries of these days are complete. */
const complete = ({ from, until }: Spell): Owed => ({
  norm: "",
  instance: "",
  status: "",
  due: "",
  role: "",
  bearer: "",
  region: "",
  from,
  until
})

/** What is owed over spells that follow each other: what goes on from one to the next is one. */
export const owedOver = (spells: Iterable<Spell>): ReadonlyArray<Owed> => {
  const over: Array<Owed> = []
  let running = new Map<string, Owed>()
  for (const spell of spells) {
    const { duties, from, region = "", until } = spell
    const now = duties.flatMap(({ bearers, verdict: { due = "", instance, norm, status } }) =>
      bearers.map(({ agency = "", role }) => ({
        norm,
        instance,
        status,
        due,
        role,
        bearer: agency,
        region,
        from,
        until
      }))
    )
    const goesOn = new Map<string, Owed>()
    for (const one of [complete(spell), ...now]) {
      const content = contentOf(one)
      goesOn.set(content, { ...one, from: running.get(content)?.from ?? from })
    }
    for (const [content, one] of running) if (!goesOn.has(content)) over.push(one)
    running = goesOn
  }
  return [...over, ...running.values()]
}

/**
 * What of the entries of a case changes when `at` an instant something else is known from a day on. What was known at this very instant before
 * gives way, so that several decisions of one instant leave what one of them would have left.
 */
export const revised = (
  entries: ReadonlyArray<DutyEntry>,
  numbered: number,
  known: { readonly at: string; readonly from: CivilDate; readonly owed: ReadonlyArray<Owed>; readonly since: string }
): Revision => {
  const { at, from, owed, since } = known
  const earlier = entries.filter((e) => e.knownFrom !== at && (e.knownUntil === forever || e.knownUntil === at))
  const wanted = new Map(joined(earlier, from, owed).map((one) => [alike(one), one]))
  const closed: Array<CaseChange["closed"][number]> = []
  for (const { knownUntil, number, ...one } of earlier) {
    const until = since === at && wanted.delete(alike(one)) ? forever : since
    if (until !== knownUntil) closed.push({ number, at: until })
  }
  const gone = entries.filter((e) => e.knownFrom === at && !wanted.delete(alike(e))).map(({ number }) => number)
  const opened = [...wanted.values()].map((one, i) => ({
    ...one,
    number: numbered + i + 1,
    knownFrom: at,
    knownUntil: forever
  }))
  return { closed, gone, opened, numbered: numbered + opened.length }
}

/** What is owed over all days: before a day as the entries say, from it on as is known now. What goes on across the day is one. */
const joined = (earlier: ReadonlyArray<Owed>, from: CivilDate, owed: ReadonlyArray<Owed>): ReadonlyArray<Owed> => {
  const dayBefore = addDays(from, -1)
  const later = new Map(owed.map((one) => [alike(one), one]))
  const starting = new Map(owed.filter((one) => one.from === from).map((one) => [contentOf(one), one]))
  const before = earlier
    .filter((one) => one.from < from)
    .map((one): Owed => {
      if (one.until < dayBefore) return one
      const further = starting.get(contentOf(one))
      if (further !== undefined) later.delete(alike(further))
      return { ...one, until: further?.until ?? dayBefore }
    })
  return [...before, ...later.values()]
}

/** Entries after a revision. */
export const after = (
  entries: ReadonlyArray<DutyEntry>,
  { closed, gone, opened }: Revision
): ReadonlyArray<DutyEntry> => {
  const until = new Map(closed.map(({ at, number }) => [number, at]))
  const dropped = new Set(gone)
  return [
    ...entries
      .filter(({ number }) => !dropped.has(number))
      .map((e) => (until.has(e.number) ? { ...e, knownUntil: until.get(e.number) ?? e.knownUntil } : e)),
    ...opened
  ]
}
