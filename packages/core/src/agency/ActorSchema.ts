/** People and delegations as JSON. What they mean is checked against a directory by `readActors` and `readDelegations`. */
import * as Schema from "effect/Schema"
import { CivilDateSchema } from "../civil/schemas.ts"
import type { Actor, Delegation, Post } from "./Actor.ts"
import { AgencyIdSchema, OfficeSchema } from "./DirectorySchema.ts"

const LongId = Schema.String.check(
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]{1,190}$/u, {
    message: "编号须为 1 至 190 个字符，不含控制字符 / an id has 1 to 190 characters, none of them a control character"
  })
)

const Words = Schema.String.check(
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]{1,500}$/u, {
    message: "文字须为 1 至 500 个字符，不含控制字符 / a text has 1 to 500 characters, none of them a control character"
  })
)

const Offices = Schema.NonEmptyArray(OfficeSchema)

/** Decodes a post. An unknown key is refused: a misspelt `until` would be a post without an end. */
export const PostSchema: Schema.Codec<Post, unknown> = Schema.Struct({
  agency: AgencyIdSchema,
  title: Schema.optional(Words),
  offices: Schema.Union([Schema.Literal("all"), Offices]),
  from: CivilDateSchema,
  until: Schema.optional(CivilDateSchema),
  acting: Schema.optional(Schema.Boolean),
  source: Schema.optional(Words)
})

/** Decodes a person who acts, with at most 1,000 posts. */
export const ActorSchema: Schema.Codec<Actor, unknown> = Schema.Struct({
  person: LongId,
  name: Schema.optional(Schema.Struct({ zh: Words, en: Words })),
  posts: Schema.Array(PostSchema).check(Schema.isMaxLength(1000, { message: "至多 1000 个职务 / at most 1,000 posts" }))
})

/** Decodes a delegation. One without a last day is none. */
export const DelegationSchema: Schema.Codec<Delegation, unknown> = Schema.Struct({
  id: LongId,
  from: AgencyIdSchema,
  to: Schema.Union([Schema.Struct({ agency: AgencyIdSchema }), Schema.Struct({ person: LongId })]),
  offices: Offices,
  on: CivilDateSchema,
  until: CivilDateSchema,
  onward: Schema.optional(Schema.Boolean),
  of: Schema.optional(LongId),
  source: Schema.optional(Words)
})
