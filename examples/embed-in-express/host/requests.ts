import type { Request, Response } from "express"
import { first, type Row } from "./database.ts"
import { type Host, Refusal, type User } from "./Host.ts"

/** The states of a project. */
export const states: { readonly [code: string]: string } = {
  10: "草拟",
  20: "已申报",
  25: "征求意见中",
  28: "意见已回复",
  30: "已批",
  40: "不予批准"
}

/** The user of a request; refused unless his unit has the duty asked for. */
export const userOf = (res: Response, duty?: string): User => {
  const user: User = res.locals.user
  if (duty !== undefined && user.duty !== duty) throw new Refusal(403, `只有${duty}部门可以办理`)
  return user
}

/** The project that a request names; refused unless it is in one of the states asked for. */
export const projectOf = ({ db }: Host, id: unknown, ...allowed: ReadonlyArray<string>): Row => {
  const project = first(db, "SELECT * FROM 项目 WHERE 编号 = ?", String(id))
  if (project === undefined) throw new Refusal(404, "没有这个项目")
  if (allowed.length > 0 && !allowed.includes(String(project.状态)))
    throw new Refusal(400, `项目处于“${states[String(project.状态)]}”，不能办理`)
  return project
}

/** A field of the body as it is to be stored; `null` where it was left empty. */
export const field = (req: Request, name: string): string | number | null => {
  const value: unknown = req.body?.[name]
  if (value === undefined || value === null || value === "") return null
  if (typeof value !== "string" && typeof value !== "number") throw new Refusal(400, `${name}不正确`)
  return value
}

/** A field without which the request is refused. */
export const needed = (req: Request, name: string): string | number => {
  const value = field(req, name)
  if (value === null) throw new Refusal(400, `缺少${name}`)
  return value
}
