import type { ResourceNorm } from "../subjects.ts"
import { N22_1, N22_2, N22_3, N22_4 } from "./art22.ts"
import { agreed, catalogued, N23_1 } from "./art23.ts"
import { N24_1 } from "./art24.ts"
import { N26_1 } from "./art26.ts"
import { N27_1, N27_2, N27_3, N27_4 } from "./art27.ts"
import { N28_1 } from "./art28.ts"
import type { ResourceRule } from "./Rule.ts"

/** Leave a norm of arts 22 to 24 or 26 to 28 that is about a resource out, or file it under another's id, and this does not compile. */
export const register = {
  "N22.1": N22_1,
  "N22.2": N22_2,
  "N22.3": N22_3,
  "N22.4": N22_4,
  "N23.1": N23_1,
  "N24.1": N24_1,
  "N26.1": N26_1,
  "N27.1": N27_1,
  "N27.2": N27_2,
  "N27.3": N27_3,
  "N27.4": N27_4,
  "N28.1": N28_1
} satisfies { readonly [N in ResourceNorm]: ResourceRule<N> }

/**
 * The rules about resources, in the order of the articles. How catalogue and agreement are made (N23.2, N23.3) is judged of those
 * instruments; of a resource these two norms only gate acts.
 */
export const rules: ReadonlyArray<ResourceRule> = [
  N22_1,
  N22_2,
  N22_3,
  N22_4,
  N23_1,
  catalogued,
  agreed,
  N24_1,
  N26_1,
  N27_1,
  N27_2,
  N27_3,
  N27_4,
  N28_1
]
