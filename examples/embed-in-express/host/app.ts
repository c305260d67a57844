import express, { type ErrorRequestHandler, type Express } from "express"
import { accounts, signedIn } from "./accounts.ts"
import { consultations } from "./consultations.ts"
import { decisions } from "./decisions.ts"
import { type Host, Refusal } from "./Host.ts"
import { inbox } from "./inbox.ts"
import { projects } from "./projects.ts"
import { records } from "./records.ts"

const refused: ErrorRequestHandler = (error, _, res, next) => {
  if (res.headersSent) return next(error)
  if (error instanceof Refusal) res.status(error.status).json({ 错误: error.message, ...error.detail })
  else res.status(error.status ?? 500).json({ 错误: error.status === 400 ? "请求格式不正确" : "系统错误" })
}

/** The approval system. */
export const app = (host: Host): Express =>
  express()
    .disable("x-powered-by")
    .use(express.json())
    .use("/api", accounts(host))
    .use("/api", signedIn(host), inbox(host), consultations(host), decisions(host), records(host))
    .use("/api/projects", projects(host))
    .use(refused)
