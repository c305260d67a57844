/** All that this system has to do with Banfa: its rows as facts, and the questions asked about them. */
import { directory, parseDirectoryData } from "@banfa/core/agency"
import { CivilDateSchema, parseAmount } from "@banfa/core/civil"
import { compose, sampleLayer, textOnly } from "@banfa/core/profile"
import { advise, type Context, caseAt, context, duties, verdicts } from "@banfa/core/project"
import { decodeEvents } from "@banfa/core/project/decode"
import { describe, explain } from "@banfa/core/project/explain"
import { advice as outcomes, standing } from "@banfa/core/regulation"
import { all, type Row, transaction } from "./host/database.ts"
import { type Host, Refusal } from "./host/Host.ts"

const region = "440100"
/** The day from which the tables are complete: what happened earlier and is not in them is unknown. */
const inUse = "2023-01-01"
const kept = "application,consultation,decision,works,filing,budget,report,copy,keyList,submission,assessment"
const coverage = Object.fromEntries(kept.split(",").map((slice) => [slice, inUse]))
const everEntered = "9999-12-31T00:00:00Z"
const words: { readonly [word: string]: string | boolean } = {
  ...{ 发改: "investment", 信息化: "info", 财政: "finance", 批准: "Approved", 不予批准: "Rejected" },
  ...{ 事前: "ex-ante", 事后: "ex-post", 应用: "application", 财政资金: "fiscal", 自筹: "self-raised", 贷款: "loan" },
  ...{ 同意: "support", 原则同意: "support-with-conditions", 不同意: "not-support", 不明确: "unclear" },
  ...{ 是: true, 否: false }
}
/** What a word or an amount of this system is called there. What is neither is handed on as it is, and refused there. */
const word = (said: unknown) => words[String(said)] ?? said
const yuan = (cell: unknown) => {
  const amount = parseAmount(`${cell}万元`)
  return amount._tag === "Success" ? amount.success : cell
}
const reply = (r: Row) => ({ conclusion: word(r.意见), plan: r.规划依据, assessment: r.评估依据, conditions: r.条件 })
const money = (r: Row) => ({ fiscal: word(r.财政资金), amount: yuan(r.金额_万元) })
const quarter = (r: Row) => ({ period: `${r.年度}-Q${r.季度}` })

/** The columns that hold days: which fact a filled one states, whose act it is, and what other columns say of it. */
const days: Record<string, (r: Row, project: string, id: string) => Array<[string, unknown, unknown?, object?]>> = {
  项目: (r, application, scheme) => [
    ["录入时间", "TakenOver", r.申报单位, { on: inUse, region, organ: r.申报单位, coverage }],
    ["方案提交日期", "SchemeSubmitted", r.申报单位, { application, scheme, what: "scheme", to: r.受理单位 }],
    ["申报日期", "Applied", r.申报单位, { application, to: r.审批单位 }],
    ["备案日期", "InvestmentFiled", r.备案单位, { amount: yuan(r.投资额_万元) }],
    ["列入省重点日期", "KeyListed"],
    ["开工日期", "ConstructionStarted"],
    ["完工日期", "ConstructionCompleted"]
  ],
  征求意见: (r, application, request) => [
    ["发函日期", "OpinionRequested", r.发函单位, { application, request, to: r.收函单位 }],
    ["回复日期", "OpinionGiven", r.收函单位, { application, request, opinion: request, ...reply(r) }]
  ],
  评估: (r, _, assessment) => [
    ["确定日期", "AssessmentPlanned", r.组织单位, { assessment, type: word(r.类别) }],
    ["委托日期", "AssessmentCommissioned", r.组织单位, { assessment, assessor: r.评估机构 }],
    ["启动日期", "AssessmentStarted", r.组织单位, { assessment }],
    ["出具日期", "AssessmentIssued", r.组织单位, { assessment, conclusion: word(r.结论) }]
  ],
  审批: (r, application) => {
    const considered = r.参阅材料 && String(r.参阅材料).split(",")
    const amount = yuan(r.核定投资_万元)
    const approved = { builder: r.建设单位, funding: r.资金来源 && [word(r.资金来源)], baseline: amount && { amount } }
    return [["审批日期", word(r.结果), r.审批单位, { application, considered, ...(r.结果 === "批准" && approved) }]]
  },
  预算: (r, _, budget) => [
    ["下达日期", "BudgetIssued", r.下达单位, { budget, ...money(r), year: r.年度 }],
    ["抄送日期", "BudgetCopied", r.下达单位, { budget, to: r.抄送单位 }]
  ],
  季报: (r) => [
    ["报送日期", "ProgressReported", r.报送单位, { ...quarter(r), to: r.收报单位, amount: yuan(r.完成投资_万元) }],
    ["抄送日期", "ReportCopied", r.报送单位, { ...quarter(r), to: r.抄送单位 }]
  ]
}

