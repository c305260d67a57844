import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { play } from "../../src/scenario/play.ts"
import type { Scenario } from "../../src/scenario/Scenario.ts"
import { type Data, data, played, read } from "./sample.ts"

const act = { 征求意见: { 日期: "2026-02-01", 办理机关: "市发展改革局", 送达机关: "市信息化局" } }
const approval = { 批准立项: { 日期: "2026-02-01", 办理机关: "市发展改革局" } }
const lines = (then: Data, when: Data = { 截至: "2026-02-01" }): ReadonlyArray<string> =>
  (played(data({ 当: when, 则: then })).checks[0]?.differences ?? []).map(
    ({ actual, expected, what }) => `${what.zh}｜${expected.zh}｜${actual.zh}`
  )

describe("what is expected and answered", () => {
  it("makes no difference when every expectation holds", () => {
    const owed = [
      { 规范: "N10.1", 事项: "A1", 期限: "无", 责任单位: "市发展改革局" },
      { 规范: "N31.2", 事项: "A1", 期限: "2026-01-10", 责任单位: "市卫生局" },
      { 规范: "N31.3", 事项: "A1", 期限: "无", 责任单位: "市信息化局" }
    ]
    const said = { "N4.4": "Fulfilled", "N10.1": "Pending", "N31.2": "Overdue", "N31.3": "Pending" }
    expect(lines({ 仅有结论: said, 仅有待办: owed, 所处阶段: "applied", 不变至: "无" })).toEqual([])
  })

  it("is told apart by status, due day and bearer, with what was answered", () => {
    expect(lines({ 结论: { "N10.1": "未按规定" } })).toEqual([
      "结论；N10.1｜未按规定｜N10.1 application/A1；待办，尚未到期；责任单位：市发展改革局"
    ])
    expect(lines({ 结论: { "N10.1": { 期限: "2026-02-02", 责任单位: "市信息化局" } } })).toHaveLength(1)
  })

  it("takes a norm that says nothing for one that does not apply, and for no other status", () => {
    expect(lines({ 结论: { "N11.1": "不适用" } })).toEqual([])
    expect(lines({ 结论: { "N11.1": "应办，未定期限" } })).toEqual(["结论；N11.1｜应办，未定期限｜无"])
  })

  it("is read after the intended acts, and the advice before them", () => {
    expect(
      lines({ 建议: "可以办理", 结论: { "N10.1": "已按规定履行", "N10.3": { R1: "应办，未定期限" } } }, { 拟办: act })
    ).toEqual([])
  })

  it("shows the reasons of an advice that was not expected", () => {
    const [first] = lines({ 建议: "可以办理" }, { 拟办: approval })
    expect(first).toMatch(/^建议｜可以办理｜不应办理，规定的前提未具备；.*N10\.1（未按规定）/u)
  })

  it("lists a reason that is missing, and one too many where only some are expected", () => {
    expect(lines({ 理由: ["职权"] }, { 拟办: act })).toEqual(["理由｜职权｜无"])
    const other = { 征求意见: { 日期: "2026-02-01", 办理机关: "市卫生局", 送达机关: "市信息化局" } }
    expect(lines({ 仅有理由: [] }, { 拟办: other })).toEqual([
      "仅有理由｜无｜职权",
      "仅有理由｜无｜N10.1（待办，尚未到期）"
    ])
  })

  it("admits nothing beside it where it is exact", () => {
    expect(lines({ 仅有结论: "无" })).toEqual([
      "仅有结论｜无｜N4.4；已按规定履行；责任单位：市卫生局",
      "仅有结论｜无｜N10.1 application/A1；待办，尚未到期；责任单位：市发展改革局",
      "仅有结论｜无｜N31.2 application/A1；逾期未办；期限2026-01-10；责任单位：市卫生局",
      "仅有结论｜无｜N31.3 application/A1；待办，尚未到期；责任单位：市信息化局"
    ])
    expect(lines({ 待办: "无" })).toEqual([])
    expect(lines({ 仅有待办: "无" })).toHaveLength(3)
  })

  it("asks for the name of the instance where a norm speaks of several", () => {
    const facts = [{ 批准立项: { 日期: "2026-01-10", 办理机关: "市发展改革局" } }]
    const file = data({ 已知: facts, 当: { 截至: "2026-05-01" }, 则: { 结论: { "N12.1": "应办，未定期限" } } })
    expect(played(file).checks[0]?.differences[0]?.expected.zh).toMatch(/^应写明事项/u)
  })

  it("compares position and the last quiet day", () => {
    expect(lines({ 所处阶段: "已批准立项", 不变至: "2026-02-01" })).toEqual([
      "不变至｜2026-02-01｜无",
      "所处阶段｜已批准立项｜已申请立项"
    ])
  })

  it("compares the steps of the way to a goal, in their order", () => {
    const when = { 截至: "2026-02-01", 目标: "已批准立项" }
    const assessing = ["确定评估事项", "委托第三方机构", "提交建设规划或者建设方案", "开始评估", "提交评估报告"]
    const steps = [...assessing, "出具评估意见（结果）", "征求意见", "批准立项"]
    expect(lines({ 途径: steps }, when)).toEqual([])
    expect(lines({ 途径: "无" }, when)).toEqual([`途径｜无｜${steps.join("、")}`])
    expect(lines({ 途径: [] }, { 截至: "2026-02-01", 目标: "已申请立项" })).toEqual([])
    expect(lines({ 途径: ["批准立项"] }, { 截至: "2026-02-01", 目标: "已申请立项" })).toEqual([
      "途径｜批准立项｜已到达"
    ])
  })

  it("compares every baseline with its variance", () => {
    const baseline = { 日期: "2026-01-10", 办理机关: "市发展改革局", 基准: { 金额: "1万元" } }
    const file = (cost: string) =>
      data({ 已知: [{ 批准立项: baseline }], 则: { 偏差: [{ 基准日: "2026-01-10", 费用偏差: cost }] } })
    expect(played(file("-1万元")).checks[0]?.differences).toEqual([])
    expect(played(file("1万元")).checks[0]?.differences).toHaveLength(1)
  })

  it("is the same each time", () => {
    expect(played(data())).toEqual(played(data()))
  })
})

describe("a scenario made by a program", () => {
  const made = (setting: Partial<Scenario["setting"]>): Scenario => {
    const scenario = read(data())
    return { ...scenario, setting: { ...scenario.setting, ...setting } }
  }

  it("is refused when its directory or its layers contradict themselves", () => {
    const { directory } = read(data()).setting
    const twice = { ...directory, agencies: [...directory.agencies, ...directory.agencies] }
    expect(Result.isFailure(play(made({ directory: twice })))).toBe(true)
    const layer = {
      id: "x",
      version: "1",
      title: { zh: "甲", en: "a" },
      source: { title: { zh: "甲", en: "a" }, status: "sample" as const },
      readings: {},
      parameters: {},
      replaces: ["opinion.within"]
    }
    expect(Result.isFailure(play(made({ profile: { base: "text-only", layers: [layer] } })))).toBe(true)
  })
})
