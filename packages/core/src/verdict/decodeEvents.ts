import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type BadInput, badInputs } from "./BadInput.ts"
import { InvalidEvents } from "./InvalidEvents.ts"

/** What one subject's facts are decoded with: the schemas of their kinds. */
export interface Cases<E extends { readonly _tag: string }> {
  readonly cases: { readonly [T in E["_tag"]]: Schema.Top }
}

/** Reads one fact, or says all that is wrong with it. */
export type DecodeEvent<E> = (input: unknown) => Result.Result<E, ReadonlyArray<BadInput>>

const bad = (zh: string, en: string, path = ""): ReadonlyArray<BadInput> => [{ path, zh, en }]

/** How one fact of a subject is read from outside. Unknown keys are refused, so that a misspelt particular is not silently unknown. */
export const decoderOf = <E extends { readonly _tag: string }>({ cases }: Cases<E>): DecodeEvent<E> => {
  const decoders = Object.fromEntries(
    Object.entries<Schema.Top>(cases).map(([tag, schema]) => [
      tag,
      Schema.decodeUnknownResult(schema as Schema.Codec<E, unknown>, { errors: "all", onExcessProperty: "error" })
    ])
  )
  return (input) => {
    if (typeof input !== "object" || input === null || Array.isArray(input))
      return Result.fail(bad("一项事实应为一个对象", "a fact is an object"))
    const tag = (input as { readonly _tag?: unknown })._tag
    const decode = typeof tag === "string" && Object.hasOwn(decoders, tag) ? decoders[tag] : undefined
    if (decode === undefined) {
      const shown = typeof tag === "string" ? tag.slice(0, 60) : String(typeof tag)
      return Result.fail(bad(`没有“${shown}”这种事实`, `there is no kind of fact called "${shown}"`, "_tag"))
    }
    return Result.mapError(decode(input), (error) => badInputs(error.issue))
  }
}

/** Reads facts from outside. All or nothing: with one bad fact none is handed out, and every finding of every fact is listed. */
export const decodeAll = <E>(
  decode: DecodeEvent<E>,
  input: ReadonlyArray<unknown>
): Result.Result<ReadonlyArray<E>, InvalidEvents> => {
  const events: Array<E> = []
  const findings: Array<InvalidEvents["findings"][number]> = []
  for (const [index, item] of input.entries()) {
    const decoded = decode(item)
    if (Result.isSuccess(decoded)) events.push(decoded.success)
    else for (const f of decoded.failure) findings.push({ index, ...f })
  }
  return findings.length === 0 ? Result.succeed(events) : Result.fail(new InvalidEvents({ findings }))
}
