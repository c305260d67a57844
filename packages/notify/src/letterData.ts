/** What is kept of a letter until it is sent, as JSON. */
import { CivilDateSchema } from "@banfa/core/civil"
import { type Letter, type Notice, noticeKinds } from "@banfa/core/notice"
import type { Json } from "@banfa/core/port/EventStore"
import { isRoleId, statuses } from "@banfa/core/regulation"
import * as Schema from "effect/Schema"

/** In Chinese and in English. */
export const TextSchema = Schema.Struct({ zh: Schema.String, en: Schema.String })

/** What was put in is sent as it was put in, also where this version no longer knows the norm. */
const isNorm = (text: string): text is Notice["norm"] => text !== ""
const isStatus = (text: string): text is NonNullable<Notice["status"]> => Object.hasOwn(statuses, text)

/** A notice as it is kept: without an agency, where nobody knows who is told. What this version does not know of it is kept as it is. */
const NoticeSchema = Schema.StructWithRest(
  Schema.Struct({
    id: Schema.String,
    kind: Schema.Literals(noticeKinds),
    case: Schema.Struct({ subject: Schema.String, id: Schema.String }),
    norm: Schema.String.pipe(Schema.refine(isNorm)),
    instance: Schema.String,
    to: Schema.Struct({ role: Schema.String.pipe(Schema.refine(isRoleId)), agency: Schema.optionalKey(Schema.String) }),
    on: CivilDateSchema,
    status: Schema.optionalKey(Schema.String.pipe(Schema.refine(isStatus))),
    due: Schema.optionalKey(CivilDateSchema),
    demanded: Schema.Boolean,
    by: Schema.optionalKey(CivilDateSchema)
  }),
  [Schema.Record(Schema.String, Schema.Unknown)]
)

/** A letter as it is kept. */
export const LetterSchema = Schema.Struct({
  notice: NoticeSchema,
  title: TextSchema,
  body: Schema.Array(TextSchema),
  article: TextSchema,
  quote: TextSchema
})

/** A letter of what is kept. */
export const letterFrom = ({ notice, ...words }: typeof LetterSchema.Type): Letter => ({
  ...words,
  notice: { ...notice, to: { role: notice.to.role, agency: notice.to.agency } }
})

/** A letter to be kept. */
export const letterJson = (letter: Letter): Json => JSON.parse(JSON.stringify(letter))

const Whole = Schema.Struct({
  kind: Schema.Literal("letter"),
  letter: LetterSchema,
  /** Why it is handed out when it is. */
  opening: Schema.optionalKey(
    Schema.Struct({
      because: Schema.Literals(["open", "quiet", "rest-day", "urgent", "demanded"]),
      calendarUnknown: Schema.Boolean
    })
  )
})

const Rest = Schema.Struct({
  kind: Schema.Literal("rest"),
  letter: LetterSchema,
  /** The delivery that it is left of. */
  of: Schema.String,
  /** The receipt of that delivery that names who refused it: by its attempt, or where it was told later by its number. */
  receipt: Schema.Union([Schema.Struct({ attempt: Schema.Int }), Schema.Struct({ number: Schema.Int })]),
  /** The id under which it is sent, the same for all who get it. */
  dispatch: Schema.String,
  /** Whether it is for those with whom trying again can help, or for those who refused it for good. */
  retry: Schema.Boolean
})
/** What is left of a letter that went to some of its addresses only. */
export type Rest = typeof Rest.Type

/** What is kept of a delivery: a letter, or what is left of one. */
export const Outgoing = Schema.Union([Whole, Rest])

/** What the receipt of a delivery that went out says. */
export const WentOut = Schema.Struct({
  /** Where it was sent by this attempt. */
  to: Schema.Array(Schema.String),
  /** Everywhere where it is now. */
  has: Schema.Array(Schema.String),
  /** Where it did not go, and why. */
  refused: Schema.Array(
    Schema.Struct({ address: Schema.String, text: TextSchema, retry: Schema.optionalKey(Schema.Boolean) })
  ),
  /** How the far side names it. */
  reference: Schema.optionalKey(Schema.String)
})
export type WentOut = typeof WentOut.Type
