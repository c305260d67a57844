/** What a deployment adds to the Measures: readings, values with their source, local norms, in layers. @module */
export { compose, type Layer, ProfileConflict } from "./compose.ts"
export type { LocalNorm, LocalRuling } from "./LocalNorm.ts"
export type {
  Entry,
  LocalNormId,
  ParameterId,
  Parameters,
  Period,
  PeriodParameter,
  Source,
  Timetable
} from "./Parameter.ts"
export { type Profile, reading, textOnly } from "./Profile.ts"
export { sampleLayer } from "./sample.ts"
