import { findingLine, ScenarioFinding } from "@banfa/core/scenario"
import * as Schema from "effect/Schema"

/** The text of a file that is no scenario file; every finding is listed with its place. */
export class InvalidScenarioFile extends Schema.TaggedError<InvalidScenarioFile>()("InvalidScenarioFile", {
  /** The name of the file, as given. */
  file: Schema.String,
  /** At least one. */
  findings: Schema.Array(ScenarioFinding)
}) {
  override get message(): string {
    return this.findings.map((finding) => `${this.file}:${findingLine(finding)}`).join("\n")
  }
}
