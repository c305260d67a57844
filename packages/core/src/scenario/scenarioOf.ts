/** Cases as they stand in a host, written down as a scenario file: the way back of `readScenario`, through the same forms. */
import * as Result from "effect/Result"
import type { DirectoryData } from "../agency/Agency.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { type Profile, textOnly } from "../profile/Profile.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import { target } from "../verdict/record.ts"
import { file } from "./fileForm.ts"
import { InvalidScenario, type ScenarioFinding } from "./InvalidScenario.ts"
import { type Answers, play } from "./play.ts"
import { readScenario } from "./readScenario.ts"
import type { ExpectedVerdict, Scenario, ScenarioFacility, ScenarioInstrument, ScenarioPlan } from "./Scenario.ts"
import type { CaseEvent } from "./SubjectForm.ts"
import type { WrittenSetting } from "./settingForm.ts"
import { formOf, subjectForm } from "./subjects/index.ts"

/** A question about one of the cases; the file expects what the library answers to it today. */
export interface AskedOf {
  /** The subject, `project`. */
  readonly subject: string
  /** The id of the case. */
  readonly case: string
  /** The day during which it is asked about. */
  readonly asOf: CivilDate
  /** As known at this instant; left out: everything on record is known. */
  readonly knownAt?: string
}

/** What a scenario file is to tell. */
export interface LiveCases {
  /** What the file is called. */
  readonly title: Text
  /** Who is who. */
  readonly directory: DirectoryData
  /** The rules that the questions are asked under. */
  readonly profile: Profile
  /** All facts, of whatever cases of whatever subjects, corrections and retractions among them, each under an id of its own. */
  readonly facts: ReadonlyArray<CaseEvent>
  /** At least one. */
  readonly asked: ReadonlyArray<AskedOf>
  /** The plans in force, where they are no cases among the facts. */
  readonly plans?: ReadonlyArray<ScenarioPlan>
  /** The instruments in force, where they are no cases among the facts. */
  readonly instruments?: ReadonlyArray<ScenarioInstrument>
  /** The facilities in service, where they are no cases among the facts. */
  readonly facilities?: ReadonlyArray<ScenarioFacility>
}

/** A scenario file as plain data under Chinese names, which `readScenario` reads. */
export type ScenarioData = { readonly [key: string]: unknown }

/**
 * Writes cases down as a scenario file that is read and played alone: the directory, the rules, every fact, and for each question what the
 * library answers today. An entry that corrects or takes back what is not on record says nothing of it in the file, as it does in law.
 *
 * What a file cannot hold (local norms, changes of regions, the days of an agency) and what would be read otherwise than it was told are
 * findings. A scenario has no working calendar: what is counted in working days is undetermined in it.
 *
 * @example
 * ```ts
 * import type { CivilDate } from "@banfa/core/civil"
 * import { textOnly } from "@banfa/core/profile"
 * import { readScenario, scenarioOf } from "@banfa/core/scenario"
 * import * as Result from "effect/Result"
 *
 * const head = { project: "P1", by: "health", recordedAt: "2026-02-20T01:00:00Z" }
 * const drafted = { ...head, _tag: "Drafted", id: "1", on: "2026-01-05" as CivilDate, region: "440100", organ: "health" }
 * const applied = { ...head, _tag: "Applied", id: "2", on: "2026-02-20" as CivilDate, application: "A1" }
 * const data = Result.getOrThrow(
 *   scenarioOf({
 *     title: { zh: "实例", en: "A live case" },
 *     directory: { version: "1", agencies: [], holdings: [], successions: [] },
 *     profile: textOnly,
 *     facts: [drafted, applied],
 *     asked: [{ subject: "project", case: "P1", asOf: "2026-03-01" as CivilDate }]
 *   })
 * )
 * const file = Result.getOrThrow(readScenario(data))
 * file.scenarios.flatMap(({ given }) => given.map(({ _tag }) => _tag)) // => ["Drafted", "Applied"]
 * ```
 */
export const scenarioOf = (told: LiveCases): Result.Result<ScenarioData, InvalidScenario> => {
  const facts = standingAlone(told.facts)
  const lost = unsaid(told)
  if (lost.length > 0) return Result.fail(new InvalidScenario({ findings: lost }))
  const read = readScenario(written(told, facts))
  if (Result.isFailure(read)) return Result.fail(read.failure)
  const [scenario] = read.success.scenarios as readonly [Scenario]
  const changed = facts.filter((fact, i) => said(fact) !== said(scenario.given[i]))
  if (changed.length > 0) return Result.fail(new InvalidScenario({ findings: changed.map(otherwise) }))
  const played = play(scenario)
  return Result.map(played, ({ checks }) =>
    written(
      told,
      facts,
      checks.map(({ answers }) => answers)
    )
  )
}

/** Facts without what they say of entries that are not on record: a correction of nothing is a fact like any other, a retraction of nothing none. */
const standingAlone = (facts: ReadonlyArray<CaseEvent>): ReadonlyArray<CaseEvent> => {
  const ids = new Set(facts.map(({ id }) => id))
  return facts.flatMap((fact) => {
    const of = target(fact)
    if (of === undefined || ids.has(of)) return [fact]
    if (fact._tag === "Retracted") return []
    const { corrects: _, ...rest } = fact
    return [rest as CaseEvent]
  })
}

