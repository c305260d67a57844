import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { type Embedded, embedded } from "../embedded.ts"
import { type Hosting, hosting } from "./hosting.ts"
import { applyFor, assess, consult, procedure } from "./procedure.ts"

let e: Embedded
beforeAll(() => {
  e = embedded()
})
afterAll(() => e.remove())

// biome-ignore lint/suspicious/noExplicitAny: JSON
type Told = any

const both = (text: RegExp): object => ({ zh: expect.stringMatching(text), en: expect.stringMatching(/\w/) })

describe("the host with Banfa does all that it did", () => {
  procedure(() => e.app())
})

describe("the host with Banfa", () => {
  let h: Hosting
  beforeAll(async () => {
    h = await hosting(await e.app())
  })
  beforeEach(() => h.on("2026-03-02"))
  afterAll(() => h.close())
  const stored = (table: string, project: string): unknown =>
    h.host.db.prepare(`SELECT count(*) AS n FROM ${table} WHERE 项目 = ?`).get(project)?.n

  test("answers 409 with every finding to an approval without opinion and assessment, and writes nothing (arts 10 and 31)", async () => {
    await applyFor(h, "XM2026-001", "2026-03-02")
    const { body, status } = await h.fg("/projects/XM2026-001/decision", { 结果: "批准" })
    expect(status).toBe(409)
    expect(body).toMatchObject({
      outcome: "Denied",
      错误: "不应办理，规定的前提未具备",
      声明: [both(/现行效力未核实/), both(/不作违法认定/)]
    })
    const denied = body.理由.filter((reason: Told) => reason.结论.en.startsWith("Denied"))
    expect(denied).toMatchObject([
      {
        article: { zh: "第十条", en: "art. 10" },
        quote: both(/^投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见$/),
        text: both(/未按规定/),
        remedy: both(/先征求同级信息化主管部门意见/),
        whose: both(/示例市发展改革局/)
      },
      {
        article: { zh: "第三十一条", en: "art. 31" },
        quote: both(/信息化主管部门应当对拟立项项目组织事前评估/),
        text: both(/决定之前未完成事前评估/),
        remedy: both(/在立项决定作出前组织并完成事前评估/),
        whose: both(/示例市信息化局/)
      }
    ])
    expect(body.理由.length).toBeGreaterThan(denied.length)
    expect(stored("审批", "XM2026-001")).toBe(0)
    expect((await h.fg("/projects/XM2026-001")).body.状态).toBe("20")
  })

  test("lets an approval against the opinion pass with a notice: the opinion is a reference (art. 10)", async () => {
    await applyFor(h, "XM2026-002", "2026-03-02")
    const assessment = await assess(h, "XM2026-002", "2026-03-04", "2026-03-18")
    const letter = await consult(h, "XM2026-002", "2026-03-19", "2026-03-23", "不同意")
    h.on("2026-03-30")
    const decision = { 结果: "批准", 参阅材料: `征求意见${letter},评估${assessment}` }
    const { body, status } = await h.fg("/projects/XM2026-002/decision", decision)
    expect([status, body.状态, body.提示.outcome]).toEqual([200, "30", "AllowedWithNotice"])
    expect(body.提示.理由).toContainEqual(
      expect.objectContaining({ article: { zh: "第十条", en: "art. 10" }, text: both(/决定与意见不一致/) })
    )
    const { 检查: said } = (await h.fg("/projects/XM2026-002")).body
    const of = (norm: string) => said.filter((one: Told) => one.norm === norm).map((one: Told) => one.状态)
    expect([of("N10.1"), of("N10.2"), of("N10.3"), of("N31.3")]).toEqual([
      ["Fulfilled"],
      ["Fulfilled"],
      ["Fulfilled"],
      ["Fulfilled"]
    ])
  })

  test("answers 409 to a reply that concludes nothing, and keeps the letter unanswered (art. 10)", async () => {
    await applyFor(h, "XM2026-003", "2026-03-02")
    h.on("2026-03-03")
    const { body: letter } = await h.fg("/projects/XM2026-003/consultations", { 收函单位: "XX" })
    const { body, status } = await h.xx(`/consultations/${letter.编号}/reply`, { 意见: "不明确" })
    expect([status, body.outcome]).toEqual([409, "Denied"])
    expect(body.理由).toContainEqual(expect.objectContaining({ text: both(/答复不明确/) }))
    const { 待办: waiting } = (await h.xx("/inbox")).body
    expect(waiting).toContainEqual({ 编号: letter.编号, 项目: "XM2026-003", 事项: "回复征求意见函" })
  })

  test("cannot tell of an application made on paper whether its opinion was asked for, and says so (art. 10)", async () => {
    const { body, status } = await h.fg("/projects/XM2022-019/decision", { 结果: "批准" })
    expect([status, body.outcome]).toEqual([409, "Undetermined"])
    expect(body.理由).toContainEqual(expect.objectContaining({ text: both(/缺少：是否征求意见/) }))
    expect(stored("审批", "XM2022-019")).toBe(0)
  })

  test("loads an approval of 2024 without a request for an opinion, with its findings (arts 10 and 31)", async () => {
    const { body, status } = await h.fg("/projects/XM2024-007")
    expect([status, body.状态名]).toEqual([200, "已批"])
    const breached = body.检查.filter((one: Told) => one.状态 === "Breached")
    expect(breached).toMatchObject([
      {
        norm: "N10.1",
        conclusion: { zh: "未按规定", en: "Not as provided" },
        article: { zh: "第十条" },
        facts: [both(/2024年3月1日/), both(/2024年3月20日/)],
        bearers: [{ zh: "示例市发展改革局（投资主管部门）" }]
      },
      { norm: "N31.3", bearers: [{ zh: "示例市信息化局（信息化主管部门）" }] }
    ])
  })

  test("finds nothing breached in a project that went as provided (arts 10 and 31)", async () => {
    const { 检查: said } = (await h.fg("/projects/XM2025-003")).body
    expect(said.length).toBeGreaterThan(10)
    expect(said.filter((one: Told) => one.状态 === "Breached")).toEqual([])
  })

  test("lists in the inbox of a unit what it owes, and what the others owe in theirs (arts 10 to 12 and 31)", async () => {
    await applyFor(h, "XM2026-004", "2026-03-02")
    h.on("2026-03-03")
    const { body: letter } = await h.fg("/projects/XM2026-004/consultations", { 收函单位: "XX" })
    const among = ["XM2024-007", "XM2025-003", "XM2026-004"]
    const owed = async (ask: Hosting["fg"]) =>
      (await ask("/inbox")).body.法定事项
        .filter((one: Told) => one.错误 === undefined && among.includes(one.项目))
        .map((one: Told) => [one.项目, one.norm, one.instance, one.状态, one.期限])
    expect(await owed(h.xx)).toEqual([
      ["XM2024-007", "N11.1", "", "Overdue", "2024-04-19"],
      ["XM2026-004", "N10.3", `request/征求意见${letter.编号}`, "Pending", "2026-03-23"],
      ["XM2026-004", "N31.3", "application/XM2026-004", "Pending", undefined]
    ])
    expect(await owed(h.zx)).toEqual([
      ["XM2025-003", "N12.1", "quarter/2026-Q1", "Pending", "2026-04-15"],
      ["XM2025-003", "N12.2", "quarter/2025-Q4", "Overdue", "2026-01-15"],
      ["XM2025-003", "N12.2", "quarter/2026-Q1", "Pending", "2026-04-15"]
    ])
    expect(await owed(h.cz)).toEqual([])
  })

  test("names the document on which a day rests, here a sample", async () => {
    const [, late] = (await h.zx("/inbox")).body.法定事项.filter((one: Told) => one.错误 === undefined)
    expect(late.restsOn).toEqual(both(/非《办法》规定：示例市电子政务项目管理规定（示例，非现行规定）/))
  })

  test("shows a project whose rows cannot be read, with the place of every bad cell, and leaves it out of no list", async () => {
    const unread = {
      项目: "XM2023-011",
      错误: "台账数据不能识别，请先更正",
      数据问题: [
        { 位置: "征求意见/2/发函日期", path: "on", zh: "没有这一天", en: expect.stringContaining("2023-02-30") },
        { 位置: "审批/3/审批日期", path: "baseline.amount", ...both(/金额应为/) }
      ]
    }
    const shown = await h.fg("/projects/XM2023-011")
    expect([shown.status, shown.body.名称]).toEqual([200, "视频会议系统"])
    expect(shown.body.检查).toEqual([unread])
    expect((await h.fg("/inbox")).body.法定事项).toContainEqual(unread)
  })

  test("decides nothing on a project whose rows cannot be read, and answers 422", async () => {
    const { body, status } = await h.cz("/projects/XM2023-011/budgets", { 年度: 2026, 金额_万元: 5, 财政资金: "是" })
    expect([status, body.数据问题.length]).toEqual([422, 2])
    expect(stored("预算", "XM2023-011")).toBe(0)
  })

  test("writes no decision on a day that does not exist, or of an amount that is none", async () => {
    const budget = { 年度: 2026, 金额_万元: 5, 财政资金: "是" }
    const bad = [
      [{ ...budget, 下达日期: "2026-02-30" }, "on"],
      [{ ...budget, 金额_万元: "五" }, "amount"],
      [{ ...budget, 财政资金: "不清楚" }, "fiscal"]
    ] as const
    for (const [row, path] of bad) {
      const { body, status } = await h.cz("/projects/XM2025-003/budgets", row)
      expect([status, body.数据问题[0].path]).toEqual([422, path])
    }
    expect(stored("预算", "XM2025-003")).toBe(1)
  })

  test("takes an amount in 万元 that is exact to the fen, and none that is finer", async () => {
    const good = await h.cz("/projects/XM2025-003/budgets", { 年度: 2026, 金额_万元: 480.255, 财政资金: "否" })
    expect([good.status, good.body.提示.outcome]).toEqual([201, "Allowed"])
    const tooFine = await h.cz("/projects/XM2025-003/budgets", { 年度: 2026, 金额_万元: 0.0000001, 财政资金: "否" })
    expect(tooFine.status).toBe(422)
  })
})
