/** Scenario files: examples that a legal officer writes, and tests that the library passes, in one vocabulary. @module */
export type { Difference } from "./differences.ts"
export type { JsonSchema } from "./Form.ts"
export { scenarioJsonSchema } from "./fileForm.ts"
export { findingLine, InvalidScenario, type Locate, type Path, pathText, ScenarioFinding } from "./InvalidScenario.ts"
export { type Answers, type BorneVerdict, type Played, type PlayedCheck, play } from "./play.ts"
export { profileOf } from "./profiles.ts"
export { readScenario } from "./readScenario.ts"
export {
  Check,
  ExpectedReason,
  ExpectedVariance,
  ExpectedVerdict,
  Scenario,
  ScenarioFacility,
  ScenarioFile,
  ScenarioInstrument,
  ScenarioLayer,
  ScenarioPlan,
  ScenarioProfile,
  Setting,
  Then,
  When
} from "./Scenario.ts"
export type { CaseEvent } from "./SubjectForm.ts"
export { type AskedOf, type LiveCases, type ScenarioData, scenarioOf } from "./scenarioOf.ts"
export { actText } from "./subjects/index.ts"
export { surroundingsOf } from "./surroundingsOf.ts"
