/** The shapes in which facts are stored: what was stored in an earlier one is raised to today's, step by step, whenever it is read. */
import * as Result from "effect/Result"
import type { JsonObject } from "../port/EventStore.ts"
import type { Text } from "../regulation/Text.ts"

/** One step: the data of a fact in one shape becomes its data in the next. It loses nothing and guesses nothing. */
type Raise = (data: JsonObject) => JsonObject

/** The steps of each kind that has changed its shape, the first of them from shape 1 to shape 2. A step is never changed and never removed. */
export type Raises = { readonly [type: string]: ReadonlyArray<Raise> }

/** No kind of fact has changed its shape yet. */
const raises: Raises = {}

/** What a fact of a kind is stored as today: the kind, from the second shape on with its number, `project/Applied@2`. */
export const storedAs = (type: string, steps: Raises = raises): string => {
  const shape = (steps[type]?.length ?? 0) + 1
  return shape === 1 ? type : `${type}@${shape}`
}

/** The data of a stored fact in the shape of today, or why it has none. */
export const raised = (
  { data, type: stored }: { readonly type: string; readonly data: JsonObject },
  steps: Raises = raises
): Result.Result<JsonObject, Text> => {
  const [, type = stored, shape = "1"] = /^(.*)@([1-9]\d{0,8})$/su.exec(stored) ?? []
  const ahead = Object.hasOwn(steps, type) ? (steps[type] ?? []) : []
  if (Number(shape) > ahead.length + 1) return Result.fail(newer)
  return Result.succeed(ahead.slice(Number(shape) - 1).reduce((told, raise) => raise(told), data))
}

const newer: Text = {
  zh: "由较新的版本写成，本版本尚不认识这种形式",
  en: "was written by a newer version, in a shape that this one does not know"
}
