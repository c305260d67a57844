import { established, type Province, resourceId } from "@banfa/testing/resource"
import * as Result from "effect/Result"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { compose } from "../../src/profile/compose.ts"
import type { Source, Parameters as Values } from "../../src/profile/Parameter.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { advise, type Event, type EventOf, type EventTag, subject, type Verdict } from "../../src/resource/index.ts"
import { asked, folded, onDay, says } from "../law/resourceLaw.ts"

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "resource" | "on" | "recordedAt">

const day = (text: string): CivilDate => text as CivilDate

/** One fact of a story, called after its kind and its day. */
export const fact = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): EventOf<T> =>
  ({
    _tag,
    id: `${_tag}-${on}`,
    resource: resourceId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    ...particulars
  }) as unknown as EventOf<T>

/** The record of a resource of the city's health authority, opened on the day on which the information was produced. */
export const identified = fact("ResourceIdentified", "2026-03-02", {
  region: "440100",
  organ: "health",
  produced: day("2026-03-02"),
  by: "health"
})

/** The same record, taken over: nobody knows what was before. */
export const takenOver = fact("ResourceTakenOver", "2026-03-02", {
  region: "440100",
  organ: "health",
  by: "health",
  coverage: {}
})

/** Its tags on a day. */
export const tagged = (on: string, tags: Particulars<"ResourceClassified">): EventOf<"ResourceClassified"> =>
  fact("ResourceClassified", on, { by: "health", ...tags })

/** A database that reaches across departments. */
export const database = [
  identified,
  tagged("2026-03-02", { database: true, crossDept: true, crossRegion: false })
] as const

const source: Source = { title: { zh: "示例", en: "sample" }, status: "sample" }

/** A profile that sets a period. */
export const period = (id: keyof Values, value: number): Profile =>
  Result.getOrThrow(
    compose(textOnly, {
      id: "period",
      version: "1",
      title: source.title,
      source,
      parameters: { [id]: [{ value, source, from: day("2005-02-04") }] }
    })
  )

/** The text under another reading of one question. */
export const read = <R extends keyof Profile["readings"]>(id: R, option: Profile["readings"][R]): Profile =>
  reading(textOnly, id, option)

/** How a question is asked: by default of the text alone, in a province that has catalogue, agreement and data centre. */
export interface How {
  readonly profile?: Profile
  readonly province?: Province
  /** Whether the case tells of what came after the day asked too. */
  readonly foretold?: boolean
}

/** What a norm says of a story on a day, of one instance; `undefined`: nothing. */
export const said = (
  story: ReadonlyArray<Event>,
  on: string,
  norm: string,
  { foretold = false, profile = textOnly, province = established }: How = {},
  instance?: string
): Verdict | undefined =>
  says(foretold ? folded(story) : onDay(story, day(on)), day(on), profile, province).find(
    (v) => v.norm === norm && (instance === undefined || v.instance === instance)
  )

/** Its status; `NotApplicable` where it says nothing. */
export const status = (...question: Question): string => said(...question)?.status ?? "NotApplicable"
type Question = Parameters<typeof said>

/** Status and remark. */
export const noted = (...question: Question): ReadonlyArray<string | undefined> => {
  const v = said(...question)
  return [v?.status, v?.note]
}

/** Who bears a verdict: roles and agencies. */
export const borne = (...question: Question): ReadonlyArray<string> => {
  const [story, on, , { profile = textOnly, province = established } = {}] = question
  const v = said(...question)
  const ctx = asked(day(on), profile, province)
  return v === undefined
    ? []
    : subject.bearers(v, onDay(story, day(on)), ctx).map(({ agency, role }) => `${role}: ${agency}`)
}

/** The intervals that stay on record. */
export const intervals = (...question: Question): ReadonlyArray<string> =>
  (said(...question)?.intervals ?? []).map(({ from, status: how, until }) => `${how} ${from} ${until}`)

/** What is advised on an act after a story. */
export const advised = (
  story: ReadonlyArray<Event>,
  act: Event,
  { profile = textOnly, province = established }: How = {}
) => advise(folded(story), act, asked(act.on, profile, province))

/** The norms that deny an act. */
export const deniedBy = (...question: Parameters<typeof advised>): ReadonlyArray<string> =>
  advised(...question).reasons.flatMap((r) => (r._tag === "Norm" && r.outcome === "Denied" ? [r.verdict.norm] : []))
