import type { Told } from "./corpus.ts"

/** Where an engine is made to believe that it runs. */
export interface Place {
  readonly timeZone: string
  /** As POSIX names it: `tr_TR`, or `C` for none. */
  readonly locale: string
}

const zones = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia"]
const locales = ["C", "zh_CN", "tr_TR", "de_DE"]

/** Four places in which every zone and every locale occurs, paired otherwise for each turn. */
export const places = (turn: number): ReadonlyArray<Place> =>
  zones.map((timeZone, i) => ({ timeZone, locale: locales[(i + turn) % locales.length] ?? "C" }))

/** The environment by which a process finds its place. */
export const environment = ({ locale, timeZone }: Place): Readonly<Record<string, string>> => {
  const whole = locale === "C" ? locale : `${locale}.UTF-8`
  return { TZ: timeZone, LANG: whole, LC_ALL: whole, LANGUAGE: locale }
}

/** What an engine told otherwise than it should have, at most ten cases; also that it was not where it was put. */
export const deviations = (who: string, place: Place, told: Told, expected: Told): ReadonlyArray<string> => {
  const where = `${who} in ${place.timeZone}, ${place.locale}`
  const language = place.locale.slice(0, 2)
  const lost = told.timeZone !== place.timeZone || (place.locale !== "C" && !told.locale.startsWith(language))
  const other = expected.cases.flatMap((line, i) =>
    told.cases[i] === line ? [] : [`${told.cases[i]} instead of ${line}`]
  )
  return [
    ...(lost ? [`${where} believed to be in ${told.timeZone}, ${told.locale}`] : []),
    ...(told.cases.length === expected.cases.length ? [] : [`${where} told ${told.cases.length} cases`]),
    ...other.slice(0, 10).map((line) => `${where}: ${line}`)
  ]
}
