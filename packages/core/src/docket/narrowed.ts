/** What a question is narrowed by, put to its form: a caller without types may hand in anything. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CivilDateSchema } from "../civil/schemas.ts"
import type { DutyQuery } from "../duty/dutyList.ts"
import type { Scope } from "../duty/inspectCases.ts"
import type { CaseLookup } from "../port/ReadSide.ts"
import { isRoleId } from "../regulation/Role.ts"
import { badInputs } from "../verdict/BadInput.ts"
import type { InvalidQuestion } from "./DocketError.ts"
import { refuse } from "./moment.ts"
import type { ReminderQuery } from "./notices.ts"
import { caseSubjects } from "./subjects.ts"

const Text = Schema.optional(Schema.String)
const Subject = Schema.Literals(caseSubjects)
const Days = Schema.optional(
  Schema.Struct({ from: Schema.optional(CivilDateSchema), until: Schema.optional(CivilDateSchema) })
)
const Role = Schema.String.check(
  Schema.makeFilter((text) => isRoleId(text) || `没有这一角色 / there is no such role: ${text}`)
)

const Query = Schema.Struct({
  bearer: Text,
  role: Schema.optional(Role),
  region: Text,
  subject: Schema.optional(Subject),
  norm: Text,
  status: Schema.optional(Schema.Array(Schema.Literals(["Pending", "DueUnspecified", "Overdue"]))),
  due: Days
})

const Narrowing = Schema.Struct({ bearer: Text, region: Text, subject: Schema.optional(Subject), arose: Days })

const Count = Schema.Int.check(Schema.makeFilter((count) => count >= 1 || `至少为 1 / must be at least 1: ${count}`))

const Lookup = Schema.Struct({
  subject: Schema.optional(Subject),
  after: Schema.optional(Schema.Struct({ subject: Schema.String, id: Schema.String })),
  limit: Schema.optional(Count)
})

const known =
  <A>(schema: Schema.Decoder<unknown>, zh: string, en: string) =>
  (given: A): Result.Result<A, InvalidQuestion> => {
    const decoded = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(given)
    if (Result.isSuccess(decoded)) return Result.succeed(given)
    const wrong = badInputs(decoded.failure.issue)
    const said = (language: "zh" | "en") => wrong.map((one) => `${one.path} ${one[language]}`.trim()).join("; ")
    return refuse(`${zh}：${said("zh")}`, `${en}: ${said("en")}`)
  }

/** Which duties are asked for. */
export const knownQuery = known<DutyQuery>(Query, "所问义务不能识别", "it cannot be told which duties are meant")

/** What an inspection is about. */
export const knownScope = known<Scope>(Narrowing, "检查范围不能识别", "it cannot be told what the inspection is about")

/** Which cases are listed. */
export const knownLookup = known<CaseLookup>(Lookup, "所列案件不能识别", "it cannot be told which cases are meant")

/** How many are asked for. */
export const knownLimit = known<number>(Count, "数目不能识别", "it cannot be told how many are meant")

/** Ids of what is meant. */
export const knownIds = known<ReadonlyArray<string>>(
  Schema.Array(Schema.String),
  "编号不能识别",
  "it cannot be told which are meant"
)

const Leads = Schema.Array(
  Schema.Int.check(
    Schema.makeFilter((days) => (days >= 0 && days <= 366) || `应为 0 至 366 天 / must be 0 to 366 days: ${days}`)
  )
).check(Schema.isMaxLength(20, { message: "至多 20 项 / at most 20 items" }))

const Reminding = Schema.Struct({
  leads: Leads,
  bearer: Text,
  role: Schema.optional(Role),
  region: Text,
  subject: Schema.optional(Subject),
  norm: Text
})

/** Of what is reminded, and how many days before. */
export const knownReminders = known<ReminderQuery>(
  Reminding,
  "所问提示不能识别",
  "it cannot be told which reminders are meant"
)
