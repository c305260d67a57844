/**
 * A scenario in its canonical form, under English keys and with nothing left to a default: what a program reads, whatever the file said
 * in which language. Facts, agencies and plans are plain data that the doors of the library take as they are.
 */
import * as Schema from "effect/Schema"
import { DirectoryDataSchema } from "../agency/DirectorySchema.ts"
import { CivilDateSchema as Day, InstantSchema as Instant, PeriodSchema as Period } from "../civil/schemas.ts"
import { noteTexts } from "../explanation/noteTexts.ts"
import { valueNames } from "../organ/vocabulary.ts"
import type { ProgressTrack } from "../profile/Parameter.ts"
import { isNormId, type NormId, type Status } from "../regulation/Norm.ts"
import { statuses } from "../regulation/terms.ts"
import type { FacilityKind, InstrumentKind } from "../verdict/Surroundings.ts"
import type { Note } from "../verdict/Verdict.ts"
import { facilityKinds, instrumentKinds } from "./aliases.ts"
import type { CaseEvent } from "./SubjectForm.ts"
import { subjectForms } from "./subjects/index.ts"

const Both = Schema.Struct({ zh: Schema.String, en: Schema.String })
const Norm = Schema.String.check(
  Schema.makeFilter((id) => isNormId(id) || `没有规范“${id}” / there is no norm "${id}"`)
) as unknown as Schema.Codec<NormId, string>
const State = Schema.Literals(Object.keys(statuses) as ReadonlyArray<Status>)
const Remark = Schema.Literals(Object.keys(noteTexts) as ReadonlyArray<Note>)
const key = Schema.optionalKey
const Event = Schema.Union(subjectForms.map((form) => form.Event)) as Schema.Codec<CaseEvent, unknown>

/** What may be said of an intended act. */
const OutcomeSchema = Schema.Literals([
  "Allowed",
  "AllowedWithNotice",
  "Undetermined",
  "OutOfOrder",
  "NotEntitled",
  "Denied"
])

