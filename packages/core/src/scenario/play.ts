/** Asks what a scenario asks, through the stateless door, and compares the answers with those that it expects. */
import * as Result from "effect/Result"
import { directory } from "../agency/Directory.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Way } from "../path/Way.ts"
import type { Profile } from "../profile/Profile.ts"
import type { Project } from "../project/Project.ts"
import { variance } from "../project/variance.ts"
import type { Readings } from "../regulation/Norm.ts"
import { type Advice, advise } from "../verdict/Advice.ts"
import { context } from "../verdict/context.ts"
import { duties } from "../verdict/Duty.ts"
import { caseAt, enteredOn, standingAt } from "../verdict/record.ts"
import { type Bearer, evaluate } from "../verdict/Subject.ts"
import type { Brought } from "../verdict/Surroundings.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { type Difference, differences } from "./differences.ts"
import { InvalidScenario } from "./InvalidScenario.ts"
import { profileOf } from "./profiles.ts"
import type { Check, Scenario, ScenarioProfile, When } from "./Scenario.ts"
import type { CaseEvent } from "./SubjectForm.ts"
import { caseOf, formOf, subjectForm, subjectForms } from "./subjects/index.ts"
import { surroundingsOf } from "./surroundingsOf.ts"

/** A verdict with whoever bears it. */
export interface BorneVerdict {
  /** What a norm says. */
  readonly verdict: Verdict
  /** Who answers for it on the day asked. */
  readonly bearers: ReadonlyArray<Bearer>
}

/** Everything that was answered to one question. With intended acts, all but the advice is read as if they were done. */
export interface Answers {
  /** On the intended acts; `undefined` when there were none. */
  readonly advice: Advice | undefined
  /** What every norm says. */
  readonly verdicts: ReadonlyArray<BorneVerdict>
  /** The verdicts that are open. */
  readonly duties: ReadonlyArray<BorneVerdict>
  /** The last day on which the case reads so if nobody acts. */
  readonly quietUntil: CivilDate | undefined
  /** Where the case stands. */
  readonly position: string
  /** The way to the goal, where one is asked for. */
  readonly way: Way<CaseEvent> | undefined
  /** A project against each of its baselines; of other cases there are none. */
  readonly variance: ReturnType<typeof variance>
  /** The readings that the question was asked under. */
  readonly readings: Readings
}

/** One check and what came of it: no differences, and it holds. */
export interface PlayedCheck {
  /** What was asked and expected. */
  readonly check: Check
  /** What was answered. */
  readonly answers: Answers
  /** What was expected and not answered. */
  readonly differences: ReadonlyArray<Difference>
}

/** A scenario and what came of its checks. */
export interface Played {
  /** The scenario, as it was read. */
  readonly scenario: Scenario
  /** In the order of the scenario. */
  readonly checks: ReadonlyArray<PlayedCheck>
}

/** Plays a scenario. Pure: the same scenario gives the same answers. A directory or layers that contradict themselves are `InvalidScenario`. */
export const play = (scenario: Scenario): Result.Result<Played, InvalidScenario> => {
  const agencies = directory(scenario.setting.directory)
  if (Result.isFailure(agencies)) return invalid(agencies.failure.findings)
  const checks: Array<PlayedCheck> = []
  for (const check of scenario.checks) {
    const profile = profileFor(check, scenario.setting.profile)
    if (Result.isFailure(profile)) return Result.fail(profile.failure)
    const question = { asOf: check.when.asOf, profile: profile.success, directory: agencies.success }
    const ctx = context({ ...question, ...around(scenario, check.when, context(question)) })
    const answers = answer(scenario, check, ctx)
    checks.push({ check, answers, differences: differences(check.then, answers, subjectForm(check.when.subject)) })
  }
  return Result.succeed({ scenario, checks })
}

const invalid = (
  findings: ReadonlyArray<{ readonly zh: string; readonly en: string }>
): Result.Result<never, InvalidScenario> =>
  Result.fail(new InvalidScenario({ findings: findings.map(({ en, zh }) => ({ path: "", zh, en })) }))

const profileFor = ({ when }: Check, setting: ScenarioProfile): Result.Result<Profile, InvalidScenario> => {
  const composed = profileOf(when.profile ?? setting)
  if (Result.isFailure(composed)) return invalid(composed.failure.findings)
  const profile = composed.success
  const chosen = Object.keys(when.readings).length > 0
  return Result.succeed(
    chosen ? { ...profile, readings: { ...profile.readings, ...(when.readings as Partial<Readings>) } } : profile
  )
}

/** Everything that a scenario records is known by then. */
const end = "2199-12-31T23:59:59.999Z"
const lastDay = "2199-12-31" as CivilDate

/** What the cases of a scenario tell each other, and what its setting says of the surroundings: that comes first. */
const around = ({ given, setting }: Scenario, { knownAt = end }: When, ctx: Context): Brought => {
  const told: { -readonly [K in keyof Brought]: Brought[K] } = {}
  for (const { subject, surrounds } of subjectForms) {
    const theirs = given.filter((event) => formOf(event).subject === subject)
    if (surrounds === undefined || theirs.length === 0) continue
    const ids = [...new Set(theirs.map(caseOf))]
    const cases = ids.map((id) =>
      caseAt(
        subject,
        id,
        theirs.filter((event) => caseOf(event) === id),
        lastDay,
        knownAt
      )
    )
    Object.assign(told, surrounds(cases, ctx))
  }
  return { ...told, ...surroundingsOf(setting) }
}

const answer = (scenario: Scenario, { when }: Check, ctx: Context): Answers => {
  const { acts, asOf, goal, knownAt = end } = when
  const { path, subject } = subjectForm(when.subject)
  const given = scenario.given.filter((event) => formOf(event).subject === subject && caseOf(event) === when.case)
  const done = acts.filter((act) => act.on <= asOf)
  const state = subject.fold(when.case, [...standingAt(given, subject.opens, asOf, knownAt), ...done])
  const borne = (verdict: Verdict): BorneVerdict => ({ verdict, bearers: subject.bearers(verdict, state, ctx) })
  const owed = duties(subject, state, ctx)
  const day =
    acts
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? asOf
  const before = caseAt(subject, when.case, given, day, knownAt)
  const since = caseAt(subject, when.case, given, enteredOn(acts, day), knownAt)
  const advice = acts.length === 0 ? undefined : advise(subject, before, acts, ctx, since)
  return {
    advice,
    verdicts: evaluate(subject, state, ctx).map(borne),
    duties: owed.duties,
    quietUntil: owed.quietUntil,
    position: subject.position(state, ctx),
    way: goal === undefined ? undefined : path?.(state, goal, ctx),
    variance: when.subject === "project" ? variance(state as Project) : [],
    readings: ctx.profile.readings
  }
}
