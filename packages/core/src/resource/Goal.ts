import { unstated } from "../path/lacks.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { EventTag } from "./Event.ts"
import { lifecycle, type Position, row, trackOf } from "./Lifecycle.ts"
import type { Resource, SharingRequest, StorageException, Turn } from "./Resource.ts"
import type { SharingPosition } from "./sharingLifecycle.ts"
import { type Part, standingOf } from "./standing.ts"
import type { ExceptionPosition, StoragePosition } from "./storageLifecycle.ts"
import { inOrder } from "./tracks.ts"
import { exceptionTurns, sharingTurns } from "./turns.ts"

/**
 * Where a way through a resource can lead: a position of the resource itself, or of a part of it that has a lifecycle of its own. A request is
 * named by its id, `sharingRequest/S1:granted`; not named, it is the one that was last acted on, or a new one where that is at its end.
 */
export type Goal =
  | Position
  | `storage:${StoragePosition}`
  | `storageException${"" | `/${string}`}:${ExceptionPosition}`
  | `sharingRequest${"" | `/${string}`}:${SharingPosition}`

/** A goal taken apart: the lifecycle, the request that it names, and the position. */
export const partsOf = (
  goal: Goal
): { readonly track: Part["track"]; readonly id: string | undefined; readonly position: string } => {
  const colon = goal.lastIndexOf(":")
  if (colon === -1) return { track: "resource", id: undefined, position: goal }
  const [track, ...id] = goal.slice(0, colon).split("/")
  return {
    track: track as Part["track"],
    id: id.length === 0 ? undefined : id.join("/"),
    position: goal.slice(colon + 1)
  }
}

/** The name of a position among those of all parts. */
export const named = (track: Part["track"], position: string): string =>
  track === "resource" ? position : `${track}:${position}`

/** Where a part stands, named among the positions of all parts. */
export const standsAt = (r: Resource, part: Part, ctx: Context): string => named(part.track, standingOf(r, part, ctx))

/** The request that was last acted on. */
const lastActed = (r: Resource, track: Part["track"]): StorageException | SharingRequest | undefined => {
  const of = <X extends StorageException | SharingRequest>(
    list: ReadonlyArray<X>,
    turns: (x: X) => ReadonlyArray<Turn>
  ): X | undefined => inOrder(list.flatMap((x) => turns(x).map(({ id }) => ({ id, x })))).at(-1)?.x
  return track === "storageException" ? of(r.exceptions, exceptionTurns) : of(r.sharings, sharingTurns)
}

/** Whether nothing leads on from a position of a part. */
const over = (position: string): boolean =>
  (Object.keys(lifecycle) as ReadonlyArray<EventTag>).every(
    (tag) =>
      row(tag)
        .from?.map((from) => named(trackOf(tag), from))
        .includes(position) !== true
  )

/** The part of which a goal speaks. */
export const partFor = (r: Resource, goal: Goal, ctx: Context): Part => {
  const { id, position, track } = partsOf(goal)
  if (track === "resource" || track === "storage") return { track, id: "" }
  if (id !== undefined) return { track, id }
  const last = lastActed(r, track)
  const at = last === undefined ? undefined : standsAt(r, { track, id: last.id }, ctx)
  const goesOn = at !== undefined && (at === named(track, position) || !over(at))
  return { track, id: goesOn && last !== undefined ? last.id : unstated }
}
