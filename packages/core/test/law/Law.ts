import { agencies, calendar, inService, instrumentsInForce, plansInForce, projectId } from "@banfa/testing/project"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import { caseAt, context, type Event, fold, type Project, type Verdict, verdicts } from "../../src/project/index.ts"
import type { NormId } from "../../src/regulation/Norm.ts"
import { norms } from "../../src/regulation/norms.ts"

/** How many cases each property is put to (`vitest.draws.ts`). */
export const runs = fc.readConfigureGlobal()?.numRuns ?? 25

/** Whether so many are drawn that floors bind, and that whatever is searched for has to be found. */
export const full = runs >= 500

/** How many cases are drawn beside those of properties: as many as a full run draws, or at most a hundred. */
export const drawn = (inFull: number): number => (full ? inFull : Math.min(inFull, 100))

/** After everything that any history enters. */
export const now = "2199-01-01T00:00:00Z"

/** The sample directory. */
export const sample = Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(agencies))))

/** What the histories are judged with: the sample directory, its plans and instruments, its facilities and its calendar. */
export const asked = (asOf: CivilDate, profile: Profile) =>
  context({ asOf, profile, directory: sample, calendar, plansInForce, instrumentsInForce, inService })

/** What the norms say of a case. */
export const says = (p: Project, asOf: CivilDate, profile: Profile): ReadonlyArray<Verdict> =>
  verdicts(p, asked(asOf, profile)).verdicts

/** The case of some facts on a day, all entries known. */
export const onDay = (events: ReadonlyArray<Event>, asOf: CivilDate): Project => caseAt(projectId, events, asOf, now)

/** The case of some facts, all of them, corrections apart. */
export const folded = (events: ReadonlyArray<Event>): Project => fold(projectId, events)

/** What stands before every other norm: whether the Measures reach the case at all. @article 2 @article 36 */
const scope: ReadonlySet<Verdict["norm"]> = new Set<Verdict["norm"]>(["N2.1", "N2.2", "N36.1"])

/** The verdicts of the norms beyond scope and force. */
export const beyondScope = (all: ReadonlyArray<Verdict>): ReadonlyArray<Verdict> =>
  all.filter(({ norm }) => !scope.has(norm))

/** The readings that bear on these norms beyond those of scope and force. */
export const readingsBearing = (rules: ReadonlyArray<{ readonly norm: NormId }>): ReadonlyArray<string> =>
  [
    ...new Set(rules.flatMap(({ norm }): ReadonlyArray<string> => (scope.has(norm) ? [] : norms[norm].readings)))
  ].toSorted()

/** The name of a verdict. */
export const nameOf = (v: Verdict): string => `${v.norm} ${v.instance}`

/** A verdict in one line: its name and what it says. */
export const lineOf = (v: Verdict): string =>
  [nameOf(v), v.status, v.due, v.missing, v.note, v.gate, v.bars, v.trigger?.ref, v.act?.ref].join("|")

/** A case without when its facts were entered. */
export const unentered = <S>(state: S): S =>
  JSON.parse(JSON.stringify(state, (key, value: unknown) => (key === "entered" ? undefined : value))) as S

/** Verdicts by their names. */
export const named = (all: ReadonlyArray<Verdict>): ReadonlyMap<string, Verdict> =>
  new Map(all.map((v) => [nameOf(v), v]))

/**
 * How often so many cases have to meet what a law speaks of, where `floor` of a hundred should. Of a few nobody can ask a share: there one
 * will do, and none where luck decides.
 */
export const least = (floor: number, cases: number): number => {
  const share = Math.floor((floor * cases) / 100)
  return full ? share : Math.min(1, Math.floor(share / 5))
}

/**
 * A property of the law. It calls `met` whenever it has met what it speaks of; a run in which fewer than `floor` of a hundred cases did is
 * a failure, so that no property holds because it was never put to the test.
 */
export const law = <A>(
  title: string,
  floor: number,
  cases: { readonly [K in keyof A]: fc.Arbitrary<A[K]> },
  property: (given: A, met: (times?: number) => void) => void,
  portion = 1
): void =>
  test(title, () => {
    let count = 0
    const numRuns = Math.ceil(runs * portion)
    fc.assert(
      fc.property(fc.record(cases as { [K in keyof A]: fc.Arbitrary<A[K]> }), (given) =>
        property(given as A, (n = 1) => {
          count += n
        })
      ),
      { numRuns }
    )
    expect(count, `cases met in ${numRuns} runs`).toBeGreaterThanOrEqual(least(floor, numRuns))
    if (process.env.COUNT !== undefined) console.info(`${title}: ${count} cases met in ${numRuns} runs`)
  })

/** A law among several of the same cases: its title, of a hundred cases how often it meets what it speaks of, and what it claims. */
export interface LawOf<Q> {
  readonly title: string
  readonly floor: number
  readonly holds: (asked: Q, met: (times?: number) => void) => void
}

/**
 * Puts several laws to the same cases, so that what all of them ask of a case is worked out once. A law that does not hold is put to its case
 * alone until nothing can be left out of it.
 */
export const lawsOf = <A, Q>(
  cases: { readonly [K in keyof A]: fc.Arbitrary<A[K]> },
  asking: (given: A) => Q,
  portion: number,
  all: ReadonlyArray<LawOf<Q>>
): void => {
  const givens = fc.record(cases as { [K in keyof A]: fc.Arbitrary<A[K]> }) as fc.Arbitrary<A>
  const numRuns = Math.ceil(runs * portion)
  let drawnOnce: { readonly seed: number; readonly asked: ReadonlyArray<Q> } | undefined
  const draw = () => {
    const asked: Array<Q> = []
    const collecting = fc.property(givens, (given) => {
      asked.push(asking(given))
    })
    const { seed } = fc.check(collecting, { numRuns })
    return { seed, asked }
  }
  for (const { floor, holds, title } of all) {
    test(title, () => {
      drawnOnce ??= draw()
      const { asked, seed } = drawnOnce
      let count = 0
      for (const [i, one] of asked.entries()) {
        try {
          holds(one, (n = 1) => {
            count += n
          })
        } catch (cause) {
          const again = fc.property(givens, (given) => holds(asking(given), () => undefined))
          fc.assert(again, { seed, path: String(i), numRuns: 1 })
          throw cause
        }
      }
      expect(count, `cases met in ${numRuns} runs`).toBeGreaterThanOrEqual(least(floor, numRuns))
      if (process.env.COUNT !== undefined) console.info(`${title}: ${count} cases met in ${numRuns} runs`)
    })
  }
}
