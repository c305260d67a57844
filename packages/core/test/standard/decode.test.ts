import { histories, instrumentId } from "@banfa/testing/standard"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { decodeEvent, decodeEvents } from "../../src/standard/decode.ts"
import { law } from "../law/Law.ts"

law(
  "whatever histories tell is decoded as it is told, also after JSON (arts 3, 19, 23, 34)",
  100,
  { history: histories },
  ({ history: { events } }, met) => {
    met()
    expect(Result.getOrThrow(decodeEvents(JSON.parse(JSON.stringify(events))))).toEqual(events)
  }
)

test("an instrument of another kind, a misspelt particular and too long a catalogue are refused, each by its name", () => {
  const good = {
    _tag: "InstrumentDrafted",
    id: "E1",
    instrument: instrumentId,
    on: "2026-03-10",
    recordedAt: "2026-03-10T01:00:00Z",
    kind: "standards",
    region: "440000",
    organ: "p-info"
  }
  const found = (input: unknown) => Result.getOrThrow(Result.flip(decodeEvent(input))).map(({ path }) => path)
  expect(Result.isSuccess(decodeEvent(good))).toBe(true)
  expect(found({ ...good, kind: "guideline" })).toEqual(["kind"])
  expect(found({ ...good, level: "municipal" })).toEqual(["level"])
  expect(found({ ...good, drafter: "p-info" })).toEqual(["drafter"])
  const { kind: _, organ: __, region: ___, ...head } = good
  const issue = { ...head, _tag: "InstrumentIssued" }
  expect(Result.isSuccess(decodeEvent({ ...issue, items: Array.from({ length: 10_000 }, (_, i) => `${i}`) }))).toBe(
    true
  )
  expect(found({ ...issue, items: Array.from({ length: 10_001 }, (_, i) => `${i}`) })).toEqual(["items"])
  expect(found({ ...issue, parts: ["annex"] })).toEqual(["parts.0"])
})
