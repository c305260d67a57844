/**
 * Adds Banfa to a copy of the approval system, lets it listen on a free port, and asks over HTTP what clerks would ask.
 *
 * `node --conditions=@banfa/source examples/embed-in-express/main.ts`
 */
import { randomBytes } from "node:crypto"
import { countLines } from "./applyDiff.ts"
import { type Answer, serve } from "./client.ts"
import { diff, embedded } from "./embedded.ts"
import { openDatabase } from "./host/database.ts"
import { addSample } from "./host/sample.ts"

interface Text {
  readonly zh: string
  readonly en: string
}
interface Said {
  readonly article?: Text
  readonly quote?: Text
  readonly text: Text
  readonly remedy?: Text
}
interface Finding {
  readonly 项目: string
  readonly 状态: string
  readonly article: Text
  readonly summary: Text
  readonly conclusion: Text
  readonly bearers: ReadonlyArray<Text>
  readonly restsOn: Text
  readonly standing: ReadonlyArray<Text>
  readonly 期限?: string
  readonly 数据问题?: ReadonlyArray<Text & { readonly 位置: string }>
}

const line = (zh: string, en: string): void => console.log(`${zh}\n    ${en}`)
const heading = (zh: string, en: string): void => console.log(`\n== ${zh} / ${en} ==`)

const tellAdvice = ({ body, status }: Answer): void => {
  const { 理由: reasons, 结论: outcome }: { 理由: ReadonlyArray<Said>; 结论: Text } = body.提示 ?? body
  line(`HTTP ${status}：${outcome.zh}`, outcome.en)
  for (const { article, quote, remedy, text } of reasons) {
    const [zh, en] = [article === undefined ? "" : `${article.zh} `, article === undefined ? "" : `${article.en} `]
    line(`· ${zh}${text.zh}`, `${en}${text.en}`)
    if (quote !== undefined) console.log(`    “${quote.zh}”`)
    if (remedy !== undefined) line(`    可以这样办：${remedy.zh}`, `what to do: ${remedy.en}`)
  }
}

const tellFindings = (findings: ReadonlyArray<Finding>): void => {
  for (const { article, bearers, conclusion, restsOn, summary, 数据问题: problems, 期限: due, 项目: id } of findings) {
    for (const { en, zh, 位置: place } of problems ?? []) line(`· ${id} ${place}：${zh}`, en)
    if (problems !== undefined) continue
    const who = (language: keyof Text): string => bearers.map((bearer) => bearer[language]).join("、")
    line(
      `· ${id} ${article.zh} ${summary.zh}：${conclusion.zh}（${who("zh")}）`,
      `${article.en} ${summary.en}: ${conclusion.en} (${who("en")})`
    )
    if (due !== undefined) line(`    期限${due}，${restsOn.zh}`, `due ${due}; ${restsOn.en}`)
  }
}

const copy = embedded()
const db = openDatabase()
const password = randomBytes(12).toString("hex")
addSample(db, password)
let day = "2026-03-02"
const served = await serve((await copy.app())({ db, today: () => day }))
try {
  const { added, removed } = countLines(diff)
  line(`接入 Banfa：新增 ${added} 行，删去 ${removed} 行`, `adding Banfa: ${added} lines more, ${removed} less`)
  for (const file of copy.files) console.log(`    ${file}`)
  const [fg, xx, wj] = [
    await served.as("fg", password),
    await served.as("xx", password),
    await served.as("wj", password)
  ]

  heading("未征求意见、未评估即批准", "approved without opinion and assessment")
  const id = "XM2026-001"
  await wj("/projects", { 编号: id, 名称: "急救调度系统", 投资额_万元: 120.5 })
  await wj(`/projects/${id}/submit`, { 审批单位: "FG", 方案提交日期: day, 受理单位: "XX" })
  tellAdvice(await fg(`/projects/${id}/decision`, { 结果: "批准" }))

  heading("评估、征求意见之后批准", "approved after assessment and opinion")
  const assessment = await xx(`/projects/${id}/assessments`, { 类别: "事前", 启动日期: day })
  day = "2026-03-16"
  await xx(`/assessments/${assessment.body.编号}/result`, { 结论: "同意" })
  const letter = await fg(`/projects/${id}/consultations`, { 收函单位: "XX" })
  const read = `征求意见${letter.body.编号},评估${assessment.body.编号}`
  const reply = { 意见: "不同意", 规划依据: "示例市电子政务发展规划", 评估依据: `评估${assessment.body.编号}` }
  await xx(`/consultations/${letter.body.编号}/reply`, reply)
  tellAdvice(await fg(`/projects/${id}/decision`, { 结果: "批准", 建设单位: "ZX", 参阅材料: read }))

  heading("库中原有的项目", "what the tables held before")
  const { body: project } = await fg("/projects/XM2024-007")
  const breached: ReadonlyArray<Finding> = project.检查.filter((finding: Finding) => finding.状态 === "Breached")
  tellFindings(breached)
  for (const { en, zh } of breached[0]?.standing ?? []) line(zh, en)

  heading("信息化局的法定事项", "what the informatization bureau owes, and what cannot be read")
  tellFindings((await xx("/inbox")).body.法定事项)
} finally {
  await served.close()
  copy.remove()
}
