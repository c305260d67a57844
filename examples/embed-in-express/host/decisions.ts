import { Router } from "express"
import { insert, transaction, update } from "./database.ts"
import { type Host, Refusal } from "./Host.ts"
import { field, needed, projectOf, userOf } from "./requests.ts"

const outcomes: { readonly [result: string]: string } = { 批准: "30", 不予批准: "40" }

/** Decisions: on establishment, and on the annual budget. */
export const decisions = (host: Host): Router => {
  const { db, today } = host
  return Router()
    .post("/projects/:id/decision", (req, res) => {
      const { name, unit } = userOf(res, "发改")
      const { 投资额_万元: amount } = projectOf(host, req.params.id, "20", "25", "28")
      const result = needed(req, "结果")
      const state = outcomes[result]
      if (state === undefined) throw new Refusal(400, "结果应为批准或者不予批准")
      const done = transaction(db, () => {
        update(db, "项目", req.params.id, { 状态: state })
        insert(db, "审批", {
          项目: req.params.id,
          审批单位: unit,
          审批日期: field(req, "审批日期") ?? today(),
          结果: result,
          文号: field(req, "文号"),
          核定投资_万元: field(req, "核定投资_万元") ?? (amount as number),
          资金来源: field(req, "资金来源"),
          建设单位: field(req, "建设单位"),
          参阅材料: field(req, "参阅材料"),
          经办人: name
        })
        return { 状态: state }
      })
      res.json(done)
    })
    .post("/projects/:id/budgets", (req, res) => {
      const { unit } = userOf(res, "财政")
      projectOf(host, req.params.id, "30")
      const done = transaction(db, () => {
        const number = insert(db, "预算", {
          项目: req.params.id,
          年度: needed(req, "年度"),
          金额_万元: needed(req, "金额_万元"),
          财政资金: field(req, "财政资金"),
          下达单位: unit,
          下达日期: field(req, "下达日期") ?? today(),
          抄送单位: field(req, "抄送单位"),
          抄送日期: field(req, "抄送日期")
        })
        return { 编号: number }
      })
      res.status(201).json(done)
    })
}
