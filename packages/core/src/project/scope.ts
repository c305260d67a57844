/** Whether the Measures reach a project: what stands before every other norm. @article 2 @article 36 */
import { type Act, known } from "../verdict/Fact.ts"
import { commencement, type Rule, say } from "../verdict/Rule.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import { N2_2, N36_1, outside, type Reach, reached, speaksTo } from "../verdict/scope.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Opening, Project } from "./Project.ts"

type Work = Exclude<Opening["work"], undefined>

/** What is no construction as most read it: services bought, systems kept running (A02b). @article 2 */
const running: ReadonlySet<Work> = new Set<Work>(["service-purchase", "operation-and-maintenance"])

const construction = ({ work }: Opening, ctx: Context): Reach => {
  if (work === undefined) return undetermined("work")
  return running.has(work) && ctx.profile.readings.A02b === "build" ? outside("not-construction") : reached
}

/** 本办法所指电子政务建设是指与政务活动相关的信息系统的建设 */
const N2_1: Rule<Project, "N2.1"> = {
  norm: "N2.1",
  reads: ["opened"],
  evaluate: (p, ctx, out) => say(out, "N2.1", p.id, "", known(p.opened) ? construction(p.opened, ctx) : notApplicable)
}

/** The organs whose project it is: the first, and those that are responsible together with it. */
const organsOf = ({ opened, organ }: Project): ReadonlyArray<string> =>
  organ === undefined ? [] : [organ, ...(known(opened) ? (opened.with ?? []) : [])]

/** The Measures speak to an organ about its project only where the project is construction. @article 2 */
const reach = (p: Project, ctx: Context): Reach => {
  const activity = known(p.opened) ? construction(p.opened, ctx) : notApplicable
  if (activity.status === "NotApplicable") return notApplicable
  const organ = speaksTo(organsOf(p), p.region, ctx)
  return activity.status === "Undetermined" && organ.status !== "NotApplicable" ? activity : organ
}

/** What shows that a project had begun before the Measures took force; the opening of its record shows nothing. @article 36 */
const underWay = ({ applications, started }: Project): Act | undefined => {
  const acts = [started, ...applications.flatMap(({ applied, decision }) => [applied, decision])]
  return acts.filter((act): act is Act => known(act)).find(({ on }) => on < commencement)
}

/** The rules of scope and of force. */
export const scope = {
  "N2.1": N2_1,
  "N2.2": N2_2<Project>(["opened", "organ", "region"], reach),
  "N36.1": N36_1<Project>(["applications", "started"], underWay)
}
