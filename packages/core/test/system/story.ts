import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Entry, Parameters, Source } from "../../src/profile/Parameter.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import {
  advise,
  type Brought,
  caseAt,
  context,
  type Event,
  type EventOf,
  type EventTag,
  fold,
  type Verdict,
  verdicts
} from "../../src/system/index.ts"
import { now, sample } from "../law/Law.ts"

/** The system of which the stories tell. */
export const systemId = "S1"

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "system" | "on" | "recordedAt">

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    system: systemId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** A city's system, with a record that is complete from its beginning. */
export const recorded = fact("SystemRecorded", "2026-01-05", { region: "440100", organ: "health", by: "health" })
/** The same, taken over: of what was before nothing is known. */
export const takenOver = fact("SystemTakenOver", "2026-01-05", { region: "440100", organ: "health", by: "health" })
/** Built and put into operation. */
export const built = fact("SystemBuilt", "2026-01-10", { build: "B1", work: "construction" })
/** Put into operation. */
export const running = fact("SystemOperationStarted", "2026-02-01", {})

/** What is asked with: by default the text alone, and nothing known beside the case. */
export interface Beside extends Brought {
  /** Under which rules. */
  readonly profile?: Profile
}

/** What a norm says of a story on a day, by instance. */
export const said = (
  norm: string,
  story: ReadonlyArray<Event>,
  asOf: string,
  beside: Beside = {}
): ReadonlyArray<Verdict> => {
  const day = asOf as CivilDate
  const ctx = context({ asOf: day, directory: sample, ...beside })
  return verdicts(caseAt(systemId, story, day, now), ctx).verdicts.filter((v) => v.norm === norm)
}

/** What a norm says in one line an instance: `instance status missing note`. */
export const line = (norm: string, story: ReadonlyArray<Event>, asOf: string, beside: Beside = {}): string =>
  said(norm, story, asOf, beside)
    .map((v) =>
      [v.instance, v.status, v.missing, v.note, v.due].filter((part) => part !== undefined && part !== "").join(" ")
    )
    .join("; ")

/** What is advised on an act after a story. */
export const advised = (story: ReadonlyArray<Event>, act: Event, beside: Beside = {}) =>
  advise(fold(systemId, story), act, context({ asOf: act.on, directory: sample, ...beside }))

/** The rules with another reading. */
export const read = reading
const source: Source = { title: { zh: "示例规定", en: "sample rules" }, status: "sample" }

/** An entry of a sample document. */
export const entry = <A>(value: A, from = "2005-02-04", region?: string): Entry<A> => ({
  value,
  source,
  from: from as CivilDate,
  ...(region === undefined ? {} : { region })
})

/** The text with one parameter set. */
export const setting = <P extends keyof Parameters>(
  id: P,
  ...entries: ReadonlyArray<Entry<Parameters[P]>>
): Profile => ({
  ...textOnly,
  parameters: { [id]: entries }
})
