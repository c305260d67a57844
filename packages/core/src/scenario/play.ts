/** Asks what a scenario asks, through the stateless door, and compares the answers with those that it expects. */
import * as Result from "effect/Result"
import { directory } from "../agency/Directory.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Profile } from "../profile/Profile.ts"
import {
  advise,
  caseAt,
  duties,
  type Event,
  effective,
  fold,
  type Position,
  type Project,
  subject,
  variance,
  verdicts
} from "../project/index.ts"
import { path, type Way } from "../project/path.ts"
import type { NormId, Readings } from "../regulation/Norm.ts"
import type { Advice } from "../verdict/Advice.ts"
import { context } from "../verdict/context.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { type Difference, differences } from "./differences.ts"
import { InvalidScenario } from "./InvalidScenario.ts"
import { profileOf } from "./profiles.ts"
import type { Check, Scenario, ScenarioPlan, ScenarioProfile } from "./Scenario.ts"

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
  /** The norms that the answers would need. */
  readonly notEvaluated: ReadonlyArray<NormId>
  /** The last day on which the case reads so if nobody acts. */
  readonly quietUntil: CivilDate | undefined
  /** Where the project stands. */
  readonly position: Project["position"]
  /** The way to the goal, where one is asked for. */
  readonly way: Way<Event> | undefined
  /** The project against each of its baselines. */
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
    const ctx = context({
      asOf: check.when.asOf,
      profile: profile.success,
      directory: agencies.success,
      plansInForce: plansFrom(scenario.setting.plans)
    })
    const answers = answer(scenario, check, ctx)
    checks.push({ check, answers, differences: differences(check.then, answers) })
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

/** Which of these plans measure a project: the provincial one everywhere, a local one in its region, a departmental one its organ's. */
export const plansFrom =
  (plans: ReadonlyArray<ScenarioPlan> | undefined): Context["plansInForce"] =>
  (region, organ, on) =>
    plans?.filter(
      (plan) =>
        !(plan.from !== undefined && on < plan.from) &&
        !(plan.until !== undefined && plan.until < on) &&
        (plan.kind === "provincial" || (plan.kind === "local" ? plan.region === region : plan.organ === organ))
    )

/** Everything that a scenario records is known by then. */
const end = "2199-12-31T23:59:59.999Z"

const answer = (scenario: Scenario, { when }: Check, ctx: Context): Answers => {
  const { acts, asOf, goal, knownAt = end, project } = when
  const given = scenario.given.filter((event) => event.project === project)
  const done = acts.filter((act) => act.on <= asOf)
  const state = fold(project, [...effective(given, asOf, knownAt), ...done])
  const borne = (verdict: Verdict): BorneVerdict => ({ verdict, bearers: subject.bearers(verdict, state, ctx) })
  const found = verdicts(state, ctx)
  const owed = duties(state, ctx)
  const day =
    acts
      .map(({ on }) => on)
      .sort()
      .at(-1) ?? asOf
  const advice = acts.length === 0 ? undefined : advise(caseAt(project, given, day, knownAt), acts, ctx)
  return {
    advice,
    verdicts: found.verdicts.map(borne),
    duties: owed.duties,
    notEvaluated: advice?.notEvaluated ?? found.notEvaluated,
    quietUntil: owed.quietUntil,
    position: state.position,
    way: goal === undefined ? undefined : path(state, goal as Position, ctx),
    variance: variance(state),
    readings: ctx.profile.readings
  }
}
