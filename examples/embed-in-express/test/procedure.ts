import type { Express } from "express"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Host } from "../host/Host.ts"
import { type Hosting, hosting } from "./hosting.ts"

/** Drafts a project and applies for it, with its scheme. */
export const applyFor = async ({ wj }: Hosting, id: string, day: string): Promise<void> => {
  expect(await wj("/projects", { 编号: id, 名称: "急救调度系统", 投资额_万元: 120.5 })).toMatchObject({ status: 201 })
  const submitted = { 审批单位: "FG", 方案提交日期: day, 受理单位: "XX" }
  expect(await wj(`/projects/${id}/submit`, submitted)).toMatchObject({ status: 200, body: { 状态: "20" } })
}

/** Has the scheme of a project assessed; answers the number of the assessment. */
export const assess = async ({ on, xx }: Hosting, id: string, from: string, to: string): Promise<number> => {
  on(from)
  const { body } = await xx(`/projects/${id}/assessments`, { 类别: "事前", 启动日期: from })
  on(to)
  expect(await xx(`/assessments/${body.编号}/result`, { 结论: "同意" })).toMatchObject({ status: 200 })
  return body.编号
}

/** Has the informatization bureau asked, and lets it reply; answers the number of the letter. */
export const consult = async (
  { fg, on, xx }: Hosting,
  id: string,
  from: string,
  to: string,
  opinion = "同意"
): Promise<number> => {
  on(from)
  const { body } = await fg(`/projects/${id}/consultations`, { 收函单位: "XX" })
  on(to)
  const reply = await xx(`/consultations/${body.编号}/reply`, {
    意见: opinion,
    规划依据: "示例市电子政务发展规划",
    评估依据: "评估2"
  })
  expect(reply).toMatchObject({ status: 200, body: { 状态: "28" } })
  return body.编号
}

/** What the host does with Banfa and without it. */
export const procedure = (app: () => Promise<(host: Host) => Express>): void => {
  let h: Hosting
  beforeAll(async () => {
    h = await hosting(await app())
  })
  afterAll(() => h.close())

  test("nobody is let in without signing in with the right password", async () => {
    expect(await h.ask("/projects")).toEqual({ status: 401, body: { 错误: "请先登录" } })
    expect(await h.ask("/login", { 用户名: "fg", 口令: "错" })).toMatchObject({ status: 401 })
    expect(await h.ask("/login", { 用户名: "nobody", 口令: "口令" })).toMatchObject({ status: 401 })
    expect(await (await h.as("fg", "错"))("/projects")).toMatchObject({ status: 401 })
    expect(await h.fg("/projects")).toMatchObject({ status: 200 })
  })

  test("whoever has signed out is not let in any more", async () => {
    const ask = await h.as("jy", "口令")
    expect(await ask("/projects")).toMatchObject({ status: 200 })
    expect(await ask("/logout", {})).toMatchObject({ status: 204 })
    expect(await ask("/projects")).toMatchObject({ status: 401 })
  })

  test("passwords are kept as salted scrypt hashes", () => {
    const users = h.host.db.prepare("SELECT * FROM 用户").all()
    expect(new Set(users.map((user) => user.口令散列)).size).toBe(users.length)
    expect(JSON.stringify(users)).not.toContain('口令"')
  })

  test("a unit does what it has the duty for, in the state that allows it", async () => {
    expect(await h.wj("/projects/XM2022-019/decision", { 结果: "批准" })).toMatchObject({ status: 403 })
    expect(await h.fg("/projects/XM2024-007/decision", { 结果: "批准" })).toMatchObject({
      status: 400,
      body: { 错误: "项目处于“已批”，不能办理" }
    })
    expect(await h.fg("/projects/XM1999-001/decision", { 结果: "批准" })).toMatchObject({ status: 404 })
    expect(await h.fg("/projects/XM2022-019/decision", { 结果: "暂缓" })).toMatchObject({ status: 400 })
  })

  test("a project goes from its draft to its first quarterly report", async () => {
    h.on("2026-03-02")
    await applyFor(h, "XM2026-001", "2026-03-02")
    const assessment = await assess(h, "XM2026-001", "2026-03-04", "2026-03-20")
    const letter = await consult(h, "XM2026-001", "2026-03-05", "2026-03-23")
    expect((await h.fg("/inbox")).body.待办).toContainEqual({ 编号: "XM2026-001", 项目: "XM2026-001", 事项: "审批" })
    h.on("2026-03-30")
    const decision = {
      结果: "批准",
      文号: "示发改〔2026〕12号",
      资金来源: "财政资金",
      建设单位: "ZX",
      参阅材料: `征求意见${letter},评估${assessment}`
    }
    const decided = await h.fg("/projects/XM2026-001/decision", decision)
    expect(decided).toMatchObject({ status: 200, body: { 状态: "30" } })
    expect(await h.xx("/projects/XM2026-001/filing", {})).toMatchObject({ status: 200 })
    const budget = { 年度: 2026, 金额_万元: 80, 财政资金: "是", 抄送单位: "XX", 抄送日期: "2026-03-30" }
    expect(await h.cz("/projects/XM2026-001/budgets", budget)).toMatchObject({ status: 201 })
    h.on("2026-04-07")
    const report = { 年度: 2026, 季度: 1, 完成投资_万元: 0, 收报单位: "FG" }
    expect(await h.zx("/projects/XM2026-001/reports", report)).toMatchObject({ status: 201 })
    const { body } = await h.wj("/projects/XM2026-001")
    expect(body).toMatchObject({ 状态名: "已批", 投资额_万元: 120.5, 审批: [{ 核定投资_万元: 120.5, 经办人: "fg" }] })
  })
}
