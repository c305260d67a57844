/**
 * One information resource of one organ, possibly a database (信息资源库), with its independent tracks: classification, listing, integration,
 * declaration, interface, disclosure, truth, internal sharing, fees, storage, the requests to store it oneself, the requests to share it
 * (arts 22 to 24, 26 to 28). Rules read the tracks, never the position. State is dated facts, each filed under its track or its part:
 * folding commutes. What nobody stated has no value here; what silence means is asked of the coverage (`verdict/Coverage`).
 *
 * The declaration of art. 24 is one of each organ and covers all its resources. Here it is what the declarations on record say of this
 * resource, in parts and versions: a host with one declaration for many resources records it with each of them.
 *
 * Not modelled: the declaration of an organ as a case of its own; what a suspension takes away from a disclosure made before;
 * several databases of one resource; times of a day.
 */

import type { CivilDate } from "../civil/CivilDate.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import type { Decided } from "../verdict/decisions.ts"
import type { Act, Fact } from "../verdict/Fact.ts"
import type { Move } from "../verdict/position.ts"
import type { Event, EventTag, RecordSlice } from "./Event.ts"

/** The form of a fact that an event of this kind states. */
export type Said<T extends EventTag, K extends string> = {
  readonly [P in K]: P extends keyof Extract<Event, { readonly _tag: T }>
    ? Extract<Event, { readonly _tag: T }>[P]
    : never
}

/** A dated statement of a track; `id` sorts the statements by day and sequence. */
export interface Turn extends Act {
  readonly id: string
  /** What kind of fact it was. */
  readonly kind: EventTag
}
/** Tags of the resource; a tag that it does not state stays as it was. @article 22 @article 23 @article 27 */
export interface Classification
  extends Turn,
    Said<
      "ResourceClassified",
      "database" | "licensing" | "collaborative" | "crossDept" | "crossRegion" | "disclosable" | "ground"
    > {}
/** A step in or out of the provincial catalogue. @article 23 @article 26 */
export interface Listing extends Turn, Said<"ResourceListed", "catalogue"> {
  /** Whether it was listed or taken off. */
  readonly to: boolean
}
/** An integration that was recorded. @article 23 */
export interface Integrated extends Turn, Said<"ResourceIntegrated", "how"> {}
/** A part or version of what was drawn up on disclosure and internal sharing. @article 24 */
export interface Declaration
  extends Turn,
    Said<"SharingDeclared", "disclosure" | "internal" | "catalogue" | "agreement" | "to"> {}
/** An exchange interface provided or withdrawn. @article 26 */
export interface Interface extends Turn {
  /** Whether it was provided or withdrawn. */
  readonly to: boolean
}
/** The resource opened to the public, inside government, or both. @article 22 */
export interface Opening extends Turn, Said<"ResourceOpened", "audience" | "electronic"> {}
/** Information confirmed to be false, and its correction. @article 22 */
export interface Falsity {
  /** Id of the finding. */
  readonly id: string
  /** When it was confirmed. */
  readonly found?: Fact<Act>
  /** When it was put right. */
  readonly corrected?: Fact<Act>
}
/** Whether the resource is shared inside government, or why that is not possible. @article 22 */
export interface InternalSharing extends Turn, Said<"ResourceSharedInternally", "shared" | "ground"> {}
/** A charge, or that there is none. @article 22 */
export interface Fee extends Turn, Said<"ResourceFeeSet", "amount" | "ground" | "legalBasis"> {}
/** Which department is responsible for storing. @article 27 */
export interface Assignment extends Turn, Said<"StorageAssigned", "department"> {}
/** Where the database is kept. @article 27 */
export type Location = "data-centre" | "department" | "elsewhere" | "nowhere"
/** A change of place. @article 27 */
export interface Placement extends Turn, Said<"StoredAtDepartment", "premises"> {
  /** Where it is kept from that day on. */
  readonly place: Location
}
/** One request of the department to store the database itself, with what became of it. @article 27 */
export interface StorageException {
  /** Id of the request. */
  readonly id: string
  /** By which verdicts name it: `consent/C1`. */
  readonly instance: string
  /** Submissions, the first and those after a return. */
  readonly requests: ReadonlyArray<Turn & Said<"StorageExceptionRequested", "circumstances">>
  /** Returns for completion. */
  readonly returns: ReadonlyArray<Turn>
  /** Every decision, by whomever. */
  readonly decisions: ReadonlyArray<
    Turn & Said<"StorageConsentGiven", "from" | "until"> & { readonly consents: boolean }
  >
  /** Every end and every revocation, by whomever. */
  readonly ends: ReadonlyArray<Turn>
  /** Its withdrawal. */
  readonly withdrawn?: Fact<Turn>
}
/** Whether a request to share was granted, and what is charged. @article 22 @article 28 */
export interface SharingDecision extends Turn, Said<"SharingGranted", "conforms" | "amount" | "ground" | "legalBasis"> {
  /** Granted, or refused. */
  readonly granted: boolean
}
/** One request to share the resource, with what became of it. @article 28 */
export interface SharingRequest extends Decided<SharingDecision> {
  /** Id of the request. */
  readonly id: string
  /** By which verdicts name it: `sharing/S1`; as a further decision has it before it, `decision/` and the id of that decision. */
  readonly instance: string
  /** The first submission, and what kind of applicant made it. */
  readonly requested?: Fact<Turn & Said<"SharingRequested", "applicant">>
  /** What was said of the request, at first and after a return; the latest counts. */
  readonly versions: ReadonlyArray<
    Turn & Said<"SharingRequested", "need" | "channel" | "agreement" | "contract" | "conforms">
  >
  /** Returns for completion, suspensions and resumptions. */
  readonly steps: ReadonlyArray<Turn>
  /** Withdrawal of the request. */
  readonly withdrawn?: Fact<Turn>
  /** End of the sharing. */
  readonly ended?: Fact<Turn>
}
/** What a person judged about a norm. */
export interface Judgement extends Act, Said<"Judged", "outcome" | "reason"> {
  /** Id of the judgement. */
  readonly id: string
  /** The norm judged. */
  readonly norm: NormId
  /** The instance judged, as verdicts name it. */
  readonly instance: string
}

