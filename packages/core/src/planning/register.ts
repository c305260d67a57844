import type { PlanningNorm } from "../subjects.ts"
import { N3_1 } from "./art03.ts"
import { N4_2 } from "./art04.ts"
import { N6_1, N6_2, N6_3 } from "./art06.ts"
import { N7_1, N7_2 } from "./art07.ts"
import { N8_1, N8_2, N8_3 } from "./art08.ts"
import type { PlanRule } from "./Rule.ts"

/** Leave a norm about plans out, or file it under another's id, and this does not compile. */
export const register = {
  "N3.1": N3_1,
  "N4.2": N4_2,
  "N6.1": N6_1,
  "N6.2": N6_2,
  "N6.3": N6_3,
  "N7.1": N7_1,
  "N7.2": N7_2,
  "N8.1": N8_1,
  "N8.2": N8_2,
  "N8.3": N8_3
} satisfies { readonly [N in PlanningNorm]: PlanRule<N> }

/** The rules about plans, in the order of the articles. */
export const rules: ReadonlyArray<PlanRule> = Object.values(register)
