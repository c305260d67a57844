import { calendar } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { context } from "../../src/verdict/context.ts"
import { owed, simultaneous, within } from "../../src/verdict/owed.ts"
import { law } from "../law/Law.ts"

const day = (n: number): CivilDate => addDays("2026-01-01" as CivilDate, n)
const at = (n: number) => context({ asOf: day(n), calendar })
const trigger = { on: day(0), ref: "trigger" }

describe("how days become statuses", () => {
  law(
    "a duty with a day is pending on that day itself, late from the day after, and judged by the day of the act",
    100,
    { due: fc.nat(40), now: fc.nat(80), acted: fc.option(fc.nat(80), { nil: undefined }) },
    ({ acted, due, now }, met) => {
      met()
      const act = acted === undefined || acted > now ? null : { on: day(acted) }
      const { stands, status } = owed(at(now), trigger, act, { on: day(due) }, "it")
      const expected =
        act !== null ? (act.on > day(due) ? "FulfilledLate" : "Fulfilled") : now > due ? "Overdue" : "Pending"
      expect(status).toBe(expected)
      expect(stands).toBe(expected === "Pending" ? day(due) : undefined)
    }
  )

  law(
    "when its object ends a duty that was not yet late lapses, one that was late stays broken, and what is done after it counts for nothing",
    100,
    { due: fc.nat(40), ended: fc.nat(80), acted: fc.option(fc.nat(80), { nil: undefined }) },
    ({ acted, due, ended }, met) => {
      met()
      const act = acted === undefined ? null : { on: day(acted) }
      const { note, status } = owed(at(100), trigger, act, { on: day(due) }, "it", { on: day(ended) })
      const inTime = acted !== undefined && acted <= ended
      expect(status).toBe(
        inTime ? (acted > due ? "FulfilledLate" : "Fulfilled") : ended > due ? "Breached" : "NotApplicable"
      )
      if (status === "NotApplicable") expect(note).toBe("lapsed")
    }
  )

  test("without a day it is owed on no day, an unknown act is undetermined, and one that does not apply is not owed", () => {
    expect(owed(at(900), trigger, null, {}, "it").status).toBe("DueUnspecified")
    expect(owed(at(900), trigger, null, { undated: "Pending" }, "it").status).toBe("Pending")
    expect(owed(at(900), trigger, undefined, { on: day(1) }, "it")).toMatchObject({
      status: "Undetermined",
      missing: "it"
    })
    expect(owed(at(900), trigger, "n/a", { on: day(1) }, "it").status).toBe("NotApplicable")
  })

  test("a day that the calendar does not know is no day: nothing is late and nothing is in time", () => {
    const profile = {
      ...textOnly,
      parameters: {
        "opinion.within": [{ value: { workdays: 3 }, source: sampleLayer.source, from: "2005-02-04" as CivilDate }]
      }
    }
    const unknown = within({ ...at(900), profile }, "opinion.within", "2030-01-01" as CivilDate, "440100")
    for (const act of [null, trigger]) {
      expect(owed(at(900), trigger, act, unknown, "it")).toMatchObject({ status: "Undetermined", missing: "calendar" })
    }
    // The day itself is not counted, and the weekend is not worked: three working days from Thursday 5 March 2026.
    expect(within({ ...at(0), profile }, "opinion.within", "2026-03-05" as CivilDate, "440100").on).toBe("2026-03-10")
  })

  test("the text alone sets no period, and 同时 means the same day (arts 10, 11)", () => {
    expect(within(at(0), "opinion.within", day(0), "440100")).toEqual({})
    expect(simultaneous(at(0), "budgetCopy.graceDays", day(0), "440100")).toEqual({ on: day(0) })
  })
})