const Source = Schema.Struct({ title: Both, status: Schema.Literals(["sample", "unverified", "verified"]) })
/** What a document asks of what is done step by step. @article 15 @article 21 */
const Expected = Schema.Struct({
  horizon: key(Schema.Int),
  steps: key(
    Schema.Array(
      Schema.Struct({
        track: Schema.Literals(Object.keys(valueNames.track) as ReadonlyArray<ProgressTrack>),
        by: Day,
        percent: Schema.Int
      })
    )
  )
})
const Entry = Schema.Struct({
  value: Schema.Union([Period, Schema.Array(Schema.String), Schema.Record(Schema.String, Day), Expected]),
  source: Source,
  from: Day,
  until: key(Day),
  region: key(Schema.String)
})
/** One document's additions, written in the file. */
export const ScenarioLayer = Schema.Struct({
  id: Schema.String,
  version: Schema.String,
  title: Both,
  source: Source,
  readings: Schema.Record(Schema.String, Schema.String),
  parameters: Schema.Record(Schema.String, Schema.Array(Entry)),
  replaces: Schema.Array(Schema.String)
})
/** The rules that a check is asked under: the text alone or the sample rules, and layers on top. */
export const ScenarioProfile = Schema.Struct({
  base: Schema.Literals(["text-only", "sample"]),
  layers: Schema.Array(ScenarioLayer)
})
/** A plan and the days on which it is in force. @article 6 @article 7 @article 8 */
export const ScenarioPlan = Schema.Struct({
  id: Schema.String,
  kind: Schema.Literals(["provincial", "local", "departmental"]),
  items: key(Schema.Array(Schema.String)),
  region: key(Schema.String),
  organ: key(Schema.String),
  from: key(Day),
  until: key(Day)
})
/** A version of what is issued separately, and the days on which it is in force. @article 3 @article 19 @article 23 @article 34 */
export const ScenarioInstrument = Schema.Struct({
  id: Schema.String,
  kind: Schema.Literals(Object.keys(instrumentKinds) as ReadonlyArray<InstrumentKind>),
  from: key(Day),
  until: key(Day)
})
/** Some days on which a facility of the province is in service; it is out of service on all others. @article 17 @article 25 */
export const ScenarioFacility = Schema.Struct({
  kind: Schema.Literals(Object.keys(facilityKinds) as ReadonlyArray<FacilityKind>),
  from: key(Day),
  until: key(Day)
})
/** Who is who, what is in force and in service, under which rules. What is left out nobody knows. */
export const Setting = Schema.Struct({
  directory: DirectoryDataSchema,
  plans: key(Schema.Array(ScenarioPlan)),
  instruments: key(Schema.Array(ScenarioInstrument)),
  facilities: key(Schema.Array(ScenarioFacility)),
  profile: ScenarioProfile
})
/** What is asked: of which case, during which day, as known when, under which rules, of which acts that somebody intends, and how to get where. */
export const When = Schema.Struct({
  /** The subject of which the case is one, `project`. */
  subject: Schema.Literals(subjectForms.map(({ subject }) => subject.id)),
  /** The id of the case. */
  case: Schema.String,
  asOf: Day,
  /** Left out: everything that the scenario records is known. */
  knownAt: key(Instant),
  acts: Schema.Array(Event),
  /** The position to which a way is asked for, where the subject has ways. */
  goal: key(Schema.String),
  profile: key(ScenarioProfile),
  readings: Schema.Record(Schema.String, Schema.String)
})
/** A reason that an advice has to give. */
export const ExpectedReason = Schema.Struct({
  kind: Schema.Literals(["Norm", "Competence", "Order", "Missing", "EnteredAfter", "BeforeCommencement"]),
  norm: key(Norm),
  field: key(Schema.String),
  outcome: key(OutcomeSchema)
})
/** What one norm has to say; what is left out may be anything. */
export const ExpectedVerdict = Schema.Struct({
  norm: Norm,
  /** The name of the instance, or its last part: `application/A1` or `A1`. Left out: the only one. */
  instance: key(Schema.String),
  status: key(State),
  due: key(Schema.NullOr(Day)),
  note: key(Schema.NullOr(Remark)),
  missing: key(Schema.String),
  bearer: key(Schema.NullOr(Schema.String)),
  gate: key(Schema.Literals(["met", "unmet", "unknown"]))
})
/** How a project has to stand against one of its baselines. */
export const ExpectedVariance = Schema.Struct({
  on: Day,
  /** Yuan above, or with a minus below, the amount of the baseline. */
  cost: key(Schema.String),
  days: key(Schema.Int)
})
/** What has to be answered. Only what is named is compared; the keys that begin with `only` admit nothing beside it. */
export const Then = Schema.Struct({
  advice: key(OutcomeSchema),
  reasons: key(Schema.Array(ExpectedReason)),
  onlyReasons: key(Schema.Array(ExpectedReason)),
  verdicts: key(Schema.Array(ExpectedVerdict)),
  onlyVerdicts: key(Schema.Array(ExpectedVerdict)),
  duties: key(Schema.Array(ExpectedVerdict)),
  onlyDuties: key(Schema.Array(ExpectedVerdict)),
  quietUntil: key(Schema.NullOr(Day)),
  position: key(Schema.String),
  /** The kinds of the steps of the way, in their order; `null`: there is none. */
  path: key(Schema.NullOr(Schema.Array(Schema.String))),
  variance: key(Schema.Array(ExpectedVariance))
})
/** One question and what has to be answered. */
// biome-ignore lint/suspicious/noThenProperty: a check is data; nothing awaits it
export const Check = Schema.Struct({ when: When, then: Then })
/** One scenario, complete in itself: the setting and all facts that its file gave are in it. */
export const Scenario = Schema.Struct({
  name: Both,
  description: key(Both),
  norms: Schema.Array(Norm),
  setting: Setting,
  given: Schema.Array(Event),
  checks: Schema.Array(Check)
})
/** A file of scenarios. */
export const ScenarioFile = Schema.Struct({
  title: Both,
  description: key(Both),
  scenarios: Schema.Array(Scenario)
})
/** A file of scenarios. */
export type ScenarioFile = typeof ScenarioFile.Type
/** One scenario, complete in itself. */
export type Scenario = typeof Scenario.Type
/** One question and what has to be answered. */
export type Check = typeof Check.Type
/** What is asked. */
export type When = typeof When.Type
/** What has to be answered. */
export type Then = typeof Then.Type
/** Who is who, which plans are in force, under which rules. */
export type Setting = typeof Setting.Type
/** The rules that a check is asked under. */
export type ScenarioProfile = typeof ScenarioProfile.Type
/** One document's additions, written in the file. */
export type ScenarioLayer = typeof ScenarioLayer.Type
/** A version of what is issued separately. */
export type ScenarioInstrument = typeof ScenarioInstrument.Type
/** Some days on which a facility is in service. */
export type ScenarioFacility = typeof ScenarioFacility.Type
/** A plan and the days on which it is in force. */
export type ScenarioPlan = typeof ScenarioPlan.Type
/** A reason that an advice has to give. */
export type ExpectedReason = typeof ExpectedReason.Type
/** What one norm has to say. */
export type ExpectedVerdict = typeof ExpectedVerdict.Type
/** How a project has to stand against one of its baselines. */
export type ExpectedVariance = typeof ExpectedVariance.Type
