/** Examples of a city's project. */
import type { Said } from "../telling.ts"
import type { Example } from "./Example.ts"

const drafted: Said = ["Drafted", "2026-03-02", { region: "440100", organ: "health", work: "new-build", by: "health" }]
const applied: Said = ["Applied", "2026-03-10", { application: "A1", to: "drc", by: "health" }]
const asked: Said = ["OpinionRequested", "2026-03-12", { application: "A1", request: "R1", to: "info", by: "drc" }]
const given: Said = [
  "OpinionGiven",
  "2026-03-20",
  { application: "A1", request: "R1", opinion: "O1", conclusion: "support", by: "info" }
]
const approved: Said = ["Approved", "2026-03-30", { application: "A1", builder: "company", by: "drc" }]
/** A project up to the opinion. */
export const round = [drafted, applied, asked, given]
/** A project up to its approval. */
export const running = [...round, approved]
const completed: Said = ["ConstructionCompleted", "2026-08-01", { by: "company" }]
const planned = (type: string, on: string): Said => [
  "AssessmentPlanned",
  on,
  { assessment: "X1", type, ...(type === "ex-ante" ? { application: "A1" } : {}), by: "info" }
]
const commissioned: Said = [
  "AssessmentCommissioned",
  "2026-03-12",
  { assessment: "X1", assessor: "institute", by: "info" }
]

const establishmentWords = "投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见"
const copiedWords = "抄送信息化主管部门备案"
const quarterlyWords =
  "行政机关电子政务项目投资进展情况，由建设单位按季度(其中纳入省重点项目的，按省投资主管部门的时间要求)报送投资主管部门"

