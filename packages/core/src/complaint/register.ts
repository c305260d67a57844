import type { NormId } from "../regulation/Norm.ts"
import type { ComplaintNorm } from "../subjects.ts"
import type { Rule } from "../verdict/Rule.ts"
import { N21_3 } from "./art21.ts"
import type { Complaint } from "./Complaint.ts"

/** A rule about complaints. */
export type ComplaintRule<N extends NormId = NormId> = Rule<Complaint, N>

/** Leave a norm of a complaint out, or file it under another's id, and this does not compile. */
export const register = { "N21.3": N21_3 } satisfies { readonly [N in ComplaintNorm]: ComplaintRule<N> }

/** The rules about complaints, in the order of the articles. */
export const rules: ReadonlyArray<ComplaintRule> = Object.values(register)
