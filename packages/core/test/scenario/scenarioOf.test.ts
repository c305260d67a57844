import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { LocalNorm } from "../../src/profile/LocalNorm.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import {
  type CaseEvent,
  type LiveCases,
  play,
  readScenario,
  type Scenario,
  scenarioOf
} from "../../src/scenario/index.ts"

const day = (text: string): CivilDate => text as CivilDate
const head = { project: "P1", by: "health", recordedAt: "2026-02-20T01:00:00Z" }
const drafted: CaseEvent = {
  ...head,
  _tag: "Drafted",
  id: "1",
  on: day("2026-01-05"),
  region: "440100",
  organ: "health"
}
const applied: CaseEvent = { ...head, _tag: "Applied", id: "2", on: day("2026-02-20"), application: "A7" }
const told = (changes: Partial<LiveCases> = {}): LiveCases => ({
  title: { zh: "实例", en: "A live case" },
  directory: { version: "1", agencies: [], holdings: [], successions: [] },
  profile: textOnly,
  facts: [drafted, applied],
  asked: [{ subject: "project", case: "P1", asOf: day("2026-03-01") }],
  ...changes
})
const read = (cases: LiveCases): Scenario =>
  Result.getOrThrow(readScenario(Result.getOrThrow(scenarioOf(cases)))).scenarios[0] as Scenario
const findings = (cases: LiveCases): ReadonlyArray<string> =>
  Result.getOrThrow(Result.flip(scenarioOf(cases))).findings.map(({ zh }) => zh)

describe("cases written down as a scenario file", () => {
  it("are told under Chinese names, with every particular and no default", () => {
    const data = Result.getOrThrow(scenarioOf(told())) as { readonly 情形: ReadonlyArray<{ readonly 已知: unknown }> }
    expect(data.情形[0]?.已知).toEqual([
      {
        项目建档: {
          编号: "1",
          日期: "2026-01-05",
          录入时刻: "2026-02-20T01:00:00Z",
          办理机关: "health",
          项目: "P1",
          地区: "440100",
          责任机关: "health"
        }
      },
      {
        申请立项: {
          编号: "2",
          日期: "2026-02-20",
          录入时刻: "2026-02-20T01:00:00Z",
          办理机关: "health",
          项目: "P1",
          申请: "A7"
        }
      }
    ])
  })

  it("expect what the library answers, and are played as they are written", () => {
    const scenario = read(told())
    const [check] = Result.getOrThrow(play(scenario)).checks
    expect(check?.check.then.onlyVerdicts?.map(({ norm, status }) => [norm, status])).toContainEqual([
      "N31.2",
      "Overdue"
    ])
    expect(check?.differences).toEqual([])
    expect(scenario.norms).toContain("N31.2")
  })

  it("say nothing of entries that are not on record", () => {
    const retracted: CaseEvent = { ...head, _tag: "Retracted", id: "3", on: day("2026-02-21"), of: "nothing" }
    const { given } = read(told({ facts: [drafted, { ...applied, corrects: "nothing" }, retracted] }))
    expect(given).toEqual([drafted, applied])
  })

  it("keep plans, instruments and facilities that are no cases, and the layer of the rules with its days", () => {
    const source = { title: { zh: "示例", en: "sample" }, status: "sample" as const }
    const days = { source, from: day("2006-01-01"), until: day("2030-01-01") }
    const { setting } = read(
      told({
        plans: [{ id: "plan-p", kind: "provincial", items: ["甲"], from: day("2020-01-01") }],
        instruments: [{ id: "sec", kind: "security-norms" }],
        facilities: [{ kind: "data-centre", until: day("2030-01-01") }],
        profile: {
          ...textOnly,
          readings: { ...textOnly.readings, A10a: "veto" },
          parameters: {
            "opinion.within": [{ value: { workdays: 20 }, ...days, region: "440100" }],
            "assessment.content": [
              { value: ["security"], ...days },
              { value: ["cost"], ...days, from: day("2007-01-01") }
            ]
          }
        }
      })
    )
    expect(setting.plans?.map(({ id }) => id)).toEqual(["plan-p"])
    expect(setting.instruments?.map(({ kind }) => kind)).toEqual(["security-norms"])
    expect(setting.facilities?.map(({ until }) => until)).toEqual(["2030-01-01"])
    const [layer] = setting.profile.layers
    expect(layer?.readings).toEqual({ A10a: "veto" })
    expect(layer?.parameters["opinion.within"]?.[0]).toMatchObject({ value: { workdays: 20 }, region: "440100" })
    expect(layer?.parameters["assessment.content"]?.map(({ from }) => from)).toEqual(["2006-01-01", "2007-01-01"])
  })

  it("are refused where a file cannot hold them or would be read otherwise, with what and why", () => {
    const norm = { id: "local:archive" } as unknown as LocalNorm
    expect(findings(told({ profile: { ...textOnly, localNorms: [norm] } }))).toEqual([
      "情形文件写不出地方规定“local:archive”"
    ])
    const changes = [{}] as unknown as NonNullable<LiveCases["directory"]["regionChanges"]>
    expect(findings(told({ directory: { ...told().directory, regionChanges: changes } }))).toEqual([
      "情形文件写不出行政区划变更"
    ])
    const agency = { id: "health", name: { zh: "卫生局" }, region: "440100", from: day("2010-01-01") }
    const dated = { ...told().directory, agencies: [agency] } as unknown as LiveCases["directory"]
    expect(findings(told({ directory: dated }))).toEqual(["情形文件写不出“health”的存续日期"])
    const said: CaseEvent = {
      ...head,
      _tag: "Withdrawn",
      id: "3",
      on: day("2026-02-22"),
      application: "A7",
      reason: "无"
    }
    expect(findings(told({ facts: [drafted, applied, said] }))).toEqual(["编号“3”的事实会被读作另一事实"])
    expect(findings(told({ facts: [drafted, { ...applied, id: "1" }] }))).toContain("编号“1”重复")
  })
})
