/** What an act says to somebody to whom nothing was granted. */
import { expect } from "vitest"
import { cite } from "../../src/regulation/Citation.ts"
import type { NormId } from "../../src/regulation/Norm.ts"
import { norms } from "../../src/regulation/norms.ts"
import type { Advice, Reason } from "../../src/verdict/Advice.ts"
import type { Row } from "../../src/verdict/Lifecycle.ts"

const quotes = (norm: string | undefined): boolean =>
  norm !== undefined && Object.hasOwn(norms, norm) && cite(norm as NormId).quote.zh.length > 0

/** Whether a reason names a norm of the Measures, whose words can be quoted. */
const founded = (reason: Reason): boolean =>
  reason._tag === "Norm"
    ? quotes(reason.verdict.norm)
    : reason._tag === "Competence" && quotes(reason.competence._tag === "NotCompetent" ? reason.reserved : undefined)

/** Expects that nothing is denied without a norm whose words can be quoted; answers whether something was denied. */
export const expectFounded = ({ outcome, reasons }: Advice): boolean => {
  const denied = reasons.filter((reason) => reason.outcome === "Denied")
  expect(denied.length > 0).toBe(outcome === "Denied")
  for (const reason of denied) expect(founded(reason), JSON.stringify(reason)).toBe(true)
  return denied.length > 0
}

/**
 * Expects that somebody without a grant is told so: denied where a sentence gives the act to others, not entitled where it is about what is
 * another's, noted otherwise; where it cannot be told who may, the first two are undetermined.
 */
export const expectTold = ({ outcome, reasons }: Advice, { owned, reserved, who }: Row): void => {
  expect(outcome).not.toBe("Allowed")
  const told = reasons.find((reason) => reason._tag === "Competence")
  const refused = reserved === undefined ? (owned || who.length === 0 ? "NotEntitled" : undefined) : "Denied"
  const known = told?._tag === "Competence" && told.competence._tag === "NotCompetent"
  expect(told?.outcome).toBe(refused === undefined ? "AllowedWithNotice" : known ? refused : "Undetermined")
}
