import type { Status } from "../regulation/Norm.ts"
import { open, type Verdict } from "./Verdict.ts"

/** How often one status would become another; `null` where the norm says nothing. */
export interface Transition {
  /** The status before. */
  readonly from: Status | null
  /** The status after. */
  readonly to: Status | null
  /** How many verdicts go this way. */
  readonly count: number
}

/** What becomes of verdicts, in numbers. One change can count in several of them; only `changes` counts each change once. */
export interface Counts {
  /** Cases with at least one of the changes. */
  readonly cases: number
  readonly changes: number
  /** Changes of status alone: what keeps its status is not among them. */
  readonly transitions: ReadonlyArray<Transition>
  /** Owed only after the change. */
  readonly newDuties: number
  /** Owed only before the change. */
  readonly vanishedDuties: number
  /** Said before and after, with another due day, with one for the first time, or with none any more. */
  readonly changedDays: number
  /** Said before and after, and borne by others. */
  readonly changedBearers: number
  /** Said before and after, with another answer to the act that the norm gates: advice on such an act changes. */
  readonly changedGates: number
}

/** Counts that still grow. */
export interface Tally {
  readonly counts: { -readonly [K in Exclude<keyof Counts, "transitions">]: number }
  readonly transitions: Map<Status | null, Map<Status | null, number>>
  lastCase: number
}

/** Nothing counted yet. */
export const tally = (): Tally => ({
  counts: { cases: 0, changes: 0, newDuties: 0, vanishedDuties: 0, changedDays: 0, changedBearers: 0, changedGates: 0 },
  transitions: new Map(),
  lastCase: -1
})

/** What one verdict became, in the nth case; `moved`: others bear it. */
export const add = (
  t: Tally,
  nth: number,
  before: Verdict | undefined,
  after: Verdict | undefined,
  moved: boolean
): void => {
  const { counts } = t
  if (t.lastCase !== nth) counts.cases++
  t.lastCase = nth
  counts.changes++
  const owed = before !== undefined && open(before)
  const owes = after !== undefined && open(after)
  if (owes && !owed) counts.newDuties++
  if (owed && !owes) counts.vanishedDuties++
  if (moved) counts.changedBearers++
  if (before !== undefined && after !== undefined) {
    if (before.due !== after.due) counts.changedDays++
    if (before.gate !== after.gate || before.bars !== after.bars) counts.changedGates++
  }
  if (before?.status === after?.status) return
  const from = before?.status ?? null
  const to = after?.status ?? null
  let tos = t.transitions.get(from)
  if (tos === undefined) {
    tos = new Map()
    t.transitions.set(from, tos)
  }
  tos.set(to, (tos.get(to) ?? 0) + 1)
}

const nameOf = ({ from, to }: Transition): string => `${from} ${to}`

/** What was counted so far; transitions in the order of their names. */
export const counted = ({ counts, transitions }: Tally): Counts => ({
  ...counts,
  transitions: [...transitions]
    .flatMap(([from, tos]) => [...tos].map(([to, count]): Transition => ({ from, to, count })))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
})
