import type { TellingCase } from "../duty/Case.ts"
import type { Addressed } from "../verdict/Addressed.ts"
import type { Change } from "../verdict/compare.ts"
import { nameOrder, normOrder } from "../verdict/normOrder.ts"
import { instant, type Recorded, standingAt, target } from "../verdict/record.ts"
import { adverse, type Context, open, type Verdict } from "../verdict/Verdict.ts"
import type { Notice } from "./Notice.ts"
import { noticeId } from "./noticeId.ts"

/** A fact on record, with its place among those of its day. */
export interface RecordedFact extends Recorded {
  /** Orders the facts of one day. */
  readonly seq?: number | undefined
}

type Facts = ReadonlyArray<RecordedFact>

const inTime = (a: RecordedFact, b: RecordedFact): number =>
  nameOrder(a.on, b.on) || (a.seq ?? 0) - (b.seq ?? 0) || nameOrder(a.id, b.id)

/** Later than any entry. */
const always = "9999-12-31T23:59:59.999Z"

/** The ids of the facts that stand, whatever their days. */
const standing = (facts: Facts, { asOf }: Context): ReadonlySet<string> =>
  new Set(standingAt(facts, () => true, asOf, always).map(({ id }) => id))

/** The earlier entries that a fact bears on: the one that it names, the one that that one names, and so on. */
const borneOn = (fact: RecordedFact, earlier: ReadonlyMap<string, RecordedFact>): Facts => {
  const found = new Map<string, RecordedFact>()
  let id = target(fact)
  while (id !== undefined && !found.has(id)) {
    const entry: RecordedFact | undefined = earlier.get(id)
    if (entry === undefined) break
    found.set(id, entry)
    id = target(entry)
  }
  return [...found.values()].filter(({ _tag }) => _tag !== "Retracted")
}

/** Notices of what was done, each once. */
const ofActs = (one: TellingCase, facts: Facts, ctx: Context, record: Facts): ReadonlyArray<Notice> => {
  const now = new Set(facts.map(({ id }) => id))
  const before = record.filter(({ id }) => !now.has(id))
  const earlier = new Map(before.map((fact) => [fact.id, fact]))
  const stood = standing(before, ctx)
  const stands = standing([...before, ...facts], ctx)
  const found = new Map<string, Notice>()
  const tell = (entry: RecordedFact, said: RecordedFact, act: string, addressed: ReadonlyArray<Addressed>): void => {
    const own = entry.by === undefined ? undefined : ctx.directory.successorOn(entry.by, ctx.asOf)
    for (const { by, demanded, instance, kind, localTerm, norm, to } of addressed) {
      const id = noticeId({ kind, subject: one.subject, parts: [norm, one.id, entry.id] }, to)
      if (found.has(id) || (to.agency !== undefined && to.agency === own)) continue
      const replaces = target(entry)
      found.set(id, {
        id,
        kind,
        case: { subject: one.subject, id: one.id },
        norm,
        instance,
        fact: entry.id,
        act,
        to,
        on: said.on,
        demanded,
        ...(said.by === undefined ? {} : { actor: said.by }),
        ...(replaces === undefined ? {} : { replaces }),
        ...(by === undefined ? {} : { by }),
        ...(localTerm === undefined ? {} : { localTerm })
      })
    }
  }
  for (const fact of facts.toSorted(inTime)) {
    if (stands.has(fact.id)) tell(fact, fact, fact._tag, one.tells(fact, ctx))
    const others = borneOn(fact, earlier)
    for (const other of others)
      if (stands.has(other.id) && !stood.has(other.id)) tell(fact, other, other._tag, one.tells(other, ctx))
    for (const other of others)
      if (stood.has(other.id) && !stands.has(other.id))
        tell(
          fact,
          fact,
          "Retracted",
          one
            .told(other, before, ctx)
            .map((addressed) => ({ ...addressed, demanded: false, by: undefined, localTerm: undefined }))
        )
  }
  return [...found.values()]
}

/** Whether a change opened a duty, or led to something that an inspector would write down; what is overdue is told as such, in its time. */
const kindOf = ({ after, before }: Change): "duty-opened" | "finding" | undefined => {
  if (after === undefined) return undefined
  if (adverse(after.status) && after.status !== "Overdue")
    return before?.status !== after.status ? "finding" : undefined
  return open(after) && !(before !== undefined && open(before)) ? "duty-opened" : undefined
}

const inOrder = (a: Verdict, b: Verdict): number => normOrder(a.norm, b.norm) || nameOrder(a.instance, b.instance)

/** Notices of how things stand since a command, to everybody who has to do with them on the day asked. `entered` tells it from the same thing at another time. */
const ofChanges = (
  one: TellingCase,
  changes: ReadonlyArray<Change>,
  ctx: Context,
  entered: string
): ReadonlyArray<Notice> =>
  changes
    .flatMap((change) => {
      const kind = kindOf(change)
      return kind === undefined || change.after === undefined ? [] : [{ kind, verdict: change.after }]
    })
    .toSorted((a, b) => inOrder(a.verdict, b.verdict))
    .flatMap(({ kind, verdict }) => {
      const { due, entry, instance, norm, status } = verdict
      const parts = [norm, one.id, instance, due ?? "", status, entered]
      return one.owing(verdict, ctx).map(
        (to): Notice => ({
          id: noticeId({ kind, subject: one.subject, parts }, to),
          kind,
          case: { subject: one.subject, id: one.id },
          norm,
          instance,
          to,
          on: ctx.asOf,
          status,
          demanded: false,
          ...(due === undefined ? {} : { due }),
          ...(due === undefined || entry === undefined ? {} : { localTerm: true })
        })
      )
    })

/**
 * Who has to be told what because of the facts that were entered on a case together: first of what was done, in the order of time, then of
 * the duties that it opened and of what is not as provided since. The order in which facts and changes are handed in makes no difference.
 *
 * A fact that another of the same list takes back tells nobody. A correction is told anew. Whoever was told of an entry that now stands no
 * longer is told so; `record` holds the earlier entries of the case, without which nobody knows whom that concerns.
 *
 * @param one - The case as it stands with these facts.
 * @param facts - The facts that were entered together.
 * @param changes - What became of the verdicts through them.
 * @param ctx - The day as of which recipients are looked up: the latest of the day of entry and the days of the facts.
 * @param record - The entries of the case, these or all.
 */
export const noticesOf = (
  one: TellingCase,
  facts: ReadonlyArray<RecordedFact>,
  changes: ReadonlyArray<Change>,
  ctx: Context,
  record: ReadonlyArray<RecordedFact> = []
): ReadonlyArray<Notice> => {
  const entered =
    facts
      .map(({ recordedAt }) => instant(recordedAt))
      .toSorted()
      .at(-1) ?? ctx.asOf
  return [...ofActs(one, facts, ctx, record), ...ofChanges(one, changes, ctx, entered)]
}
