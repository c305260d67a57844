import * as Schema from "effect/Schema"

/** One thing that is wrong with the data of a directory: what kind it is, where it stands, and what a person reads. */
export const DirectoryFinding = Schema.Struct({
  kind: Schema.Literals([
    "DuplicateAgency",
    "UnknownAgency",
    "UnknownRegion",
    "EndsBeforeItBegins",
    "OverlappingHolding",
    "HeldWhileVacant",
    "AmbiguousSuccession",
    "CircularSuccession",
    "DuplicateRegionChange",
    "CircularRegionChange",
    "NotADay"
  ]),
  /** Where in the data, as a path: `holdings.3.region`. */
  at: Schema.String,
  zh: Schema.String,
  en: Schema.String
})
export type DirectoryFinding = typeof DirectoryFinding.Type

/** The data of a directory contradicts itself or names what it does not contain; every finding is listed. */
export class DirectoryInvalid extends Schema.TaggedError<DirectoryInvalid>()("DirectoryInvalid", {
  /** Everything that is wrong, not the first thing. */
  findings: Schema.Array(DirectoryFinding)
}) {
  override get message(): string {
    return this.findings.map((finding) => `${finding.at}: ${finding.zh} / ${finding.en}`).join("\n")
  }
}
