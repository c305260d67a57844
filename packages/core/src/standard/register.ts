import type { StandardNorm } from "../subjects.ts"
import { N3_2 } from "./art03.ts"
import { N19_3 } from "./art19.ts"
import { N23_2, N23_3 } from "./art23.ts"
import { N34_1 } from "./art34.ts"
import type { StandardRule } from "./Rule.ts"

/** Leave a norm about an instrument out, or file it under another's id, and this does not compile. */
export const register = {
  "N3.2": N3_2,
  "N19.3": N19_3,
  "N23.2": N23_2,
  "N23.3": N23_3,
  "N34.1": N34_1
} satisfies { readonly [N in StandardNorm]: StandardRule<N> }

/** The rules about instruments, in the order of the articles. */
export const rules: ReadonlyArray<StandardRule> = Object.values(register)
