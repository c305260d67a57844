/** What an inspection would write down: the items that are not as provided, related ones together and counted once. @article 35 */
import { isNormId, type NormId } from "../regulation/Norm.ts"
import { norms } from "../regulation/norms.ts"
import { type Answer, basisOf } from "./Basis.ts"
import { type ActEvent, type Bearer, evaluate, type Subject } from "./Subject.ts"
import { bears, sameBearer } from "./sameBearer.ts"
import type { Context, Note, Verdict } from "./Verdict.ts"

/**
 * How an item is written down: not as provided (未按规定), late (逾期), or a remark (提示) beside a norm that blames nobody by itself.
 */
export type Severity = "breach" | "late" | "remark"

/** The remarks that belong to an inspection although the status beside them is none of a breach. */
const remarked: ReadonlySet<Note> = new Set<Note>([
  "channel-closed",
  "conflict-of-interest",
  "content-item-missing",
  "earlier-breach",
  "eligible-refused",
  "fallen",
  "higher-supervision",
  "issued-by-another",
  "link-removed",
  "listed-by-another",
  "no-co-organizer",
  "no-resource",
  "no-step",
  "not-by-supervision",
  "not-considered",
  "not-inspected",
  "other-channel",
  "own-service",
  "passed-over",
  "reason-missing",
  "self-closed"
])

/** How a verdict is written down; `undefined`: not at all. */
export const severityOf = ({
  note,
  precedes,
  status
}: Pick<Verdict, "note" | "precedes" | "status">): Severity | undefined => {
  if (status === "Breached") return "breach"
  if (status === "Overdue" || status === "FulfilledLate") return "late"
  if (status === "DoesNotQualify") return "remark"
  return precedes !== undefined || (note !== undefined && remarked.has(note)) ? "remark" : undefined
}

/** One irregularity: verdicts of related norms that fail on the same fact stand together, in the order of the articles. */
export interface Item {
  /** How its verdicts are written down. */
  readonly severity: Severity
  /** The subject, `project`. */
  readonly subject: string
  /** The id of the case. */
  readonly case: string
  /** In the order of the articles; more than one where related norms fail on the same fact. */
  readonly verdicts: ReadonlyArray<Verdict>
  /** Who answers for any of the verdicts, each once. */
  readonly bearers: ReadonlyArray<Bearer>
}

/** How many items fall on a norm, or on a bearer. */
export interface Tally<K> {
  /** The norm, or the bearer. */
  readonly of: K
  /** Items that are not as provided. */
  readonly breach: number
  /** Items that are late. */
  readonly late: number
  /** Items that are remarks. */
  readonly remark: number
}

/** The items of some cases, and how many fall on each norm and each bearer. An item of several bearers counts for each of them. */
export interface Inspection extends Answer {
  /** Breaches first, then what is late, then remarks. */
  readonly items: ReadonlyArray<Item>
  /** In the order of the articles; local norms come last. */
  readonly byNorm: ReadonlyArray<Tally<Verdict["norm"]>>
  /** In the order in which the items name them. */
  readonly byBearer: ReadonlyArray<Tally<Bearer>>
}

const rank: { readonly [S in Severity]: number } = { breach: 0, late: 1, remark: 2 }

const related = (a: Verdict["norm"], b: Verdict["norm"]): boolean =>
  isNormId(a) && isNormId(b) && (norms[a].related as ReadonlyArray<NormId>).includes(b)

/** Related norms that fail on the same fact are one irregularity, and so are those that one trigger set off and that are both late. */
const oneIrregularity = (a: Verdict, b: Verdict): boolean =>
  (related(a.norm, b.norm) || related(b.norm, a.norm)) &&
  a.instance === b.instance &&
  severityOf(a) === severityOf(b) &&
  a.trigger?.ref === b.trigger?.ref &&
  (a.act?.ref === b.act?.ref || severityOf(a) === "late")

/** The items of one case, in the order of its norms. */
export const itemsOf = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  ctx: Context
): ReadonlyArray<Item> => {
  const items: Array<{ severity: Severity; verdicts: Array<Verdict>; bearers: Array<Bearer> }> = []
  for (const v of evaluate(subject, state, ctx)) {
    const severity = severityOf(v)
    if (severity === undefined) continue
    const bearers = subject.bearers(v, state, ctx)
    const item = items.find(({ verdicts }) => verdicts.some((other) => oneIrregularity(other, v)))
    if (item === undefined) items.push({ severity, verdicts: [v], bearers: [...bearers] })
    else {
      item.verdicts.push(v)
      for (const b of bearers) if (!bears(item.bearers, b)) item.bearers.push(b)
    }
  }
  return items.map((item) => ({ ...item, subject: subject.id, case: state.id }))
}

const order = Object.keys(norms)

/** Norms of the Measures in the order of the articles, local ones behind them. */
const place = (norm: Verdict["norm"]): number => (isNormId(norm) ? order.indexOf(norm) : order.length)

const tally = <K>(
  items: ReadonlyArray<Item>,
  of: (item: Item) => ReadonlyArray<K>,
  same: (a: K, b: K) => boolean
): ReadonlyArray<Tally<K>> => {
  const tallies: Array<{ of: K; breach: number; late: number; remark: number }> = []
  for (const item of items) {
    for (const key of of(item)) {
      const found = tallies.find((one) => same(one.of, key))
      const row = found ?? { of: key, breach: 0, late: 0, remark: 0 }
      if (found === undefined) tallies.push(row)
      row[item.severity]++
    }
  }
  return tallies
}

/** These items as an inspection: breaches first, then what is late, then remarks, with what falls on each norm and each bearer. */
export const inspectionOf = (items: ReadonlyArray<Item>, ctx: Context): Inspection => ({
  items: items.toSorted((a, b) => rank[a.severity] - rank[b.severity]),
  byNorm: tally(
    items,
    ({ verdicts }) => [...new Set(verdicts.map(({ norm }) => norm))],
    (a, b) => a === b
  ).toSorted((a, b) => place(a.of) - place(b.of)),
  byBearer: tally(items, ({ bearers }) => bearers, sameBearer),
  basis: basisOf(ctx)
})
