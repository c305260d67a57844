import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import type { DirectoryData } from "./Agency.ts"
import { regions } from "./regions.ts"

/** The days on which what the lists say of a region may read otherwise: the first of each month that they name, and of the month after it. */
const listed: ReadonlyArray<CivilDate> = Object.values(regions)
  .flatMap(({ appeared = [], ceased = [] }) => [...appeared, ...ceased])
  .flatMap((month) => {
    const first = `${month}-01` as CivilDate
    return [first, `${addDays(first, 31).slice(0, 7)}-01` as CivilDate]
  })

/** The days on which something in a directory turns: who holds what, what became of an agency, or of a region. Each once, in order. */
export const turnsOf = ({
  agencies,
  holdings,
  regionChanges = [],
  successions,
  vacancies = []
}: DirectoryData): ReadonlyArray<CivilDate> => {
  const days = [
    ...listed,
    ...[...agencies, ...holdings, ...vacancies].flatMap(({ from, until }) => [
      from,
      until === undefined ? undefined : addDays(until, 1)
    ]),
    ...successions.map(({ on }) => on),
    ...regionChanges.flatMap(({ appearedOn, ceasedOn }) => [appearedOn, ceasedOn])
  ]
  return [...new Set(days.filter((day) => day !== undefined))].sort()
}
