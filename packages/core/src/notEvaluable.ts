import type { NormId } from "./regulation/Norm.ts"
import type { Text } from "./regulation/Text.ts"
import type { EvaluatedNorm } from "./subjects.ts"

/** The purpose and the principles, which no answer ever needs, each with the reason. A norm that is neither evaluated nor declared here does not compile. */
export const notEvaluable = {
  "N1.1": {
    zh: "目的条款：只用于在几种解释之间选择，不单独设定义务",
    en: "A purpose clause: it serves to choose between readings and sets no duty of its own"
  },
  "N5.1": {
    zh: "原则条款：不单独规定行为和期限，由规划（第六条至第八条）、标准和共享（第十四条、第十八条、第十九条、第二十三条）、协调（第三条、第四条）、效果评估（第二十九条至第三十三条）各条落实",
    en: "A principle: it fixes no act and no time of its own; the articles on planning (arts. 6 to 8), standards and sharing (arts. 14, 18, 19, 23), coordination (arts. 3, 4) and effect assessment (arts. 29 to 33) carry it out"
  },
  "N5.2": {
    zh: "原则条款：“注重”不单独规定行为和期限，信息安全的具体要求见第十九条",
    en: "A principle: to pay attention fixes no act and no time of its own; what security asks for stands in art. 19"
  }
} as const satisfies { readonly [N in Exclude<NormId, EvaluatedNorm>]: Text }
