/** The checks of a scenario in canonical form: what is asked on which day of which project, and what has to be answered. */
import type { Event } from "../project/Event.ts"
import type { WrittenThen, WrittenWhen } from "./checkForm.ts"
import type { Say } from "./Form.ts"
import { factsOf, inProject, listed } from "./factsOf.ts"
import type { WrittenScenario } from "./fileForm.ts"
import { about, item, type Place, under } from "./Place.ts"
import { profileAs } from "./profiles.ts"
import type { Check, When } from "./Scenario.ts"
import type { Assembled } from "./settingOf.ts"

/** Completes the checks of a scenario and says what does not fit in them. */
export const checksOf = (
  written: WrittenScenario,
  place: Place,
  world: Assembled,
  given: ReadonlyArray<Event>,
  say: Say
): ReadonlyArray<Check> => {
  const { checks, then, when } = written
  if (checks !== undefined && when === undefined && then === undefined) {
    const at = under(place, "检验", "checks")
    return checks.flatMap((check, index) => checkOf(check.when, check.then, item(at, index), world, given, say))
  }
  if (checks === undefined && when !== undefined && then !== undefined) {
    return checkOf(when, then, place, world, given, say)
  }
  about(say, place, "应写“检验”，或者一组“当”和“则”", `either "checks", or one "when" with its "then", belongs here`)
  return []
}

const checkOf = (
  written: WrittenWhen,
  then: WrittenThen,
  place: Place,
  world: Assembled,
  given: ReadonlyArray<Event>,
  say: Say
): ReadonlyArray<Check> => {
  const when = whenOf(written, under(place, "当", "when"), world, given, say)
  answerable(then, written, place, world, say)
  // biome-ignore lint/suspicious/noThenProperty: a check is data; nothing awaits it
  return when === undefined ? [] : [{ when, then: then as Check["then"] }]
}

const whenOf = (
  when: WrittenWhen,
  at: Place,
  world: Assembled,
  given: ReadonlyArray<Event>,
  say: Say
): When | undefined => {
  const actsAt = under(at, "拟办", "acts")
  const acts = factsOf({ facts: when.acts ?? [], at: actsAt, label: "act" }, world, given, say)
  const last = acts
    .map(({ on }) => on)
    .sort()
    .at(-1)
  const asOf = when.asOf ?? last
  const [sole] = world.projects
  const project = when.project ?? acts[0]?.project ?? (world.projects.length <= 1 ? (sole?.id ?? "P1") : undefined)
  if (acts.some((act) => act.project !== project)) {
    about(say, actsAt, "一次只能就一个项目发问", "a check asks about one project")
  }
  if (acts.some((act) => act.corrects !== undefined)) {
    about(say, actsAt, "更正是补记，不能作为拟办的事项", "a correction is recorded, not intended")
  }
  if (last !== undefined && asOf !== undefined && asOf < last) {
    about(say, at, `“截至”不得早于拟办之日${last}`, `"asOf" is before the intended act of ${last}`)
  }
  const profile =
    when.profile === undefined ? {} : { profile: profileAs(when.profile, under(at, "规则", "profile"), say) }
  if (project === undefined) {
    return about(say, at, "项目不止一个，应写明“项目”", `there are several projects: "project" belongs here`)
  }
  inProject(project, world, [], under(at, "项目", "project"), say)
  if (asOf === undefined) {
    return about(say, at, "应写明“截至”的日期，或者拟办的事项", `"asOf" or an intended act belongs here`)
  }
  const knownAt = when.knownAt === undefined ? {} : { knownAt: when.knownAt }
  const goal = when.goal === undefined ? {} : { goal: when.goal }
  return { project, asOf, acts, readings: when.readings ?? {}, ...goal, ...knownAt, ...profile }
}

/** Says so when what is expected cannot be an answer to what is asked. */
const answerable = (
  then: WrittenThen,
  { acts = [], goal }: WrittenWhen,
  place: Place,
  world: Assembled,
  say: Say
): void => {
  if (Object.keys(then).length === 0) about(say, place, "“则”没有写明任何结果", `"then" says nothing`)
  if (acts.length === 0 && (then.advice ?? then.reasons ?? then.onlyReasons) !== undefined) {
    about(
      say,
      place,
      "没有拟办的事项，不会有“建议”或者“理由”",
      "without an intended act there is no advice and no reason"
    )
  }
  if (goal === undefined && then.path !== undefined)
    about(say, place, "没有写明“目标”，不会有“途径”", `without a "goal" there is no path`)
  for (const expected of [then.verdicts, then.onlyVerdicts, then.duties, then.onlyDuties]) {
    for (const { bearer } of expected ?? []) {
      if (typeof bearer === "string") listed(bearer, world.known, under(place, "则", "then"), say)
    }
  }
}
