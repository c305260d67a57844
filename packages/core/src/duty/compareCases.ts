import { differences } from "../profile/differences.ts"
import type { Profile } from "../profile/Profile.ts"
import { textDifferences } from "../regulation/textDifferences.ts"
import { basisOf } from "../verdict/Basis.ts"
import type { CaseChanges, CompareQuestion, Comparison, VerdictChange } from "../verdict/Comparison.ts"
import { context } from "../verdict/context.ts"
import { add, counted, type Tally, tally } from "../verdict/counts.ts"
import { nameOrder, normOrder } from "../verdict/normOrder.ts"
import type { Bearer } from "../verdict/Subject.ts"
import { bears, sameBearers } from "../verdict/sameBearer.ts"
import type { Verdict } from "../verdict/Verdict.ts"
import type { Case } from "./Case.ts"

/** The profile that cases are judged under, and the one that they would be judged under. */
export interface Profiles {
  /** In force. */
  readonly before: Profile
  /** Not switched on. */
  readonly after: Profile
}

/**
 * What a reading, a value, a local norm or a whole layer would change in cases of any subjects that are judged under another profile today,
 * by norm, bearer, region and subject. Nothing is switched on: both profiles are asked about the same cases on the same day, and what the two
 * say is set side by side.
 *
 * Cases are asked one after another and let go, so a generator over a table will do; with `each` the memory needed does not grow with them.
 * An amendment of the text changes no verdict by itself (see `CompareQuestion.texts`).
 *
 * @example
 * ```ts
 * import type { CivilDate } from "@banfa/core/civil"
 * import { caseOf, compareCases } from "@banfa/core/duty"
 * import { reading, textOnly } from "@banfa/core/profile"
 * import { type Event, fold, subject } from "@banfa/core/project"
 *
 * const approved = { _tag: "Approved", project: "P1", application: "A1", id: "1", on: "2026-02-20", recordedAt: "2026-02-20T01:00:00Z" }
 * const cases = [caseOf(subject, fold("P1", [{ ...approved, funding: ["self-raised"] } as unknown as Event]))]
 * const profiles = { before: textOnly, after: reading(textOnly, "A11a", "fiscal") }
 * const changed = compareCases(cases, profiles, { asOf: "2026-03-01" as CivilDate })
 * changed.byNorm.map(({ norm, vanishedDuties }) => [norm, vanishedDuties]) // => [["N11.1", 1]]
 * ```
 */
export const compareCases = (
  cases: Iterable<Case>,
  { after, before }: Profiles,
  { each, texts, ...question }: CompareQuestion
): Comparison => {
  const was = context({ ...question, profile: before })
  const is = context({ ...question, profile: after })
  const groups: Groups = {
    total: tally(),
    byNorm: new Map(),
    byBearer: new Map(),
    byRegion: new Map(),
    bySubject: new Map()
  }
  const kept: Array<CaseChanges> = []
  let asked = 0
  for (const one of cases) {
    const nth = asked++
    const changes = one.changes(was, is)
    if (changes.length === 0) continue
    for (const change of changes) enter(groups, nth, one, change)
    const changed = { subject: one.subject, case: one.id, region: one.region, changes }
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

interface Groups {
  readonly total: Tally
  readonly byNorm: Map<Verdict["norm"], Tally>
  readonly byBearer: Map<string, Tally & { readonly bearer: Bearer }>
  readonly byRegion: Map<string | undefined, Tally>
  readonly bySubject: Map<string, Tally>
}

const group = <K, T extends Tally>(groups: Map<K, T>, key: K, create: () => T): T => {
  const found = groups.get(key)
  if (found !== undefined) return found
  const created = create()
  groups.set(key, created)
  return created
}

const enter = (groups: Groups, nth: number, { region, subject }: Case, change: VerdictChange): void => {
  const { after, bearersAfter, bearersBefore, before, norm } = change
  const moved = before !== undefined && after !== undefined && !sameBearers(bearersBefore, bearersAfter)
  const whole = [
    groups.total,
    group(groups.byNorm, norm, tally),
    group(groups.byRegion, region, tally),
    group(groups.bySubject, subject, tally)
  ]
  for (const t of whole) add(t, nth, before, after, moved)
  for (const one of bearersBefore) {
    const still = bears(bearersAfter, one)
    add(ofBearer(groups, one), nth, before, still ? after : undefined, moved && !still)
  }
  for (const one of bearersAfter)
    if (!bears(bearersBefore, one)) add(ofBearer(groups, one), nth, undefined, after, moved)
}

const ofBearer = ({ byBearer }: Groups, bearer: Bearer): Tally =>
  group(byBearer, `${bearer.role} ${bearer.agency ?? ""}`, () => ({ ...tally(), bearer }))

const tables = ({
  byBearer,
  byNorm,
  byRegion,
  bySubject,
  total
}: Groups): Pick<Comparison, "total" | "byNorm" | "byBearer" | "byRegion" | "bySubject"> => ({
  total: counted(total),
  byNorm: sorted(byNorm, normOrder).map(([norm, t]) => ({ norm, ...counted(t) })),
  byBearer: sorted(byBearer, nameOrder).map(([, t]) => ({ ...t.bearer, ...counted(t) })),
  byRegion: sorted(byRegion, nameOrder).map(([region, t]) => ({ region, ...counted(t) })),
  bySubject: sorted(bySubject, nameOrder).map(([subject, t]) => ({ subject, ...counted(t) }))
})

const sorted = <K, T>(groups: ReadonlyMap<K, T>, order: (a: K, b: K) => number): ReadonlyArray<readonly [K, T]> =>
  [...groups].sort(([a], [b]) => order(a, b))
