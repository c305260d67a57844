import type { CivilDate } from "../civil/CivilDate.ts"

/** A plan as another subject sees it: what is in force of it on a day. @article 6 @article 7 @article 8 */
export interface Plan {
  /** By which opinions and approvals cite it. */
  readonly id: string
  /** Whose plan it is: art. 6, art. 8 or art. 7. */
  readonly kind: "provincial" | "local" | "departmental"
  /** The items of the plan, where the host lists them; absent: a cited item is taken at its word. */
  readonly items?: ReadonlyArray<string> | undefined
  /** The last day on which it is in force, where that is known; absent: it goes on. */
  readonly until?: CivilDate | undefined
  /** Whether it was reviewed and approved as provided; absent: nobody says. */
  readonly approved?: boolean | undefined
}

/** What is issued separately. @article 3 @article 14 @article 19 @article 23 @article 34 */
export type InstrumentKind =
  | "standards"
  | "exchange-standards"
  | "security-norms"
  | "exchange-catalogue"
  | "exchange-agreement"
  | "assessment-standards"

/** A version of an instrument as another subject sees it. */
export interface Instrument {
  /** By which checks, declarations and requests cite it. */
  readonly id: string
  /** Which of the instruments it is. */
  readonly kind: InstrumentKind
  /** The items of information that a catalogue lists, where that is told. @article 23 @article 26 */
  readonly items?: ReadonlyArray<string> | undefined
}

/** What the province builds for everybody. @article 17 @article 25 */
export type FacilityKind = "network-platform" | "security-infrastructure" | "data-centre"

/** What a case needs to know of other subjects. A host brings it from its own tables, or from cases of those subjects. */
export interface Surroundings {
  /** The plans that measure a project of this region and organ on a day; `undefined` when nobody knows, empty when none is in force. */
  readonly plansInForce: (
    region: string | undefined,
    organ: string | undefined,
    on: CivilDate
  ) => ReadonlyArray<Plan> | undefined
  /** The versions of an instrument that are in force on a day; `undefined` when nobody knows, empty when none is. */
  readonly instrumentsInForce: (kind: InstrumentKind, on: CivilDate) => ReadonlyArray<Instrument> | undefined
  /** Whether a facility was in service on a day; `undefined` when nobody said, which is no reason to doubt it. */
  readonly inService: (kind: FacilityKind, on: CivilDate) => boolean | undefined
}

/** What a host brings of the surroundings; nobody knows the rest. */
export type Brought = { readonly [K in keyof Surroundings]?: Surroundings[K] | undefined }

/** The surroundings that a host brings, with what nobody knows beside them. */
export const surroundings = (brought: Brought): Surroundings => ({
  plansInForce: brought.plansInForce ?? (() => undefined),
  instrumentsInForce: brought.instrumentsInForce ?? (() => undefined),
  inService: brought.inService ?? (() => undefined)
})
