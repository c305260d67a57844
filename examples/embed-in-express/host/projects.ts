import { Router } from "express"
import { all, insert, transaction, update } from "./database.ts"
import { type Host, Refusal } from "./Host.ts"
import { field, needed, projectOf, states, userOf } from "./requests.ts"

const parts = ["征求意见", "评估", "审批", "预算", "季报"] as const

/** Projects: listed, shown, drafted and applied for. */
export const projects = (host: Host): Router => {
  const { db, today } = host
  return Router()
    .get("/", (_, res) => {
      const found = all(db, "SELECT 编号, 名称, 状态, 投资额_万元 FROM 项目 ORDER BY 编号")
      res.json(found.map((row) => ({ ...row, 状态名: states[String(row.状态)] })))
    })
    .get("/:id", (req, res) => {
      const project = projectOf(host, req.params.id)
      const rows = parts.map((table) => [table, all(db, `SELECT * FROM ${table} WHERE 项目 = ?`, req.params.id)])
      res.json({
        ...project,
        状态名: states[String(project.状态)],
        ...Object.fromEntries(rows)
      })
    })
    .post("/", (req, res) => {
      const { unit } = userOf(res)
      const id = String(needed(req, "编号"))
      const row = { 编号: id, 名称: needed(req, "名称"), 申报单位: unit, 投资额_万元: field(req, "投资额_万元") }
      insert(db, "项目", row)
      res.status(201).json({ 编号: id })
    })
    .post("/:id/submit", (req, res) => {
      const { unit } = userOf(res)
      const { 申报单位: owner } = projectOf(host, req.params.id, "10")
      if (owner !== unit) throw new Refusal(403, "只有申报单位可以申报")
      transaction(db, () => {
        update(db, "项目", req.params.id, {
          状态: "20",
          申报日期: today(),
          审批单位: needed(req, "审批单位"),
          方案提交日期: field(req, "方案提交日期"),
          受理单位: field(req, "受理单位")
        })
      })
      res.json({ 状态: "20" })
    })
}
