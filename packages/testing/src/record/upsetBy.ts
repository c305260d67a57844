import { addDays, type CivilDate, dayNumber } from "@banfa/core/civil"
import { moved, movedInstant } from "./moved.ts"
import { type Decision, type Recording, stated, type Told } from "./Recording.ts"
import { chronological, type Upset } from "./Upset.ts"

const without = <E extends Told>(e: E, key: string): E => {
  const { [key as "by"]: _, ...rest } = e
  return rest as E
}

const blurred = <E extends Told>(
  e: E,
  n: number,
  to: "unknown" | null | "n/a",
  { lists, particulars }: Recording<E>
): E => {
  const said = particulars(e)
  const key = said[n % Math.max(1, said.length)]
  if (key === undefined) return e
  return to === "unknown" ? without(e, key) : { ...e, [key]: lists.includes(key) ? [] : to }
}

const entered = (e: Told, days: number): string => `${addDays(e.on, days)}T01:00:00Z`

/** A fact on another day, entered on it. */
const onDay = <E extends Told>(e: E, on: CivilDate): E => ({ ...e, on, recordedAt: `${on}T01:00:00Z` })

const ofCase = <E extends Told>({ key }: Recording<E>, e: E): object => ({
  [key]: (e as unknown as { readonly [name: string]: unknown })[key]
})

const picked = <A>(list: ReadonlyArray<A>, n: number): A | undefined => list[n % Math.max(1, list.length)]

/** Two facts that follow each other: of a turn of the subject, or any two. */
const pairOf = <E extends Told>(
  { turns }: Recording<E>,
  acts: ReadonlyArray<E>,
  at: number,
  other: number | undefined
): ReadonlyArray<E | undefined> => {
  const told = chronological(acts)
  const named = (e: E, name: string | undefined): unknown => name && e[name as keyof E]
  const pairs = turns.flatMap(([before, after, name]) =>
    told.flatMap((first, i) =>
      first._tag !== before
        ? []
        : told
            .slice(i + 1)
            .filter((second) => second._tag === after && named(first, name) === named(second, name))
            .map((second) => [first, second])
    )
  )
  const turn = other === undefined ? picked(pairs, at) : undefined
  return turn ?? [picked(acts, at), picked(acts, other ?? at + 1)]
}

/** Two facts with the days, the entries and the places among the acts of one day of each other. */
const swapped = <E extends Told>(events: ReadonlyArray<E>, [a, b]: ReadonlyArray<E | undefined>): ReadonlyArray<E> => {
  if (a === undefined || b === undefined) return events
  const when = ({ on, recordedAt, seq }: E) => ({ on, recordedAt, ...(seq === undefined ? {} : { seq }) })
  return events.map((e) => (e === a ? { ...a, ...when(b) } : e === b ? { ...b, ...when(a) } : e))
}

const commencement = "2005-02-04" as CivilDate

/**
 * Everything up to a fact before the Measures took force, so many days between it and their eve. What lay before them already stays there, so
 * no record reaches back further than its course and once the years between. @article 36
 */
const antedated = <E extends Told>(events: ReadonlyArray<E>, last: E, days: number): ReadonlyArray<E> => {
  const by = dayNumber(commencement) - 1 - days - dayNumber(last.on)
  if (by >= 0) return events
  const told = chronological(events)
  const earlier = new Set(told.slice(0, told.indexOf(last) + 1).filter(({ on }) => on >= commencement))
  return events.map((e) =>
    earlier.has(e) ? { ...(moved(e, by) as E), recordedAt: movedInstant(e.recordedAt, by) } : e
  )
}

const openedLast = <E extends Told>({ opens }: Recording<E>, events: ReadonlyArray<E>, days: number): Array<E> => {
  if (events.length === 0) return []
  const last =
    events
      .map(({ recordedAt }) => recordedAt)
      .toSorted()
      .at(-1) ?? ""
  return events.map((e) => (opens(e) ? { ...e, recordedAt: movedInstant(last, days + 1) } : e))
}

/** The same decision, or the same judgement on a norm, with another outcome. */
const contraryTo = <E extends Told>({ contrary }: Recording<E>, e: E): Decision | undefined => {
  if (e._tag !== "Judged") return contrary(e)
  const outcome = "outcome" in e && e.outcome === "fulfilled" ? "not-fulfilled" : "fulfilled"
  return { _tag: "Judged", ...stated(e, "norm", "instance", "reason"), outcome }
}

