import { lawfulHistories } from "@banfa/testing/planning"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { decodeEvents } from "../../src/planning/decode.ts"
import { departmental, filed, local, provincial, submitted } from "./story.ts"

describe("facts about plans from outside", () => {
  test("are taken as they are, whatever is lawful about them", () => {
    const facts = [...provincial, ...local, ...departmental, submitted, filed]
    expect(Result.getOrThrow(decodeEvents(facts))).toEqual(facts)
    fc.assert(
      fc.property(lawfulHistories, ({ events }) => {
        const told = events.map((e) => Object.fromEntries(Object.entries(e).filter(([, value]) => value !== undefined)))
        expect(Result.getOrThrow(decodeEvents(told))).toEqual(told)
      })
    )
  })

  test.each([
    [{ ...provincial[0], kind: "municipal" }, "0.kind"],
    [{ ...submitted, grounds: ["common-sense"] }, "0.grounds"],
    [{ ...submitted, plan: undefined }, "0.plan"],
    [{ ...filed, received: "2026-02-30" }, "0.received"],
    [{ ...filed, projekt: "P1" }, "0.projekt"]
  ])("are refused as a whole with every finding: %#", (bad, path) => {
    const decoded = decodeEvents([bad])
    if (Result.isSuccess(decoded)) return expect.fail("decoded")
    expect(
      decoded.failure.findings.map((f) => f.path).some((p) => p.startsWith(path.slice(2)) || p.startsWith(path))
    ).toBe(true)
  })
})
