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
    basis: { before: basisOf(was), after: basisOf(is) },
    notEvaluated: subject.later
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
    .sort((a, b) => inOrder(normKey(a.norm), normKey(b.norm)) || inOrder(a.instance, b.instance))
}

const nameOf = ({ agency, role }: Bearer): string => `${role} ${agency ?? ""}`

const sameBearers = (a: ReadonlyArray<Bearer>, b: ReadonlyArray<Bearer>): boolean =>
  a.length === b.length && a.every((one, i) => one.role === b[i]?.role && one.agency === b[i]?.agency)

interface Groups {
  readonly total: Tally
  readonly byNorm: Map<NormId | LocalNormId, Tally>
  readonly byBearer: Map<string, Tally & { readonly bearer: Bearer }>
  readonly byRegion: Map<string | undefined, Tally>
}

const group = <K, T extends Tally>(groups: Map<K, T>, key: K, create: () => T): T => {
  const found = groups.get(key) ?? create()
  groups.set(key, found)
  return found
}

const enter = (groups: Groups, nth: number, region: string | undefined, change: VerdictChange): void => {
  const { after, bearersAfter, bearersBefore, before, norm } = change
  const moved = before !== undefined && after !== undefined && !sameBearers(bearersBefore, bearersAfter)
  add(groups.total, nth, before, after, moved)
  add(group(groups.byNorm, norm, tally), nth, before, after, moved)
  add(group(groups.byRegion, region, tally), nth, before, after, moved)
  const names = [bearersBefore.map(nameOf), bearersAfter.map(nameOf)] as const
  const all = new Map([...bearersBefore, ...bearersAfter].map((bearer) => [nameOf(bearer), bearer]))
  for (const [name, bearer] of all) {
    const [bore, bears] = [names[0].includes(name), names[1].includes(name)]
    const theirs = group(groups.byBearer, name, () => ({ ...tally(), bearer }))
    add(theirs, nth, bore ? before : undefined, bears ? after : undefined, moved && bore !== bears)
  }
}

const tables = ({
  byBearer,
  byNorm,
  byRegion,
  total
}: Groups): Pick<Comparison, "total" | "byNorm" | "byBearer" | "byRegion"> => ({
  total: counted(total),
  byNorm: sorted(byNorm, normKey).map(([norm, t]) => ({ norm, ...counted(t) })),
  byBearer: sorted(byBearer, (name) => name).map(([, t]) => ({ ...t.bearer, ...counted(t) })),
  byRegion: sorted(byRegion, (region) => region ?? "").map(([region, t]) => ({ region, ...counted(t) }))
})

const places = /* @__PURE__ */ new Map<string, number>(/* @__PURE__ */ Object.keys(norms).map((norm, i) => [norm, i]))

/** The norms of the Measures in the order of the articles, then the local ones. */
const normKey = (norm: NormId | LocalNormId): string => {
  const place = places.get(norm)
  return place === undefined ? norm : String(place).padStart(3, "0")
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sorted = <K, T>(groups: ReadonlyMap<K, T>, key: (name: K) => string): ReadonlyArray<readonly [K, T]> =>
  [...groups].sort(([a], [b]) => inOrder(key(a), key(b)))
