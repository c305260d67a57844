/** Scope and force, and who answers for a project, as one would write them in an afternoon (arts 2, 3, 4, 36). */
import type { Context, Project, Verdict } from "@banfa/core/project"
import { approvedIn, said, verdict } from "./byHand.ts"

const administrative: ReadonlySet<string | undefined> = new Set(["government", "department", "affiliated-organ"])
const wider: ReadonlySet<string | undefined> = new Set([
  ...administrative,
  "authorized-organization",
  "public-institution"
])

/** Of one who may judge, the latest judgement of a norm about the whole project. */
const judgedOf = ({ judgements, region }: Project, norm: Verdict["norm"], { directory }: Context) => {
  let last: Project["judgements"][number] | undefined
  for (const j of judgements) {
    if (j.norm !== norm || j.instance !== "" || (last !== undefined && j.on < last.on)) continue
    const { by } = j
    const may = (["supervision.any", "info.any"] as const).some(
      (role) => by === undefined || region === undefined || directory.holds(by, role, region, j.on) !== false
    )
    if (may) last = j
  }
  return last
}

/** The verdicts of arts 2 to 4, and of art. 36, which comes last. */
export const scopeByHand = (
  p: Project,
  ctx: Context
): { readonly before: Array<Verdict>; readonly after: Array<Verdict> } => {
  const { applications, coordinations, designations, id, opened, organ, supervisions } = p
  const { asOf, directory, profile } = ctx
  const before: Array<Verdict> = []
  if (!said(opened)) return { before, after: [] }
  const { work } = opened
  const running = work === "service-purchase" || work === "operation-and-maintenance"
  if (work === undefined) {
    before.push(verdict("N2.1", id, "", "Undetermined", undefined, undefined, undefined, "work"))
    before.push(verdict("N2.2", id, "", "Undetermined", undefined, undefined, undefined, "work"))
  } else if (!running || profile.readings.A02b === "all") {
    before.push(verdict("N2.1", id, "", "Qualifies", undefined))
    const kinds = organ === undefined ? [] : [organ, ...(opened.with ?? [])].map((one) => directory.kind(one))
    const reached = profile.readings.A02a === "wide" ? wider : administrative
    if (kinds.some((kind) => reached.has(kind))) before.push(verdict("N2.2", id, "", "Qualifies", undefined))
    else {
      const missing = kinds.length === 0 ? "organ" : "organKind"
      before.push(verdict("N2.2", id, "", "Undetermined", undefined, undefined, undefined, missing))
    }
  }
  const judge = (norm: Verdict["norm"], trigger: Verdict["trigger"], evidence: Verdict["act"]): void => {
    const judged = judgedOf(p, norm, ctx)
    if (judged === undefined)
      before.push(verdict(norm, id, "", "Undetermined", trigger, evidence, "declared-judgement", "judgement"))
    else
      before.push(
        verdict(norm, id, "", judged.outcome === "fulfilled" ? "Fulfilled" : "Breached", trigger, judged, "judged")
      )
  }
  const latest = <A extends { readonly on: string }>(acts: ReadonlyArray<A>): A | undefined =>
    acts.filter(({ on }) => on <= asOf).at(-1)
  const designated = latest(designations)
  if (designated?.to === true) judge("N3.4", designated, latest(coordinations))
  let approval: Verdict["trigger"]
  for (const { decision } of applications)
    if (said(decision) && decision.approved && (approval === undefined || decision.on < approval.on))
      approval = decision
  const region = approvedIn(p, ctx)
  if (approval !== undefined && region !== undefined && !region.endsWith("0000"))
    judge("N4.3", approval, latest(supervisions))
  if (opened.organ === undefined)
    before.push(verdict("N4.4", id, "", "Undetermined", undefined, undefined, undefined, "organ"))
  else if (!said(opened.organ)) before.push(verdict("N4.4", id, "", "Breached", undefined))
  else if ((opened.with ?? []).length > 0 || typeof directory.seat(opened.organ, "info", opened.on) !== "string")
    before.push(verdict("N4.4", id, "", "Fulfilled", undefined))
  const force = profile.readings.A36c === "in-force" ? "Qualifies" : "Undetermined"
  const missing = force === "Qualifies" ? undefined : "inForce"
  return { before, after: [verdict("N36.1", id, "", force, undefined, undefined, undefined, missing)] }
}
