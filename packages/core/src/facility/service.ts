/** Whether a facility is in service: what the rules and the other subjects ask of it. */
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
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
  for (const turn of service) {
    if (turn.on <= on) since = since?.to === turn.to ? since : turn
    else if (next === undefined && turn.to !== since?.to) next = turn
  }
  const until = next === undefined ? undefined : addDays(next.on, -1)
  if (since !== undefined) return { running: since.to, since, until }
  if (next?.to === true) return { running: false, until }
  if (!known(planned)) return { running: undefined, until }
  if (planned.on > on) return { running: false, until: addDays(planned.on, -1) }
  const { opensOn } = planned
  if (known(opensOn) && opensOn > on) return { running: false, until: addDays(opensOn, -1) }
  return { running: silence(coverage, "service", planned.on) === null ? false : undefined, until }
}
