import { courses, lawful } from "@banfa/testing/complaint"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { decodeEvents } from "../../src/complaint/decode.ts"
import { law } from "../law/Law.ts"
import { fact, received } from "./story.ts"

describe("facts about complaints from outside", () => {
  law(
    "what the samples tell is accepted and comes back the same",
    100,
    { course: courses },
    ({ course }, met) => {
      met()
      const events = lawful(course)
      expect(Result.getOrThrow(decodeEvents(JSON.parse(JSON.stringify(events))))).toEqual(events)
    },
    0.2
  )
  test("a misspelt particular, a complaint to nobody and an unknown slice are refused", () => {
    const { organ: _, ...nobody } = received
    const taken = fact("ComplaintTakenOver", "2026-03-02", { region: "440100", organ: "health" })
    for (const one of [{ ...received, raeson: "x" }, nobody, { ...taken, coverage: { answers: "2026-03-02" } }])
      expect(Result.isFailure(decodeEvents([one]))).toBe(true)
    expect(Result.isSuccess(decodeEvents([taken]))).toBe(true)
  })
})
