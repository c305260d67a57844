/** Where a resource stands, and where each of its parts with a lifecycle of its own does. */
import { type Move, positionAfter, type Standing } from "../verdict/position.ts"
import type { Context } from "../verdict/Verdict.ts"
import { competentFor } from "./competence.ts"
import type { Event } from "./Event.ts"
import { type Position, row, stages, trackOf } from "./Lifecycle.ts"
import type { Resource } from "./Resource.ts"
import { type SharingPosition, sharingStages } from "./sharingLifecycle.ts"
import { type ExceptionPosition, exceptionStages, type StoragePosition } from "./storageLifecycle.ts"

/** A part of a resource with a lifecycle of its own: the resource itself, its storage, one of its requests. */
export interface Part {
  /** Which lifecycle it has. */
  readonly track: "resource" | "storage" | "storageException" | "sharingRequest"
  /** Of requests, the id; a new one begins with `…`. */
  readonly id: string
}

/** The part that an act is about. */
export const partOf = (e: Event): Part => ({
  track: trackOf(e._tag),
  id: "consent" in e ? e.consent : "sharing" in e ? e.sharing : ""
})

type Course<P extends string> = Standing<Resource, P, Event>
const rowOf = row as Course<string>["row"]
const resource = { initial: "identified", stages, row: rowOf } as Course<Position>
const exception = { initial: "draft", stages: exceptionStages, row: rowOf } as Course<ExceptionPosition>
const sharing = { initial: "draft", stages: sharingStages, row: rowOf } as Course<SharingPosition>

const storedAt = {
  "data-centre": "atDataCentre",
  department: "atDepartment",
  elsewhere: "unplaced",
  nowhere: "ended"
} as const

/** Where the database stands: where it was last put, in fact. What is kept by somebody else has no place in the lifecycle of art. 27. */
const storage = ({ placements }: Resource): StoragePosition => {
  const last = placements.at(-1)
  return last === undefined ? "unplaced" : storedAt[last.place]
}

/** Where a part stands. */
export const standingOf = (r: Resource, { id, track }: Part, ctx: Context): string => {
  const theirs = ({ act }: Move<Event>): boolean => {
    const part = partOf(act)
    return part.track === track && part.id === id
  }
  const after = <P extends string>(course: Course<P>): P =>
    positionAfter(course, r, r.moves.filter(theirs), (state, e) => competentFor(state, e, ctx))
  switch (track) {
    case "storage":
      return storage(r)
    case "storageException":
      return after(exception)
    case "sharingRequest":
      return after(sharing)
    case "resource":
      return after(resource)
  }
}

/** Where the case stands, as far as an act asks: storage and each request have lifecycles of their own. */
export const position = (r: Resource, ctx: Context, e?: Event): string =>
  standingOf(r, e === undefined ? { track: "resource", id: "" } : partOf(e), ctx)
