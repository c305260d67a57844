import { calendar } from "@banfa/testing/project"
import {
  agencies,
  dayOf,
  type Province,
  profiles,
  provinceOf,
  provinces,
  type Subject as SubjectId,
  surroundingsOf,
  type Told
} from "@banfa/testing/province"
import { writeScenario } from "@banfa/testing/scenario"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { subject as complaints } from "../../src/complaint/subject.ts"
import { subject as facilities } from "../../src/facility/subject.ts"
import { subject as organs } from "../../src/organ/subject.ts"
import { subject as plans } from "../../src/planning/subject.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import { subject as projects } from "../../src/project/subject.ts"
import { subject as resources } from "../../src/resource/subject.ts"
import type { CaseEvent } from "../../src/scenario/index.ts"
import { subject as standards } from "../../src/standard/subject.ts"
import { subject as inspections } from "../../src/supervision/subject.ts"
import { subject as systems } from "../../src/system/subject.ts"
import { context } from "../../src/verdict/context.ts"
import { caseAt } from "../../src/verdict/record.ts"
import { evaluate, type Subject } from "../../src/verdict/Subject.ts"
import type { Brought } from "../../src/verdict/Surroundings.ts"
import type { Context, Verdict } from "../../src/verdict/Verdict.ts"
import { least, lineOf, now, runs } from "./Law.ts"

/** A case of any subject, as the laws of the province see it. */
export type State = { readonly id: string; readonly position: string; readonly region: string | undefined }
/** The rules of any subject. */
export type Rules = Subject<State, CaseEvent>

const rulesOf = (subject: unknown): Rules => subject as Rules
/** The rules of each subject of the province. */
export const subjects: { readonly [S in SubjectId]: Rules } = {
  planning: rulesOf(plans),
  standard: rulesOf(standards),
  facility: rulesOf(facilities),
  project: rulesOf(projects),
  system: rulesOf(systems),
  organ: rulesOf(organs),
  resource: rulesOf(resources),
  complaint: rulesOf(complaints),
  supervision: rulesOf(inspections)
}

/** The directory of the province, as data and built. */
export const data = Result.getOrThrow(parseDirectoryData(agencies))
export const who = Result.getOrThrow(directory(data))

/** What the cases of a province tell each other. */
export const around = (cases: ReadonlyArray<Told>): Brought => surroundingsOf(cases, who, now)

/** What a case says on a day, with everything on record known. */
export const stateOf = ({ facts, id, subject }: Told, day: CivilDate): State =>
  caseAt(subjects[subject], id, facts, day, now)

/** A province on a day, under rules: what its cases say is worked out once. */
export interface World {
  readonly province: Province
  readonly day: CivilDate
  readonly profile: Profile
  /** A number with which a law picks something. */
  readonly lot: number
  readonly ctx: Context
  /** What the norms say of a case. */
  readonly says: (one: Told) => ReadonlyArray<Verdict>
  /** The same in lines. */
  readonly lines: (one: Told) => ReadonlyArray<string>
  /** A question with other rules, another day or other surroundings. */
  readonly asked: (other: Partial<Pick<Context, "asOf" | "profile">>, brought?: Brought) => Context
}

/** What the norms say of a case in some context. */
export const judged = (one: Told, ctx: Context): ReadonlyArray<Verdict> =>
  evaluate(subjects[one.subject], stateOf(one, ctx.asOf), ctx)

/** The same in lines. */
export const linesOf = (one: Told, ctx: Context): ReadonlyArray<string> => judged(one, ctx).map(lineOf)

const worldOf = (province: Province, day: CivilDate, profile: Profile, lot: number): World => {
  const own = around(province.cases)
  const asked: World["asked"] = (other, brought = own) =>
    context({ asOf: day, profile, directory: who, calendar, ...other, ...brought })
  const ctx = asked({})
  const known = new Map<Told, ReadonlyArray<Verdict>>()
  const says = (one: Told): ReadonlyArray<Verdict> => {
    const found = known.get(one) ?? judged(one, ctx)
    known.set(one, found)
    return found
  }
  return { province, day, profile, lot, ctx, says, lines: (one) => says(one).map(lineOf), asked }
}

/** Provinces with a day and rules. */
export const worlds: fc.Arbitrary<World> = fc
  .record({ province: provinces, n: fc.nat(20_000), profile: profiles, lot: fc.nat(1000) })
  .map(({ lot, n, profile, province }) => worldOf(province, dayOf(province, n), profile, lot))

/** The same cases with some of them told otherwise or left out. */
export const changed = (w: World, change: (one: Told) => Told | undefined): World =>
  worldOf(provinceOf(w.province.cases.flatMap((one) => change(one) ?? [])), w.day, w.profile, w.lot)

/** A history of the province as a scenario file that can be read and played again. */
export const scenarioFile = ({ day, profile, province }: World, title: string): string => {
  const told = {
    title: { zh: title, en: title },
    directory: data,
    profile,
    facts: province.facts,
    asked: province.cases.map(({ id, subject }) => ({ subject, case: id, asOf: day }))
  }
  const written = writeScenario(told)
  return Result.isSuccess(written) ? written.success : `${written.failure.message}\n${JSON.stringify(told.facts)}`
}

/** A law of the province: the sentence that it protects, and how it is put to the test. */
export interface ProvinceLaw {
  readonly title: string
  /** How often a hundred provinces have to meet what it speaks of; a run with less is a failure. */
  readonly floor: number
  readonly holds: (w: World, met: (times?: number) => void) => void
}

const sampled = (portion: number): { readonly seed: number; readonly all: ReadonlyArray<World> } => {
  const all: Array<World> = []
  const { seed } = fc.check(
    fc.property(worlds, (w) => {
      all.push(w)
    }),
    { numRuns: Math.ceil(runs * portion) }
  )
  return { seed, all }
}

/**
 * Puts every law of a table to the same provinces. A law that does not hold is asked again of that province alone until nothing can be left
 * out of it, and fails with the history as a scenario file.
 */
export const provinceLaws = (portion: number, laws: ReadonlyArray<ProvinceLaw>): void => {
  let sample: ReturnType<typeof sampled> | undefined
  test.each(laws.map((one) => [one.title, one] as const))("%s", (title, { floor, holds }) => {
    sample ??= sampled(portion)
    const { all, seed } = sample
    let count = 0
    for (const [i, w] of all.entries()) {
      try {
        holds(w, (n = 1) => {
          count += n
        })
      } catch (cause) {
        throw new Error(failure(title, holds, { seed, path: String(i) }, w, cause), { cause })
      }
    }
    expect(count, `cases met in ${all.length} provinces`).toBeGreaterThanOrEqual(least(floor, all.length))
    if (process.env.COUNT !== undefined) console.info(`${title}: ${count} cases met in ${all.length} provinces`)
  })
}

/** What a law that does not hold says: the smallest history that was found, as a scenario file, and how to find it again. */
export const failure = (
  title: string,
  holds: ProvinceLaw["holds"],
  at: { readonly seed: number; readonly path: string },
  first: World,
  cause: unknown
): string => {
  const check = fc.check(
    fc.property(worlds, (w) => holds(w, () => undefined)),
    { ...at, numRuns: 1, endOnFailure: false }
  )
  const [smallest] = check.counterexample ?? [first]
  const error = check.errorInstance ?? cause
  const seen = error instanceof Error ? error.message : String(error)
  const again = `# seed ${at.seed}, path ${check.counterexamplePath ?? at.path}`
  return [seen, scenarioFile(smallest, title), again].join("\n\n")
}

/** The day after. */
export const next = (day: CivilDate): CivilDate => addDays(day, 1)
