import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readScenario } from "../../src/scenario/readScenario.ts"
import { runs } from "../law/Law.ts"
import { data, read, refused } from "./sample.ts"

describe("a scenario", () => {
  it("reads the same in English as in Chinese", () => {
    const english = {
      title: "示例",
      setting: {
        region: 440100,
        agencies: {
          市卫生局: { offices: "organ" },
          市发展改革局: { offices: "investment" },
          市信息化局: { offices: [{ office: "info" }] }
        },
        projects: { P1: { organ: "市卫生局" } }
      },
      scenarios: [
        {
          name: "示例（第十条）",
          norms: ["N10.1"],
          given: { Applied: { on: "2026-01-10", by: "市卫生局", to: "市发展改革局" } },
          checks: [{ when: { asOf: "2026-02-01" }, 则: { verdicts: { "N10.1": { status: "Pending" } } } }]
        }
      ]
    }
    expect(read(english)).toEqual(read(data()))
  })

  it("opens its project, names facts by their place, and knows them from the end of their day in Shanghai", () => {
    const [opening, applied] = read(data()).given
    expect(opening).toMatchObject({ _tag: "Drafted", project: "P1", organ: "市卫生局", region: "440100" })
    expect(applied).toMatchObject({
      id: "given-001",
      application: "A1",
      project: "P1",
      recordedAt: "2026-01-10T15:59:59.999Z"
    })
  })

  it("enters the opening before all else of its project, and on its own day, so that it can be performed", () => {
    expect(read(data()).given[0]).toMatchObject({ on: "2005-02-04", recordedAt: "2005-02-04T00:00:00Z" })
    const early = { 申请立项: { 日期: "2005-01-10", 录入时刻: "2005-01-11 07:30" } }
    const [opening] = read(data({ 已知: [early] })).given
    expect(opening).toMatchObject({ on: "2005-01-11", recordedAt: "2005-01-10T23:30:00.000Z" })
  })

  it("reads a time of day as one in Shanghai", () => {
    const fact = { 申请立项: { 日期: "2026-01-10", 录入时刻: "2026-01-11 07:30" } }
    expect(read(data({ 已知: [fact] })).given[1]?.recordedAt).toBe("2026-01-10T23:30:00.000Z")
  })

  it("keeps unknown, known absent and not applicable apart", () => {
    const facts = [{ 批准立项: { 日期: "2026-01-10", 已参考: "无", 规划外理由: "不适用", 建设单位: null } }]
    const [, approved] = read(data({ 已知: facts })).given
    expect(approved).toMatchObject({ considered: null, deviation: "n/a", builder: null })
    expect(approved).not.toHaveProperty("planItem")
  })

  it("is asked about the day of the intended act when no other day is stated", () => {
    const act = { 撤回申请: { 日期: "2026-03-01", 办理机关: "市卫生局" } }
    const [check] = read(data({ 当: { 拟办: act }, 则: { 建议: "Allowed" } })).checks
    expect(check?.when).toMatchObject({ asOf: "2026-03-01", subject: "project", case: "P1" })
  })

  it("changes the setting of its file only where it says so", () => {
    const own = { 机构: { 省信息产业厅: { 职责: "信息化主管部门", 地区: "440000" } }, 规划: "无" }
    const { setting } = read(data({ 背景: own }))
    expect(setting.directory.agencies.map(({ id }) => id)).toEqual([
      "市卫生局",
      "市发展改革局",
      "市信息化局",
      "省信息产业厅"
    ])
    expect(setting.plans).toEqual([])
    expect(read(data()).setting).not.toHaveProperty("plans")
  })
})

