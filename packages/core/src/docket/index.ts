/** The managed door: a docket over a store, as Effect programs (`Docket`) or as promises (`embed`). @module */
export { type ActorCommand, type Command, maxFacts } from "./Command.ts"
export type { Changed } from "./changed.ts"
export type { Entered, Performed, Recorded } from "./commands.ts"
export type { Compared } from "./compared.ts"
export { Deployment, type Entrusted, type Recorder, type Surrounded } from "./Deployment.ts"
export { Docket } from "./Docket.ts"
export {
  InvalidCommand,
  InvalidQuestion,
  NoSuchVerdict,
  NotARecorder,
  NotIndexed,
  Refused,
  StoredFactUnreadable
} from "./DocketError.ts"
export { describeInspection } from "./describeInspection.ts"
export { type Answered, type EmbeddedDocket, type Embedding, embed } from "./embed.ts"
export type { Entry } from "./history.ts"
export type { Findings } from "./keeping.ts"
export type { At } from "./moment.ts"
export { type NamedAs, NotEntitled, type NotSpokenFor } from "./NotEntitled.ts"
export type { ReminderQuery } from "./notices.ts"
export type { CaseListed, Rebuilt } from "./readSide.ts"
export { type SpokenFor, spokenForText } from "./speaking.ts"
export type { CaseRef, CaseSubject, FactOf, GoalOf, NextOf, SurroundingSubject, WaySubject } from "./subjects.ts"
