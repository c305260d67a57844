import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day, PeriodSchema as Period, QuarterSchema as Quarter } from "../civil/schemas.ts"
import { isRoleId } from "../regulation/Role.ts"
import { readings } from "../regulation/readings.ts"
import { type BadInput, badInputs } from "../verdict/BadInput.ts"
import { Id, Region, Texts } from "../verdict/factSchemas.ts"
import type { ParameterId } from "./Parameter.ts"
import type { Profile } from "./Profile.ts"

const Words = Schema.Struct({ zh: Schema.String, en: Schema.String })
const Source = Schema.Struct({ title: Words, status: Schema.Literals(["sample", "unverified", "verified"]) })
const inForce = { from: Day, until: Schema.optional(Day) }

/** The values of one parameter, each with the document that fixes it. */
const entries = <S extends Schema.Top>(value: S) =>
  Schema.optional(Schema.Array(Schema.Struct({ value, source: Source, ...inForce, region: Schema.optional(Region) })))

const period = entries(Period)
const Milestone = Schema.Struct({
  track: Schema.Literals(["office-automation", "document-transmission", "matters", "approval"]),
  by: Day,
  percent: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 100 }))
})
const Milestones = Schema.Struct({
  horizon: Schema.optional(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 36_600 }))),
  steps: Schema.optional(Schema.Array(Milestone))
})

const parameters = {
  "planReview.within": period,
  "filing.within": period,
  "opinionRequest.within": period,
  "opinion.within": period,
  "investmentFiling.within": period,
  "budgetCopy.graceDays": period,
  "quarterlyReport.dueRule": period,
  "quarterlyReport.copyGraceDays": period,
  "keyProject.timetable": entries(Schema.Union([Period, Schema.Record(Quarter, Day)])),
  "progress.milestones": entries(Milestones),
  "resource.updateCycle": period,
  "publication.within": period,
  "complaint.within": period,
  "exAnteSubmission.graceDays": period,
  "exAnte.within": period,
  "completionReport.within": period,
  "applicationAssessment.cycle": period,
  "integration.within": period,
  "declaration.within": period,
  "interface.within": period,
  "storageException.within": period,
  "sharing.within": period,
  "assessment.content": entries(Texts),
  "assessment.interests": entries(Texts),
  "inspection.cycle": period
} as const satisfies { readonly [P in ParameterId]: Schema.Top }

const LocalNorm = Schema.Struct({
  id: Schema.String.check(
    Schema.isPattern(/^local:./u, {
      message: "本地规范的编号以“local:”开头 / the id of a local norm begins with local:"
    })
  ),
  subject: Id,
  summary: Words,
  quote: Words,
  bearer: Schema.Array(
    Schema.String.check(Schema.makeFilter((id) => isRoleId(id) || "没有这一职责 / there is no such role"))
  ),
  source: Source,
  ...inForce,
  evaluate: Schema.Unknown.check(
    Schema.makeFilter((rule) => typeof rule === "function" || "应为函数 / should be a function")
  )
})

const chosen = Object.entries(readings).map(([id, { options }]) => [id, Schema.Literals(options)] as const)

const ProfileSchema = Schema.Struct({
  id: Id,
  version: Id,
  title: Words,
  layers: Schema.Array(Schema.Struct({ id: Id, version: Id })),
  readings: Schema.Struct(Object.fromEntries(chosen)),
  chosenBy: Schema.optional(Schema.Struct(Object.fromEntries(chosen.map(([id]) => [id, Schema.optional(Source)])))),
  parameters: Schema.Struct(parameters),
  localNorms: Schema.Array(LocalNorm)
})

const decode = Schema.decodeUnknownResult(ProfileSchema, { errors: "all", onExcessProperty: "error" })

/** Reads a profile of a caller without types, or says all that is wrong with it. A key that is misspelt is refused: nothing is silently left out. */
export const parseProfile = (input: unknown): Result.Result<Profile, ReadonlyArray<BadInput>> =>
  Result.mapBoth(decode(input), {
    onSuccess: () => input as Profile,
    onFailure: ({ issue }) => badInputs(issue)
  })
