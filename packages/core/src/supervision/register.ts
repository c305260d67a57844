import type { SupervisionNorm } from "../subjects.ts"
import { N35_2 } from "./art35.ts"
import type { SupervisionRule } from "./Rule.ts"

/** Leave a norm about inspections out, or file it under another's id, and this does not compile. */
export const register = { "N35.2": N35_2 } satisfies { readonly [N in SupervisionNorm]: SupervisionRule<N> }

/** The rules about inspections, in the order of the articles. */
export const rules: ReadonlyArray<SupervisionRule> = Object.values(register)
