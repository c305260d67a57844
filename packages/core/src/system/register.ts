import type { SystemNorm } from "../subjects.ts"
import { N14_1, N14_2, N14_3 } from "./art14.ts"
import { N16_1, N16_2, N16_3 } from "./art16.ts"
import { N18_1 } from "./art18.ts"
import { N19_1, N19_2 } from "./art19.ts"
import type { SystemRule } from "./Rule.ts"

/** Leave a norm about application systems out, or file it under another's id, and this does not compile. */
export const register = {
  "N14.1": N14_1,
  "N14.2": N14_2,
  "N14.3": N14_3,
  "N16.1": N16_1,
  "N16.2": N16_2,
  "N16.3": N16_3,
  "N18.1": N18_1,
  "N19.1": N19_1,
  "N19.2": N19_2
} satisfies { readonly [N in SystemNorm]: SystemRule<N> }

/** The rules about application systems, in the order of the articles. */
export const rules: ReadonlyArray<SystemRule> = Object.values(register)