/** The case of one information resource as of a day, as then known. */
export interface Resource {
  /** Id of the resource. */
  readonly id: string
  /** Code of the region of its organ; `undefined` until the record is opened. */
  readonly region: string | undefined
  /** Id of the organ whose resource it is. */
  readonly organ: string | undefined
  /** The opening of the record. */
  readonly opened?: Fact<Act>
  /** The day on which the information was produced. */
  readonly produced?: Fact<CivilDate>
  /** The acts that lead it or one of its parts somewhere, in their order; no rule reads them. */
  readonly moves: ReadonlyArray<Move<Event>>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** Its tags. */
  readonly classifications: ReadonlyArray<Classification>
  /** In and out of the provincial catalogue. */
  readonly listings: ReadonlyArray<Listing>
  /** Integrations on record. */
  readonly integrations: ReadonlyArray<Integrated>
  /** What was drawn up. */
  readonly declarations: ReadonlyArray<Declaration>
  /** Exchange interfaces. */
  readonly interfaces: ReadonlyArray<Interface>
  /** Openings to the public or inside government. */
  readonly openings: ReadonlyArray<Opening>
  /** Checks of its truth. */
  readonly checks: ReadonlyArray<Turn>
  /** What was found false. */
  readonly falsities: ReadonlyArray<Falsity>
  /** Internal sharing, or why not. */
  readonly internal: ReadonlyArray<InternalSharing>
  /** Charges. */
  readonly fees: ReadonlyArray<Fee>
  /** Who is responsible for storing. */
  readonly assignments: ReadonlyArray<Assignment>
  /** Where it is kept. */
  readonly placements: ReadonlyArray<Placement>
  /** Requests to store it oneself, by id. */
  readonly exceptions: ReadonlyArray<StorageException>
  /** Requests to share it, by id. */
  readonly sharings: ReadonlyArray<SharingRequest>
  /** The end of its use. */
  readonly retired?: Fact<Act>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judgement>
}

/** A case of which nothing has been said yet. */
export const unopened = (id: string): Resource => ({
  id,
  region: undefined,
  organ: undefined,
  moves: [],
  coverage: undefined,
  classifications: [],
  listings: [],
  integrations: [],
  declarations: [],
  interfaces: [],
  openings: [],
  checks: [],
  falsities: [],
  internal: [],
  fees: [],
  assignments: [],
  placements: [],
  exceptions: [],
  sharings: [],
  judgements: []
})

/** A request to store oneself of which nothing is on record yet. */
export const unrequested = (id: string): StorageException => ({
  id,
  instance: `consent/${id}`,
  requests: [],
  returns: [],
  decisions: [],
  ends: []
})

/** A request to share of which nothing is on record yet. */
export const unasked = (id: string): SharingRequest => ({ id, instance: `sharing/${id}`, versions: [], steps: [] })
