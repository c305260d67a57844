import { type CivilDate, dayAt, isCivilDate } from "@banfa/core/civil"

const generalizedTime =
  /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])(?:([0-5]\d)([0-5]\d|60)?)?(?:[.,](\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3])([0-5]\d)?)$/
const hour = 3_600_000
const day = 24 * hour

/**
 * The civil day in Asia/Shanghai of an instant as servers write it (GeneralizedTime, RFC 4517), `20260131160000Z` for 2026-02-01; or of a day
 * that is written as such, `2026-02-01`. `undefined` for what is neither, and for a time without a zone.
 */
export const civilDay = (text: string): CivilDate | undefined => {
  if (isCivilDate(text)) return text
  const found = generalizedTime.exec(text)
  if (found === null) return undefined
  const [, year = "", month = "", date = "", hours, minutes, seconds, fraction, sign, zoneHours, zoneMinutes] = found
  if (!isCivilDate(`${year}-${month}-${date}`)) return undefined
  // a fraction is one of the smallest unit that is written
  const unit = seconds !== undefined ? 1000 : minutes !== undefined ? 60_000 : hour
  const zone = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * 60_000 * (sign === "-" ? -1 : 1)
  const instant =
    Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hours), Number(minutes ?? 0), Number(seconds ?? 0)) +
    Math.floor(Number(`0.${fraction ?? 0}`) * unit) -
    zone
  const local = dayAt(Math.floor((instant + 8 * hour) / day))
  return isCivilDate(local) ? local : undefined
}
