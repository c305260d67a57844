import { type CivilDate, dayAt, dayNumber } from "@banfa/core/civil"

const dayLength = 86_400_000
/** Asia/Shanghai has been eight hours ahead of UTC all year since 1991. */
const ahead = 8 * 3_600_000

/** An instant in UTC with milliseconds, `2026-03-01T09:00:00.000Z`, of milliseconds since 1970. */
export const instantOf = (millis: number): string => new Date(millis).toISOString()

/** The civil day in Asia/Shanghai of milliseconds since 1970. */
export const dayOf = (millis: number): CivilDate => dayAt(Math.floor((millis + ahead) / dayLength))

/** The milliseconds since 1970 at which a civil day begins in Asia/Shanghai. */
export const startOf = (day: CivilDate): number => dayNumber(day) * dayLength - ahead
