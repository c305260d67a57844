import type { NormsOf } from "../regulation/Norm.ts"
import { N9_1, N9_2 } from "./art09.ts"
import { N10_1, N10_2, N10_3 } from "./art10.ts"
import { N11_1, N11_2 } from "./art11.ts"
import { N12_1, N12_2, N12_3 } from "./art12.ts"
import type { ProjectRule } from "./Rule.ts"

/** Leave a norm of arts 9 to 12 out, or file it under another's id, and this does not compile. */
export const register = {
  "N9.1": N9_1,
  "N9.2": N9_2,
  "N10.1": N10_1,
  "N10.2": N10_2,
  "N10.3": N10_3,
  "N11.1": N11_1,
  "N11.2": N11_2,
  "N12.1": N12_1,
  "N12.2": N12_2,
  "N12.3": N12_3
} satisfies { readonly [N in NormsOf<9 | 10 | 11 | 12>]: ProjectRule<N> }

/** The rules about projects, in the order of the articles. */
export const rules: ReadonlyArray<ProjectRule> = Object.values(register)
