/** What happens to the project of the benchmarks in its ten years, by what it is about; `tenYears` puts it in order. */
import { addDays, type CivilDate } from "@banfa/core/civil"
import type { EventOf, EventTag } from "@banfa/core/project"

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "project" | "on" | "recordedAt" | "seq">
/** Tells one fact of a day. */
export type Say = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>) => void

type Amount = NonNullable<Exclude<EventOf<"ProgressReported">["amount"], "n/a">>

const planItem = { plan: "plan-p", item: "item-1" }
const application = "A1"
const items = [
  "feasibility",
  "effectiveness",
  "resource-integration",
  "information-sharing",
  "openness",
  "approval-reform"
]

/** The ids of the assessments, one before establishment, one after completion, three in operation: each has a stream of its own. */
const assessments = (project: string) =>
  ({
    exAnte: `${project}-X1`,
    exPost: `${project}-X2`,
    second: `${project}-X3`,
    fourth: `${project}-X4`,
    sixth: `${project}-X5`
  }) as const

/** The scheme is assessed by a third party and asked about; the first opinion evades, the approval considers the second. */
export const established = (say: Say, project: string): void => {
  const { exAnte: assessment } = assessments(project)
  say("Drafted", "2015-01-05", { region: "440100", organ: "health", former: null, by: "health" })
  const scheme = { application, scheme: "S1", what: "both", to: "info", material: false, by: "health" } as const
  const planned = { crossDept: true, crossRegion: false, network: "unified-platform" } as const
  say("SchemeSubmitted", "2015-01-08", { ...scheme, ...planned })
  say("Applied", "2015-01-12", { application, to: "drc", by: "health" })
  say("AssessmentPlanned", "2015-01-13", { assessment, type: "ex-ante", application, by: "info" })
  say("AssessmentCommissioned", "2015-01-14", { assessment, assessor: "lab", interests: [], by: "info" })
  say("OpinionRequested", "2015-01-15", { application, request: "R1", to: "info", by: "drc" })
  say("AssessmentStarted", "2015-01-16", { assessment, criteria: "评估标准", scheme: "S1", by: "lab" })
  const opinion = { application, request: "R1", conditions: null, plan: "plan-p", assessment, by: "info" } as const
  say("OpinionGiven", "2015-01-20", { ...opinion, opinion: "O1", conclusion: "unclear" })
  say("AssessmentReported", "2015-01-24", { assessment, items, omitted: null, by: "lab" })
  const found = { planConformity: "pass", against: ["plan-p"] } as const
  say("AssessmentIssued", "2015-01-26", { assessment, conclusion: "support", ...found, by: "info" })
  say("OpinionRevised", "2015-01-28", { ...opinion, opinion: "O2", conclusion: "support" })
  say("Approved", "2015-02-10", {
    application,
    considered: ["O2", assessment],
    planItem,
    deviation: null,
    builder: "company",
    funding: ["fiscal"],
    by: "drc"
  })
  say("InvestmentFiled", "2015-03-01", { by: "info" })
}

/** Finished in the third year; the first report on it goes astray, the first acceptance fails, the second considers the assessment. */
export const built = (say: Say, project: string): void => {
  const { exPost: assessment } = assessments(project)
  say("ConstructionStarted", "2015-03-20", { by: "company" })
  say("ConstructionCompleted", "2017-09-20", { by: "company" })
  say("CompletionReported", "2017-09-28", { to: "drc", by: "health" })
  say("TrialOperationStarted", "2017-10-09", { by: "health" })
  say("AssessmentPlanned", "2017-10-10", { assessment, type: "ex-post", with: ["fin"], by: "info" })
  say("AssessmentCommissioned", "2017-10-16", { assessment, assessor: "lab", interests: [], by: "info" })
  say("AssessmentStarted", "2017-10-20", { assessment, criteria: "评估标准", by: "lab" })
  const against = ["security-1"]
  const failing = { security: "fail", against, network: "other" } as const
  say("AcceptanceApplied", "2017-11-01", { acceptance: "C1", ...failing, by: "company" })
  say("AssessmentReported", "2017-11-10", { assessment, items: items.slice(1), omitted: null, by: "lab" })
  say("AssessmentReportReturned", "2017-11-15", { assessment, defects: "缺可行性", by: "info" })
  say("AssessmentReportResubmitted", "2017-11-20", { assessment, items, omitted: null, by: "lab" })
  say("AcceptanceFailed", "2017-11-24", { acceptance: "C1", considered: [], defects: "接口未通", by: "experts" })
  say("AssessmentIssued", "2017-11-28", { assessment, conclusion: "support-with-conditions", by: "lab" })
  const put = { security: "pass", against, network: "unified-platform" } as const
  say("AcceptanceReapplied", "2017-12-01", { acceptance: "C2", former: "C1", ...put, by: "company" })
  say("AcceptancePassed", "2017-12-15", { acceptance: "C2", considered: [assessment], by: "experts" })
  say("CompletionReported", "2018-01-10", { to: "info", by: "health" })
}

