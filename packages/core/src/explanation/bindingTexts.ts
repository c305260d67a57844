import type { Force } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"

/** How a norm of each force binds, in a sentence. 库内译文，待核 */
export const bindingTexts: { readonly [F in Force]: Text } = {
  mandatory: { zh: "属应当履行的规定", en: "it has to be carried out" },
  constitutive: { zh: "属界定性规定，据以认定是否符合条件", en: "it says what counts; by itself it obliges nobody" },
  reference: {
    zh: "属参考依据，应当参考，但不具有否决效力",
    en: "a reference basis: it has to be considered and vetoes nothing"
  },
  presumptive: {
    zh: "属一般性、原则性要求，有理由并记明的，可以例外",
    en: "the general rule, which gives way to an exception with its ground on record"
  },
  progressive: { zh: "属逐步推进的要求，不以一时未完成为未按规定", en: "a duty to move forward step by step" },
  "best-effort": { zh: "属尽可能做到的要求", en: "to be done as far as possible" },
  permission: { zh: "属允许事项，是否办理由有关单位决定", en: "it permits; whether to use it is for those concerned" },
  "conditional-permission": { zh: "属附条件允许事项，具备条件的方可办理", en: "it permits where its condition is met" },
  discretionary: { zh: "视实际需要决定，未办理不属未按规定", en: "done where needed; not doing it is no failure" },
  interpretive: {
    zh: "属解释指引，不单独设定义务",
    en: "it guides how the others are read and obliges nobody by itself"
  }
}

/** A norm that the Measures do not hold. */
export const localBinding: Text = { zh: "属本地规则，非《办法》规定", en: "a local rule, no provision of the Measures" }

/** A norm that only refers, where the chosen reading lets it bar an act. */
export const barsText: Text = {
  zh: "按所选解释，前提未具备的，不应办理",
  en: "under the chosen reading the act may not be done while the precondition is not met"
}

/** A norm that leaves an act to need, where the chosen reading has it done by a day. */
export const owedText: Text = {
  zh: "条文规定视实际需要决定；按所选解释，应当按期办理",
  en: "the text leaves it to need; under the chosen reading it is owed by a day"
}