const decisionsOf = <E extends Told>(record: Recording<E>, acts: ReadonlyArray<E>): ReadonlyArray<E> =>
  acts.filter((e) => contraryTo(record, e) !== undefined)

const decidedAgain = <E extends Told>(
  record: Recording<E>,
  acts: ReadonlyArray<E>,
  { at, days, otherwise }: Extract<Upset, { readonly kind: "decideAgain" }>,
  id: (e: E) => string
): ReadonlyArray<E> => {
  const e = picked(decisionsOf(record, acts), at)
  if (e === undefined) return []
  const { id: _, on: __, recordedAt: ___, ...same } = e
  const header = { ...ofCase(record, e), seq: e.seq ?? 0, ...(e.by === undefined ? {} : { by: e.by }) }
  const again = otherwise ? { ...header, ...contraryTo(record, e) } : same
  return [onDay({ ...again, id: id(e) } as unknown as E, addDays(e.on, days))]
}

const upset = <E extends Told>(
  record: Recording<E>,
  events: ReadonlyArray<E>,
  u: Upset,
  n: number
): ReadonlyArray<E> => {
  const acts = events.filter((e) => !record.opens(e))
  const marked = (mark: string) => (e: E) => `${mark}${n}-${e.id}`
  if (u.kind === "openLast") return openedLast(record, events, u.days)
  if (u.kind === "swap") return swapped(events, pairOf(record, acts, u.at, u.other))
  if (u.kind === "decideAgain") return [...events, ...decidedAgain(record, acts, u, marked("decided"))]
  if (u.kind === "reopen") {
    const first = events.find(record.opens)
    if (first === undefined) return events
    const by = u.agency === first.by ? "unheard-of" : u.agency
    const opened = { ...first, id: marked("opened")(first), by, ...("organ" in first ? { organ: by } : {}) }
    return [...events, onDay(opened, addDays(first.on, u.days))]
  }
  // A round that is over before commencement ends with a decision: those come first.
  const among = u.kind === "antedate" ? [...decisionsOf(record, acts), ...acts] : acts
  const e = picked(among, u.at)
  if (e === undefined) return events
  const index = events.indexOf(e)
  const id = (mark: string): string => marked(mark)(e)
  const later = "days" in u ? addDays(e.on, u.days) : e.on
  switch (u.kind) {
    case "drop":
      return events.toSpliced(index, 1)
    case "move":
      return events.with(index, onDay(e, later))
    case "double":
      return [...events, onDay({ ...e, id: id("again-") }, later)]
    case "blur":
      return events.with(index, blurred(e, u.at, u.to, record))
    case "enterLate":
      return events.with(index, { ...e, recordedAt: entered(e, u.days) })
    case "correct": {
      const [on, recordedAt] = [addDays(e.on, u.days % 9), entered(e, u.days)]
      return [...events, { ...blurred(e, u.at, null, record), id: id("right-"), corrects: e.id, on, recordedAt }]
    }
    case "retract": {
      const taken = { _tag: "Retracted", id: id("void-"), of: e.id, on: e.on, ...ofCase(record, e) }
      return [...events, { ...taken, recordedAt: entered(e, u.days) } as unknown as E]
    }
    case "by":
      return events.with(index, u.agency === undefined ? without(e, "by") : { ...e, by: u.agency })
    case "foretell":
      return events.with(index, { ...e, on: later, recordedAt: entered(e, 0) })
    case "antedate":
      return antedated(events, e, u.days)
    case "flood": {
      const copy = (i: number): E => onDay({ ...e, id: id(`copy${i}-`) }, addDays(e.on, Math.floor((i + 1) / u.aDay)))
      return [...events, ...Array.from({ length: u.copies }, (_, i) => copy(i))]
    }
  }
}

/** The facts with everything gone wrong that a list tells of, in the order of their days. What is entered last comes after all the rest. */
export const upsetBy = <E extends Told>(
  record: Recording<E>,
  events: ReadonlyArray<E>,
  list: ReadonlyArray<Upset>
): Array<E> => {
  const numbered = list.map((u, n) => [u, n] as const)
  const last = ([{ kind }]: readonly [Upset, number]): boolean => kind === "openLast"
  const inTurn = [...numbered.filter((one) => !last(one)), ...numbered.filter(last)]
  return chronological(inTurn.reduce((told, [u, n]) => upset(record, told, u, n), events))
}
