import type { CivilDate } from "../../src/civil/CivilDate.ts"
import {
  advise,
  caseAt,
  context,
  type Event,
  type EventOf,
  type EventTag,
  fold,
  type Verdict,
  verdicts
} from "../../src/organ/index.ts"
import { now, sample } from "../law/Law.ts"
import type { Beside } from "../system/story.ts"

export { type Beside, entry, setting } from "../system/story.ts"

/** The organ of which the stories tell. */
export const organId = "health"

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "agency" | "on" | "recordedAt">

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    agency: organId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** Facts about the record of another organ. */
export const inRecordOf =
  (agency: string) =>
  <T extends EventTag>(tag: T, on: string, particulars: Particulars<T>): EventOf<T> => ({
    ...fact(tag, on, particulars),
    agency
  })

/** The record of a city's organ, complete from its beginning. */
export const recorded = fact("OrganRecorded", "2026-01-05", { region: "440100", by: "health" })
/** The same, taken over: of what was before nothing is known. */
export const takenOver = fact("OrganTakenOver", "2026-01-05", { region: "440100", by: "health" })

/** What a norm says of a story on a day, by instance. */
export const said = (
  norm: string,
  story: ReadonlyArray<Event>,
  asOf: string,
  beside: Beside = {}
): ReadonlyArray<Verdict> => {
  const day = asOf as CivilDate
  const ctx = context({ asOf: day, directory: sample, ...beside })
  return verdicts(caseAt(story[0]?.agency ?? organId, story, day, now), ctx).verdicts.filter((v) => v.norm === norm)
}

/** What a norm says in one line an instance: `instance status missing note due`. */
export const line = (norm: string, story: ReadonlyArray<Event>, asOf: string, beside: Beside = {}): string =>
  said(norm, story, asOf, beside)
    .map((v) =>
      [v.instance, v.status, v.missing, v.note, v.due].filter((part) => part !== undefined && part !== "").join(" ")
    )
    .join("; ")

/** What is advised on an act after a story. */
export const advised = (story: ReadonlyArray<Event>, act: Event, beside: Beside = {}) =>
  advise(fold(act.agency, story), act, context({ asOf: act.on, directory: sample, ...beside }))
