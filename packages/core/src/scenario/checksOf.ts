/** The checks of a scenario in canonical form: what is asked on which day of which project, and what has to be answered. */
import type { WrittenThen, WrittenWhen } from "./checkForm.ts"
import type { Say } from "./Form.ts"
import { factsOf, inProject, listed } from "./factsOf.ts"
import type { WrittenScenario } from "./fileForm.ts"
import { about, item, type Place, under } from "./Place.ts"
import { profileAs } from "./profiles.ts"
import type { Check, When } from "./Scenario.ts"
import type { AnySubjectForm, CaseEvent } from "./SubjectForm.ts"
import type { Assembled } from "./settingOf.ts"
import { caseOf, formOf, subjectForms } from "./subjects/index.ts"

/** Completes the checks of a scenario and says what does not fit in them. */
export const checksOf = (
  written: WrittenScenario,
  place: Place,
  world: Assembled,
  given: ReadonlyArray<CaseEvent>,
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
  given: ReadonlyArray<CaseEvent>,
  say: Say
): ReadonlyArray<Check> => {
  const when = whenOf(written, under(place, "当", "when"), world, given, say)
  answerable(then, written, place, world, say)
  // biome-ignore lint/suspicious/noThenProperty: a check is data; nothing awaits it
  return when === undefined ? [] : [{ when, then: then as Check["then"] }]
}

/** The case that is asked about: the one that is named, that of the intended acts, or the only one that the scenario tells of. */
const asked = (
  when: WrittenWhen,
  acts: ReadonlyArray<CaseEvent>,
  world: Assembled,
  given: ReadonlyArray<CaseEvent>,
  at: Place,
  say: Say
): Pick<When, "subject" | "case"> | undefined => {
  const named = subjectForms.filter(({ subject }) => when[subject.key] !== undefined)
  if (named.length > 1) return about(say, at, "一次只能就一个案件发问", "a check asks about one case")
  const [first] = acts
  const told = new Set(given.map(formOf))
  const sole = world.projects.length === 0 && told.size === 1 ? [...told][0] : undefined
  const form = named[0] ?? (first === undefined ? sole : formOf(first)) ?? (subjectForms[0] as AnySubjectForm)
  const { key } = form.subject
  const cases = new Set(
    form === subjectForms[0] ? world.projects.map(({ id }) => id) : given.filter((e) => formOf(e) === form).map(caseOf)
  )
  const only = cases.size <= 1 ? ([...cases][0] ?? (form === subjectForms[0] ? "P1" : form.defaults[key])) : undefined
  const id = when[key] ?? (first !== undefined && formOf(first) === form ? caseOf(first) : only)
  if (acts.some((act) => formOf(act) !== form || caseOf(act) !== id)) {
    about(say, under(at, "拟办", "acts"), "一次只能就一个案件发问", "a check asks about one case")
  }
  if (typeof id === "string") return { subject: form.subject.id, case: id }
  const name = form.fields[key] ?? { zh: key, en: key }
  return about(say, at, `${name.zh}不止一个，应写明“${name.zh}”`, `there are several cases: "${key}" belongs here`)
}

const whenOf = (
  when: WrittenWhen,
  at: Place,
  world: Assembled,
  given: ReadonlyArray<CaseEvent>,
  say: Say
): When | undefined => {
  const actsAt = under(at, "拟办", "acts")
  const acts = factsOf({ facts: when.acts ?? [], at: actsAt, label: "act" }, world, given, say)
  const last = acts
    .map(({ on }) => on)
    .sort()
    .at(-1)
  const asOf = when.asOf ?? last
  const of = asked(when, acts, world, given, at, say)
  if (acts.some((act) => act.corrects !== undefined)) {
    about(say, actsAt, "更正是补记，不能作为拟办的事项", "a correction is recorded, not intended")
  }
  if (last !== undefined && asOf !== undefined && asOf < last) {
    about(say, at, `“截至”不得早于拟办之日${last}`, `"asOf" is before the intended act of ${last}`)
  }
  const profile =
    when.profile === undefined ? {} : { profile: profileAs(when.profile, under(at, "规则", "profile"), say) }
  if (of === undefined) return undefined
  if (of.subject === "project") inProject(of.case, world, [], under(at, "项目", "project"), say)
  if (asOf === undefined) {
    return about(say, at, "应写明“截至”的日期，或者拟办的事项", `"asOf" or an intended act belongs here`)
  }
  const knownAt = when.knownAt === undefined ? {} : { knownAt: when.knownAt }
  const goal = when.goal === undefined ? {} : { goal: when.goal }
  return { ...of, asOf, acts, readings: when.readings ?? {}, ...goal, ...knownAt, ...profile }
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
