/** The dated acts on a resource and on its requests, whichever track they are filed in. */
import { decisionsOn } from "../verdict/decisions.ts"
import { type Fact, known } from "../verdict/Fact.ts"
import { turn } from "./draft.ts"
import type { Resource, SharingRequest, StorageException, Turn } from "./Resource.ts"

const some = (...acts: ReadonlyArray<Fact<Turn>>): ReadonlyArray<Turn> =>
  acts.flatMap((act) => (known(act) ? [act] : []))

/** The acts on a request to store oneself. */
export const exceptionTurns = (x: StorageException): ReadonlyArray<Turn> => [
  ...x.requests,
  ...x.returns,
  ...x.decisions,
  ...x.ends,
  ...some(x.withdrawn)
]

/** The acts on a request to share. */
export const sharingTurns = (s: SharingRequest): ReadonlyArray<Turn> => [
  ...s.versions,
  ...s.steps,
  ...decisionsOn(s),
  ...some(s.withdrawn, s.ended)
]

/** The place of the last of some acts among all; `undefined` without any. */
export const latestOf = (acts: ReadonlyArray<Turn>): string | undefined =>
  acts
    .map(({ id }) => id)
    .sort()
    .at(-1)

/** Every dated act. */
export const allTurns = (r: Resource): ReadonlyArray<Turn> => [
  ...r.moves.map(({ act }) => turn(act)),
  ...r.classifications,
  ...r.listings,
  ...r.integrations,
  ...r.declarations,
  ...r.interfaces,
  ...r.openings,
  ...r.checks,
  ...r.internal,
  ...r.fees,
  ...r.assignments,
  ...r.placements,
  ...r.exceptions.flatMap(exceptionTurns),
  ...r.sharings.flatMap(sharingTurns)
]
