/** Facts about plans from outside: decoded, or refused with every finding. @module */
import type * as Result from "effect/Result"
import { decodeAll, decoderOf } from "../verdict/decodeEvents.ts"
import type { InvalidEvents } from "../verdict/InvalidEvents.ts"
import { Event } from "./Event.ts"

export { InvalidEvents } from "../verdict/InvalidEvents.ts"

/** Decodes one fact about a plan. */
export const decodeEvent = decoderOf<Event>(Event)

/** Decodes facts about plans that come from outside. All or nothing, with every finding of every fact; unknown keys are refused. */
export const decodeEvents = (input: ReadonlyArray<unknown>): Result.Result<ReadonlyArray<Event>, InvalidEvents> =>
  decodeAll(decodeEvent, input)
