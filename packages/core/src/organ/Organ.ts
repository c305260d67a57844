/**
 * The record of one administrative organ: what the Measures ask of the organ as such and of no single system (arts 3, 4, 13, 15, 20, 21),
 * and of whoever appraises it (art. 35). Its id is that of the organ. State is dated statements, and what a state was on a day is asked of
 * the last statement up to it.
 *
 * Not modelled: which of its units the organ counts, what the organ publishes elsewhere than on public websites, how an appraisal weighs its
 * items. A complaint is a case of its own (`complaint`).
 */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import type { Act, Fact } from "../verdict/Fact.ts"
import type { Judging } from "../verdict/judged.ts"
import type { Dated, Turn } from "../verdict/stated.ts"
import type { EventOf, EventTag, RecordSlice } from "./Event.ts"

/** The form of particulars that a fact of this kind states. */
export type Said<T extends EventTag, K extends keyof EventOf<T>> = { readonly [P in K]: EventOf<T>[P] }

/** How many application systems the organ operates, and how many business resources it has registered. @article 13 */
export interface Holdings extends Dated, Said<"OrganHoldingsStated", "systems" | "resources"> {}
/** How far something has come that is to be extended step by step. @article 15 @article 21 */
export interface Progress extends Dated, Said<"OrganProgressStated", "track" | "covered" | "total"> {}
/** Whether there is a unified government portal for the organ, and who hosts it. @article 20 */
export interface Portal extends Dated, Said<"OrganPortalStated", "exists" | "host"> {}
/** Whether a site was linked to the portal. @article 20 */
export interface Link extends Dated, Said<"OrganSiteLinkStated", "linked"> {}
/** A public website (`id`) of the organ; verdicts name it by `instance`. @article 20 */
export interface Site {
  readonly id: string
  readonly instance: string
  /** When it was open to the public. */
  readonly open: ReadonlyArray<Turn>
  /** What was stated about its link to the portal. */
  readonly links: ReadonlyArray<Link>
}
/** A piece of government information (`id`) that is for publication; verdicts name it by `instance`. @article 20 */
export interface Information {
  readonly id: string
  readonly instance: string
  /** When it came into being. */
  readonly arose?: Fact<Act>
  /** When it was first published. */
  readonly published?: Fact<Act>
}

/** What an informatization authority did to coordinate or guide, with whom. @article 3 @article 4 */
export interface Coordination extends Dated, Said<"OrganCoordinated", "township" | "signed"> {}
/** An appraisal (`id`) of the organ; verdicts name it by `instance`. @article 35 */
export interface Appraisal {
  readonly id: string
  readonly instance: string
  /** That it was held, on which work, and what it was about. */
  readonly held?: Fact<Act & Said<"OrganAppraised", "appraises" | "eGovernment" | "items">>
}

/** The record of one organ as of a day, as then known. */
export interface Organ {
  /** Id of the organ. */
  readonly id: string
  /** Code of its region; `undefined` until the record is opened. */
  readonly region: string | undefined
  /** The opening of the record. */
  readonly opened?: Fact<Act>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** Systems and resources, as counted on days. */
  readonly holdings: ReadonlyArray<Holdings>
  /** How far each track has come, as stated on days. */
  readonly progress: ReadonlyArray<Progress>
  /** The unified portal. */
  readonly portals: ReadonlyArray<Portal>
  /** Its public websites, by id. */
  readonly sites: ReadonlyArray<Site>
  /** Information for publication, by id. */
  readonly information: ReadonlyArray<Information>
  /** When it had a channel for online supervision and complaints. */
  readonly channel: ReadonlyArray<Turn>
  /** What the organ did to coordinate the construction of others, where it is an informatization authority. */
  readonly coordination: ReadonlyArray<Coordination>
  /** The appraisals of the organ, by id. */
  readonly appraisals: ReadonlyArray<Appraisal>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judging>
}

/** A record of which nothing has been said yet. */
export const unopened = (id: string): Organ => ({
  id,
  region: undefined,
  coverage: undefined,
  holdings: [],
  progress: [],
  portals: [],
  sites: [],
  information: [],
  channel: [],
  coordination: [],
  appraisals: [],
  judgements: []
})

/** Who the organ of a record is on a day, through succession. */
export const organOn = (
  o: Pick<Organ, "id">,
  ctx: { readonly directory: { successorOn(agency: string, on: CivilDate): string } },
  on: CivilDate
): string => ctx.directory.successorOn(o.id, on)
