import type { ProjectNorm } from "../subjects.ts"
import { N3_4 } from "./art03.ts"
import { N4_3, N4_4 } from "./art04.ts"
import { N9_1, N9_2 } from "./art09.ts"
import { N10_1, N10_2, N10_3 } from "./art10.ts"
import { N11_1, N11_2 } from "./art11.ts"
import { N12_1, N12_2, N12_3 } from "./art12.ts"
import { N14_1 } from "./art14.ts"
import { N18_1 } from "./art18.ts"
import { N19_1 } from "./art19.ts"
import { N26_1 } from "./art26.ts"
import { N29_1 } from "./art29.ts"
import { N30_1, N30_2, N30_3, N30_4 } from "./art30.ts"
import { N31_1, N31_2, N31_3, N31_4 } from "./art31.ts"
import { N32_1, N32_2, N32_3, N32_4, N32_5 } from "./art32.ts"
import { N33_1, N33_2, N33_3 } from "./art33.ts"
import { N34_1 } from "./art34.ts"
import type { ProjectRule } from "./Rule.ts"

/** Leave a norm about projects out, or file it under another's id, and this does not compile. */
export const register = {
  "N3.4": N3_4,
  "N4.3": N4_3,
  "N4.4": N4_4,
  "N9.1": N9_1,
  "N9.2": N9_2,
  "N10.1": N10_1,
  "N10.2": N10_2,
  "N10.3": N10_3,
  "N11.1": N11_1,
  "N11.2": N11_2,
  "N12.1": N12_1,
  "N12.2": N12_2,
  "N12.3": N12_3,
  "N14.1": N14_1,
  "N18.1": N18_1,
  "N19.1": N19_1,
  "N26.1": N26_1,
  "N29.1": N29_1,
  "N30.1": N30_1,
  "N30.2": N30_2,
  "N30.3": N30_3,
  "N30.4": N30_4,
  "N31.1": N31_1,
  "N31.2": N31_2,
  "N31.3": N31_3,
  "N31.4": N31_4,
  "N32.1": N32_1,
  "N32.2": N32_2,
  "N32.3": N32_3,
  "N32.4": N32_4,
  "N32.5": N32_5,
  "N33.1": N33_1,
  "N33.2": N33_2,
  "N33.3": N33_3,
  "N34.1": N34_1
} satisfies { readonly [N in ProjectNorm]: ProjectRule<N> }

/** The rules about projects, in the order of the articles. */
export const rules: ReadonlyArray<ProjectRule> = Object.values(register)
