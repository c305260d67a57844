import type { Post } from "@banfa/core/agency"
import { CivilDateSchema } from "@banfa/core/civil"
import { type Office, roles } from "@banfa/core/regulation"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"

const offices: ReadonlyArray<Office> = [...new Set(Object.values(roles).map(({ office }) => office))]

/** The days of a post and what follows from them. */
const days = Schema.makeFilter<Pick<Post, "from" | "until" | "acting">>(({ acting, from, until }) => {
  if (until !== undefined && until < from) return "任职终止早于开始 / the post ends before it begins"
  if (acting === true && until === undefined) return "代理须有期限 / what is held for the time being has a last day"
  return true
})

const members = {
  agency: Schema.String.check(Schema.isPattern(/^\P{Cc}{1,64}$/u)),
  title: Schema.optionalKey(Schema.NonEmptyString),
  offices: Schema.Union([Schema.Literal("all"), Schema.Array(Schema.Literals(offices))]),
  from: CivilDateSchema,
  until: Schema.optionalKey(CivilDateSchema),
  acting: Schema.optionalKey(Schema.Boolean),
  source: Schema.optionalKey(Schema.NonEmptyString)
}

const nothingElse = Schema.makeFilter<Readonly<Record<string, unknown>>>((post) => {
  const foreign = Object.keys(post).find((name) => !Object.hasOwn(members, name))
  return foreign === undefined || `任职不含 ${foreign} / a post has no ${foreign}`
})

/**
 * Decodes a post as a token or a table states it: `{ "agency": "drc", "offices": ["investment"], "from": "2026-01-01" }`. A member that is no
 * part of a post is not passed over: `untill` would make one without an end.
 */
export const PostSchema: Schema.Codec<Post, unknown> = Schema.Record(Schema.String, Schema.Unknown)
  .check(nothingElse)
  .pipe(
    Schema.decodeTo(Schema.Struct(members).check(days), SchemaTransformation.passthrough({ strict: false })),
    Schema.annotate({ identifier: "Post", description: "A post in an agency" })
  )