describe("a scenario that cannot be read", () => {
  it("has all its findings listed, those of form and those of meaning, also in other scenarios", () => {
    const [good] = data({ 已知: [{ 申请立项: { 日期: "2026-01-10", 办理机关: "市卫生居" } }] })
      .情形 as ReadonlyArray<object>
    const [bad] = data({ 条款: "N99.1", 则: { 结论: { "N10.1": "不知道" } } }).情形 as ReadonlyArray<object>
    expect(refused({ ...data(), 情形: [bad, good] })).toEqual([
      "情形[1].条款 “N99.1”不是规范编号；是否应为“N9.1”？",
      "情形[1].则.结论.N10.1 “不知道”不是结论；是否应为“不适用”？",
      "情形[2].已知[1].申请立项.办理机关 背景未列“市卫生居”（是否应为“市卫生局”？）；确属名录以外的，列入“名录外”"
    ])
  })

  it("has its findings located where the reader of the text knows the place", () => {
    const located = readScenario({ 标题: "甲", 情形: "乙" }, (path) => ({ line: path.length + 1, column: 3 }))
    expect(Result.getOrThrow(Result.flip(located)).findings).toMatchObject([{ path: "情形", line: 2, column: 3 }])
  })

  it("is any data that is no record of a file", () => {
    for (const file of [undefined, null, 1, "标题", [], new Map(), { 情形: [] }, { 标题: "甲", 情形: [null, 1, []] }]) {
      expect(refused(file).length).toBeGreaterThan(0)
    }
  })

  it("expects an advice where nothing is intended", () => {
    expect(refused(data({ 则: { 建议: "可以办理" } }))).toEqual(["情形[1] 没有拟办的事项，不会有“建议”或者“理由”"])
  })

  it("intends a correction, or asks about a day before the act", () => {
    const act = { 撤回申请: { 日期: "2026-03-01", 更正记录: "given-001", 录入时刻: "2026-03-01" } }
    expect(refused(data({ 当: { 拟办: act, 截至: "2026-02-01" }, 则: { 建议: "可以办理" } }))).toEqual([
      "情形[1].当.拟办 更正是补记，不能作为拟办的事项",
      "情形[1].当 “截至”不得早于拟办之日2026-03-01"
    ])
  })

  it("leaves two opinions unnamed, which would be taken for one", () => {
    const facts = [{ 出具意见: { 日期: "2026-01-10" } }, { 修改意见: { 日期: "2026-01-11" } }]
    expect(refused(data({ 已知: facts }))).toEqual(["情形[1].已知[2].修改意见 不止一项，须写明各自的“意见”"])
  })

  it("leaves open to which of several applications a fact belongs", () => {
    const facts = [{ 申请立项: { 日期: "2026-01-10", 申请: "甲" } }, { 征求意见: { 日期: "2026-01-11" } }]
    expect(refused(data({ 已知: facts }))).toEqual(["情形[1].已知[2].征求意见 其他事实写明了“申请”，此处也须写明"])
  })

  it("names an agency that has no name", () => {
    expect(refused(data({}, { 名录外: [], 机构: { " ": {} }, 项目: {} }))[0]).toContain("名称长 1 至 64 字")
  })

  it("gives one office of one region to two agencies", () => {
    const both = { 机构: { 甲局: { 职责: "信息化主管部门" }, 乙局: { 职责: "info" } }, 项目: {} }
    expect(refused(data({ 已知: [] }, both))).toEqual([expect.stringContaining("同时担任440100的同一职位")])
  })
})

describe("reading", () => {
  it("answers with scenarios or findings whatever the data is", () => {
    let read = 0
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true }), (some) => {
        const file = {
          标题: "甲",
          情形: [{ 名称: "乙", 条款: "N10.1", 已知: [{ 申请立项: some }, some], 当: some, 则: some }],
          背景: some
        }
        for (const one of [some, file, data({ 已知: [{ 征求意见: some }] }), data({ 则: { 结论: some } })]) {
          read++
          expect(Result.isFailure(readScenario(one)) || Result.isSuccess(readScenario(one))).toBe(true)
        }
      })
    )
    expect(read).toBe(4 * runs)
  })
})
