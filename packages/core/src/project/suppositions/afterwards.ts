/** What may turn out about a project after its works: completion, the report on it, operation. @article 32 @article 33 */
import { addDays, type CivilDate } from "../../civil/CivilDate.ts"
import { dayText } from "../../civil/dayText.ts"
import type { Suppose, Supposition } from "../../explanation/Inquiry.ts"
import { known } from "../../verdict/Fact.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { reportsCompletion } from "../art32.ts"
import { completion as completedOn } from "../assessing.ts"
import { type Project, passedAcceptance } from "../Project.ts"
import { assessmentsOf } from "./assessments.ts"
import { authority, completeIn, daysUntil, eachWay, located, outsider, supposed, withAgencies } from "./Supposing.ts"

/** The first and the last day on which assessments of a verdict began. */
const starts = (p: Project, v: Verdict): ReadonlyArray<CivilDate | undefined> => {
  const days = assessmentsOf(p, v)
    .flatMap(({ started }) => (known(started) ? [started.on] : []))
    .sort()
  return [days[0], days.at(-1)]
}

/** Whether, and when, the works were completed. */
export const completion: Suppose<Project> = (p, v, ctx) => {
  const days = daysUntil(ctx, ...starts(p, v), passedAcceptance(p)?.on, p.completionReports[0]?.on, ctx.asOf)
  return [
    ...days.map((on) => ({
      answer: { zh: `已于${dayText(on).zh}建设完成`, en: `the works were completed on ${on}` },
      state: { ...p, completed: { on } }
    })),
    { answer: { zh: "尚未建设完成", en: "the works are not completed" }, state: { ...p, completed: null } }
  ]
}

/** The responsible organ on a day, and the case in which it is known. */
const organOn = (p: Project, on: CivilDate, ctx: Context): { readonly organ: string; readonly known: Project } => {
  const organ = p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, on)
  return organ === undefined ? { organ: supposed, known: { ...p, organ: supposed } } : { organ, known: p }
}

type CompletionReport = Project["completionReports"][number]

/** Whether, and when, the completed project was reported. */
export const completionReport: Suppose<Project> = (unplaced, v, ctx) => {
  const p = completeIn(located(unplaced), "completion")
  const informed = withAgencies(ctx, p)
  const reported = (on: CivilDate): Supposition<Project> => {
    const { organ, known: whole } = organOn(p, on, ctx)
    const report: CompletionReport = { on, by: organ, to: authority, onBehalfOf: null }
    return {
      answer: {
        zh: `责任机关已于${dayText(on).zh}向应收的信息化主管部门报送`,
        en: `the responsible organ reported to the right informatization authority on ${on}`
      },
      ctx: informed,
      state: { ...whole, completionReports: [...p.completionReports, report] }
    }
  }
  return [
    ...daysUntil(ctx, v.trigger?.on, ctx.asOf).map(reported),
    { answer: { zh: "未报送", en: "no report was made" }, state: p }
  ]
}

/** Whether what was received as a report on the completed project counts as one. */
export const completionReportedTo: Suppose<Project> = (unplaced, _v, ctx) => {
  const p = located(unplaced)
  const completed = completedOn(p)
  const open = known(completed)
    ? p.completionReports.filter((r) => reportsCompletion(r, completed, p, ctx) === undefined)
    : []
  const [first] = open
  const whole = first === undefined ? p : organOn(p, first.on, ctx).known
  return eachWay(
    open,
    { zh: "由责任机关向应收的信息化主管部门报送", en: "made by the responsible organ, to the right authority" },
    {
      zh: "并非由责任机关报送，或者报送对象并非应收的信息化主管部门",
      en: "not made by the responsible organ, or not to the right authority"
    },
    (holds) => ({
      ctx: withAgencies(ctx, whole),
      state: {
        ...whole,
        completionReports: p.completionReports.map((r) => {
          if (!open.includes(r)) return r
          return holds(r)
            ? { ...r, by: organOn(p, r.on, ctx).organ, to: authority, onBehalfOf: null }
            : { ...r, by: outsider, to: outsider, onBehalfOf: null }
        })
      }
    })
  )
}

/** Whether, and since when, the project is or was operating. */
export const operation: Suppose<Project> = (p, v, ctx) => {
  const [first = ctx.asOf, last] = starts(p, v)
  const days = v.instance === "" ? [addDays(ctx.asOf, -1), ctx.asOf] : daysUntil(ctx, first, last)
  const silent = completeIn(p, "operation")
  return [
    ...days.map((on) => ({
      answer: { zh: `已于${dayText(on).zh}投入运行`, en: `it went into operation on ${on}` },
      state: { ...silent, operation: [{ id: supposed, on, to: true }, ...p.operation] }
    })),
    { answer: { zh: "当日未运行", en: "it was not operating on the day" }, state: silent }
  ]
}
