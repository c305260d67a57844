/** Facts about inspections from outside: decoded, or refused with every finding. @module */
import type * as Result from "effect/Result"
import { decodeAll, decoderOf } from "../verdict/decodeEvents.ts"
import type { InvalidEvents } from "../verdict/InvalidEvents.ts"
import { Event } from "./Event.ts"

export type { DecodeEvent } from "../verdict/decodeEvents.ts"
export { InvalidEvents } from "../verdict/InvalidEvents.ts"

/** Decodes one fact about an inspection. */
export const decodeEvent = decoderOf<Event>(Event)

/** Decodes facts about inspections that come from outside. All or nothing; unknown keys are refused, so that a misspelt particular is not silently unknown. */
export const decodeEvents = (input: ReadonlyArray<unknown>): Result.Result<ReadonlyArray<Event>, InvalidEvents> =>
  decodeAll(decodeEvent, input)
