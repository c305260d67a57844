import { addDays, type CivilDate } from "@banfa/core/civil"

const day = /^\d{4}-\d\d-\d\d$/u

/** A value in which every day lies so many days later, however deep it stands. */
export const moved = (value: unknown, days: number): unknown => {
  if (typeof value === "string") return day.test(value) ? addDays(value as CivilDate, days) : value
  if (Array.isArray(value)) return value.map((one) => moved(one, days))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, moved(one, days)]))
}

/** An instant so many days later, at the same time of day. */
export const movedInstant = (instant: string, days: number): string =>
  `${addDays(instant.slice(0, 10) as CivilDate, days)}${instant.slice(10)}`
