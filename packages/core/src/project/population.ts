/**
 * Whether priority was given among competing projects: a view over the projects that one body decided on in a year, since no single project
 * shows it. The Measures name six aims and no ranking, so what is found is a remark for whoever judges. @article 9
 */
import { yearOf } from "../civil/CivilDate.ts"
import { perDecision } from "../verdict/decisions.ts"
import { known } from "../verdict/Fact.ts"
import { type Inspection, type Item, inspectionOf } from "../verdict/Inspection.ts"
import { commencement } from "../verdict/Rule.ts"
import { ruling } from "../verdict/ruling.ts"
import { isOutside } from "../verdict/scope.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Application, Decision, Project } from "./Project.ts"
import { subject } from "./subject.ts"

interface Decided {
  readonly project: Project
  readonly round: Application
  readonly decision: Decision & { readonly by: string }
}

const decided = (cases: Iterable<Project>, ctx: Context): ReadonlyArray<Decided> =>
  [...cases].flatMap((project) =>
    (isOutside(subject.scope, project, ctx) ? [] : project.applications.flatMap(perDecision)).flatMap((round) => {
      const { decision } = round
      if (!known(decision) || decision.by === undefined) return []
      if (decision.on < commencement || decision.on > ctx.asOf) return []
      return [{ project, round, decision: { ...decision, by: decision.by } }]
    })
  )

/** What is stated of the aims: some are served, none is; `undefined`: nobody said. */
const serves = ({ aims }: Decision): boolean | undefined =>
  aims === undefined ? undefined : known(aims) && aims.length > 0

const competes = (a: Decided, b: Decided): boolean =>
  a.decision.by === b.decision.by && yearOf(a.decision.on) === yearOf(b.decision.on)

/**
 * The projects that were approved although they are stated to serve none of the six aims, while the same body refused in the same calendar
 * year one that is stated to serve some: remarks, never a breach. Where nobody stated the aims nothing is said. @article 9
 */
export const passedOver = (cases: Iterable<Project>, ctx: Context): Inspection => {
  const all = decided(cases, ctx)
  const refused = all.filter(({ decision }) => !decision.approved && serves(decision) === true)
  const items = all.flatMap((one): ReadonlyArray<Item> => {
    const { decision, project, round } = one
    if (!decision.approved || serves(decision) !== false || !refused.some((other) => competes(one, other))) return []
    const ruled = ruling("Undetermined", decision, undefined, undefined, undefined, "judgement", "passed-over")
    return [
      {
        severity: "remark",
        subject: subject.id,
        case: project.id,
        verdicts: [{ norm: "N9.2", subject: project.id, instance: round.instance, ...ruled }],
        bearers: [{ role: "allocator", agency: decision.by }]
      }
    ]
  })
  return inspectionOf(items, ctx)
}
