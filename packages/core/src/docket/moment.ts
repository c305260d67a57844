import * as Result from "effect/Result"
import { isCivilDate } from "../civil/CivilDate.ts"
import { civilDay } from "../civil/civilDay.ts"
import { InvalidQuestion } from "./DocketError.ts"
import type { Moment } from "./keeping.ts"
import { type CaseRef, caseSubjects, type WaySubject, waySubjects, waysOf } from "./subjects.ts"

/** A moment to ask about: during which day, and as known at which instant (by default everything that was ever entered). */
export interface At {
  /** A civil day in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly asOf: string
  /** An instant in UTC, `2026-03-01T09:00:00Z`. */
  readonly knownAt?: string | undefined
}

/** Later than any entry. */
export const always = "9999-12-31T23:59:59Z"

/** A question that cannot be asked, and why. */
export const refuse = (zh: string, en: string): Result.Result<never, InvalidQuestion> =>
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
export const momentOf = ({ asOf, knownAt }: At): Result.Result<Moment, InvalidQuestion> =>
  typeof asOf === "string" && isCivilDate(asOf)
    ? Result.map(instantOf(knownAt), (instant) => ({ asOf, knownAt: instant }))
    : refuse(
        `“${String(asOf).slice(0, 40)}”不是日期，应写作 2026-03-01`,
        `"${String(asOf).slice(0, 40)}" is no day such as 2026-03-01`
      )

const isCase = (given: unknown): given is CaseRef => {
  if (typeof given !== "object" || given === null) return false
  const { id, subject } = given as { readonly id?: unknown; readonly subject?: unknown }
  return typeof id === "string" && caseSubjects.some((one) => one === subject)
}

/** The cases of a question, also of a caller without types. A case that was never written to is one of which nothing is known. */
export const knownCases = (cases: unknown): Result.Result<ReadonlyArray<CaseRef>, InvalidQuestion> =>
  Array.isArray(cases) && cases.every(isCase)
    ? Result.succeed(cases)
    : refuse(
        `案件应写作 { subject: "project", id: "P1" }，其中 subject 为${caseSubjects.join("、")}之一`,
        `a case is written { subject: "project", id: "P1" }, with a subject among ${caseSubjects.join(", ")}`
      )

/** The case of a question that can only be asked where cases have steps. */
export const knownCourse = (given: unknown): Result.Result<CaseRef<WaySubject>, InvalidQuestion> =>
  isCase(given) && isWayCase(given)
    ? Result.succeed(given)
    : refuse(
        `途径和下一步事项只就有办理步骤的案件提供，案件应写作 { subject: "project", id: "P1" }，其中 subject 为${waySubjects.join("、")}之一`,
        `ways and next acts are offered where cases have steps, written { subject: "project", id: "P1" } with a subject among ${waySubjects.join(", ")}`
      )

const isWayCase = (of: CaseRef): of is CaseRef<WaySubject> => waysOf(of.subject) !== undefined
