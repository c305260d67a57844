/** What the library answers to some hundred questions, in lines: a changed answer is seen in review, whether or not a property speaks of it. */
import { createHash } from "node:crypto"
import { dayOf, days, histories, profiles, projectId } from "@banfa/testing/project"
import fc from "fast-check"
import type { Profile } from "../../src/profile/Profile.ts"
import { advise, caseAt, type Event, quietUntil, subject, verdicts } from "../../src/project/index.ts"
import type { Reason } from "../../src/verdict/Advice.ts"
import { asked, lineOf, now, onDay } from "./Law.ts"

/** The questions: histories with what went wrong in them, each on a day and under a profile. The same in every run. */
export const questions = () =>
  fc.sample(fc.record({ history: histories, n: days, profile: profiles }), { numRuns: 300, seed: 1 })

/** Every kind of answer, a line each: what each norm says and of whom, what is advised on each act before it was done, until when it stays so. */
export const answers = (events: ReadonlyArray<Event>, n: number, profile: Profile): ReadonlyArray<string> => {
  const asOf = dayOf(events, n)
  const p = onDay(events, asOf)
  const ctx = asked(asOf, profile)
  const said = verdicts(p, ctx).verdicts.map((v) => {
    const borne = subject.bearers(v, p, ctx).map(({ agency, role }) => `${role}=${agency ?? "?"}`)
    return `${lineOf(v)}|${v.entry?.from ?? ""}|${v.limit ?? ""}|${v.stands ?? ""}|${borne.join(",")}`
  })
  const advised = events.flatMap((e, i) => {
    if (e._tag === "Retracted" || e.corrects !== undefined) return []
    const { outcome, reasons } = advise(caseAt(projectId, events.slice(0, i), e.on, now), e, ctx)
    return `${e.id}: ${outcome} ${reasons.map(reasonLine).join(", ")}`
  })
  return [...said, ...advised, `${p.position} until ${quietUntil(p, ctx) ?? "acted on"}`]
}

const reasonLine = (reason: Reason): string => {
  switch (reason._tag) {
    case "Norm":
      return `${reason.verdict.norm} ${reason.verdict.instance} ${reason.strength} ${reason.outcome}`
    case "Order":
      return `${reason.position} ${reason.lacks.join("+")} ${reason.outcome}`
    case "Competence":
      return `${reason.competence._tag} ${reason.needs.join("/")} ${reason.outcome}`
    case "Missing":
      return `${reason.field} ${reason.outcome}`
    case "BeforeCommencement":
      return reason._tag
  }
}

/** What is kept of the answers to one question. */
export const kept = (lines: ReadonlyArray<string>): string =>
  createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16)
