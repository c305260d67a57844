import { findingLine, ScenarioFinding } from "@banfa/core/scenario"
import * as Schema from "effect/Schema"

/** The text of a file that is no scenario file; every finding is listed with its place. */
export class InvalidScenarioFile extends Schema.TaggedError<InvalidScenarioFile>()("InvalidScenarioFile", {
  file: Schema.String,
  findings: Schema.Array(ScenarioFinding)
}) {
  override get message(): string {
    return this.findings.map((finding) => `${this.file}:${findingLine(finding)}`).join("\n")
  }
}
