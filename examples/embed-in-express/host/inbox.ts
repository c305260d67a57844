import { Router } from "express"
import { all, type Row } from "./database.ts"
import type { Host, User } from "./Host.ts"
import { userOf } from "./requests.ts"

const waiting = ({ db }: Host, { duty, unit }: User): ReadonlyArray<Row> => {
  const letters = all(
    db,
    "SELECT 编号, 项目, '回复征求意见函' AS 事项 FROM 征求意见 WHERE 收函单位 = ? AND 回复日期 IS NULL",
    unit
  )
  const drafts = all(db, "SELECT 编号, 编号 AS 项目, '申报' AS 事项 FROM 项目 WHERE 申报单位 = ? AND 状态 = '10'", unit)
  const open = "SELECT 编号, 编号 AS 项目, '审批' AS 事项 FROM 项目 WHERE 审批单位 = ? AND 状态 IN ('20', '25', '28')"
  return [...letters, ...drafts, ...(duty === "发改" ? all(db, open, unit) : [])]
}

/** What waits for the user's unit. */
export const inbox = (host: Host): Router =>
  Router().get("/inbox", (_, res) => {
    const user = userOf(res)
    res.json({ 待办: waiting(host, user) })
  })
