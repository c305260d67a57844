/** What is kept of what goes over no channel, as JSON. */
import type { Message } from "@banfa/core/port/ReadSide"
import * as Schema from "effect/Schema"
import { LetterSchema, TextSchema } from "./letterData.ts"

/** What notices are worked out from: a message of the outbox, or what is owed on the day. */
export const Source = Schema.Union([
  Schema.Struct({
    message: Schema.Struct({ id: Schema.String, topic: Schema.String, data: Schema.JsonObject })
  }),
  Schema.Struct({ reminders: Schema.Literal(true) })
])
/** What notices are worked out from: a message of the outbox, or what is owed on the day. */
export type Source = { readonly message: Message } | { readonly reminders: true }

/** What is kept of what goes over no channel. */
export const Aside = Schema.Union([
  /** A letter that has nowhere to go. Where nobody knows to which agency it has to be worked out again. */
  Schema.Struct({
    kind: Schema.Literal("unaddressed"),
    reason: Schema.Literals(["no-agency", "no-address", "unknown-channel"]),
    letter: LetterSchema,
    source: Source
  }),
  /** A notice that a rule of the host keeps back, with the finding that this is, where the Measures demand it. */
  Schema.Struct({
    kind: Schema.Literal("silenced"),
    rule: Schema.String,
    why: TextSchema,
    notice: Schema.JsonObject,
    finding: Schema.optionalKey(Schema.JsonObject)
  }),
  /** Notices that could not be worked out, or a letter that could not be kept; `text` says why. */
  Schema.Struct({ kind: Schema.Literal("underived"), text: TextSchema, source: Source })
])
export type Aside = typeof Aside.Type
