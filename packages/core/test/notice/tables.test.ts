import { describe, expect, it } from "vitest"
import { tellings as complaint } from "../../src/complaint/addressees.ts"
import { tellings as facility } from "../../src/facility/addressees.ts"
import { noticeKinds, type Silence, silences } from "../../src/notice/index.ts"
import { tellings as organ } from "../../src/organ/addressees.ts"
import { tellings as planning } from "../../src/planning/addressees.ts"
import { tellings as project } from "../../src/project/addressees.ts"
import { articleText } from "../../src/regulation/Article.ts"
import { type NormId, norm } from "../../src/regulation/Norm.ts"
import { tellings as resource } from "../../src/resource/addressees.ts"
import { tellings as standard } from "../../src/standard/addressees.ts"
import { tellings as supervision } from "../../src/supervision/addressees.ts"
import { tellings as system } from "../../src/system/addressees.ts"
import { others } from "./examples/others.ts"
import { plans } from "./examples/plans.ts"
import { projects } from "./examples/projects.ts"
import { lastTells, recorded } from "./telling.ts"

interface Told {
  readonly kind: string
  readonly norm: NormId
  readonly demanded?: string
}

const tables: { readonly [subject: string]: { readonly [tag: string]: ReadonlyArray<Told> | Silence } } = {
  complaint,
  facility,
  organ,
  planning,
  project,
  resource,
  standard,
  supervision,
  system
}

const rows = Object.entries(tables).flatMap(([subject, table]) =>
  Object.entries(table).map(([tag, told]) => ({ subject, tag, told }))
)
const told = rows.flatMap(({ told, ...row }) =>
  typeof told === "string" ? [] : told.map((one) => ({ ...row, ...one }))
)

/** Facts that tell nobody, by the reason. */
const silent = (reason: Silence): ReadonlyArray<string> =>
  rows.filter((row) => row.told === reason).map(({ subject, tag }) => `${subject} ${tag}`)

/** What the Measures demand be told by the act itself, as the tables have it. */
const demanded: { readonly [norm: string]: string } = {
  "N6.3": "报省人民政府批准",
  "N7.2": "报省信息化主管部门备案",
  "N8.3": "报同级人民政府批准",
  "N10.1": "征求信息化主管部门的意见",
  "N11.2": "抄送信息化主管部门",
  "N12.1": "报送投资主管部门",
  "N12.2": "抄送信息化主管部门备案",
  "N12.3": "报送投资主管部门",
  "N31.2": "提交信息化主管部门进行评估",
  "N32.2": "将建设情况报送信息化主管部门"
}

describe("the tables of who is told", () => {
  it("what is demanded is demanded by words of the article itself, and nothing else is", () => {
    const found = new Map(
      told.flatMap(({ demanded, norm }) => (demanded === undefined ? [] : [[norm as string, demanded]]))
    )
    expect(Object.fromEntries([...found].toSorted())).toEqual(Object.fromEntries(Object.entries(demanded).toSorted()))
    for (const one of told)
      if (one.demanded !== undefined)
        expect(articleText(norm(one.norm).article).zh, `${one.subject} ${one.tag}`).toContain(one.demanded)
  })

  it("a correction of a figure, and a change of what was filed, are demanded by nobody", () => {
    for (const tag of ["ProgressCorrected", "PlanRefiled"])
      expect(told.filter((one) => one.tag === tag).map((one) => one.demanded)).not.toContainEqual(expect.anything())
  })

  it("whatever only opens a record, says that a copy was sent, is judged or taken back tells nobody by itself", () => {
    expect(silent("record")).toEqual(
      rows
        .filter(
          ({ tag }) => /(Drafted|TakenOver|Recorded|Planned|Identified)$/u.test(tag) && tag !== "AssessmentPlanned"
        )
        .map(({ subject, tag }) => `${subject} ${tag}`)
    )
    expect(silent("copied")).toEqual(["project ReportCopied", "project BudgetCopied"])
    expect(rows.filter(({ tag }) => tag === "Judged").every((row) => row.told === "finding")).toBe(true)
    expect(silent("retraction")).toHaveLength(Object.keys(tables).length)
  })

  it("every reason why nobody is told stands in both languages, and is the reason for something", () => {
    for (const [reason, { en, zh }] of Object.entries(silences)) {
      expect(silent(reason as Silence).length, reason).toBeGreaterThan(0)
      expect([/\p{Script=Han}/u.test(zh), /[a-z]/u.test(en)], reason).toEqual([true, true])
    }
  })

  it("of every kind of notice and of every norm of the tables there is an example", () => {
    const shown = [...projects, ...plans, ...others].flatMap(({ act, before, id = "C1", subject }) =>
      lastTells(subject, recorded(subject, id, [...before, act])).map(({ kind, norm }) => ({ kind, norm }))
    )
    const kinds = new Set(told.map(({ kind }) => kind))
    expect([...kinds].toSorted()).toEqual([...new Set(shown.map(({ kind }) => kind as string))].toSorted())
    expect([...new Set(told.map(({ norm }) => norm as string))].toSorted()).toEqual(
      [...new Set(shown.map(({ norm }) => norm as string))].toSorted()
    )
    expect(noticeKinds.filter((kind) => !kinds.has(kind))).toEqual(["duty-opened", "due-soon", "overdue", "finding"])
  })
})
