/**
 * One inspection of how organs implement the Measures (art. 35): which organs, what was found, what they put right, who ended it. State is
 * dated acts in their order, and the last of them says where the inspection stands: folding commutes.
 *
 * Not modelled: single visits and hearings, the follow-up of each finding by itself, the appraisal that may use what was found (N35.1).
 */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Coverage } from "../verdict/Coverage.ts"
import type { Act, Fact } from "../verdict/Fact.ts"
import type { Judging } from "../verdict/judged.ts"
import type { Move } from "../verdict/position.ts"
import type { Dated } from "../verdict/stated.ts"
import type { Event, EventOf, EventTag, RecordSlice } from "./Event.ts"

/** The kinds of facts that are steps of an inspection: all but its opening and what is said about its record. */
export type StepTag = Exclude<EventTag, "InspectionOpened" | "InspectionTakenOver" | "Judged" | "Retracted">

/** One thing that was found: under which norm, and on what evidence. */
export type Finding = Exclude<EventOf<"InspectionFindingsIssued">["findings"], null | undefined | "n/a">[number]

/** An act of an inspection, with what it states. */
export interface Step extends Dated {
  /** Which step it is. */
  readonly kind: StepTag
  /** The event that tells of it. */
  readonly ref: string
  /** Of the issuing of findings: what was found. */
  readonly findings?: EventOf<"InspectionFindingsIssued">["findings"]
  /** Of what was found, or not: the application assessment results that were considered. @article 33 */
  readonly considered?: EventOf<"InspectionFindingsIssued">["considered"]
  /** Of a contest: what the organ says. */
  readonly statement?: Fact<string>
  /** Of a report on what was put right: the document. */
  readonly document?: Fact<string>
  /** Of an end without a recheck: the exceptional ground. */
  readonly exception?: EventOf<"InspectionConcluded">["exception"]
  /** Of a withdrawal: why. */
  readonly reason?: Fact<string>
}

/** One inspection as of a day, as then known. */
export interface InspectionCase {
  /** Id of the inspection. */
  readonly id: string
  /** Code of the region of the supervision department that inspects; `undefined` until the record is opened. */
  readonly region: string | undefined
  /** Ids of the organs that are inspected. */
  readonly organs: ReadonlyArray<string>
  /** The time whose conduct is looked at. */
  readonly period?: EventOf<"InspectionOpened">["period"]
  /** Why it was opened. */
  readonly ground?: Fact<string>
  /** The opening of the record. */
  readonly opened?: Fact<Act>
  /** The opening of the inspection itself, where the record tells it. */
  readonly begun?: Fact<Act>
  /** The acts that lead somewhere, in their order: together they say where it stands. */
  readonly moves: ReadonlyArray<Move<Event>>
  /** From which day each slice of the record is complete; `undefined`: from the beginning. */
  readonly coverage: Coverage<RecordSlice> | undefined
  /** Its steps, in their order. */
  readonly steps: ReadonlyArray<Step>
  /** What people judged. */
  readonly judgements: ReadonlyArray<Judging>
}

/** An inspection of which nothing has been said yet. */
export const unopened = (id: string): InspectionCase => ({
  id,
  region: undefined,
  organs: [],
  moves: [],
  coverage: undefined,
  steps: [],
  judgements: []
})

/** Whether an agency is one of the organs inspected, through succession, on a day. */
export const isInspected = (
  { organs }: Pick<InspectionCase, "organs">,
  agency: string,
  ctx: { readonly directory: { successorOn(agency: string, on: CivilDate): string } },
  on: CivilDate
): boolean => organs.some((organ) => organ === agency || ctx.directory.successorOn(organ, on) === agency)
