/** What the library answers to some hundred questions about each subject, in lines: a changed answer is seen in review, whether or not a property speaks of it. */
import { createHash } from "node:crypto"
import type { Way } from "../../../src/path/Way.ts"
import type { CaseEvent } from "../../../src/scenario/index.ts"
import type { Reason } from "../../../src/verdict/Advice.ts"
import { advise } from "../../../src/verdict/Advice.ts"
import { quietUntil } from "../../../src/verdict/Duty.ts"
import { caseAt } from "../../../src/verdict/record.ts"
import type { Bearer } from "../../../src/verdict/Subject.ts"
import { evaluate } from "../../../src/verdict/Subject.ts"
import type { Verdict } from "../../../src/verdict/Verdict.ts"
import { lineOf, now, unentered } from "../Law.ts"
import type { Asked, Asking } from "./asking.ts"

const shown = (who: ReadonlyArray<Bearer>): string =>
  who.map(({ agency, role }) => `${role}=${agency ?? "?"}`).join(",")

const open = (v: Verdict): boolean => v.missing !== undefined || v.gate === "unknown"

/**
 * Every kind of answer, a line each: the case itself, what each norm says and of whom, what an open one would say if it were known, what is advised on each act
 * before it was done, what would be next and which way leads on, until when all stays so.
 */
export const answers = ({ inquire, next, rules, way }: Asking, one: Asked): ReadonlyArray<string> => {
  const { ctx, facts, id } = one
  const state = caseAt(rules, id, facts, ctx.asOf, now)
  const said = evaluate(rules, state, ctx).flatMap((v) => {
    const spans = (v.intervals ?? []).map(({ from, status, until }) => `${status} ${from}..${until ?? ""}`)
    const more = [v.entry?.from, v.limit, v.stands, shown(rules.bearers(v, state, ctx)), ...spans]
    return [[lineOf(v), ...more].join("|"), ...(open(v) ? inquire(state, v, ctx) : [])]
  })
  const advised = facts.flatMap((e, i) => {
    if (e._tag === "Retracted" || e.corrects !== undefined) return []
    const { outcome, reasons } = advise(rules, caseAt(rules, id, facts.slice(0, i), e.on, now), e, ctx)
    return `${e.id}: ${outcome} ${reasons.map(reasonLine).join(", ")}`
  })
  const usual = next(one).map(
    ({ advice: { outcome, reasons }, example, who }) =>
      `next ${JSON.stringify(example)} by ${shown(who)}: ${outcome} ${reasons.map(reasonLine).join(", ")}`
  )
  return [
    JSON.stringify(unentered(state)),
    ...said,
    ...advised,
    ...usual,
    ...wayLines(way(one)),
    `${state.position} until ${quietUntil(rules, state, ctx) ?? "acted on"}`
  ]
}

const wayLines = (way: Way<CaseEvent> | undefined): ReadonlyArray<string> => {
  if (way === undefined) return []
  if (way._tag === "None") return [`${way.goal}: ${way.exhausted} ${JSON.stringify(way.lacks)}`]
  const steps = way.steps.map(
    ({ act, asks, required, who }) => `step ${JSON.stringify(act)} ${required} ${shown(who)} ${asks}`
  )
  return [way.goal, ...steps, ...way.optional.map(({ act, after, asks }) => `${act._tag} after ${after} ${asks}`)]
}

const reasonLine = (reason: Reason): string => {
  switch (reason._tag) {
    case "Norm":
      return `${reason.verdict.norm} ${reason.verdict.instance} ${reason.strength} ${reason.outcome}`
    case "Order":
      return `${reason.position} ${reason.lacks.join("+")} ${reason.outcome}`
    case "Competence":
      return `${JSON.stringify(reason.competence)} ${reason.needs.join("/")} ${reason.outcome}`
    case "Missing":
      return `${reason.field} ${reason.outcome}`
    case "EnteredAfter":
    case "BeforeCommencement":
      return reason._tag
  }
}

/** What is kept of the answers to one question. */
export const kept = (lines: ReadonlyArray<string>): string =>
  createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16)
