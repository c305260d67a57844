import { differences } from "../profile/differences.ts"
import type { LocalNormId } from "../profile/Parameter.ts"
import type { Profile } from "../profile/Profile.ts"
import type { NormId } from "../regulation/Norm.ts"
import { norms } from "../regulation/norms.ts"
import { textDifferences } from "../regulation/textDifferences.ts"
import { basisOf } from "./Basis.ts"
import type { CaseChanges, CompareQuestion, Comparison, VerdictChange } from "./Comparison.ts"
import { compare, reads } from "./compare.ts"
import { context } from "./context.ts"
import { add, counted, type Tally, tally } from "./counts.ts"
import { type ActEvent, type Bearer, evaluate, type Subject } from "./Subject.ts"
import type { Context, Verdict } from "./Verdict.ts"

/** A case that stands in a region. */
export interface Placed {
  readonly id: string
  readonly region: string | undefined
}

/**
 * What a profile would change in cases that are judged under another one today: each case is evaluated under both, and what the two say
 * is set side by side. Cases are asked one after another and let go, so any iterable of them will do.
 */
export const compareProfiles = <S extends Placed, E extends ActEvent>(
  subject: Subject<S, E>,
  before: Profile,
  after: Profile,
  cases: Iterable<S>,
  { each, texts, ...question }: CompareQuestion
): Comparison => {
  const was = context({ ...question, profile: before })
  const is = context({ ...question, profile: after })
  const groups: Groups = { total: tally(), byNorm: new Map(), byBearer: new Map(), byRegion: new Map() }
  const kept: Array<CaseChanges> = []
  let asked = 0
  for (const state of cases) {
    const nth = asked++
    const changes = changesOf(subject, state, was, is)
    if (changes.length === 0) continue
    for (const change of changes) enter(groups, nth, state.region, change)
    const changed = { subject: state.id, region: state.region, changes }
    if (each === undefined) kept.push(changed)
    else each(changed)
  }
  return {
    asked,
    ...tables(groups),
    cases: kept,
    differences: {
      ...differences(before, after),
      articles: texts === undefined ? [] : textDifferences(texts.before, texts.after)
    },
    basis: { before: basisOf(was), after: basisOf(is) }
  }
}

/** What the two contexts say otherwise about one case, in the order of the norms and of the names of their instances. */
const changesOf = <S extends Placed, E extends ActEvent>(
  subject: Subject<S, E>,
  state: S,
  was: Context,
  is: Context
): ReadonlyArray<VerdictChange> => {
  const bearers = (v: Verdict | undefined, ctx: Context): ReadonlyArray<Bearer> =>
    v === undefined ? [] : subject.bearers(v, state, ctx)
  return compare(
    evaluate(subject, state, was),
    evaluate(subject, state, is),
    (b, a) => reads(b, a) && sameBearers(bearers(b, was), bearers(a, is))
  )
    .map(({ after, before }) => {
      const { instance, norm } = (after ?? before) as Verdict
      return { norm, instance, before, after, bearersBefore: bearers(before, was), bearersAfter: bearers(after, is) }
    })
    .sort((a, b) => normOrder(a.norm, b.norm) || inOrder(a.instance, b.instance))
}

const sameBearer = (a: Bearer, b: Bearer | undefined): boolean => a.role === b?.role && a.agency === b.agency

const sameBearers = (a: ReadonlyArray<Bearer>, b: ReadonlyArray<Bearer>): boolean =>
  a.length === b.length && a.every((one, i) => sameBearer(one, b[i]))

const among = (all: ReadonlyArray<Bearer>, one: Bearer): boolean => all.some((other) => sameBearer(one, other))

interface Groups {
  readonly total: Tally
  readonly byNorm: Map<NormId | LocalNormId, Tally>
  readonly byBearer: Map<string, Tally & { readonly bearer: Bearer }>
  readonly byRegion: Map<string | undefined, Tally>
}

const group = <K, T extends Tally>(groups: Map<K, T>, key: K, create: () => T): T => {
  const found = groups.get(key)
  if (found !== undefined) return found
  const created = create()
  groups.set(key, created)
  return created
}

const enter = (groups: Groups, nth: number, region: string | undefined, change: VerdictChange): void => {
  const { after, bearersAfter, bearersBefore, before, norm } = change
  const moved = before !== undefined && after !== undefined && !sameBearers(bearersBefore, bearersAfter)
  add(groups.total, nth, before, after, moved)
  add(group(groups.byNorm, norm, tally), nth, before, after, moved)
  add(group(groups.byRegion, region, tally), nth, before, after, moved)
  for (const one of bearersBefore) {
    const bears = among(bearersAfter, one)
    add(ofBearer(groups, one), nth, before, bears ? after : undefined, moved && !bears)
  }
  for (const one of bearersAfter)
    if (!among(bearersBefore, one)) add(ofBearer(groups, one), nth, undefined, after, moved)
}

const ofBearer = ({ byBearer }: Groups, bearer: Bearer): Tally =>
  group(byBearer, `${bearer.role} ${bearer.agency ?? ""}`, () => ({ ...tally(), bearer }))

const tables = ({
  byBearer,
  byNorm,
  byRegion,
  total
}: Groups): Pick<Comparison, "total" | "byNorm" | "byBearer" | "byRegion"> => ({
  total: counted(total),
  byNorm: sorted(byNorm, normOrder).map(([norm, t]) => ({ norm, ...counted(t) })),
  byBearer: sorted(byBearer, inOrder).map(([, t]) => ({ ...t.bearer, ...counted(t) })),
  byRegion: sorted(byRegion, inOrder).map(([region, t]) => ({ region, ...counted(t) }))
})

const places = /* @__PURE__ */ new Map<string, number>(/* @__PURE__ */ Object.keys(norms).map((norm, i) => [norm, i]))

/** The norms of the Measures in the order of the articles, then the local ones by name. */
const normOrder = (a: NormId | LocalNormId, b: NormId | LocalNormId): number =>
  (places.get(a) ?? places.size) - (places.get(b) ?? places.size) || inOrder(a, b)

const inOrder = (a = "", b = ""): number => (a < b ? -1 : a > b ? 1 : 0)

const sorted = <K, T>(groups: ReadonlyMap<K, T>, order: (a: K, b: K) => number): ReadonlyArray<readonly [K, T]> =>
  [...groups].sort(([a], [b]) => order(a, b))
