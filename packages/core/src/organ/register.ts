import type { OrganNorm } from "../subjects.ts"
import { N3_3 } from "./art03.ts"
import { N4_1 } from "./art04.ts"
import { N13_1, N13_2, N13_3, N13_4 } from "./art13.ts"
import { N15_1, N15_2 } from "./art15.ts"
import { N20_1, N20_2, N20_3, N20_4, N20_5 } from "./art20.ts"
import { N21_1, N21_2, N21_3 } from "./art21.ts"
import { N35_1 } from "./art35.ts"
import type { OrganRule } from "./Rule.ts"

/** Leave a norm of an organ out, or file it under another's id, and this does not compile. */
export const register = {
  "N3.3": N3_3,
  "N4.1": N4_1,
  "N13.1": N13_1,
  "N13.2": N13_2,
  "N13.3": N13_3,
  "N13.4": N13_4,
  "N15.1": N15_1,
  "N15.2": N15_2,
  "N20.1": N20_1,
  "N20.2": N20_2,
  "N20.3": N20_3,
  "N20.4": N20_4,
  "N20.5": N20_5,
  "N21.1": N21_1,
  "N21.2": N21_2,
  "N21.3": N21_3,
  "N35.1": N35_1
} satisfies { readonly [N in OrganNorm]: OrganRule<N> }

/** The rules about the record of an organ, in the order of the articles. */
export const rules: ReadonlyArray<OrganRule> = Object.values(register)
