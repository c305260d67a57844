import type { CivilDate } from "@banfa/core/civil"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { CalendarInvalid, emptyCalendar, layer, layerFrom, publishedCalendar } from "../src/index.ts"
import { data } from "./sample.ts"

const current = WorkingCalendar.use(({ current }) => current)

describe("behind the port", () => {
  test("stands the calendar of the published years", async () => {
    expect(await Effect.runPromise(Effect.provide(current, layer))).toBe(publishedCalendar())
  })

  test("stands what a paper says, over the published years or alone", async () => {
    const over = await Effect.runPromise(Effect.provide(current, layerFrom(data())))
    const alone = await Effect.runPromise(Effect.provide(current, layerFrom(data(), emptyCalendar)))
    const asked = ["2026-10-10" as CivilDate, "2027-01-04" as CivilDate]
    expect(asked.map(over.isWorkday)).toEqual([true, true])
    expect(asked.map(alone.isWorkday)).toEqual([undefined, true])
  })

  test("stands nothing where the data of the paper are wrong", async () => {
    const result = await Effect.runPromise(Effect.result(Effect.provide(current, layerFrom(data({ years: {} })))))
    expect(Result.isFailure(result) && result.failure).toBeInstanceOf(CalendarInvalid)
  })
})
