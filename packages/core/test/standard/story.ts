import { agencies, instrumentId } from "@banfa/testing/standard"
import * as Result from "effect/Result"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import {
  advise,
  context,
  type Event,
  type EventOf,
  type EventTag,
  fold,
  type Instrument,
  verdicts
} from "../../src/standard/index.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "instrument" | "on" | "recordedAt">

/** The sample directory of the province. */
export const sample = Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(agencies))))

/** What an instrument is judged with. */
export const asked = (asOf: string, profile: Profile = textOnly) =>
  context({ asOf: asOf as CivilDate, profile, directory: sample })

/** The text with one open question read otherwise. */
export const read = (id: "A06" | "A28c", option: string): Profile => reading(textOnly, id, option as never)

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    instrument: instrumentId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** That an instrument of a kind is being drafted by the provincial authority. */
export const drafted = (
  kind: Exclude<Instrument["kind"], undefined>,
  more: Partial<Particulars<"InstrumentDrafted">> = {}
): Event => fact("InstrumentDrafted", "2026-01-05", { kind, region: "440000", organ: "p-info", by: "p-info", ...more })

/** That it was issued on the second of March: by the provincial authority, unless something else is said. */
export const issued = (more: Particulars<"InstrumentIssued"> = {}): Event =>
  fact("InstrumentIssued", "2026-03-02", { by: "p-info", ...more })

/** The case of some facts. */
export const told = (...events: ReadonlyArray<Event>): Instrument => fold(instrumentId, events)

/** What a norm says of a story, in a few words: status, what is missing, remark. */
export const says = (
  story: ReadonlyArray<Event>,
  norm: Verdict["norm"],
  profile: Profile = textOnly,
  asOf = "2026-05-01"
): string => {
  const found = verdicts(told(...story), asked(asOf, profile)).verdicts.find((v) => v.norm === norm)
  return [found?.status ?? "silent", found?.missing, found?.note].filter((part) => part !== undefined).join(" ")
}

/** What is advised on an act after a story. */
export const advised = (story: ReadonlyArray<Event>, act: Event, profile: Profile = textOnly) =>
  advise(told(...story), act, asked(act.on, profile))
