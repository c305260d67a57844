import { facilityId } from "@banfa/testing/facility"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import {
  advise,
  type Event,
  type EventOf,
  type EventTag,
  type Facility,
  fold,
  verdicts
} from "../../src/facility/index.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { asked } from "../standard/story.ts"

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "facility" | "on" | "recordedAt">

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    facility: facilityId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** That a facility of a kind is planned, and for which day its opening. */
export const planned = (kind: Exclude<Facility["kind"], undefined>, opensOn?: string): Event =>
  fact("FacilityPlanned", "2026-01-05", {
    kind,
    region: "440000",
    organ: "p-info",
    by: "p-info",
    ...(opensOn === undefined ? {} : { opensOn: opensOn as CivilDate })
  })

/** That a facility of a kind was taken over with a record that is complete from these days on. */
export const takenOver = (
  kind: Exclude<Facility["kind"], undefined>,
  coverage: Particulars<"FacilityTakenOver">["coverage"] = {}
): Event => fact("FacilityTakenOver", "2026-01-05", { kind, region: "440000", organ: "p-info", by: "p-info", coverage })

/** A turn of its service by the provincial authority. */
export const turn = (
  tag: "FacilityOpened" | "FacilitySuspended" | "FacilityResumed" | "FacilityClosed",
  on: string
): Event => fact(tag, on, { by: "p-info", reason: "检修" } as never)

/** The case of some facts. */
export const told = (...events: ReadonlyArray<Event>): Facility => fold(facilityId, events)

/** What a norm says of a story on a day, in a few words: status, what is missing, remark, until when it stands. */
export const says = (story: ReadonlyArray<Event>, norm: Verdict["norm"], asOf = "2026-05-01"): string => {
  const found = verdicts(told(...story), asked(asOf)).verdicts.find((v) => v.norm === norm)
  return [found?.status ?? "silent", found?.missing, found?.note].filter((part) => part !== undefined).join(" ")
}

/** What is advised on an act after a story. */
export const advised = (story: ReadonlyArray<Event>, act: Event) => advise(told(...story), act, asked(act.on))
