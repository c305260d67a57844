/**
 * Letters as rows of a table in the host's own database, from which a message system (OA, SMS) takes them.
 *
 * @module
 */
import type { DatabaseSync } from "node:sqlite"
import {
  type Accepted,
  type Dispatch,
  type Letter,
  NotDelivered,
  Notifier,
  type Supports
} from "@banfa/core/port/Notifier"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { whyOf } from "./whyOf.ts"

/** The row is there, and when somebody reads it is not known; several get one letter. */
export const supports: Supports = { acceptance: false, severalAddresses: true }

/** The channel over a connection of the host's, which nobody else uses in a transaction meanwhile. */
export const layerOver = (db: DatabaseSync): Layer.Layer<Notifier> =>
  Layer.sync(Notifier, () => ({
    channel: "table",
    send: (dispatch) =>
      Effect.gen(function* () {
        const accounts = [...new Set(dispatch.to)]
        if (accounts.length === 0 || !accounts.every((account) => /^[a-z][a-z0-9._-]{0,31}$/u.test(account))) {
          return yield* new NotDelivered({ reason: "invalid-address", retry: false, detail: "" })
        }
        const now = new Date(yield* Clock.currentTimeMillis).toISOString()
        const unknown = yield* Effect.try({ try: () => write(db, dispatch, accounts, now), catch: whyOf })
        if (unknown.length === accounts.length) {
          return yield* new NotDelivered({ reason: "refused", retry: false, detail: "" })
        }
        const text = { zh: "消息系统中没有这个账号", en: "the message system has no such account" }
        return { status: "sent", refused: unknown.map((address) => ({ address, text })) } satisfies Accepted
      })
  }))

/** Writes one row for each account that there is, all or none, and gives those that there are not. A row that is there stays as it is. */
const write = (
  db: DatabaseSync,
  { id, letter }: Dispatch,
  accounts: ReadonlyArray<string>,
  now: string
): ReadonlyArray<string> => {
  db.exec("BEGIN IMMEDIATE")
  try {
    const known = db.prepare("SELECT 1 FROM oa_account WHERE account = ?")
    const row = db.prepare(
      `INSERT INTO oa_outbox (letter_id, account, title, content, written_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (letter_id, account) DO NOTHING`
    )
    const { content, title } = inWords(letter)
    const unknown = accounts.filter((account) => known.get(account) === undefined)
    for (const account of accounts) if (!unknown.includes(account)) row.run(id, account, title, content, now)
    db.exec("COMMIT")
    return unknown
  } catch (cause) {
    if (db.isTransaction) db.exec("ROLLBACK")
    throw cause
  }
}

/** Both languages in one text. What old message systems end a text at, or cannot show, is a space. */
const inWords = ({ article, body, quote, title }: Letter) => {
  const shown = (text: string) => text.replace(/[^\P{Cc}\n]|\p{Cs}/gu, " ")
  const lines = (language: "zh" | "en") =>
    [title, ...body, article, quote].map((each) => shown(each[language])).join("\n")
  return { title: shown(title.zh).replaceAll("\n", " "), content: `${lines("zh")}\n\n${lines("en")}` }
}
