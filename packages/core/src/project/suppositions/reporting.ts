/** What may turn out about reports and copies, of a quarter or of a budget, and about their time. @article 11 @article 12 */
import { addDays, type CivilDate, dayNumber } from "../../civil/CivilDate.ts"
import { dayText } from "../../civil/dayText.ts"
import { type Quarter, type QuarterSpan, quarterAt, quarterNumber } from "../../civil/Quarter.ts"
import type { Suppose, Supposition } from "../../explanation/Inquiry.ts"
import type { Text } from "../../regulation/Text.ts"
import { withDecisions } from "../../verdict/decisions.ts"
import type { Act } from "../../verdict/Fact.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { builderOn } from "../authorities.ts"
import type { Application, Project, Report } from "../Project.ts"
import {
  authority,
  completeIn,
  daysUntil,
  eachWay,
  either,
  firstOf,
  located,
  outsider,
  supposed,
  withAgencies
} from "./Supposing.ts"

/** The quarter of which a verdict speaks, `quarter/2026-Q1`. */
const quarterOf = ({ instance }: Verdict): QuarterSpan =>
  quarterAt(quarterNumber(instance.slice("quarter/".length) as Quarter))

/** The days on which something owed for a quarter may have come: in the quarter or at its end, with the report, or only just. */
const daysOf = (p: Project, quarter: QuarterSpan, ctx: Context): ReadonlyArray<CivilDate> => {
  const receipts = p.reports.find((r) => r.id === quarter.id)?.receipts ?? []
  return daysUntil(ctx, quarter.starts, quarter.ends, ...receipts.map((r) => r.on), ctx.asOf).filter(
    (day) => day >= quarter.starts
  )
}

/** The report on a quarter changed; it is opened if there is none. */
const inReport = (p: Project, { id, index }: QuarterSpan, change: (r: Report) => Report): Project => {
  const empty: Report = { id, quarter: index, receipts: [], copies: [], corrections: [] }
  const others = p.reports.filter((r) => r.id !== id)
  const report = change(p.reports.find((r) => r.id === id) ?? empty)
  return { ...p, reports: [...others, report].sort((a, b) => a.quarter - b.quarter) }
}

/** The case in which it is known who the construction unit is: where nobody said so, one that is supposed. */
const built = (p: Project): Project => {
  const named = (a: Application): Application =>
    withDecisions(a, (one) => (one.builder === undefined ? { ...one, builder: supposed } : one))
  return { ...p, organ: p.organ ?? supposed, applications: p.applications.map(named) }
}

/** Whether, and when, the construction unit reported. */
export const report: Suppose<Project> = (unplaced, v, ctx) => {
  const p = completeIn(located(unplaced), "report")
  const quarter = quarterOf(v)
  const reported = (on: CivilDate): Supposition<Project> => {
    const whole = built(p)
    const informed = withAgencies(ctx, whole)
    const receipt = { on, by: builderOn(informed, whole, on), to: authority, amount: undefined }
    return {
      answer: {
        zh: `建设单位已于${dayText(on).zh}向应收的投资主管部门报送`,
        en: `the construction unit reported to the right investment authority on ${on}`
      },
      ctx: informed,
      state: inReport(whole, quarter, (r) => ({ ...r, receipts: [...r.receipts, receipt] }))
    }
  }
  return [...daysOf(p, quarter, ctx).map(reported), { answer: { zh: "未报送", en: "no report was made" }, state: p }]
}

/** Whether what was received as a report counts as one. */
export const reportedTo: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const quarter = quarterOf(v)
  const whole = built(p)
  const informed = withAgencies(ctx, whole)
  const receipts = p.reports.find((r) => r.id === quarter.id)?.receipts ?? []
  return eachWay(
    receipts.filter((r) => r.on >= quarter.starts),
    {
      zh: "由建设单位向应收的投资主管部门报送",
      en: "made by the construction unit, to the right investment authority"
    },
    {
      zh: "并非由建设单位报送，或者报送对象并非应收的投资主管部门",
      en: "not made by the construction unit, or not to the right investment authority"
    },
    (holds) => ({
      ctx: informed,
      state: inReport(whole, quarter, (r) => ({
        ...r,
        receipts: r.receipts.map((x) =>
          holds(x)
            ? { ...x, by: builderOn(informed, whole, x.on), to: authority }
            : { ...x, by: outsider, to: outsider }
        )
      }))
    })
  )
}

