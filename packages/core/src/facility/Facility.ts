/**
 * What the province builds for everybody (arts 17, 25): the unified network platform, the information security infrastructure, the data
 * centre, each a case of its own. State is dated facts: folding commutes.
 *
 * Not modelled: the construction itself, which is a project; how well the services are; which system or resource uses them.
 */
import type { NormId } from "../regulation/Norm.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import type { Act, Fact } from "../verdict/Fact.ts"
import type { Move } from "../verdict/position.ts"
import type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"

/** The region of whatever the province builds. */
export const province = "440000"

/** The form of a fact that an event of this kind states. */
export type Said<T extends EventTag, K extends keyof EventOf<T>> = { readonly [P in K]: EventOf<T>[P] }

/** A day on which the facility came into service (`to`: true) or went out of it; `id` sorts the turns by day and sequence. */
export interface Turn extends Act {
  readonly id: string
  readonly to: boolean
}
/** A request of an organ for access to a facility. @article 17 */
export interface AccessRequest {
  /** Id of the request. */
  readonly id: string
  /** By which verdicts name it: `request/Q1`. */
  readonly instance: string
  /** The request itself. */
  readonly asked?: Fact<Act & Said<"FacilityAccessRequested", "need">>
  /** Its answer. */
  readonly answered?: Fact<Act & Said<"FacilityAccessAnswered", "granted" | "reason">>
}
/** What a person judged about a norm that only a person can judge. */
export interface Judgement extends Act, Said<"Judged", "outcome" | "reason"> {
  /** Id of the judgement. */
  readonly id: string
  /** The norm judged. */
  readonly norm: NormId
  /** The instance judged, as verdicts name it. */
  readonly instance: string
}

/** The case of one facility as of a day, as then known. */
export interface Facility {
  /** Id of the facility. */
  readonly id: string
  /** Which of the facilities it is; `undefined` until the record is opened. */
  readonly kind: Extract<Event, { readonly region: string }>["kind"] | undefined
  /** Code of its region; `undefined` until the record is opened. */
  readonly region: string | undefined
  /** Id of the organ that keeps it. */
  readonly organ: string | undefined
  /** The opening of the record. */
  readonly opened?: Fact<Act>
  /** That it was planned, and for which day its opening. */
  readonly planned?: Fact<Act & Said<"FacilityPlanned", "opensOn">>
  /** The acts that lead somewhere, in their order: together they say where it stands. */
  readonly moves: ReadonlyArray<Move<Event>>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** When it was in service. */
  readonly service: ReadonlyArray<Turn>
  /** The requests for access, by id. */
  readonly requests: ReadonlyArray<AccessRequest>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judgement>
}

/** A case of which nothing has been said yet. */
export const unopened = (id: string): Facility => ({
  id,
  kind: undefined,
  region: undefined,
  organ: undefined,
  moves: [],
  coverage: undefined,
  service: [],
  requests: [],
  judgements: []
})
