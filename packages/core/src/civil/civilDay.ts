import { type CivilDate, isCivilDate } from "./CivilDate.ts"

/** The civil day in Asia/Shanghai of an instant in UTC; `undefined` for what is no instant. */
export const civilDay = (instant: string): CivilDate | undefined => {
  if (
    typeof instant !== "string" ||
    !/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/u.test(instant) ||
    !isCivilDate(instant.slice(0, 10))
  )
    return undefined
  const day = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
  return isCivilDate(day) ? day : undefined
}
