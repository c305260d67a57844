import { type CivilDate, dayNumber, type WorkingCalendar, yearOf } from "@banfa/core/civil"
import type { Context, Plan } from "@banfa/core/project"

const provincial: Plan = { id: "plan-p", kind: "provincial", items: ["item-1", "item-2"] }
const local: Plan = { id: "plan-c", kind: "local" }

/**
 * The plans of the samples: none is in force before 2025-07, the provincial one and a local one after it, and from 2027-10 nobody knows.
 * The local plan does not list its items.
 */
export const plansInForce: Context["plansInForce"] = (region, _organ, on) =>
  region === undefined || on >= "2027-10-01" ? undefined : on < "2025-07-01" ? [] : [provincial, local]

const holidays = new Set([
  "2026-01-01",
  "2026-02-17",
  "2026-02-18",
  "2026-02-19",
  "2026-05-01",
  "2026-10-01",
  "2027-01-01"
])
const madeUp = new Set(["2026-02-14", "2026-10-10"])

/** A working calendar that knows 2026 and 2027 only. Its holidays are made up. */
export const calendar: WorkingCalendar = {
  version: "sample-calendar-1",
  isWorkday: (date: CivilDate) => {
    const year = yearOf(date)
    if (year !== 2026 && year !== 2027) return undefined
    if (madeUp.has(date)) return true
    const weekday = (dayNumber(date) + 4) % 7
    return weekday !== 0 && weekday !== 6 && !holidays.has(date)
  }
}
