import { histories } from "@banfa/testing/project"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decodeEvents, InvalidEvents } from "../../src/project/decode.ts"
import { law } from "../law/Law.ts"

const good = {
  _tag: "Applied",
  id: "E1",
  project: "P1",
  on: "2026-03-10",
  recordedAt: "2026-03-10T01:00:00Z",
  application: "A1"
}
const report = { ...good, _tag: "ProgressReported", period: "2026-Q1", application: undefined }
const { application: _, ...reported } = report

/** What is found wrong, or a failure where it is accepted or thrown. */
const found = (...input: ReadonlyArray<unknown>): InvalidEvents => Result.getOrThrow(Result.flip(decodeEvents(input)))

const deep = (depth: number): unknown => {
  let value: unknown = "end"
  for (let i = 0; i < depth; i++) value = [value]
  return value
}

const hostile: ReadonlyArray<readonly [why: string, path: string, event: unknown]> = [
  ["a day that does not exist", "on", { ...good, on: "2026-02-30" }],
  ["a day in another notation", "on", { ...good, on: "2026/3/10" }],
  ["a day with a time", "on", { ...good, on: "2026-03-10T00:00:00Z" }],
  ["an instant in local time", "recordedAt", { ...good, recordedAt: "2026-03-10T09:00:00+08:00" }],
  ["an instant that does not exist", "recordedAt", { ...good, recordedAt: "2026-02-29T09:00:00Z" }],
  ["an empty id", "id", { ...good, id: "" }],
  ["an id with a control character", "id", { ...good, id: "E\u00001" }],
  ["an id of a million characters", "id", { ...good, id: "长".repeat(1_000_000) }],
  ["a particular of a million characters", "to", { ...good, to: "长".repeat(1_000_000) }],
  ["a number in the place of an id", "id", { ...good, id: 1e30 }],
  ["a sequence that is no integer", "seq", { ...good, seq: 0.5 }],
  ["a sequence beyond all integers", "seq", { ...good, seq: 1e30 }],
  ["a float as an amount", "amount", { ...reported, amount: 0.1 }],
  ["a negative amount", "amount", { ...reported, amount: "-1.00" }],
  ["an amount beyond all budgets", "amount", { ...reported, amount: `${"9".repeat(30)}.00` }],
  ["an amount with a fraction of a fen", "amount", { ...reported, amount: "1.001" }],
  ["a quarter that does not exist", "period", { ...reported, period: "2026-Q5" }],
  ["a misspelt particular", "recipient", { ...good, recipient: "drc" }],
  ["a deeply nested particular", "to", { ...good, to: deep(5_000) }],
  ["a key of the prototype", "constructor", { ...good, constructor: "x" }],
  [
    "a prototype from JSON",
    "__proto__",
    JSON.parse(JSON.stringify(good).replace("{", '{"__proto__":{"polluted":true},'))
  ],
  ["a kind that is a key of every object", "_tag", { ...good, _tag: "toString" }],
  ["a kind that does not exist", "_tag", { ...good, _tag: "Permitted" }],
  ["no kind at all", "_tag", { id: "E1" }],
  ["nothing", "", null],
  ["a text", "", "Applied"],
  ["a list", "", [good]],
  ["a missing day", "on", { ...good, on: undefined }]
]

describe("facts from outside", () => {
  test.each(hostile)(
    "%s is refused where it stands, in Chinese and in English, and nothing is half decoded",
    (_why, path, event) => {
      const error = found(good, event, good)
      expect(error).toBeInstanceOf(InvalidEvents)
      expect(error.findings.map((f) => f.index)).toEqual(error.findings.map(() => 1))
      expect(error.findings.map((f) => f.path.split(".")[0])).toContain(path)
      for (const f of error.findings) {
        expect(f.zh).toMatch(/\p{Script=Han}/u)
        expect(f.en).toMatch(/^[^\p{Script=Han}]*[a-z][^\p{Script=Han}]*$/u)
        expect(f.zh.length + f.en.length, "a finding is not as long as its input").toBeLessThan(1000)
        expect(f.zh + f.en).not.toMatch(/\bat \/|\.ts:|node_modules/u)
      }
      expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined()
    }
  )

  test("every finding of every fact is listed, not the first", () => {
    const error = found({ ...good, on: "x", id: "" }, good, { ...good, recordedAt: 5, extra: 1 })
    expect(error.findings.map((f) => [f.index, f.path])).toEqual(
      expect.arrayContaining([
        [0, "on"],
        [0, "id"],
        [2, "recordedAt"],
        [2, "extra"]
      ])
    )
  })

  test("ten thousand facts are decoded, and one bad one among them is found", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ ...good, id: `E${i}` }))
    expect(Result.getOrThrow(decodeEvents(many)).length).toBe(10_000)
    expect(new Set(found(...many, { ...good, on: "2026-13-01" }).findings.map((f) => f.index))).toEqual(
      new Set([10_000])
    )
  })

  test("unknown, absent and not applicable are told apart", () => {
    const three = [good, { ...good, id: "E2", to: null }, { ...good, id: "E3", to: "n/a" }]
    expect(Result.getOrThrow(decodeEvents(three)).map((e) => ("to" in e ? e.to : "unknown"))).toEqual([
      "unknown",
      null,
      "n/a"
    ])
  })

  law(
    "the facts of every history pass through JSON and the decoder unchanged",
    100,
    { history: histories },
    ({ history: { events } }, met) => {
      met()
      const sent = JSON.parse(JSON.stringify(events)) as ReadonlyArray<unknown>
      expect(Result.getOrThrow(decodeEvents(sent))).toEqual(JSON.parse(JSON.stringify(events)))
    }
  )

  law(
    "no input makes the decoder throw, and whatever it refuses is named with its place",
    90,
    { input: fc.array(fc.anything({ maxDepth: 3 })) },
    ({ input }, met) => {
      const decoded = decodeEvents(input)
      if (input.length === 0) return met()
      const { findings } = Result.getOrThrow(Result.flip(decoded))
      met()
      expect(new Set(findings.map((f) => f.index)).size).toBe(input.length)
    }
  )

  law(
    "a fact with one value replaced by anything is decoded or refused at that value",
    80,
    { history: histories, n: fc.nat(500), value: fc.anything({ maxDepth: 2 }) },
    ({ history: { events }, n, value }, met) => {
      const e = events[n % events.length] as unknown as { readonly [key: string]: unknown }
      const key = Object.keys(e)[n % Object.keys(e).length] as string
      const decoded = decodeEvents([{ ...e, [key]: value }])
      if (Result.isSuccess(decoded)) return
      met()
      expect(decoded.failure.findings.length).toBeGreaterThan(0)
      if (key !== "_tag") for (const f of decoded.failure.findings) expect(f.path.split(".")[0]).toBe(key)
    }
  )
})
