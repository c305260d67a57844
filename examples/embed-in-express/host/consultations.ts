import { Router } from "express"
import { first, insert, transaction, update } from "./database.ts"
import { type Host, Refusal } from "./Host.ts"
import { field, needed, projectOf, userOf } from "./requests.ts"

/** Requests for an opinion, and the replies to them. */
export const consultations = (host: Host): Router => {
  const { db, today } = host
  return Router()
    .post("/projects/:id/consultations", (req, res) => {
      const { unit } = userOf(res, "发改")
      projectOf(host, req.params.id, "20", "25", "28")
      const number = transaction(db, () => {
        update(db, "项目", req.params.id, { 状态: "25" })
        const to = needed(req, "收函单位")
        return insert(db, "征求意见", { 项目: req.params.id, 发函单位: unit, 收函单位: to, 发函日期: today() })
      })
      res.status(201).json({ 编号: number })
    })
    .post("/consultations/:number/reply", (req, res) => {
      const { unit } = userOf(res)
      const letter = first(db, "SELECT * FROM 征求意见 WHERE 编号 = ?", req.params.number)
      if (letter === undefined) throw new Refusal(404, "没有这份函")
      if (letter.收函单位 !== unit) throw new Refusal(403, "只有收函单位可以回复")
      const id = String(letter.项目)
      projectOf(host, id, "25")
      const done = transaction(db, () => {
        update(db, "项目", id, { 状态: "28" })
        update(db, "征求意见", req.params.number, {
          回复日期: field(req, "回复日期") ?? today(),
          意见: needed(req, "意见"),
          条件: field(req, "条件"),
          规划依据: field(req, "规划依据"),
          评估依据: field(req, "评估依据")
        })
        return { 状态: "28" }
      })
      res.json(done)
    })
}
