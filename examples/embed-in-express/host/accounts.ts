import { createHash, randomBytes, scryptSync, timingSafeEqual } from "node:crypto"
import type { DatabaseSync } from "node:sqlite"
import { type Request, type RequestHandler, Router } from "express"
import { first, insert } from "./database.ts"
import { type Host, Refusal, type User } from "./Host.ts"

const hours = 8

const digest = (token: string): string => createHash("sha256").update(token).digest("hex")

const scrypt = (password: string, salt: string): Buffer => scryptSync(password, Buffer.from(salt, "hex"), 32)

/** Adds a user. Of the password only a salted scrypt hash is kept. */
export const addUser = (db: DatabaseSync, name: string, fullName: string, unit: string, password: string): void => {
  const salt = randomBytes(16).toString("hex")
  insert(db, "用户", {
    用户名: name,
    姓名: fullName,
    单位: unit,
    盐: salt,
    口令散列: scrypt(password, salt).toString("hex")
  })
}

const tokenOf = (req: Request): string => /(?:^|;\s*)sid=([\w-]+)/u.exec(req.headers.cookie ?? "")?.[1] ?? ""

/** Login and logout. The cookie holds a random token, the table its digest. */
export const accounts = ({ db }: Host): Router =>
  Router()
    .post("/login", (req, res) => {
      const { 用户名: name, 口令: password } = req.body ?? {}
      const user = first(db, "SELECT 盐, 口令散列 FROM 用户 WHERE 用户名 = ?", String(name))
      const expected = Buffer.from(String(user?.口令散列 ?? ""), "hex")
      const given = scrypt(String(password), String(user?.盐 ?? ""))
      if (expected.length !== given.length || !timingSafeEqual(expected, given))
        throw new Refusal(401, "用户名或者口令不正确")
      const token = randomBytes(32).toString("base64url")
      insert(db, "会话", { 令牌散列: digest(token), 用户名: String(name), 到期: Date.now() + hours * 3_600_000 })
      res.cookie("sid", token, { httpOnly: true, sameSite: "strict" }).json({ 用户名: name })
    })
    .post("/logout", (req, res) => {
      db.prepare("DELETE FROM 会话 WHERE 令牌散列 = ?").run(digest(tokenOf(req)))
      res.clearCookie("sid").status(204).end()
    })

/** Lets nobody pass who is not signed in. */
export const signedIn =
  ({ db }: Host): RequestHandler =>
  (req, res, next) => {
    const sql = `SELECT 用户.用户名, 用户.单位, 单位.职能 FROM 会话 JOIN 用户 USING (用户名) JOIN 单位 ON 单位.编号 = 用户.单位
      WHERE 令牌散列 = ? AND 到期 > ?`
    const found = first(db, sql, digest(tokenOf(req)), Date.now())
    if (found === undefined) throw new Refusal(401, "请先登录")
    res.locals.user = { name: found.用户名, unit: found.单位, duty: found.职能 } as User
    next()
  }
