/**
 * JSON values, and the one text by which two of them are the same.
 */
import * as Result from "effect/Result"

/** A JSON value. Numbers are finite; `-0` is written as `0`. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject

/** A JSON object. Any key is allowed, `__proto__` too. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** How deep objects and arrays may nest: the outermost object counts as one. */
export const maxDepth = 100

/** Where a value stops being JSON, or nests deeper than {@link maxDepth}. */
export interface JsonFault {
  readonly code: "not-json" | "too-deep"
  /** Path inside the value, for example `.items[2].name`; empty for the value itself. */
  readonly path: string
}

/**
 * The canonical text of a JSON value after RFC 8785: keys in code-unit order, no space. Two values are the same JSON
 * exactly when their texts are equal.
 *
 * What `JSON.stringify` would drop or change without a word (`undefined`, `NaN`, holes, dates, class instances, half a
 * surrogate pair, cycles) is a fault.
 */
export const canonical = (value: unknown): Result.Result<string, JsonFault> => {
  const fault: { found?: JsonFault } = {}
  const text = write(value, "", 0, fault)
  return fault.found === undefined ? Result.succeed(text) : Result.fail(fault.found)
}

const write = (value: unknown, path: string, depth: number, fault: { found?: JsonFault }): string => {
  if (value === null || typeof value === "boolean") return String(value)
  if (typeof value === "string" && isWellFormed(value)) return JSON.stringify(value)
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value)
  if (!isArray(value) && !isRecord(value)) return refuse(fault, "not-json", path)
  if (depth === maxDepth) return refuse(fault, "too-deep", path)
  const parts: Array<string> = []
  if (isArray(value)) {
    for (let i = 0; i < value.length && fault.found === undefined; i++) {
      parts.push(write(value[i], `${path}[${i}]`, depth + 1, fault))
    }
    return `[${parts.join(",")}]`
  }
  for (const key of Object.keys(value).sort()) {
    if (!isWellFormed(key)) return refuse(fault, "not-json", path)
    parts.push(`${JSON.stringify(key)}:${write(value[key], `${path}.${key}`, depth + 1, fault)}`)
    if (fault.found !== undefined) break
  }
  return `{${parts.join(",")}}`
}

const refuse = (fault: { found?: JsonFault }, code: JsonFault["code"], path: string): string => {
  fault.found ??= { code, path }
  return ""
}

const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text)

const isArray = (value: unknown): value is ReadonlyArray<unknown> => Array.isArray(value)

/** Whether this is a plain object, of this realm or another: an instance of a class is not, nor one with symbol keys. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    (prototype === null || Object.getPrototypeOf(prototype) === null) &&
    Object.getOwnPropertySymbols(value).length === 0
  )
}
