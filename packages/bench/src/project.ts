/** What one question about one project costs, as multiples of the same verdicts written by hand. */
import { isDeepStrictEqual } from "node:util"
import type { Entry, Profile } from "@banfa/core/profile"
import {
  advise,
  type Context,
  caseAt,
  duties,
  evolve,
  fold,
  type Project,
  type Verdict,
  verdicts
} from "@banfa/core/project"
import { explain } from "@banfa/core/project/explain"
import { type Days, investmentByHand } from "./byHand.ts"
import { assessmentsByHand } from "./byHandAssessing.ts"
import { buildingByHand } from "./byHandBuilding.ts"
import { scopeByHand } from "./byHandScope.ts"
import { print, ratios } from "./ratios.ts"
import { afterTenYears, asked, profiles, tenYears, upTo } from "./world.ts"

const days = ({ parameters }: Profile): Days => {
  const entry = (id: keyof typeof parameters) => parameters[id]?.[0] as Entry<number> | undefined
  return {
    opinion: entry("opinion.within"),
    filing: entry("investmentFiling.within"),
    report: entry("quarterlyReport.dueRule"),
    timetable: entry("keyProject.timetable")
  }
}

const verdictsByHand = (p: Project, ctx: Context, fixed: Days): ReadonlyArray<Verdict> => {
  const { after, before } = scopeByHand(p, ctx)
  return before.concat(investmentByHand(p, ctx, fixed), buildingByHand(p, ctx), assessmentsByHand(p, ctx), after)
}

/** Two equal contexts in turn, so that no answer can be kept from the call before. */
const alternating = (asOf: string, profile: Profile): (() => Context) => {
  const contexts = [asked(asOf, profile), asked(asOf, profile)] as const
  let n = 0
  return () => (n++ % 2 === 0 ? contexts[0] : contexts[1])
}

/** Throws unless both say the same of the project on every month of the ten years. */
const prove = (profile: Profile): number => {
  const events = tenYears()
  let compared = 0
  for (let month = 0; month < 122; month++) {
    const asOf = `${2015 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-20`
    const ctx = asked(asOf, profile)
    const p = caseAt("P1", events, ctx.asOf, "2199-01-01T00:00:00Z")
    const ours = verdicts(p, ctx).verdicts
    const theirs = verdictsByHand(p, ctx, days(profile))
    for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
      if (isDeepStrictEqual(ours[i], theirs[i])) continue
      const told = [ours[i], theirs[i]].map((v) =>
        v === undefined ? "nothing" : `${v.norm} ${v.instance} ${v.status}`
      )
      throw new Error(`on ${asOf} under ${profile.id} the library says ${told[0]}, by hand it is ${told[1]}`)
    }
    compared += ours.length
  }
  return compared
}

/** Verdicts against the same by hand. */
export const verdictsAgainstHand = async (): Promise<void> => {
  const p = fold("P1", tenYears())
  for (const [name, profile] of Object.entries(profiles)) {
    const compared = prove(profile)
    const next = alternating(afterTenYears, profile)
    const fixed = days(profile)
    print(
      `Verdicts of ten years, ${tenYears().length} facts, ${name} (${compared} verdicts proven equal on 122 days)`,
      await ratios({
        "by hand": () => verdictsByHand(p, next(), fixed),
        "verdicts()": () => verdicts(p, next())
      })
    )
  }
}

/** Every other question against the verdicts of the same case. */
export const questionsAgainstVerdicts = async (): Promise<void> => {
  const events = tenYears()
  const old = fold("P1", events)
  const { before, first: approval } = upTo("Approved", events)
  const young = fold("P1", before)
  const report = upTo("ProgressReported", events.toReversed()).first
  const next = { ...report, id: "next", period: "2025-Q1", on: afterTenYears } as unknown as typeof report
  const ctx = alternating(afterTenYears, profiles.sample)
  const then = alternating(approval.on, profiles.sample)
  const verdict = verdicts(old, ctx()).verdicts.find((v) => v.norm === "N12.1" && v.status === "FulfilledLate")
  if (verdict === undefined) throw new Error("no report of the ten years is late")
  print(
    "After ten years, sample profile",
    await ratios({
      "verdicts()": () => verdicts(old, ctx()),
      "duties(), with quietUntil": () => duties(old, ctx()),
      "advise(ProgressReported)": () => advise(old, next, ctx()),
      "evolve one fact": () => evolve(old, next),
      "fold all facts": () => fold("P1", events),
      "explain one verdict": () => explain(old, verdict, ctx())
    })
  )
  print(
    "A young project, sample profile",
    await ratios({
      "verdicts()": () => verdicts(young, then()),
      "duties(), with quietUntil": () => duties(young, then()),
      "advise(Approved)": () => advise(young, approval, then())
    })
  )
}
