import type { DatabaseSync } from "node:sqlite"

/** What every route works with. */
export interface Host {
  readonly db: DatabaseSync
  /** The business day, `2026-03-01`. */
  readonly today: () => string
}

/** Who is signed in. */
export interface User {
  readonly name: string
  readonly unit: string
  /** 发改, 信息化, 财政; `null` for a unit that applies. */
  readonly duty: string | null
}

/** A refusal that is told to the user with an HTTP status. */
export class Refusal extends Error {
  readonly status: number
  readonly detail: object

  constructor(status: number, message: string, detail: object = {}) {
    super(message)
    this.status = status
    this.detail = detail
  }
}
