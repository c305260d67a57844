/** What becomes of the entries of a case when facts are added to it, and what all its entries are, worked out from its facts alone. */
import { addDays, type CivilDate, firstDay } from "../civil/CivilDate.ts"
import { civilDay } from "../civil/civilDay.ts"
import { type CaseChange, type CaseIndexed, type DutyEntry, forever } from "../port/ReadSide.ts"
import { instant, target } from "../verdict/record.ts"
import type { Context } from "../verdict/Verdict.ts"
import { type Filed, standing } from "./desk.ts"
import { after, owedOver, revised } from "./entries.ts"
import type { CaseFact, Moment } from "./keeping.ts"
import { always } from "./moment.ts"
import { earliest, lastDay, spells } from "./spells.ts"
import { keepingOf } from "./subjects.ts"

/** By how many days entries reach beyond the day of entry of the latest fact. Further on a case is asked itself. */
const horizonDays = 400

/** What entries are worked out with. */
export interface Indexer {
  /** The basis that the entries name. */
  readonly basis: string
  /** The context of a moment, with these cases around. */
  readonly at: (moment: Moment, around: ReadonlyArray<Filed>) => Context
  /** The days on which the directory, or what the host brings, changes, in order; none are known where the host does not say. */
  readonly turns: ReadonlyArray<CivilDate> | undefined
  /** How often what surrounds all cases has changed. */
  readonly round: number
}

const date = /^\d{4}-\d\d-\d\d$/u

/** The days that facts name, and the days after them: on another nothing of what they tell can turn. */
const daysIn = (facts: ReadonlyArray<CaseFact>): ReadonlyArray<CivilDate> => {
  const named = (value: unknown): ReadonlyArray<CivilDate> =>
    typeof value === "string"
      ? date.test(value)
        ? [value as CivilDate, addDays(value as CivilDate, 1)]
        : []
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(named)
        : []
  return facts.flatMap(named)
}

/** From which day on a case reads otherwise with facts of its own. */
const readsOtherwiseFrom = ({ ref }: Filed, fresh: ReadonlyArray<CaseFact>): CivilDate => {
  const { opens } = keepingOf(ref.subject)
  if (fresh.some((fact) => opens(fact) || target(fact) !== undefined)) return firstDay
  return earliest(fresh.map(({ on }) => on))
}

const ordered = (texts: Iterable<string>): ReadonlyArray<string> => [...new Set(texts)].sort()
const enteredAt = ({ recordedAt }: CaseFact): string => instant(recordedAt)

/** The last day up to which the entries that stand are complete; empty where none are. */
const coveredBy = (entries: ReadonlyArray<DutyEntry>): string =>
  ordered(entries.filter(({ norm }) => norm === "").map(({ until }) => until)).at(-1) ?? ""

/** Entries that are being worked out, generation by generation: each at an instant at which something was entered. */
interface Course {
  readonly entries: ReadonlyArray<DutyEntry>
  readonly numbered: number
  /** The instant of the last generation; empty before the first. */
  readonly known: string
  readonly change: Pick<CaseChange, "closed" | "gone" | "opened">
}

const start: Course = { entries: [], numbered: 0, known: "", change: { closed: [], gone: [], opened: [] } }

/** Changes on changes: what one opens and the next closes is there closed, or not at all. */
const onTop = (
  { closed, gone, opened }: Course["change"],
  next: Course["change"],
  entries: ReadonlyArray<DutyEntry>
): Course["change"] => {
  const now = new Map(entries.map((entry) => [entry.number, entry]))
  return {
    closed: [...new Map([...closed, ...next.closed].map((one) => [one.number, one])).values()].filter(
      ({ number }) => !opened.some((one) => one.number === number)
    ),
    gone: [...gone, ...next.gone.filter((number) => !opened.some((one) => one.number === number))],
    opened: [...opened.flatMap(({ number }) => now.get(number) ?? []), ...next.opened]
  }
}

