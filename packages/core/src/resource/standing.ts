import { type Fact, known } from "../verdict/Fact.ts"
import type { Event } from "./Event.ts"
import { type Position, row, trackOf } from "./Lifecycle.ts"
import type { Resource, SharingRequest, StorageException, Turn } from "./Resource.ts"
import type { SharingPosition } from "./sharingLifecycle.ts"
import type { ExceptionPosition, StoragePosition } from "./storageLifecycle.ts"

/**
 * Where a resource stands: its acts in their order, each leading where its row says. An act that runs on beside some positions moves the
 * resource only from those where the row says so.
 */
export const standing = (steps: ReadonlyArray<Turn>): Position => {
  let position: Position = "identified"
  for (const { kind } of steps) {
    const { from, stays, to } = row(kind as Event["_tag"])
    if (stays !== undefined && (stays.includes(position) || from?.includes(position) !== true)) continue
    position = to as Position
  }
  return position
}

const storedAt = {
  "data-centre": "atDataCentre",
  department: "atDepartment",
  elsewhere: "unplaced",
  nowhere: "ended"
} as const

/** Where the database stands; what is kept by somebody else has no place in the lifecycle of art. 27. */
export const storage = ({ placements }: Resource): StoragePosition => {
  const last = placements.at(-1)
  return last === undefined ? "unplaced" : storedAt[last.place]
}

/** The last of some acts, by day and sequence. */
const last = (acts: ReadonlyArray<Fact<Turn>>): Turn | undefined => {
  let found: Turn | undefined
  for (const act of acts) if (known(act) && (found === undefined || act.id > found.id)) found = act
  return found
}

const led = (act: Turn | undefined): string | undefined => (act === undefined ? "draft" : row(act.kind).to)

/** Where a request to store oneself stands. */
export const exceptionStanding = (x: StorageException | undefined): ExceptionPosition =>
  led(x && last([...x.requests, ...x.returns, ...x.decisions, ...x.ends, x.withdrawn])) as ExceptionPosition

/** Where a request to share stands. */
export const sharingStanding = (s: SharingRequest | undefined): SharingPosition =>
  led(s && last([...s.versions, ...s.steps, s.decision, s.withdrawn, s.ended])) as SharingPosition

/** Where the case stands, as far as an act asks: storage and each request have lifecycles of their own. */
export const position = (r: Resource, e: Event | undefined): string => {
  if (e === undefined) return r.position
  switch (trackOf(e._tag)) {
    case "storage":
      return storage(r)
    case "storageException":
      return exceptionStanding(r.exceptions.find(({ id }) => "consent" in e && id === e.consent))
    case "sharingRequest":
      return sharingStanding(r.sharings.find(({ id }) => "sharing" in e && id === e.sharing))
    case "resource":
      return r.position
  }
}
