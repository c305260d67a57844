import * as Schema from "effect/Schema"
import type { Text } from "../regulation/Text.ts"

/** One thing that is wrong with the data of people or delegations: what kind it is, where it stands, and what a person reads. */
export const ActorFinding = Schema.Struct({
  kind: Schema.Literals([
    "Malformed",
    "TooMany",
    "DuplicatePerson",
    "DuplicateDelegation",
    "UnknownAgency",
    "ResemblesAgency",
    "EndsBeforeItBegins",
    "ActingWithoutEnd",
    "EntrustsItself",
    "UnknownDelegation",
    "NotOnward",
    "NotOfWhomIsEntrusted",
    "CircularDelegation"
  ]),
  /** Where in the data, as a path: `3.posts.0.agency`. */
  at: Schema.String,
  zh: Schema.String,
  en: Schema.String
})
export type ActorFinding = typeof ActorFinding.Type

/** Data of people or delegations that cannot be read, contradict themselves, or name what the directory does not know; every finding is listed. */
export class ActorsInvalid extends Schema.TaggedError<ActorsInvalid>()("ActorsInvalid", {
  /** Everything that is wrong, not the first thing. */
  findings: Schema.Array(ActorFinding)
}) {
  /** For people. */
  get text(): Text {
    const all = (language: keyof Text) => this.findings.map((f) => `${f.at} ${f[language]}`.trim()).join("; ")
    return {
      zh: `人员或者委托的数据有误：${all("zh")}`,
      en: `the data of people or delegations are wrong: ${all("en")}`
    }
  }
  override get message(): string {
    return `${this.text.zh} / ${this.text.en}`
  }
}
