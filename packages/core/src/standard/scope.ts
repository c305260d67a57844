/** Whether the Measures reach an instrument: what stands before every other norm. @article 2 @article 36 */
import { scopeOfOrgan } from "../verdict/scope.ts"
import type { Instrument } from "./Instrument.ts"

/** The rules of scope and of force. */
export const scope = scopeOfOrgan<Instrument>()
