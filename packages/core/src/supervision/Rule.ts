import type { NormId } from "../regulation/Norm.ts"
import type { Rule } from "../verdict/Rule.ts"
import type { InspectionCase } from "./InspectionCase.ts"

/** What a rule may read of an inspection. */
export type Slice = Exclude<keyof InspectionCase, "id" | "moves">
/** A rule about inspections. */
export type SupervisionRule<N extends NormId = NormId> = Rule<InspectionCase, N>
