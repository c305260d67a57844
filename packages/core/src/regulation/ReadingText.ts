import type { ReadingId, Readings } from "./Norm.ts"
import type { Text } from "./Text.ts"

/** How sure the analysis is of the option that it takes by default. */
export type Confidence = "high" | "medium" | "low"

/** A `question` that the text leaves open, its `options`, and why one of them is the default (`rationale`), with what `confidence`. */
export interface ReadingText<R extends ReadingId = ReadingId> {
  readonly question: Text
  readonly options: { readonly [O in Readings[R]]: Text }
  readonly rationale: Text
  readonly confidence: Confidence
}
