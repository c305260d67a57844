/** Scenario files in YAML: read, played, registered as tests, and counted. @module */
export { InvalidScenarioFile } from "./InvalidScenarioFile.ts"
export { parseScenario } from "./parseScenario.ts"
export { differenceLines, type Run, runScenarios, type ScenarioSource } from "./runScenarios.ts"
export { type ScenarioCoverage, scenarioCoverage } from "./scenarioCoverage.ts"
export { scenarioSources } from "./scenarioSources.ts"
export { scenarioSuite } from "./scenarioSuite.ts"
export { writeScenario } from "./writeScenario.ts"
export { limits } from "./yamlTexts.ts"
