import { Router } from "express"
import { first, insert, transaction, update } from "./database.ts"
import { type Host, Refusal } from "./Host.ts"
import { field, needed, projectOf, userOf } from "./requests.ts"

/** What is only recorded: assessments, quarterly reports, the filing of the investment. */
export const records = (host: Host): Router => {
  const { db, today } = host
  return Router()
    .post("/projects/:id/assessments", (req, res) => {
      const { unit } = userOf(res, "信息化")
      projectOf(host, req.params.id)
      const row = {
        项目: req.params.id,
        类别: needed(req, "类别"),
        组织单位: unit,
        确定日期: today(),
        评估机构: field(req, "评估机构"),
        委托日期: field(req, "委托日期"),
        启动日期: field(req, "启动日期")
      }
      res.status(201).json({ 编号: insert(db, "评估", row) })
    })
    .post("/assessments/:number/result", (req, res) => {
      const { unit } = userOf(res, "信息化")
      const found = first(db, "SELECT * FROM 评估 WHERE 编号 = ?", req.params.number)
      if (found === undefined) throw new Refusal(404, "没有这次评估")
      if (found.组织单位 !== unit) throw new Refusal(403, "只有组织单位可以出具结果")
      update(db, "评估", req.params.number, { 出具日期: today(), 结论: needed(req, "结论") })
      res.json({ 编号: found.编号 })
    })
    .post("/projects/:id/reports", (req, res) => {
      const { unit } = userOf(res)
      projectOf(host, req.params.id, "30")
      const row = {
        项目: req.params.id,
        年度: needed(req, "年度"),
        季度: needed(req, "季度"),
        完成投资_万元: needed(req, "完成投资_万元"),
        报送单位: unit,
        收报单位: field(req, "收报单位"),
        报送日期: today(),
        抄送单位: field(req, "抄送单位"),
        抄送日期: field(req, "抄送日期")
      }
      res.status(201).json({ 编号: insert(db, "季报", row) })
    })
    .post("/projects/:id/filing", (req, res) => {
      const { unit } = userOf(res, "信息化")
      projectOf(host, req.params.id, "30")
      transaction(db, () => update(db, "项目", req.params.id, { 备案日期: today(), 备案单位: unit }))
      res.json({ 备案日期: today() })
    })
}
