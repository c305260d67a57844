import * as Result from "effect/Result"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Event } from "../project/Event.ts"
import type { Text } from "../regulation/Text.ts"
import type { WrittenThen, WrittenWhen } from "./checkForm.ts"
import { factsOf, inProject, listed } from "./factsOf.ts"
import { file, scenario as scenarioForm, type WrittenFile, type WrittenScenario } from "./fileForm.ts"
import type { Say } from "./Form.ts"
import { InvalidScenario, type Locate, pathText, type ScenarioFinding } from "./InvalidScenario.ts"
import { about, item, type Place, under, wrote } from "./Place.ts"
import { profileAs, profileOf } from "./profiles.ts"
import type { Check, Scenario, ScenarioFile } from "./Scenario.ts"
import { setting as settingForm, type WrittenSetting } from "./settingForm.ts"
import { assemble, type Assembled } from "./settingOf.ts"

/**
 * Reads a file of scenarios from plain data, under Chinese or English keys. Every finding is listed, each with the path of what it is
 * about and, where `locate` knows it, with line and column.
 */
export const readScenario = (data: unknown, locate?: Locate): Result.Result<ScenarioFile, InvalidScenario> => {
  const findings = new Map<string, ScenarioFinding>()
  const say: Say = (at, zh, en) => {
    const path = pathText(at)
    const place = locate?.(at)
    findings.set(`${path}\n${zh}`, { path, ...(place === undefined ? {} : { line: place.line, column: place.column }), zh, en })
  }
  const written = file.read(data, [], say)
  const scenarios = complete(written ?? rest(data), { raw: data, path: [] }, say)
  if (written?.scenarios.length === 0) say([], "没有写明任何“情形”", "there is no scenario in the file")
  if (written === undefined || findings.size > 0) return Result.fail(new InvalidScenario({ findings: [...findings.values()] }))
  const { description, english, title } = written
  return Result.succeed({ title: both(title, english), ...(description === undefined ? {} : { description }), scenarios })
}

const both = (zh: string, en: string = zh): Text => ({ zh, en })

type Scenarios = ReadonlyArray<WrittenScenario | undefined>
interface Parts {
  readonly setting?: WrittenSetting
  readonly scenarios: Scenarios
}

const silent: Say = () => undefined

/** What can be read of a file that cannot be read as a whole: what is wrong with the rest is said in the same answer. */
const rest = (data: unknown): Parts => {
  const whole: Place = { raw: data, path: [] }
  const at = under(whole, "情形", "scenarios")
  const setting = wrote(whole, "背景", "setting") ? settingForm.read(under(whole, "背景", "setting").raw, [], silent) : {}
  if (setting === undefined || at === whole) return { scenarios: [] }
  const raw = Array.isArray(at.raw) ? at.raw : [at.raw]
  return { setting, scenarios: raw.map((one) => scenarioForm.read(one, [], silent)) }
}

const complete = (parts: Parts | WrittenFile, whole: Place, say: Say): ReadonlyArray<Scenario> => {
  const at = under(whole, "情形", "scenarios")
  const settingAt = under(whole, "背景", "setting")
  return parts.scenarios.flatMap((written, index) => {
    const place = item(at, index)
    return written === undefined ? [] : [one(written, place, parts.setting ?? {}, settingAt === whole ? { raw: {}, path: [] } : settingAt, say)]
  })
}

const one = (written: WrittenScenario, place: Place, shared: WrittenSetting, sharedAt: Place, say: Say): Scenario => {
  const own = under(place, "背景", "setting")
  const ownAt = own === place ? { raw: {}, path: place.path } : own
  const world = assemble(shared, sharedAt, { ...written.setting }, ownAt, say)
  const before = written.setting?.given ?? shared.given ?? []
  const beforeAt = under(written.setting?.given === undefined ? sharedAt : ownAt, "已知", "given")
  const common = factsOf({ facts: before, at: beforeAt, label: "setting" }, world, [], say)
  const mine = factsOf({ facts: written.given ?? [], at: under(place, "已知", "given"), label: "given" }, world, common, say)
  const told = [...common, ...mine]
  const opened = opening(world, told, place, say)
  const full = { ...world, projects: everyProject(world, told) }
  const given = [...opened, ...told]
  const checks = checksOf(written, place, full, given, say)
  const { description, english, name, norms } = written
  return { name: both(name, english), ...(description === undefined ? {} : { description }), norms, setting: world.setting, given, checks }
}

