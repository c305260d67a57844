/** Facts about complaints from outside: decoded, or refused with every finding. @module */
import type * as Result from "effect/Result"
import { decodeAll, decoderOf } from "../verdict/decodeEvents.ts"
import type { InvalidEvents } from "../verdict/InvalidEvents.ts"
import { Event } from "./Event.ts"

export { InvalidEvents } from "../verdict/InvalidEvents.ts"

/** Decodes one fact about a complaint. */
export const decodeEvent = decoderOf<Event>(Event)

/**
 * Decodes facts about complaints that come from outside. All or nothing: with one bad fact none is handed out, and every finding of every
 * fact is listed. Unknown keys are refused, so that a misspelt particular is not silently unknown.
 */
export const decodeEvents = (input: ReadonlyArray<unknown>): Result.Result<ReadonlyArray<Event>, InvalidEvents> =>
  decodeAll(decodeEvent, input)
