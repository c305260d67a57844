import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { CivilDateSchema } from "../civil/schemas.ts"
import { type Office, roles } from "../regulation/roles.ts"
import type { DirectoryData } from "./Agency.ts"
import { isRegionCode, type RegionCode } from "./Region.ts"

/** Decodes the code of a region that the lists know. */
const RegionCodeSchema = Schema.String.check(
  Schema.makeFilter((text) => isRegionCode(text) || `行政区划代码不在名录中 / region code not in the register: ${text}`)
).pipe(
  Schema.brand("RegionCode"),
  Schema.annotate({
    identifier: "RegionCode",
    description: "A region of Guangdong at or above county level (GB/T 2260)"
  })
)

/** Decodes the id of an agency: 1 to 64 characters, none of them a control character. */
export const AgencyIdSchema = Schema.String.check(
  Schema.isPattern(/^\P{Cc}{1,64}$/u, {
    message:
      "机构标识须为 1 至 64 个字符，不含控制字符 / an agency id has 1 to 64 characters, none of them a control character"
  })
).pipe(Schema.brand("AgencyId"), Schema.annotate({ identifier: "AgencyId", description: "An agency's id in its host" }))

const offices: ReadonlyArray<Office> = [...new Set(Object.values(roles).map((role) => role.office))]

/** Decodes an office, e.g. `info`. */
export const OfficeSchema = Schema.Literals(offices)

/** Decodes what an agency is. @article 2 */
const AgencyKindSchema = Schema.Literals([
  "government",
  "department",
  "affiliated-organ",
  "authorized-organization",
  "public-institution",
  "party-organ",
  "legislature",
  "court",
  "procuratorate",
  "central-vertical-organ",
  "enterprise"
])

/** Decodes an agency. */
const AgencySchema = Schema.Struct({
  id: AgencyIdSchema,
  name: Schema.Struct({ zh: Schema.NonEmptyString, en: Schema.optionalKey(Schema.NonEmptyString) }),
  region: RegionCodeSchema,
  kind: Schema.optionalKey(AgencyKindSchema),
  from: Schema.optionalKey(CivilDateSchema),
  until: Schema.optionalKey(CivilDateSchema)
})

/** Decodes a holding. @article 4 */
const HoldingSchema = Schema.Struct({
  agency: AgencyIdSchema,
  office: OfficeSchema,
  region: RegionCodeSchema,
  from: CivilDateSchema,
  until: Schema.optionalKey(CivilDateSchema),
  source: Schema.optionalKey(Schema.NonEmptyString)
})

/** Decodes a stated vacancy. @article 34 */
const VacancySchema = Schema.Struct({
  office: OfficeSchema,
  region: RegionCodeSchema,
  from: CivilDateSchema,
  until: Schema.optionalKey(CivilDateSchema),
  source: Schema.optionalKey(Schema.NonEmptyString)
})

/** Decodes a succession of agencies. */
const SuccessionSchema = Schema.Struct({
  predecessor: AgencyIdSchema,
  successor: AgencyIdSchema,
  on: CivilDateSchema,
  source: Schema.optionalKey(Schema.NonEmptyString)
})

/** Decodes the exact days of a change of regions. */
const RegionChangeSchema = Schema.Struct({
  code: RegionCodeSchema,
  appearedOn: Schema.optionalKey(CivilDateSchema),
  ceasedOn: Schema.optionalKey(CivilDateSchema),
  successor: Schema.optionalKey(RegionCodeSchema),
  source: Schema.optionalKey(Schema.NonEmptyString)
})

/** Decodes the data of a directory; what it means is checked by `directory`. */
export const DirectoryDataSchema: Schema.Codec<DirectoryData, unknown> = Schema.Struct({
  version: Schema.NonEmptyString,
  agencies: Schema.Array(AgencySchema),
  holdings: Schema.Array(HoldingSchema),
  successions: Schema.Array(SuccessionSchema),
  vacancies: Schema.optionalKey(Schema.Array(VacancySchema)),
  regionChanges: Schema.optionalKey(Schema.Array(RegionChangeSchema))
})

/** A text that is not the code of a region which the lists know; `zh` and `en` say which. */
export class UnknownRegion extends Schema.TaggedError<UnknownRegion>()("UnknownRegion", {
  zh: Schema.String,
  en: Schema.String
}) {
  override get message(): string {
    return `${this.zh} / ${this.en}`
  }
}

/** The data of a directory does not have the shape of one: `zh` and `en` say so, `detail` where, in English, as the schema found it. */
export class DirectoryUnreadable extends Schema.TaggedError<DirectoryUnreadable>()("DirectoryUnreadable", {
  zh: Schema.String,
  en: Schema.String,
  detail: Schema.String
}) {
  override get message(): string {
    return `${this.zh} / ${this.en}: ${this.detail}`
  }
}

/** Reads the code of a region. */
export const parseRegion = (input: string): Result.Result<RegionCode, UnknownRegion> =>
  isRegionCode(input)
    ? Result.succeed(input)
    : Result.fail(
        new UnknownRegion({
          zh: `行政区划代码“${input}”不在名录中`,
          en: `Region code "${input}" is not in the register`
        })
      )

const decode = Schema.decodeUnknownResult(DirectoryDataSchema, { errors: "all" })

/** Reads the data of a directory from what a host has parsed, naming every field that does not fit. */
export const parseDirectoryData = (input: unknown): Result.Result<DirectoryData, DirectoryUnreadable> =>
  Result.mapError(
    decode(input),
    (error) =>
      new DirectoryUnreadable({
        zh: "机构名录数据格式不符",
        en: "The data of the agency directory does not fit",
        detail: error.message
      })
  )