/** The facts of a project, those of one day in the order above. An empty cell is unknown; a bad one is refused with its place. */
const facts = ({ db }: Host, id: string) => {
  const stated = Object.entries(days).flatMap(([table, dated], order) =>
    all(db, `SELECT * FROM ${table} WHERE ${table === "项目" ? "编号" : "项目"} = ?`, id).flatMap((r) =>
      dated(r, id, `${table}${r.编号}`).flatMap(([column, _tag, by, particulars], place) => {
        const act = { _tag, project: id, on: r[column], by, seq: 10 * order + place, recordedAt: r.录入时间 }
        const cells = Object.entries({ ...act, id: `${table}/${r.编号}/${column}`, ...particulars })
        return r[column] === null ? [] : [Object.fromEntries(cells.filter(([, cell]) => (cell ?? null) !== null))]
      })
    )
  )
  const decoded = decodeEvents(stated)
  if (decoded._tag === "Success") return decoded.success
  const problems = decoded.failure.findings.map(({ index, ...what }) => ({ 位置: stated[index]?.id, ...what }))
  throw new Refusal(422, "台账数据不能识别，请先更正", { 数据问题: problems })
}

const sure = <A>(r: { _tag: "Success"; success: A } | { _tag: "Failure"; failure: Error }): A => {
  if (r._tag === "Failure") throw r.failure
  return r.success
}
/** On which day, under which rules, among whom it is asked. The sample layer stands where the documents of a city would. */
const asking = ({ db, today }: Host): Context => {
  const agencies = all(db, "SELECT * FROM 单位").map((u) => ({ id: u.编号, name: { zh: u.名称 }, region }))
  const held = all(db, "SELECT * FROM 单位 WHERE 职能 IS NOT NULL")
  const holdings = held.map((u) => ({ agency: u.编号, office: word(u.职能), region, from: u.履职日期 }))
  const data = sure(parseDirectoryData({ version: inUse, agencies, holdings, successions: [] }))
  const plans = (on: string) => all(db, "SELECT 名称 FROM 规划 WHERE ? BETWEEN 施行日期 AND 终止日期", on)
  return context({
    asOf: CivilDateSchema.make(today()),
    profile: sure(compose(textOnly, sampleLayer)),
    directory: sure(directory(data)),
    plansInForce: (_, __, on) => plans(on).map((plan) => ({ id: String(plan.名称), kind: "local" }))
  })
}

/** Writes a decision and tells what to notice; where the advice is against it, tells why and writes nothing. */
export const advised = (host: Host, id: string, write: () => object) =>
  transaction(host.db, () => {
    const [ctx, before] = [asking(host), facts(host, id)]
    const written = write()
    const acts = facts(host, id).filter((fact) => !before.some((other) => other.id === fact.id))
    const { basis, outcome, reasons } = advise(caseAt(id, before, ctx.asOf, everEntered), acts, ctx)
    const told = reasons.map((reason) => ({ 结论: outcomes[reason.outcome], ...describe(reason, ctx) }))
    const 提示 = { outcome, 结论: outcomes[outcome], 理由: told, 声明: basis.standing.map((one) => standing[one]) }
    if (outcome === "Allowed" || outcome === "AllowedWithNotice") return { ...written, 提示 }
    throw new Refusal(409, 提示.结论.zh, 提示)
  })

/** What the norms say of a project, or what a unit still owes on it. Rows that cannot be read are told, not left out. */
export const findings = (host: Host, id: string, unit?: string): ReadonlyArray<object> => {
  try {
    const ctx = asking(host)
    const p = caseAt(id, facts(host, id), ctx.asOf, everEntered)
    const own = duties(p, ctx).duties.filter(({ bearers }) => bearers.some(({ agency }) => agency === unit))
    const said = unit === undefined ? verdicts(p, ctx).verdicts : own.map(({ verdict }) => verdict)
    return said.map((verdict) => ({ 项目: id, 状态: verdict.status, 期限: verdict.due, ...explain(p, verdict, ctx) }))
  } catch (error) {
    if (error instanceof Refusal) return [{ 项目: id, 错误: error.message, ...error.detail }]
    throw error
  }
}
