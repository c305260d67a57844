import { NotDelivered } from "@banfa/core/port/Notifier"

/** The codes of SQLite that tell of the row, and not of the database. */
const ofTheRow: Readonly<Record<number, NotDelivered["reason"]>> = { 18: "too-large", 19: "refused" }

/** Why a row is not there. What tells of the database can be otherwise a moment later. */
export const whyOf = (cause: unknown): NotDelivered => {
  const code = typeof cause === "object" && cause !== null && "errcode" in cause ? Number(cause.errcode) & 0xff : 0
  const reason = ofTheRow[code]
  const detail = cause instanceof Error ? cause.message.slice(0, 500) : ""
  return new NotDelivered({ reason: reason ?? "unavailable", retry: reason === undefined, detail, cause })
}
