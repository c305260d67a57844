import * as Data from "effect/Data"
import type { Actor } from "../agency/Actor.ts"
import type { Obstacle } from "../agency/entitlement.ts"
import type { Text } from "../regulation/Text.ts"

/** How a fact names an agency: as the one that acted, as one that acted or signed with it, or as the one whose entry it takes the place of. */
export type NamedAs = "by" | "with" | "of"

/** A fact in the name of an agency for which somebody may not speak. */
export interface NotSpokenFor {
  /** The place of the fact in the command. */
  readonly index: number
  /** The id of the fact. */
  readonly fact: string
  /** How the fact names the agency. */
  readonly as: NamedAs
  /** The agency; `undefined` where the fact names nobody who acted. */
  readonly agency: string | undefined
  /** Everything that stands in the way, as data; empty where the fact names nobody. */
  readonly obstacles: ReadonlyArray<Obstacle>
  /** The same in words. */
  readonly reasons: readonly [Text, ...ReadonlyArray<Text>]
}

/** Whoever enters facts may not speak for agencies in whose name they are. Nothing was stored; every such fact is listed, with every reason. */
export class NotEntitled extends Data.TaggedError("NotEntitled")<{
  /** Who wanted to enter them. */
  readonly actor: Actor
  /** The civil day of entry. */
  readonly on: string
  /** The facts. */
  readonly facts: readonly [NotSpokenFor, ...ReadonlyArray<NotSpokenFor>]
}> {
  /** For people. */
  get text(): Text {
    const all = (language: keyof Text) =>
      this.facts
        .map(
          ({ index, reasons }) =>
            `[${index}] ${reasons.map((one) => one[language]).join(language === "zh" ? "，" : ", ")}`
        )
        .join(language === "zh" ? "；" : "; ")
    return {
      zh: `不得以有关机构的名义录入，未存入任何内容：${all("zh")}。`,
      en: `these facts may not be entered in the name of the agencies; nothing was stored: ${all("en")}.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}
