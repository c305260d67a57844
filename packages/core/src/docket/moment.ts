import * as Result from "effect/Result"
import { type CivilDate, isCivilDate } from "../civil/CivilDate.ts"
import { civilDay } from "./Command.ts"
import { InvalidQuestion } from "./DocketError.ts"

/** A moment to ask about: during which day, and as known at which instant (by default everything that was ever entered). */
export interface At {
  /** A civil day in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly asOf: string
  /** An instant in UTC, `2026-03-01T09:00:00Z`. */
  readonly knownAt?: string | undefined
}

/** Later than any entry. */
export const always = "9999-12-31T23:59:59Z"

const refuse = (zh: string, en: string): Result.Result<never, InvalidQuestion> =>
  Result.fail(new InvalidQuestion({ text: { zh, en } }))

/** The instant up to which entries are known. */
export const instantOf = (knownAt: string | undefined): Result.Result<string, InvalidQuestion> =>
  knownAt === undefined || civilDay(knownAt) !== undefined
    ? Result.succeed(knownAt ?? always)
    : refuse(
        `“${String(knownAt).slice(0, 40)}”不是时刻，应写作 2026-03-01T09:00:00Z`,
        `"${String(knownAt).slice(0, 40)}" is no instant such as 2026-03-01T09:00:00Z`
      )

/** The day and the instant of a question, where both exist. */
export const momentOf = ({
  asOf,
  knownAt
}: At): Result.Result<{ readonly asOf: CivilDate; readonly knownAt: string }, InvalidQuestion> =>
  typeof asOf === "string" && isCivilDate(asOf)
    ? Result.map(instantOf(knownAt), (instant) => ({ asOf, knownAt: instant }))
    : refuse(
        `“${String(asOf).slice(0, 40)}”不是日期，应写作 2026-03-01`,
        `"${String(asOf).slice(0, 40)}" is no day such as 2026-03-01`
      )