const finding = (path: string, zh: string, en: string): ScenarioFinding => ({ path, zh, en })

const unsaid = ({ directory, profile }: LiveCases): ReadonlyArray<ScenarioFinding> => [
  ...profile.localNorms.map(({ id }) =>
    finding("规则", `情形文件写不出地方规定“${id}”`, `a scenario file cannot hold the local norm "${id}"`)
  ),
  ...(directory.regionChanges ?? []).map(() =>
    finding("机构", "情形文件写不出行政区划变更", "a scenario file cannot hold a change of regions")
  ),
  ...directory.agencies.flatMap(({ from, id, until }) =>
    from === undefined && until === undefined
      ? []
      : [finding("机构", `情形文件写不出“${id}”的存续日期`, `a scenario file cannot hold the days of "${id}"`)]
  )
]

/** A fact in bytes that do not depend on the order of its particulars. */
const said = (fact: CaseEvent | undefined): string =>
  JSON.stringify(fact, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value
  )

const otherwise = ({ id }: CaseEvent): ScenarioFinding =>
  finding("已知", `编号“${id}”的事实会被读作另一事实`, `the fact "${id}" would be read as another`)

const written = (
  told: LiveCases,
  facts: ReadonlyArray<CaseEvent>,
  answers: ReadonlyArray<Answers> = []
): ScenarioData => {
  const norms = new Set(answers.flatMap(({ verdicts }) => verdicts.map(({ verdict }) => verdict.norm as NormId)))
  return file.write({
    title: told.title.zh,
    english: told.title.en,
    setting: settingFrom(told, facts),
    scenarios: [
      {
        name: told.title.zh,
        english: told.title.en,
        norms: [...norms],
        given: facts.map(({ _tag, ...fields }) => ({ tag: _tag, fields, of: [] })),
        checks: told.asked.map((asked, i) => checkFrom(asked, answers[i]))
      }
    ]
  }) as ScenarioData
}

const checkFrom = (asked: AskedOf, answers: Answers | undefined) => {
  const { subject } = subjectForm(asked.subject)
  const { asOf, knownAt } = asked
  return {
    when: { [subject.key]: asked.case, asOf, ...(knownAt === undefined ? {} : { knownAt }) },
    // before anything is answered, any readable expectation will do
    // biome-ignore lint/suspicious/noThenProperty: a check is data; nothing awaits it
    then:
      answers === undefined
        ? { verdicts: [] }
        : { onlyVerdicts: answers.verdicts.map(expected), position: answers.position }
  }
}

const expected = ({ verdict }: Answers["verdicts"][number]): ExpectedVerdict => {
  const { due, instance, missing, norm, note, status } = verdict
  return {
    norm: norm as NormId,
    instance,
    status,
    ...(due === undefined ? {} : { due }),
    ...(note === undefined ? {} : { note }),
    ...(missing === undefined ? {} : { missing })
  }
}

const settingFrom = (told: LiveCases, facts: ReadonlyArray<CaseEvent>): WrittenSetting => {
  const { directory, facilities, instruments, plans, profile } = told
  const listed = new Set<string>(directory.agencies.map(({ id }) => id))
  const outside = new Set(
    facts.flatMap((fact) =>
      formOf(fact)
        .agencies.flatMap((field) => fact[field] as string | ReadonlyArray<string> | undefined)
        .filter((agency) => typeof agency === "string" && agency !== "n/a" && !listed.has(agency))
    )
  )
  return {
    agencies: directory.agencies.map(({ id, kind, name, region }) => [
      id,
      {
        region,
        ...(kind === undefined ? {} : { kind }),
        ...(name.en === undefined ? {} : { english: name.en }),
        offices: directory.holdings
          .filter(({ agency }) => agency === id)
          .map(({ from, office, region: seat, until }) => ({
            office,
            region: seat,
            from,
            ...(until === undefined ? {} : { until })
          }))
      }
    ]),
    outside: [...outside] as ReadonlyArray<string>,
    successions: directory.successions.map(({ on, predecessor, successor }) => ({ predecessor, successor, on })),
    ...(directory.vacancies === undefined
      ? {}
      : { vacancies: directory.vacancies.map(({ source: _, ...vacancy }) => vacancy) }),
    ...(plans === undefined ? {} : { plans }),
    ...(instruments === undefined ? {} : { instruments }),
    ...(facilities === undefined ? {} : { facilities }),
    profile: layerFrom(profile)
  } as WrittenSetting
}

/** The rules as one layer over the text: what is read or fixed otherwise than there. */
const layerFrom = ({ parameters, readings, title }: Profile): NonNullable<WrittenSetting["profile"]> => {
  const chosen = Object.entries(readings).filter(([id, option]) => option !== textOnly.readings[id as "A02a"])
  const fixed = Object.entries(parameters).filter(([, entries]) => entries !== undefined && entries.length > 0)
  return {
    base: "text-only",
    source: title,
    readings: Object.fromEntries(chosen),
    parameters: Object.fromEntries(fixed.map(([id, entries]) => [id, entries?.map(({ source: _, ...entry }) => entry)]))
  } as NonNullable<WrittenSetting["profile"]>
}
