/** With what the answers to missing facts are supposed: records picked and changed, and agencies that nobody has to know. */
import type { CivilDate } from "../../civil/CivilDate.ts"
import type { Supposition } from "../../explanation/Inquiry.ts"
import { informed } from "../../explanation/supposing.ts"
import type { Text } from "../../regulation/Text.ts"
import { inDecision } from "../../verdict/decisions.ts"
import { type Act, known } from "../../verdict/Fact.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { type Application, type Project, roundNamed } from "../Project.ts"

export { completeIn } from "../../explanation/supposedStates.ts"
export { authority, either, outsider, supposed } from "../../explanation/supposing.ts"

/** What is supposed about a project. */
export type Supposed = ReadonlyArray<Supposition<Project>>

/** A context in which the two supposed agencies are known, and every agency that nobody knows sits where the project does. */
export const withAgencies = (ctx: Context, p: Project): Context => informed(ctx, p.region)

/** A project that lies somewhere: agencies can only be asked for where that is known. */
export const located = (p: Project): Project => (p.region === undefined ? { ...p, region: "440000" } : p)

/** A round of which nothing is on record yet. */
export const newRound = (id: string): Application => ({
  id,
  instance: `application/${id}`,
  schemes: [],
  requests: [],
  opinions: []
})

/** The rounds that a verdict is about: that of its instance, the one for which its assessment is, recorded or not, or all. */
export const roundsOf = (p: Project, { instance }: Verdict): ReadonlyArray<Application> => {
  const round = roundNamed(p, instance)
  if (round !== undefined) return [round]
  const assessment = p.assessments.find((x) => x.instance === instance)
  const id = known(assessment?.planned) ? assessment.planned.application : undefined
  return known(id) ? [p.applications.find((a) => a.id === id) ?? newRound(id)] : p.applications
}

/** The case with the rounds of a verdict changed. */
export const inRounds = (p: Project, v: Verdict, change: (a: Application) => Application): Project => {
  const rounds = new Set(roundsOf(p, v).map(({ id }) => id))
  return { ...p, applications: p.applications.map((a) => (rounds.has(a.id) ? inDecision(a, v.instance, change) : a)) }
}

/** The case with a record that is complete from its beginning: what it does not tell did not happen. */
export const complete = (p: Project): Project => ({ ...p, coverage: undefined })

/** The earlier of two days. */
export const firstOf = (day: CivilDate, other: CivilDate | undefined): CivilDate =>
  other !== undefined && other < day ? other : day

/** Days in their order, each once, none after the day asked, which stands for one that nobody knows. */
export const daysUntil = (ctx: Context, ...days: ReadonlyArray<CivilDate | undefined>): ReadonlyArray<CivilDate> => {
  return [...new Set(days.map((day) => firstOf(ctx.asOf, day)))].sort()
}

/** The end of a round: its decision, return or withdrawal, whichever came first. */
export const endOf = ({ decision, ended }: Application): CivilDate | undefined => {
  const decided = known(decision) ? decision.on : undefined
  return known(ended) ? firstOf(ended.on, decided) : decided
}

/** The first day of which a round tells, or the opening of the record, or the day asked. */
export const beginning = (p: Project, a: Application | undefined, ctx: Context): CivilDate => {
  const acts: ReadonlyArray<unknown> = a === undefined ? [] : [a.decision, a.ended, ...a.schemes, ...a.requests]
  const days = [...acts, ...(a?.opinions ?? [])].flatMap((act) => (known(act) ? [(act as Act).on] : []))
  return daysUntil(ctx, ...days)[0] ?? (known(p.opened) ? firstOf(ctx.asOf, p.opened.on) : ctx.asOf)
}

/**
 * Some records, each of which may be one thing or another: all, none, each alone, all but each. Of one record the answer is the word alone;
 * of several it names them.
 */
export const eachWay = <R extends { readonly id?: string; readonly ref?: string | undefined }>(
  records: ReadonlyArray<R>,
  yes: Text,
  no: Text,
  suppose: (holds: (record: R) => boolean) => Omit<Supposition<Project>, "answer">
): Supposed => {
  if (records.length === 0) return []
  const ways = new Map<string, ReadonlyArray<R>>()
  const way = (holding: ReadonlyArray<R>): void => {
    ways.set(records.map((r) => (holding.includes(r) ? "1" : "0")).join(""), holding)
  }
  way(records)
  way([])
  for (const one of records) {
    way([one])
    way(records.filter((r) => r !== one))
  }
  const names = (some: ReadonlyArray<R>, separator: string): string =>
    some.map((r) => r.ref ?? r.id ?? "").join(separator)
  const answer = (holding: ReadonlyArray<R>): Text => {
    const rest = records.filter((r) => !holding.includes(r))
    if (records.length === 1) return rest.length === 0 ? yes : no
    const parts = [
      { some: holding, text: yes },
      { some: rest, text: no }
    ].filter(({ some }) => some.length > 0)
    return {
      zh: parts.map(({ some, text }) => `${names(some, "、")}${text.zh}`).join("；"),
      en: parts.map(({ some, text }) => `${names(some, ", ")}: ${text.en}`).join("; ")
    }
  }
  return [...ways.values()].map((holding) => ({ answer: answer(holding), ...suppose((r) => holding.includes(r)) }))
}
