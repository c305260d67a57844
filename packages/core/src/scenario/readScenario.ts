import * as Result from "effect/Result"
import { civilDay } from "../civil/civilDay.ts"
import type { Text } from "../regulation/Text.ts"
import { commencement } from "../verdict/Rule.ts"
import { checksOf } from "./checksOf.ts"
import type { Say } from "./Form.ts"
import { factsOf, listed, opens } from "./factsOf.ts"
import { file, scenario as scenarioForm, type WrittenFile, type WrittenScenario } from "./fileForm.ts"
import { InvalidScenario, type Locate, pathText, type ScenarioFinding } from "./InvalidScenario.ts"
import { about, item, type Place, under, wrote } from "./Place.ts"
import type { Scenario, ScenarioFile } from "./Scenario.ts"
import type { CaseEvent } from "./SubjectForm.ts"
import { setting as settingForm, type WrittenSetting } from "./settingForm.ts"
import { type Assembled, assemble } from "./settingOf.ts"

/**
 * Reads a file of scenarios from plain data, under Chinese or English keys. Every finding is listed, each with the path of what it is
 * about and, where `locate` knows it, with line and column.
 *
 * @example
 * ```ts
 * import { readScenario } from "@banfa/core/scenario"
 * import * as Result from "effect/Result"
 *
 * const when = { 截至: "2026-02-01" }
 * const file = { 标题: "示例", 情形: [{ 名称: "示例", 条款: "N10.1", 当: when, 则: { 结论: { "N10.1": "不适用" } } }] }
 * Result.getOrThrow(readScenario(file)).scenarios.map(({ norms }) => norms) // => [["N10.1"]]
 * ```
 */
export const readScenario = (data: unknown, locate?: Locate): Result.Result<ScenarioFile, InvalidScenario> => {
  const findings = new Map<string, ScenarioFinding>()
  const say: Say = (at, zh, en) => {
    const path = pathText(at)
    const place = locate?.(at)
    findings.set(`${path}\n${zh}`, {
      path,
      ...(place === undefined ? {} : { line: place.line, column: place.column }),
      zh,
      en
    })
  }
  const written = file.read(data, [], say)
  const scenarios = complete(written ?? rest(data), { raw: data, path: [] }, say)
  if (written?.scenarios.length === 0) say([], "没有写明任何“情形”", "there is no scenario in the file")
  if (written === undefined || findings.size > 0)
    return Result.fail(new InvalidScenario({ findings: [...findings.values()] }))
  const { description, english, title } = written
  return Result.succeed({
    title: both(title, english),
    ...(description === undefined ? {} : { description }),
    scenarios
  })
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
  const setting = wrote(whole, "背景", "setting")
    ? settingForm.read(under(whole, "背景", "setting").raw, [], silent)
    : {}
  if (setting === undefined || at === whole) return { scenarios: [] }
  const raw = Array.isArray(at.raw) ? at.raw : [at.raw]
  return { setting, scenarios: raw.map((one) => scenarioForm.read(one, [], silent)) }
}

const complete = (parts: Parts | WrittenFile, whole: Place, say: Say): ReadonlyArray<Scenario> => {
  const at = under(whole, "情形", "scenarios")
  const settingAt = under(whole, "背景", "setting")
  return parts.scenarios.flatMap((written, index) => {
    const place = item(at, index)
    return written === undefined
      ? []
      : [one(written, place, parts.setting ?? {}, settingAt === whole ? { raw: {}, path: [] } : settingAt, say)]
  })
}

const one = (written: WrittenScenario, place: Place, shared: WrittenSetting, sharedAt: Place, say: Say): Scenario => {
  const own = under(place, "背景", "setting")
  const ownAt = own === place ? { raw: {}, path: place.path } : own
  const world = assemble(shared, sharedAt, { ...written.setting }, ownAt, say)
  const before = written.setting?.given ?? shared.given ?? []
  const beforeAt = under(written.setting?.given === undefined ? sharedAt : ownAt, "已知", "given")
  const common = factsOf({ facts: before, at: beforeAt, label: "setting" }, world, [], say)
  const mine = factsOf(
    { facts: written.given ?? [], at: under(place, "已知", "given"), label: "given" },
    world,
    common,
    say
  )
  const told = [...common, ...mine]
  const opened = opening(world, told, place, say)
  const full = { ...world, projects: everyProject(world, told) }
  const given = [...opened, ...told]
  const checks = checksOf(written, place, full, given, say)
  const { description, english, name, norms } = written
  return {
    name: both(name, english),
    ...(description === undefined ? {} : { description }),
    norms,
    setting: world.setting,
    given,
    checks
  }
}

/** Opens the projects of the setting that no fact opens, before all that is entered; an opening holds on every day, whatever its own. */
const opening = (world: Assembled, told: ReadonlyArray<CaseEvent>, place: Place, say: Say): ReadonlyArray<CaseEvent> =>
  world.projects.flatMap(({ id, organ, region, work }) => {
    const facts = told.filter((event) => event.project === id)
    if (facts.some(opens)) return []
    const [first] = [...facts.map(({ recordedAt }) => recordedAt), `${commencement}T00:00:00Z`].toSorted() as [string]
    listed(organ, world.known, place, say)
    if (region === undefined) {
      about(say, place, `未写明项目“${id}”的地区`, `the region of the project "${id}" is not stated`)
      return []
    }
    return [
      {
        _tag: "Drafted",
        id: `opening-${id}`,
        project: id,
        on: civilDay(first) ?? commencement,
        recordedAt: first,
        by: organ,
        region,
        organ,
        ...(work === undefined ? {} : { work })
      }
    ]
  })

const everyProject = (world: Assembled, told: ReadonlyArray<CaseEvent>): Assembled["projects"] => {
  const more = told.flatMap((event) =>
    opens(event) && !world.projects.some(({ id }) => id === event.project)
      ? [{ id: String(event.project), organ: String(event.organ), region: String(event.region), work: undefined }]
      : []
  )
  return [...world.projects, ...more]
}
