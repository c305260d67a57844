import type { NormId } from "../regulation/Norm.ts"
import type { Rule } from "../verdict/Rule.ts"
import type { Instrument } from "./Instrument.ts"

/** What a rule may read of an instrument. */
export type Slice = Exclude<keyof Instrument, "id" | "moves">
/** A rule about instruments. */
export type StandardRule<N extends NormId = NormId> = Rule<Instrument, N>