const copyTexts: { readonly right: Text; readonly other: Text } = {
  right: { zh: "抄送应收的信息化主管部门", en: "sent to the right informatization authority" },
  other: { zh: "抄送其他机关", en: "sent to another body" }
}

/** The case with the copies changed that a verdict is about: of a budget, or of the report on a quarter. */
const copied = <A extends Act & { readonly to: Report["copies"][number]["to"] }>(
  p: Project,
  v: Verdict,
  change: (copies: ReadonlyArray<Report["copies"][number]>) => ReadonlyArray<A>
): Project =>
  v.instance.startsWith("budget/")
    ? { ...p, budgets: p.budgets.map((b) => (b.instance === v.instance ? { ...b, copies: change(b.copies) } : b)) }
    : inReport(p, quarterOf(v), (r) => ({ ...r, copies: change(r.copies) }))

/** Whether, and when, a copy was sent. */
export const copy: Suppose<Project> = (unplaced, v, ctx) => {
  const ofBudget = v.instance.startsWith("budget/")
  const p = completeIn(located(unplaced), ofBudget ? "budget" : "copy")
  const days = ofBudget ? daysUntil(ctx, v.trigger?.on, ctx.asOf) : daysOf(p, quarterOf(v), ctx)
  return [
    ...days.map((on) => ({
      answer: { zh: `已于${dayText(on).zh}${copyTexts.right.zh}`, en: `${copyTexts.right.en} on ${on}` },
      ctx: withAgencies(ctx, p),
      state: copied(p, v, (copies) => [...copies, { on, to: authority }])
    })),
    { answer: { zh: "未抄送", en: "no copy was sent" }, state: p }
  ]
}

/** Whether a copy went to whom it has to go. */
export const copiedTo: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const copies = v.instance.startsWith("budget/")
    ? (p.budgets.find((b) => b.instance === v.instance)?.copies ?? [])
    : (p.reports.find((r) => r.id === quarterOf(v).id)?.copies ?? [])
  return eachWay(copies, copyTexts.right, copyTexts.other, (holds) => ({
    ctx: withAgencies(ctx, p),
    state: copied(p, v, (all) => all.map((c) => ({ ...c, to: holds(c) ? authority : outsider })))
  }))
}

/** Whether the project is on the provincial key list on the day that decides for a quarter. */
export const keyList: Suppose<Project> = (p, v, ctx) => {
  const on = firstOf(quarterOf(v).ends, ctx.asOf)
  return either(
    { zh: `${dayText(on).zh}列于省重点项目`, en: `a provincial key project on ${on}` },
    { zh: `${dayText(on).zh}未列于省重点项目`, en: `no provincial key project on ${on}` },
    (holds) => ({ ...p, keyList: [...p.keyList, { id: supposed, on, to: holds }] })
  )
}

/** Whether the project is designated as a key provincial-level project. @article 3 */
export const designation: Suppose<Project> = (p, _, { asOf }) =>
  either(
    { zh: `${dayText(asOf).zh}列为省级重点项目`, en: `designated as a key provincial-level project on ${asOf}` },
    { zh: `${dayText(asOf).zh}未列为省级重点项目`, en: `not designated as one on ${asOf}` },
    (holds) => ({ ...p, designations: [...p.designations, { id: supposed, on: asOf, to: holds }] })
  )

/** By when the provincial investment authority wants the report on a quarter. */
export const timetable: Suppose<Project> = (p, v, ctx) => {
  const quarter = quarterOf(v)
  const wanted = (on: CivilDate): Supposition<Project> => ({
    answer: {
      zh: `省投资主管部门要求不迟于${dayText(on).zh}报送`,
      en: `the provincial investment authority wants the report by ${on}`
    },
    state: {
      ...p,
      timetables: [
        ...p.timetables,
        {
          id: supposed,
          on: firstOf(ctx.asOf, quarter.starts),
          due: dayNumber(on) - quarter.lastDay,
          until: null,
          document: undefined
        }
      ]
    }
  })
  const [last = ctx.asOf] = [ctx.asOf, quarter.ends].sort().reverse()
  return [wanted(quarter.ends), wanted(addDays(last, 1))]
}
