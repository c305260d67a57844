/** Whether a facility is in service: what the rules and the other subjects ask of it. */
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { earliest } from "../verdict/recurring.ts"
import type { Facility, Turn } from "./Facility.ts"

/** The state of the service of a facility on a day. */
export interface Service {
  /** Whether it runs; `undefined`: nobody said. */
  readonly running: boolean | undefined
  /** The turn since which it is so. */
  readonly since?: Turn | undefined
  /** The last day on which it stays so, where the record dates a later turn. */
  readonly until?: CivilDate | undefined
}

/** What of a facility tells of its service. */
export type Served = Pick<Facility, "coverage" | "planned" | "service">

/**
 * The service of a facility on a day. It is stated or dated as not in service where it was suspended or closed, where its opening is dated
 * later, where it is planned or to open on a later day, and where it was planned and the record of its service since is complete.
 */
export const serviceOn = ({ coverage, planned, service }: Served, on: CivilDate): Service => {
  let since: Turn | undefined
  let next: Turn | undefined
  let opening: Turn | undefined
  for (const [i, turn] of service.entries()) {
    // of several turns of one day the last says how the day ends
    if (service[i + 1]?.on === turn.on) continue
    if (turn.on <= on) since = since?.to === turn.to ? since : turn
    else {
      if (next === undefined && turn.to !== since?.to) next = turn
      if (opening === undefined && turn.to) opening = turn
    }
  }
  if (since !== undefined) return { running: since.to, since, until: before(next?.on) }
  if (next?.to === true) return { running: false, until: before(next.on) }
  if (!known(planned)) return { running: undefined, until: before(next?.on) }
  const { opensOn } = planned
  const starts = planned.on > on ? planned.on : known(opensOn) && opensOn > on ? opensOn : undefined
  if (starts !== undefined) return { running: false, until: before(earliest(opening?.on, starts)) }
  const unsaid = silence(coverage, "service", planned.on) === null
  return { running: unsaid ? false : undefined, until: before(unsaid ? opening?.on : next?.on) }
}

const before = (day: CivilDate | undefined): CivilDate | undefined => (day === undefined ? undefined : addDays(day, -1))
