import * as Effect from "effect/Effect"
import { Directory } from "../port/Directory.ts"
import { EventStore } from "../port/EventStore.ts"
import { ReadSide } from "../port/ReadSide.ts"
import { WorkingCalendar } from "../port/WorkingCalendar.ts"
import type { Brought, Surroundings } from "../verdict/Surroundings.ts"
import { surroundings } from "../verdict/Surroundings.ts"
import type { Context } from "../verdict/Verdict.ts"
import { Deployment, type Entrusted } from "./Deployment.ts"
import { caseOfFact } from "./facts.ts"
import type { CaseFact, Moment, Standing } from "./keeping.ts"
import { gather, gatherFor, type Loaded } from "./load.ts"
import { snapshots } from "./snapshots.ts"
import { type CaseRef, keepingOf, surroundingOf } from "./subjects.ts"

/** A case with facts that stand on its record. */
export interface Filed {
  readonly ref: CaseRef
  readonly facts: ReadonlyArray<CaseFact>
}

/** What stood on the record of a case. */
export const filed = ({ before, ref }: Loaded): Filed => ({ ref, facts: before })

/** A case at a moment, with what can be asked of it. */
export const standing = ({ facts, ref }: Filed, moment: Moment): Standing =>
  keepingOf(ref.subject).standing({ id: ref.id, facts }, moment)

const none: NonNullable<Entrusted["delegations"]> = Effect.succeed([])

/** What everything that the docket answers is answered with: the store, and what the deployment has decided. */
export const makeDesk = Effect.gen(function* () {
  const store = yield* EventStore
  const reading = snapshots(store)
  const directories = yield* Directory
  const calendars = yield* WorkingCalendar
  const { profile, recorders, surroundedBy = [], changesOn, delegations = none, ...brought } = yield* Deployment

  /** The contexts of questions, as the directory and the calendar stand now. */
  const contexts = Effect.gen(function* () {
    const directory = yield* directories.current
    const calendar = yield* calendars.current
    return (moment: Moment, around: ReadonlyArray<Filed>): Context => {
      const told: { -readonly [K in keyof Brought]: Brought[K] } = {}
      for (const subject of surroundedBy) {
        const theirs = around.filter(({ ref }) => ref.subject === subject)
        const records = theirs.map(({ facts, ref: { id } }) => ({ id, facts }))
        Object.assign(told, surroundingOf(subject)?.surrounds(records, moment, directory))
      }
      return { asOf: moment.asOf, profile, directory, calendar, ...first(brought, told) }
    }
  })

  return {
    store,
    /** The read side of the store, where it keeps one. */
    readSide: yield* Effect.serviceOption(ReadSide),
    contexts,
    /** The context of a question at a moment, with these cases around. */
    question: (moment: Moment, around: ReadonlyArray<Filed>) => Effect.map(contexts, (at) => at(moment, around)),
    /** By whom people may speak for agencies in which they hold no post. */
    delegations,
    /** The subjects whose cases surround the others. */
    surroundedBy,
    /** The days on which what the host brings changes; none is known where it brings something and does not say. */
    changesOn: changesOn ?? (Object.values(brought).some((one) => one !== undefined) ? undefined : []),
    /** Reads cases, and those that surround them. */
    gather: (cases: ReadonlyArray<CaseRef>) => gather(reading, { cases, surroundedBy }),
    /** Reads the cases of a command, and those that surround them. */
    gatherFor: (facts: ReadonlyArray<CaseFact>) =>
      gatherFor(reading, { cases: facts.map(caseOfFact), facts, surroundedBy }),
    /** Reads a case alone. */
    load: (one: CaseRef) =>
      Effect.map(gather(reading, { cases: [one], surroundedBy: [] }), ({ cases }) => cases[0] as Loaded),
    /** Whether somebody may enter facts on a day. */
    permitted: (by: string, on: string): boolean =>
      recorders.some(
        (r) => r.id === by && (r.from === undefined || r.from <= on) && (r.until === undefined || on <= r.until)
      )
  }
})

/** What everything that the docket answers is answered with. */
export type Desk = Effect.Success<typeof makeDesk>

/** What the host brings comes first. */
const first = (brought: Brought, told: Brought): Surroundings =>
  surroundings({
    plansInForce: brought.plansInForce ?? told.plansInForce,
    instrumentsInForce: brought.instrumentsInForce ?? told.instrumentsInForce,
    inService: brought.inService ?? told.inService
  })
