import type { CivilDate } from "../../src/civil/CivilDate.ts"
import {
  advise,
  caseAt,
  context,
  duties,
  type Event,
  type EventOf,
  type EventTag,
  fold,
  subject,
  type Verdict,
  verdicts
} from "../../src/complaint/index.ts"
import { now, sample } from "../law/Law.ts"
import type { Beside } from "../system/story.ts"

export { type Beside, entry, setting } from "../system/story.ts"

/** The complaint of which the stories tell. */
export const complaintId = "T1"

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "complaint" | "on" | "recordedAt">

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    complaint: complaintId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** A complaint to a city's organ, without a name. */
export const received = fact("ComplaintReceived", "2026-03-02", { region: "440100", organ: "health", text: "反映事项" })
/** One in a register taken over: of what was before nothing is known. */
export const takenOver = fact("ComplaintTakenOver", "2026-03-02", { region: "440100", organ: "health", by: "health" })

const asked = (asOf: string, beside: Beside) => context({ asOf: asOf as CivilDate, directory: sample, ...beside })

/** What the norm says of a story on a day. */
export const said = (story: ReadonlyArray<Event>, asOf: string, beside: Beside = {}): Verdict | undefined =>
  verdicts(caseAt(complaintId, story, asOf as CivilDate, now), asked(asOf, beside)).verdicts.find(
    ({ norm }) => norm === "N21.3"
  )

/** What the norm says in one line: `status missing note due`. */
export const line = (story: ReadonlyArray<Event>, asOf: string, beside: Beside = {}): string => {
  const v = said(story, asOf, beside)
  return v === undefined ? "" : [v.status, v.missing, v.note, v.due].filter((part) => part !== undefined).join(" ")
}

/** Who bears what the norm says on a day. */
export const bearer = (story: ReadonlyArray<Event>, asOf: string, beside: Beside = {}): string | undefined => {
  const v = said(story, asOf, beside)
  if (v === undefined) return "nobody"
  return subject.bearers(v, caseAt(complaintId, story, asOf as CivilDate, now), asked(asOf, beside))[0]?.agency
}

/** Who owes on a day what the norm asks for. */
export const owing = (story: ReadonlyArray<Event>, asOf: string, beside: Beside = {}): string | undefined =>
  duties(caseAt(complaintId, story, asOf as CivilDate, now), asked(asOf, beside)).duties[0]?.bearers[0]?.agency

/** What is advised on an act after a story. */
export const advised = (story: ReadonlyArray<Event>, act: Event, beside: Beside = {}) =>
  advise(fold(complaintId, story), act, asked(act.on, beside))