/** Whom what is done about a project tells what. @article 10 @article 11 @article 12 @article 31 @article 32 @article 33 */
export const projects: ReadonlyArray<Example> = [
  {
    title: "a scheme is submitted to the informatization authority, and the Measures demand it",
    subject: "project",
    before: [drafted, applied],
    act: ["SchemeSubmitted", "2026-03-10", { application: "A1", scheme: "S1", what: "both", to: "info", by: "health" }],
    tells: ["report N31.2 application/A1 info.any info demanded by 2026-03-10"],
    words: ["行政机关在申请电子政务项目立项时，应同时将建设规划或建设方案提交信息化主管部门进行评估"]
  },
  {
    title: "an application tells nobody: the investment authority is told of the duty that it opens",
    subject: "project",
    before: [drafted],
    act: applied,
    tells: [],
    words: []
  },
  {
    title: "the investment authority asks the informatization authority for its opinion, and the Measures demand it",
    subject: "project",
    before: [drafted, applied],
    act: asked,
    tells: ["opinion-requested N10.1 application/A1 info.any info demanded"],
    words: [establishmentWords]
  },
  {
    title: "asked without saying whom, it is the informatization authority of the level that examines",
    subject: "project",
    before: [drafted, ["Applied", "2026-03-10", { application: "A1", to: "p-drc", by: "health" }]],
    act: ["OpinionRequested", "2026-03-12", { application: "A1", request: "R1", by: "p-drc" }],
    tells: ["opinion-requested N10.1 application/A1 info.any p-info demanded"],
    words: [establishmentWords]
  },
  {
    title: "the opinion goes to whoever asked for it",
    subject: "project",
    before: [drafted, applied, ["OpinionRequested", "2026-03-12", { application: "A1", request: "R1", by: "p-drc" }]],
    act: given,
    tells: ["opinion-given N10.3 request/R1 investment.any p-drc"],
    words: ["信息化主管部门应当根据电子政务发展规划和项目评估情况对电子政务项目给出明确意见"]
  },
  {
    title: "a revised opinion goes to the investment authority too",
    subject: "project",
    before: round,
    act: ["OpinionRevised", "2026-03-25", { application: "A1", request: "R1", opinion: "O2", by: "info" }],
    tells: ["opinion-given N10.3 request/R1 investment.any drc"],
    words: ["信息化主管部门应当根据电子政务发展规划和项目评估情况对电子政务项目给出明确意见"]
  },
  {
    title: "an approval is made known to the organ and to the construction unit",
    subject: "project",
    before: round,
    act: approved,
    tells: ["decision N10.1 application/A1 organ.any health", "decision N10.1 application/A1 builder company"],
    words: [establishmentWords]
  },
  {
    title: "an organ that builds itself is told once",
    subject: "project",
    before: round,
    act: ["Approved", "2026-03-30", { application: "A1", builder: null, by: "drc" }],
    tells: ["decision N10.1 application/A1 organ.any health"],
    words: [establishmentWords]
  },
  {
    title: "a rejection is made known to the organ",
    subject: "project",
    before: round,
    act: ["Rejected", "2026-03-30", { application: "A1", reason: "暂缓", by: "drc" }],
    tells: ["decision N10.1 application/A1 organ.any health"],
    words: [establishmentWords]
  },
  {
    title: "so is a return for revision",
    subject: "project",
    before: round,
    act: ["ReturnedForRevision", "2026-03-30", { application: "A1", reason: "补充", by: "drc" }],
    tells: ["decision N10.1 application/A1 organ.any health"],
    words: [establishmentWords]
  },
  {
    title: "materials that are asked for are asked of the organ",
    subject: "project",
    before: [drafted, applied],
    act: ["MaterialsRequested", "2026-03-11", { application: "A1", reason: "缺可行性报告", by: "info" }],
    tells: ["decision N31.2 application/A1 organ.any health"],
    words: ["行政机关在申请电子政务项目立项时，应同时将建设规划或建设方案提交信息化主管部门进行评估"]
  },
  {
    title: "a withdrawal is made known to the investment authority that examines",
    subject: "project",
    before: [drafted, applied],
    act: ["Withdrawn", "2026-03-11", { application: "A1", by: "health" }],
    tells: ["report N10.1 application/A1 investment.any drc"],
    words: [establishmentWords]
  },
  {
    title: "the report of a quarter goes to the investment authority, its copy to the informatization authority",
    subject: "project",
    before: running,
    act: ["ProgressReported", "2026-04-08", { period: "2026-Q1", to: "drc", amount: "10.00", by: "company" }],
    tells: [
      "report N12.1 quarter/2026-Q1 investment.any drc demanded",
      "copy N12.2 quarter/2026-Q1 info.any info demanded"
    ],
    words: [quarterlyWords, copiedWords]
  },
  {
    title: "of a provincial key project under a timetable the report rests on the timetable",
    subject: "project",
    before: [
      ...running,
      ["KeyListed", "2026-03-31", { by: "p-drc" }],
      ["TimetableIssued", "2026-03-31", { timetable: "T1", due: 10, by: "p-drc" }]
    ],
    act: ["ProgressReported", "2026-04-08", { period: "2026-Q1", to: "drc", amount: "10.00", by: "company" }],
    tells: [
      "report N12.3 quarter/2026-Q1 investment.any drc demanded by 2026-04-10",
      "copy N12.2 quarter/2026-Q1 info.any info demanded by 2026-04-10"
    ],
    words: ["其中纳入省重点项目的，按省投资主管部门的时间要求", copiedWords]
  },
  {
    title: "a corrected figure goes where the report went; no sentence demands that",
    subject: "project",
    before: [
      ...running,
      ["ProgressReported", "2026-04-08", { period: "2026-Q1", to: "p-drc", amount: "10.00", by: "company" }]
    ],
    act: ["ProgressCorrected", "2026-04-09", { period: "2026-Q1", amount: "12.00", by: "company" }],
    tells: ["report N12.1 quarter/2026-Q1 investment.any p-drc", "copy N12.2 quarter/2026-Q1 info.any info"],
    words: [quarterlyWords, copiedWords]
  },
  {
    title: "that a copy was sent is what it says, and tells nobody again",
    subject: "project",
    before: running,
    act: ["ReportCopied", "2026-04-08", { period: "2026-Q1", to: "info", by: "company" }],
    tells: [],
    words: []
  },
  {
    title:
      "a budget with fiscal money is copied to the informatization authority of the level of the finance authority",
    subject: "project",
    before: running,
    act: ["BudgetIssued", "2026-07-02", { budget: "B1", year: 2026, fiscal: true, by: "fin" }],
    tells: ["budget-copy N11.2 budget/B1 info.any info demanded by 2026-07-02"],
    words: ["属财政资金投入的，财政主管部门在安排下达年度投资预算时，抄送信息化主管部门"]
  },
  {
    title: "a budget of which nobody says that its money is fiscal is copied to nobody",
    subject: "project",
    before: running,
    act: ["BudgetIssued", "2026-07-02", { budget: "B1", by: "fin" }],
    tells: [],
    words: []
  },
  {
    title: "that the investment was filed is made known to the organ",
    subject: "project",
    before: running,
    act: ["InvestmentFiled", "2026-04-20", { amount: "10.00", by: "info" }],
    tells: ["filing-receipt N11.1 - organ.any health"],
    words: ["信息化主管部门对行政机关电子政务建设投资情况进行备案"]
  },
  {
    title: "the completed project is reported to the informatization authority",
    subject: "project",
    before: [...running, completed],
    act: ["CompletionReported", "2026-08-10", { by: "health" }],
    tells: ["report N32.2 - info.any info demanded"],
    words: ["行政机关在电子政务项目建设完成后，应将建设情况报送信息化主管部门"]
  },
  {
    title: "the report of a third party goes to whoever organizes the assessment",
    subject: "project",
    before: [drafted, applied, planned("ex-ante", "2026-03-11"), commissioned],
    act: ["AssessmentReported", "2026-03-16", { assessment: "X1", by: "institute" }],
    tells: ["report N30.3 assessment/X1 info.any info"],
    words: ["电子政务效果评估一般由第三方机构执行"]
  },
  {
    title: "a report that is returned goes back to the third party",
    subject: "project",
    before: [
      drafted,
      applied,
      planned("ex-ante", "2026-03-11"),
      commissioned,
      ["AssessmentReported", "2026-03-16", { assessment: "X1", by: "institute" }]
    ],
    act: ["AssessmentReportReturned", "2026-03-17", { assessment: "X1", by: "info" }],
    tells: ["decision N30.3 assessment/X1 assessor institute"],
    words: ["电子政务效果评估一般由第三方机构执行"]
  },
  {
    title: "an ex-ante opinion goes to the organ and to the investment authority",
    subject: "project",
    before: [drafted, applied, planned("ex-ante", "2026-03-11")],
    act: ["AssessmentIssued", "2026-03-18", { assessment: "X1", conclusion: "support", by: "info" }],
    tells: [
      "opinion-given N31.3 assessment/X1 organ.any health",
      "opinion-given N31.4 assessment/X1 investment.any drc"
    ],
    words: ["信息化主管部门应当对拟立项项目组织事前评估", "评估意见作为投资主管部门审批立项的参考依据"]
  },
  {
    title: "an ex-post result goes to the organ and to the finance authority",
    subject: "project",
    before: [...running, completed, planned("ex-post", "2026-08-05")],
    act: ["AssessmentIssued", "2026-08-20", { assessment: "X1", by: "info" }],
    tells: ["opinion-given N32.3 assessment/X1 organ.any health", "opinion-given N32.5 assessment/X1 finance.any fin"],
    words: [
      "根据电子政务项目建设情况，信息化主管部门视实际需要，会同有关部门对电子政务项目组织事后评估",
      "财政资金投入的参考依据"
    ]
  },
  {
    title: "an application assessment's result goes to the organ",
    subject: "project",
    before: [...running, planned("application", "2026-08-05")],
    act: ["AssessmentIssued", "2026-08-20", { assessment: "X1", by: "info" }],
    tells: ["opinion-given N33.2 assessment/X1 organ.any health"],
    words: ["根据电子政务发展与建设情况，信息化主管部门视实际需要，会同有关部门定期或不定期对电子政务项目组织应用评估"]
  },
  {
    title: "what becomes of an acceptance is made known to the organ and the construction unit",
    subject: "project",
    before: [...running, completed],
    act: ["AcceptancePassed", "2026-08-20", { acceptance: "C1", by: "acceptors" }],
    tells: ["decision N32.4 acceptance/C1 organ.any health", "decision N32.4 acceptance/C1 builder company"],
    words: ["评估结果作为项目验收的参考依据"]
  },
  {
    title: "an appraisal that refers to an application result is made known to the organ",
    subject: "project",
    before: running,
    act: ["ReviewHeld", "2026-08-20", { review: "V1", purpose: "appraisal", by: "appraisers" }],
    tells: ["inspection N33.3 review/V1 organ.any health"],
    words: ["评估结果作为检查、考核和改进电子政务应用系统建设，以及安排财政资金投入的参考依据"]
  },
  {
    title: "supervision of the implementation is made known to organ and construction unit",
    subject: "project",
    before: running,
    act: ["ImplementationSupervised", "2026-08-20", { by: "info" }],
    tells: ["inspection N4.3 - organ.any health", "inspection N4.3 - builder company"],
    words: ["实施监督"]
  },
  {
    title: "that a project is a key provincial one is made known to organ and construction unit",
    subject: "project",
    before: running,
    act: ["ProvincialKeyDesignated", "2026-04-20", { by: "p-info" }],
    tells: ["decision N3.4 - organ.any health", "decision N3.4 - builder company"],
    words: ["组织协调省级重点电子政务建设项目的实施"]
  },
  {
    title: "a cancellation by the investment authority is made known to organ and construction unit",
    subject: "project",
    before: running,
    act: ["Cancelled", "2026-04-20", { by: "drc" }],
    tells: ["decision N12.1 - organ.any health", "decision N12.1 - builder company"],
    words: [quarterlyWords]
  }
]