/**
 * The entries as they are known from an instant on. Where nothing that surrounds the case was entered since the generation before, only what
 * reads otherwise is worked out. Otherwise everything is, and the time between is left to be asked about: what surrounds a case changes seldom,
 * and to work out what each such change meant for each case would be a long work that nobody may ever ask for.
 */
const generation = (indexer: Indexer, one: Filed, around: ReadonlyArray<Filed>, course: Course, at: string): Course => {
  const { entries, known, numbered } = course
  const others = around.flatMap(({ facts }) => facts)
  const [moved = at] = known === "" ? [] : ordered(others.map(enteredAt).filter((each) => known < each && each <= at))
  const before = entries.filter(
    ({ knownFrom, knownUntil }) => knownFrom !== at && (knownUntil === forever || knownUntil === at)
  )
  const covered = coveredBy(before)
  const whole = moved < at || covered === "" || others.some((fact) => enteredAt(fact) === at)
  const now = one.facts.filter((fact) => enteredAt(fact) === at)
  const from = whole ? firstDay : earliest([readsOtherwiseFrom(one, now), addDays(covered as CivilDate, 1)])
  const asking = {
    knownAt: at,
    at: (asOf: CivilDate) => indexer.at({ asOf, knownAt: at }, around),
    turns: ordered([
      ...(indexer.turns ?? []),
      ...daysIn(others.filter((fact) => enteredAt(fact) <= at))
    ]) as ReadonlyArray<CivilDate>
  }
  const horizon = addDays(civilDay(at) ?? firstDay, horizonDays)
  const owed = owedOver(spells(one, asking, from, horizon))
  const change = revised(entries, numbered, { at, from, owed, since: moved })
  const then = after(entries, change)
  return { entries: then, numbered: change.numbered, known: at, change: onTop(course.change, change, then) }
}

/**
 * What becomes of the entries of a case whose last facts are `fresh`. Where its entries are those of the facts before, only what is known from
 * now on is worked out; otherwise everything is.
 */
export const changeOf = (
  indexer: Indexer,
  one: Filed,
  around: ReadonlyArray<Filed>,
  before?: { readonly indexed: CaseIndexed | undefined; readonly fresh: ReadonlyArray<CaseFact> }
): CaseChange => {
  const { basis, round, turns } = indexer
  const { facts, ref } = one
  const own = ordered(facts.map(enteredAt))
  const others = around.flatMap((other) => other.facts.map(enteredAt))
  const all = [...facts.map(enteredAt), ...others]
  const [entered = forever] = own
  const latest = own.at(-1) ?? forever
  const entry = before?.indexed?.entry
  const goesOn =
    turns !== undefined &&
    entry !== undefined &&
    entry.basis === basis &&
    before?.fresh.every((fact) => enteredAt(fact) === latest) &&
    (entry.known === latest
      ? count(all, (each) => each < entry.known) === entry.earlier
      : entry.known < latest && count(all, (each) => each <= entry.known) === entry.facts)
  const begun: Course =
    goesOn && entry !== undefined
      ? { ...start, entries: before?.indexed?.entries ?? [], numbered: entry.numbered, known: entry.known }
      : start
  const last = ordered(others.filter((each) => each > latest)).at(-1)
  const instants =
    turns === undefined
      ? []
      : [...own, ...(last === undefined ? [] : [last])].filter((each) => each > begun.known || each === latest)
  const course = instants.reduce((so, at) => generation(indexer, one, around, so, at), begun)
  return {
    entry: {
      subject: ref.subject,
      id: ref.id,
      region: standing(one, { asOf: lastDay, knownAt: always }).region ?? "",
      basis,
      round,
      written: entry?.written ?? 0,
      numbered: course.numbered,
      known: course.known,
      facts: count(all, (each) => each <= course.known),
      earlier: count(all, (each) => each < course.known),
      covered: coveredBy(course.entries.filter(({ knownUntil }) => knownUntil === forever)),
      entered,
      latest
    },
    whole: !goesOn,
    ...(goesOn ? course.change : { closed: [], gone: [], opened: course.entries })
  }
}

const count = (instants: ReadonlyArray<string>, counted: (instant: string) => boolean): number =>
  instants.filter(counted).length
