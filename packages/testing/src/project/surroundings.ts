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

/**
 * The instruments of the samples: security norms from mid-2025 and a second version from 2027, the provincial catalogue between two days
 * far apart; from 2027-10 nobody knows of security norms.
 */
export const instrumentsInForce: Context["instrumentsInForce"] = (kind, on) => {
  const versions = (...ids: ReadonlyArray<string>) => ids.map((id) => ({ id, kind }))
  if (kind === "security-norms")
    return on >= "2027-10-01"
      ? undefined
      : versions(...(on < "2025-07-01" ? [] : on < "2027-01-01" ? ["sec-1"] : ["sec-2"]))
  if (kind === "exchange-catalogue") return on < "2025-07-01" || on > "2030-01-01" ? [] : versions("catalogue-1")
  return undefined
}

/** The facilities of the samples: the platform was out of service in autumn 2026, the data centre in 2029. */
export const inService: Context["inService"] = (kind, on) => {
  if (kind === "network-platform") return on >= "2026-09-01" && on < "2026-11-01" ? false : undefined
  return kind === "data-centre" && on >= "2029-01-01" && on < "2029-07-01" ? false : undefined
}

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
