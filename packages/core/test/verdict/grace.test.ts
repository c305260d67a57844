import { calendar, projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { LocalNorm } from "../../src/profile/LocalNorm.ts"
import type { Period } from "../../src/profile/Parameter.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { fold, quietUntil } from "../../src/project/index.ts"
import { context } from "../../src/verdict/context.ts"
import { owed, simultaneous } from "../../src/verdict/owed.ts"
import { ruling } from "../../src/verdict/ruling.ts"
import { asked } from "../law/Law.ts"
import { upToOpinion } from "../project/story.ts"

const day = (text: string) => text as CivilDate
const trigger = { on: day("2026-03-05"), ref: "trigger" }

describe("days of grace", () => {
  const graced = (value: Period, from: string) => {
    const entry = { value, source: sampleLayer.source, from: day("2005-02-04") }
    const profile = { ...textOnly, parameters: { "budgetCopy.graceDays": [entry] } }
    const ctx = context({ asOf: day("2026-12-31"), calendar, profile })
    return { entry, due: simultaneous(ctx, "budgetCopy.graceDays", day(from), "440100") }
  }

  test("follow the day of the act, calendar days or working days, and name who granted them (art. 11)", () => {
    const calendarDays = graced(3, "2026-03-05")
    expect(calendarDays.due).toEqual({ on: "2026-03-08", entry: calendarDays.entry })
    const workdays = graced({ workdays: 3 }, "2026-03-05")
    expect(workdays.due).toEqual({ on: "2026-03-10", entry: workdays.entry })
  })

  test("that a calendar does not know leave the day open (art. 11)", () => {
    const { due } = graced({ workdays: 3 }, "2030-01-01")
    expect([due.note, due.on]).toEqual(["calendar-unknown", undefined])
  })
})

describe("a day after which lateness is certain, although no day is due", () => {
  const limit = day("2026-03-10")
  const ctx = context({ asOf: day("2026-03-31") })
  const act = { on: day("2026-03-11") }

  test("is named by what is late, and not beside a due day", () => {
    expect(owed(ctx, trigger, act, { limit }, "it")).toMatchObject({ status: "FulfilledLate", limit })
    expect(owed(ctx, trigger, null, { limit }, "it")).toMatchObject({ status: "Overdue", limit })
    expect(owed(ctx, trigger, null, { limit }, "it", act)).toMatchObject({ status: "Breached", limit })
    expect(owed(ctx, trigger, null, { limit, on: limit }, "it").limit).toBeUndefined()
    expect(owed(ctx, trigger, { on: limit }, { limit }, "it").limit).toBeUndefined()
  })

  test("makes silence a breach where the time is spent, and a due day never does", () => {
    expect(owed(ctx, trigger, null, { limit, spent: "Breached" }, "it").status).toBe("Breached")
    expect(owed(ctx, trigger, null, { on: limit, spent: "Breached" }, "it").status).toBe("Overdue")
    const during = { ...ctx, asOf: limit }
    expect(owed(during, trigger, null, { limit, spent: "Breached" }, "it")).toMatchObject({
      status: "DueUnspecified",
      stands: limit
    })
  })
})

describe("the last quiet day of a case", () => {
  const local = (id: `local:${string}`, from: string, until: string): LocalNorm => ({
    id,
    subject: "project",
    summary: { zh: "示例", en: "a sample" },
    quote: { zh: "示例", en: "a sample" },
    bearer: ["organ.any"],
    source: sampleLayer.source,
    from: day(from),
    until: day(until),
    evaluate: () => [{ instance: "", ruling: ruling("DueUnspecified") }]
  })

  test("is the first of several on which something may change", () => {
    const early = local("local:early", "2026-01-01", "2026-06-15")
    const late = local("local:late", "2026-01-01", "2026-06-30")
    for (const localNorms of [
      [early, late],
      [late, early]
    ])
      expect(quietUntil(fold(projectId, upToOpinion), asked(day("2026-06-01"), { ...textOnly, localNorms }))).toBe(
        "2026-06-15"
      )
  })

  test("lies ahead from the day on which the Measures took force (art. 36)", () => {
    const started = local("local:first", "2005-02-04", "2005-06-30")
    const on = (text: string) =>
      quietUntil(fold(projectId, upToOpinion), asked(day(text), { ...textOnly, localNorms: [started] }))
    expect(on("2005-02-04")).toBe("2005-06-30")
    expect(on("2005-02-03")).toBe("2005-02-03")
  })
})
