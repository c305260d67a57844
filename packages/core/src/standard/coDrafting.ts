/** 会同: who drafted an instrument together with whoever issued it. @article 3 @article 19 @article 23 @article 34 */
import { jointly } from "../agency/jointly.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Issue } from "./Instrument.ts"

/** The region of whatever is province-wide. */
export const province = "440000"

type Answer = boolean | undefined

/** Whether all of these hold: what is known to fail decides, then what is not known. */
const all = (...answers: ReadonlyArray<Answer>): Answer =>
  answers.includes(false) ? false : answers.includes(undefined) ? undefined : true

/** Whether one of these agencies holds a role of the province on the day; a department whose office is stated to be vacant could not take part. */
const among = (agencies: ReadonlyArray<string>, role: RoleId, { on }: Issue, ctx: Context): Answer => {
  if (ctx.directory.vacant(role, province, on)) return true
  const held = agencies.map((agency) => ctx.directory.holds(agency, role, province, on))
  return held.includes(true) ? true : held.includes(undefined) ? undefined : false
}

/** Whether these are departments that acted together with whoever issued it, those that the sentence names among them. */
const together = (
  others: ReadonlyArray<string> | undefined,
  named: ReadonlyArray<RoleId>,
  issued: Issue,
  ctx: Context
): Answer => {
  if (others === undefined) return undefined
  const { by } = issued
  const acting = by === undefined ? others : [by, ...others]
  return all(jointly({ by, with: others }, [], "record"), ...named.map((role) => among(acting, role, issued, ctx)))
}

/**
 * Whether an instrument was drafted together with other departments, those that its sentence names among them. Whoever signed it is named
 * on record as well; who did not sign may have drafted all the same, unless a joint signature is asked for (A06). `undefined`: nobody said.
 */
export const coDrafted = (issued: Issue, named: ReadonlyArray<RoleId>, ctx: Context): boolean | undefined => {
  const signed = together(issued.signed, named, issued, ctx)
  const recorded = issued.with === undefined ? signed || undefined : together(issued.with, named, issued, ctx)
  return ctx.profile.readings.A06 === "record" ? recorded : all(recorded, signed)
}
