/** 粤府办〔2006〕10号, as far as an excerpt of it was seen. @module */
import { isType } from "../assessment/Assessment.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Layer } from "../profile/compose.ts"
import type { LocalNorm } from "../profile/LocalNorm.ts"
import type { Source } from "../profile/Parameter.ts"
import { fiscal } from "../project/art11.ts"
import type { Decision, Project } from "../project/Project.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { breached, fulfilled, notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"

const title = {
  zh: "粤府办〔2006〕10号（仅见摘录，标题未见）",
  en: "Yue Fu Ban [2006] No. 10 (only an excerpt was seen, not its title)"
}
const source: Source = { title, status: "unverified" }

const quote = {
  zh: "政府投资的信息化建设项目必须先规划后立项、先评估后建…",
  en: "Informatization projects with government investment must be planned first and established afterwards, be assessed first and built afterwards …"
}

/**
 * A layer of one later document of the same issuer, 粤府办〔2006〕10号.
 *
 * **Seen**: an excerpt (fymate.net/html/text/lar/168786/16878603.html) with the words 政府投资的信息化建设项目必须先规划后立项、先评估后建…,
 * and that informatization development plans of cities at prefecture level conform to the provincial plan and are filed with the 省信息办.
 * **Not seen**: title, day of issue and of effect, whether it still stands, the rest of the sentence, whom it binds, exceptions. So the
 * source is unverified, `from` is the day from which a deployment applies it and is the deployment's to answer for, and what the words seen
 * do not decide is left to a person.
 *
 * What it adds
 *
 * - 先规划后立项 (`local:gd2006-10.plan-first`): see `planFirst`.
 * - 先评估后建 (`local:gd2006-10.assess-first`): see `assessFirst`.
 * - A31b = yes, with this document as its source: a deployment that applies the layer says by whom it was chosen. The words seen put the
 *   assessment before the works, not before the establishment; they support the reading and do not state it. A reading has no days: it
 *   holds for everything that is asked under the profile.
 *
 * Not modelled: the filing of a city's plan, which is about plans.
 */
export const gd2006No10 = ({ from }: { readonly from: CivilDate }): Layer => ({
  id: "gd2006-10",
  version: "1",
  title,
  source,
  readings: { A31b: "yes" },
  localNorms: [planFirst(from), assessFirst(from)]
})

/**
 * 先规划后立项: each approval of a government-invested project from a day on. Government investment is fiscal money, stated in the decision or
 * budgeted for the project. Whoever decides on establishment is shown as the bearer, since it is his act; the words seen name nobody.
 */
const planFirst = (from: CivilDate): LocalNorm<Project> => ({
  id: "local:gd2006-10.plan-first",
  subject: "project",
  summary: { zh: "政府投资项目先规划后立项", en: "plan a government-invested project before it is established" },
  quote,
  bearer: ["investment.any"],
  source,
  from,
  evaluate: (p, ctx) =>
    p.applications.flatMap(({ decision, instance }) =>
      known(decision) && decision.approved && decision.on >= from
        ? [{ instance, ruling: planned(decision, p, ctx) }]
        : []
    )
})

/**
 * An item of a plan in force is cited: planned first. No plan is in force and none is cited: not planned first. Anything between, such as a
 * plan in force that does not name the project, the words seen do not decide.
 */
const planned = (decision: Decision, p: Project, ctx: Context): Ruling => {
  const money = fiscal(p)
  if (money === undefined) return undetermined("funding", decision)
  if (!money) return notApplicable
  const plans = ctx.plansInForce(p.region, p.organ, decision.on)
  if (plans === undefined) return undetermined("plansInForce", decision)
  const { planItem } = decision
  if (plans.length === 0 && !known(planItem)) return breached(decision, decision)
  if (planItem === undefined) return undetermined("planItem", decision)
  const cited = known(planItem) ? plans.find(({ id }) => id === planItem.plan) : undefined
  return cited !== undefined && known(planItem) && cited.items?.includes(planItem.item) !== false
    ? fulfilled(decision, decision)
    : ruling("Undetermined", decision, decision, undefined, undefined, undefined, "declared-judgement")
}

/**
 * 先评估后建: each start of construction of a government-invested project from a day on. The words seen do not say which assessment is
 * meant; any ex-ante assessment that was completed by then will do, whoever organized it. Whoever built is shown as the bearer.
 */
const assessFirst = (from: CivilDate): LocalNorm<Project> => ({
  id: "local:gd2006-10.assess-first",
  subject: "project",
  summary: { zh: "政府投资项目先评估后建", en: "assess a government-invested project before it is built" },
  quote,
  bearer: ["builder"],
  source,
  from,
  evaluate: (p) => {
    const { started } = p
    return known(started) && started.on >= from ? [{ instance: "", ruling: assessed(started, p) }] : []
  }
})

const assessed = (started: Act, p: Project): Ruling => {
  const money = fiscal(p)
  if (money === undefined) return undetermined("funding", started)
  if (!money) return notApplicable
  const completed = p.assessments.filter((x) => known(x.issued) && x.issued.on <= started.on)
  const done = completed.find((x) => isType(x, "ex-ante") === true)
  if (done !== undefined && known(done.issued)) return fulfilled(started, done.issued)
  if (completed.some((x) => isType(x, "ex-ante") === undefined)) return undetermined("assessment.type", started)
  return silence(p.coverage, "assessment", started.on) === null
    ? breached(started, started, "no-assessment")
    : undetermined("assessment", started)
}
