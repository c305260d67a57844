import { fieldsOf } from "@banfa/core/evidence"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import { toHex } from "../../src/evidence/Hash.ts"
import { message } from "../../src/evidence/message.ts"
import { canonical } from "../../src/port/Json.ts"
import { event } from "./sample.ts"

const parts = fc.array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 3 }), fc.uint8Array({ maxLength: 3 })), {
  maxLength: 4
})
const pieces = (list: ReadonlyArray<string | Uint8Array>) =>
  list.map((part) => toHex(part instanceof Uint8Array ? part : new TextEncoder().encode(part)))

test("two lists of parts never give the same bytes, and the bytes are read back in one way", () => {
  const read = (bytes: Uint8Array): ReadonlyArray<string> => {
    const found: Array<string> = []
    for (let at = 0; at < bytes.length; ) {
      const length = new DataView(bytes.buffer).getUint32(at)
      found.push(toHex(bytes.slice(at + 4, at + 4 + length)))
      at += 4 + length
    }
    return found
  }
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const [tag, ...rest] = read(message("sha-256", "leaf", one))
      expect(tag).toBe(toHex(new TextEncoder().encode("banfa evidence 1 sha-256 leaf")))
      expect(rest).toEqual(pieces(one))
      const same = toHex(message("sha-256", "leaf", one)) === toHex(message("sha-256", "leaf", other))
      expect(same).toBe(JSON.stringify(pieces(one)) === JSON.stringify(pieces(other)))
    })
  )
})

test("what is hashed for one use or one algorithm is never what is hashed for another", () => {
  const uses = ["leaf", "start", "event", "place", "head", "node", "none", "checkpoint"] as const
  const all = uses.flatMap((use) => [toHex(message("sha-256", use, ["x"])), toHex(message("sm3", use, ["x"]))])
  expect(new Set(all).size).toBe(all.length)
})

test("the fields of an event are the keys of its data and its header, in order of their names", () => {
  expect(fieldsOf(event("项目-1", 2, 7, `{"":null,"__proto__":[1],"stream":"x","意见":"同意😀"}`))).toEqual([
    { name: "data.", value: "null" },
    { name: "data.__proto__", value: "[1]" },
    { name: "data.stream", value: `"x"` },
    { name: "data.意见", value: `"同意😀"` },
    {
      name: "header",
      value: `{"command":"command-4","id":"事件-7","recordedAt":"2026-03-01T02:30:00Z","stream":"项目-1","type":"project/Approved","version":2}`
    }
  ])
})

test.each([
  `{ "a":1}`,
  `{"b":1,"a":2}`,
  `{"a":1,"a":1}`,
  `{"a":1.0}`,
  `{"a":"\\u0041"}`,
  "[]",
  "null",
  "",
  "{",
  `{"a":"\\ud800"}`
])("data that are not the canonical JSON of an object are one field, text and all: %s", (json) => {
  const fields = fieldsOf(event("S", 1, 1, json)).filter(({ name }) => name.startsWith("data"))
  expect(fields).toEqual([{ name: "data", value: JSON.stringify(json) }])
})

test("two texts of data never give the same fields", () => {
  const text = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.stringify(value)),
    fc.dictionary(fc.string({ maxLength: 2 }), fc.nat(2)).map((value) => Result.getOrThrow(canonical(value))),
    fc.string({ unit: "binary", maxLength: 4 })
  )
  fc.assert(
    fc.property(text, text, (one, other) => {
      const of = (json: string) => JSON.stringify(fieldsOf(event("S", 1, 1, json)))
      expect(of(one) === of(other)).toBe(one === other)
    })
  )
})
