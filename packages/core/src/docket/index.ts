/** The managed door: a docket over a store, as Effect programs (`Docket`) or as promises (`embed`). @module */
export { type Command, civilDay, maxFacts } from "./Command.ts"
export { Deployment, type Recorder } from "./Deployment.ts"
export { Docket, type Performed, type Recorded } from "./Docket.ts"
export {
  InvalidCommand,
  InvalidQuestion,
  NoSuchVerdict,
  NotARecorder,
  Refused,
  StoredFactUnreadable
} from "./DocketError.ts"
export { type Answered, type EmbeddedDocket, type Embedding, embed } from "./embed.ts"
export type { Entry } from "./history.ts"
export type { At } from "./moment.ts"