/** Assessed every second year: the second time incompletely, the third time in-house and alone, without a reason. */
export const operated = (say: Say, project: string): void => {
  const { fourth, second, sixth } = assessments(project)
  say("OperationStarted", "2018-02-01", { by: "health" })
  for (const [year, assessment] of [
    [2019, second],
    [2021, fourth],
    [2023, sixth]
  ] as const) {
    const inHouse = assessment === sixth
    const jointly = inHouse ? [] : ["fin", "audit"]
    say("AssessmentPlanned", `${year}-05-06`, { assessment, type: "application", with: jointly, by: "info" })
    if (inHouse) say("AssessmentTakenInHouse", `${year}-05-10`, { assessment, reason: null, by: "info" })
    else say("AssessmentCommissioned", `${year}-05-10`, { assessment, assessor: "lab", interests: [], by: "info" })
    const carriedOut = { assessment, by: inHouse ? "info" : "lab" }
    say("AssessmentStarted", `${year}-05-25`, { ...carriedOut, criteria: "评估标准" })
    const omitted = [{ item: "approval-reform", reason: assessment === fourth ? null : "无审批事项" }]
    say("AssessmentReported", `${year}-06-24`, { ...carriedOut, items: items.slice(0, 5), omitted })
    say("AssessmentIssued", `${year}-07-05`, { assessment, conclusion: "support", by: "info" })
  }
  say("ReviewHeld", "2020-05-12", { review: "V1", purpose: "inspection", considered: [second], by: "audit" })
  say("ReviewHeld", "2022-09-15", { review: "V2", purpose: "improvement", considered: [], by: "health" })
}

/** A budget every year that considers what is known by then, but for one; every fourth is copied late. */
export const financed = (say: Say, project: string): void => {
  const { exPost, fourth, second, sixth } = assessments(project)
  for (let year = 2015; year < 2025; year++) {
    const on = `${year}-03-05`
    const result = year > 2023 ? sixth : year > 2021 ? fourth : year > 2019 ? second : undefined
    const considered = year < 2018 ? [] : result === undefined || year === 2022 ? [exPost] : [exPost, result]
    const issued = { budget: `B${year}`, year, fiscal: true, planItem, deviation: null, considered, by: "fin" }
    say("BudgetIssued", on, issued)
    say("BudgetCopied", year % 4 === 0 ? `${year}-03-25` : on, { budget: `B${year}`, to: "info", by: "fin" })
  }
}

/** A report and a copy every quarter: some late, some missing, some to another authority, some corrected. */
export const reported = (say: Say): void => {
  say("KeyListed", "2017-02-01", { by: "p-drc" })
  say("KeyDelisted", "2020-02-01", { by: "p-drc" })
  for (let q = 0; q < 40; q++) {
    const year = 2015 + (q >> 2)
    const quarter = (q & 3) + 1
    const period = `${year}-Q${quarter}` as EventOf<"ProgressReported">["period"]
    const ends = `${quarter === 4 ? year + 1 : year}-${["04", "07", "10", "01"][quarter - 1]}-01` as CivilDate
    const on = addDays(ends, q % 7 === 3 ? 40 : 5)
    if (q % 13 === 6) continue
    const to = q % 11 === 5 ? "info" : "drc"
    say("ProgressReported", on, { period, to, amount: "120000.00" as Amount, by: "company" })
    if (q % 9 !== 4) say("ReportCopied", addDays(on, q % 3), { period, to: "info", by: "company" })
    if (q % 2 === 1) say("ProgressCorrected", addDays(on, 20), { period, reason: "核减", by: "company" })
  }
}