/** Opens the projects of the setting that no fact opens, on the day of their first fact. */
const opening = (world: Assembled, told: ReadonlyArray<Event>, place: Place, say: Say): ReadonlyArray<Event> =>
  world.projects.flatMap(({ id, organ, region }) => {
    const facts = told.filter((event) => event.project === id)
    if (facts.some((event) => event._tag === "Drafted" || event._tag === "TakenOver")) return []
    listed(organ, world.known, place, say)
    if (region === undefined) {
      about(say, place, `未写明项目“${id}”的地区`, `the region of the project "${id}" is not stated`)
      return []
    }
    const on = facts.reduce<CivilDate>((first, event) => (event.on < first ? event.on : first), "2005-02-04" as CivilDate)
    return [{ _tag: "Drafted", id: `opening-${id}`, project: id, on, recordedAt: "1900-01-01T00:00:00Z", by: organ, region, organ }]
  })

const everyProject = (world: Assembled, told: ReadonlyArray<Event>): Assembled["projects"] => {
  const more = told.flatMap((event) =>
    (event._tag === "Drafted" || event._tag === "TakenOver") && !world.projects.some(({ id }) => id === event.project)
      ? [{ id: event.project, organ: event.organ, region: event.region }]
      : []
  )
  return [...world.projects, ...more]
}

const checksOf = (written: WrittenScenario, place: Place, world: Assembled, given: ReadonlyArray<Event>, say: Say): ReadonlyArray<Check> => {
  const { checks, then, when } = written
  if (checks !== undefined && when === undefined && then === undefined) {
    const at = under(place, "检验", "checks")
    return checks.flatMap((check, index) => checkOf(check.when, check.then, item(at, index), world, given, say))
  }
  if (checks === undefined && when !== undefined && then !== undefined) return checkOf(when, then, place, world, given, say)
  about(say, place, "应写“检验”，或者一组“当”和“则”", `either "checks", or one "when" with its "then", belongs here`)
  return []
}

const checkOf = (
  when: WrittenWhen, then: WrittenThen, place: Place, world: Assembled, given: ReadonlyArray<Event>, say: Say
): ReadonlyArray<Check> => {
  const at = under(place, "当", "when")
  const acts = factsOf({ facts: when.acts ?? [], at: under(at, "拟办", "acts"), label: "act" }, world, given, say)
  const last = acts.reduce<CivilDate | undefined>((day, { on }) => (day === undefined || on > day ? on : day), undefined)
  const asOf = when.asOf ?? last
  const [sole] = world.projects
  const project = when.project ?? acts[0]?.project ?? (world.projects.length <= 1 ? (sole?.id ?? "P1") : undefined)
  for (const act of acts) if (act.project !== project) about(say, at, "一次只能就一个项目发问", "a check asks about one project")
  if (asOf === undefined) return nothing(say, at, "应写明“截至”的日期，或者拟办的事项", `"asOf" or an intended act belongs here`)
  if (last !== undefined && asOf < last) about(say, at, `“截至”不得早于拟办之日${last}`, `"asOf" is before the intended act of ${last}`)
  if (project === undefined) return nothing(say, at, "项目不止一个，应写明“项目”", `there are several projects: "project" belongs here`)
  inProject(project, world, [], under(at, "项目", "project"), say)
  if (Object.keys(then).length === 0) about(say, place, "“则”没有写明任何结果", `"then" says nothing`)
  if (acts.length === 0 && (then.advice ?? then.reasons ?? then.onlyReasons) !== undefined) {
    about(say, place, "没有拟办的事项，不会有“建议”或者“理由”", "without an intended act there is no advice and no reason")
  }
  for (const { bearer } of [then.verdicts, then.onlyVerdicts, then.duties, then.onlyDuties].flatMap((some) => some ?? [])) {
    if (typeof bearer === "string") listed(bearer, world.known, under(place, "则", "then"), say)
  }
  const profileAt = under(at, "规则", "profile")
  const profile = when.profile === undefined ? undefined : profileAs(when.profile, profileAt, say)
  const composed = profile === undefined ? undefined : profileOf(profile)
  if (composed !== undefined && Result.isFailure(composed)) {
    for (const { en, zh } of composed.failure.findings) about(say, profileAt, zh, en)
  }
  return [
    {
      when: {
        project, asOf, acts, readings: when.readings ?? {},
        ...(when.knownAt === undefined ? {} : { knownAt: when.knownAt }), ...(profile === undefined ? {} : { profile })
      },
      // biome-ignore lint/suspicious/noThenProperty: a check is data; nothing awaits it
      then: then as Check["then"]
    }
  ]
}

const nothing = (say: Say, place: Place, zh: string, en: string): ReadonlyArray<never> => {
  about(say, place, zh, en)
  return []
}
