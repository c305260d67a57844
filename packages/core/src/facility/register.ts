import type { FacilityNorm } from "../subjects.ts"
import { N17_1, N17_2 } from "./art17.ts"
import { N25_1, N25_2 } from "./art25.ts"
import type { FacilityRule } from "./Rule.ts"

/** Leave a norm of arts 17 or 25 out, or file it under another's id, and this does not compile. */
export const register = {
  "N17.1": N17_1,
  "N17.2": N17_2,
  "N25.1": N25_1,
  "N25.2": N25_2
} satisfies { readonly [N in FacilityNorm]: FacilityRule<N> }

/** The rules about facilities, in the order of the articles. */
export const rules: ReadonlyArray<FacilityRule> = Object.values(register)
