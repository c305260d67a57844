import { describe, expect, it } from "vitest"
import { type Directory, directory } from "../../src/agency/index.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { kindNames, letterOf, type Notice, noticeKinds } from "../../src/notice/index.ts"
import { cite } from "../../src/regulation/Citation.ts"
import { isNormId } from "../../src/regulation/Norm.ts"
import { who } from "../law/province.ts"
import { others } from "./examples/others.ts"
import { plans } from "./examples/plans.ts"
import { projects, running } from "./examples/projects.ts"
import { lastTells, recorded, type Said } from "./telling.ts"

const reported: Said = [
  "ProgressReported",
  "2026-04-08",
  { period: "2026-Q1", to: "drc", amount: "10.00", by: "company" }
]
const [, copy] = lastTells("project", recorded("project", "C1", [...running, reported])) as readonly [Notice, Notice]
const day = (text: string): CivilDate => text as CivilDate
const duty = (particulars: Partial<Notice>): Notice => ({
  id: "duty",
  kind: "duty-opened",
  case: { subject: "project", id: "C1" },
  norm: "N12.1",
  instance: "quarter/2026-Q1",
  to: { role: "builder", agency: "company" },
  on: day("2026-04-10"),
  demanded: false,
  ...particulars
})
const zh = (notice: Notice, names: Directory = who): ReadonlyArray<string> => {
  const { body, title } = letterOf(notice, names)
  return [title.zh, ...body.map((one) => one.zh)]
}
const en = (notice: Notice): ReadonlyArray<string> => {
  const { body, title } = letterOf(notice, who)
  return [title.en, ...body.map((one) => one.en)]
}

describe("a notice in words", () => {
  it("a copy says what was done, by whom and on which day, and what the recipient is asked for", () => {
    expect(zh({ ...copy, by: day("2026-04-15") })).toEqual([
      "抄送：项目C1（2026年第一季度），报送投资进展情况",
      "info（示例）（信息化主管部门）：",
      "项目C1（2026年第一季度）：2026年4月8日，company（示例）办理“报送投资进展情况”（记录：project-6）。",
      "现将上述事项抄送贵单位备案，请查收。",
      "本件在2026年4月15日以前（含当日）送达的，为按期。"
    ])
    expect(en({ ...copy, by: day("2026-04-15") })).toEqual([
      "Copy: project C1 (2026-Q1), report investment progress",
      "To info (sample) (informatization authority):",
      "project C1 (2026-Q1): on 2026-04-08 company (sample) acted: report investment progress (record project-6).",
      "This is copied to you for filing. Please take note of its receipt.",
      "It is in time if it arrives by 2026-04-15, that day included."
    ])
    const { article, quote } = letterOf(copy, who)
    expect([article, quote.zh]).toEqual([{ zh: "第十二条", en: "art. 12" }, "抄送信息化主管部门备案"])
  })

  it("a day that a local document fixes is said to be no statutory one", () => {
    expect(zh({ ...copy, by: day("2026-04-15"), localTerm: true }).at(-1)).toBe(
      "本件在2026年4月15日以前（含当日）送达的，为按期。期限依据本地规则，非《办法》规定。"
    )
    expect(zh(duty({ kind: "due-soon", due: day("2026-04-15"), localTerm: true, status: "Pending" }))).toContain(
      "期限：2026年4月15日（含当日）。期限依据本地规则，非《办法》规定。"
    )
  })

  it("a correction says which entry it corrects", () => {
    expect(zh({ ...copy, fact: "fix", replaces: "project-6" })).toContain(
      "本件更正此前的记录（project-6），以本件为准。"
    )
  })

  it("of what was taken back it says so, and asks to go by what stands", () => {
    expect(zh({ ...copy, act: "Retracted", fact: "back", replaces: "project-6", demanded: false })).toEqual([
      "抄送（撤销或者更正）：项目C1（2026年第一季度），投资进展情况抄送信息化主管部门备案",
      "info（示例）（信息化主管部门）：",
      "项目C1（2026年第一季度）：此前告知贵单位的事项（原记录：project-6），2026年4月8日已由company（示例）撤销或者更正，不再有效（记录：back）。",
      "请贵单位以现行记录为准。"
    ])
  })

  it("a duty without a day says that the Measures fix none", () => {
    expect(zh(duty({ status: "DueUnspecified" }))).toEqual([
      "办理事项提示：项目C1（2026年第一季度），建设单位按季度报送投资进展情况",
      "company（示例）（建设单位）：",
      "项目C1（2026年第一季度）：建设单位按季度报送投资进展情况。截至2026年4月10日，应办，未定期限。",
      "《办法》未规定期限。",
      "该事项由贵单位办理，请按规定办理。"
    ])
  })

  it("what is due soon and what is overdue names its day", () => {
    expect(zh(duty({ kind: "due-soon", due: day("2026-04-15"), status: "Pending" })).slice(3)).toEqual([
      "期限：2026年4月15日（含当日）。",
      "该事项期限将至，请贵单位按期办理。"
    ])
    expect(zh(duty({ kind: "overdue", due: day("2026-04-05"), status: "Overdue" })).slice(2)).toEqual([
      "项目C1（2026年第一季度）：建设单位按季度报送投资进展情况。截至2026年4月10日，逾期未办。",
      "期限：2026年4月5日（含当日）。",
      "尚无办理记录，请贵单位尽快办理；已经办理的，请补录记录。"
    ])
  })

  it("a finding says what is not as provided and what to do, and calls nobody a lawbreaker", () => {
    const letter = zh(duty({ kind: "finding", status: "Breached" }))
    expect(letter[2]).toBe("项目C1（2026年第一季度）：建设单位按季度报送投资进展情况。截至2026年4月10日，未按规定。")
    expect(letter[3]).toMatch(/^办理建议：.*。$/u)
    expect(letter.join("")).not.toContain("违法")
  })

  it("a recipient and an actor of whom nothing is known are said to be so", () => {
    const open = zh({ ...copy, actor: undefined, to: { role: "info.any", agency: undefined } })
    expect(open[1]).toBe("信息化主管部门（具体单位不明）：")
    expect(open[2]).toBe("项目C1（2026年第一季度）：2026年4月8日，办理“报送投资进展情况”（记录：project-6）。")
    expect(zh({ ...copy, to: { role: "info.any", agency: "unheard-of" } })[1]).toBe("unheard-of（信息化主管部门）：")
  })

  it("control characters and characters that turn text around are shown as what they are", () => {
    const names = directoryWith("信\r\nBcc: x\u202e化")
    const hostile: Notice = {
      ...copy,
      case: { subject: "project", id: "C\u00001" },
      fact: "f\u2028\u0007",
      actor: "x\ud800",
      to: { role: "info.any", agency: "a" }
    }
    const { body, title } = letterOf(hostile, names)
    for (const text of [title, ...body].flatMap((one) => [one.zh, one.en]))
      expect(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202e]/u.test(text), text).toBe(false)
    expect(body[0]?.zh).toBe("信\\u{D}\\u{A}Bcc: x\\u{202E}化（信息化主管部门）：")
    expect(title.zh).toContain("项目C\\u{0}1")
  })

  it("a norm of a local document is named with its document and its words, and without them with its id alone", () => {
    const local = duty({ norm: "local:gd/1" })
    const norm = {
      id: "local:gd/1",
      quote: { zh: "按月报送。", en: "Report each month." },
      summary: { zh: "按月报送", en: "report each month" },
      source: { title: { zh: "某市规定", en: "city rules" }, status: "sample" }
    } as const
    const letter = letterOf(local, who, [norm])
    expect([letter.article.zh, letter.quote.zh, letter.title.zh]).toEqual([
      "某市规定",
      "按月报送。",
      "办理事项提示：项目C1（2026年第一季度），按月报送"
    ])
    expect(letterOf(local, who).article).toEqual({ zh: "本地规范local:gd/1", en: "local norm local:gd/1" })
  })

  it("of every example the letter holds the sentence word for word and both languages, and no code of an act", () => {
    for (const { act, before, id = "C1", subject } of [...projects, ...plans, ...others])
      for (const notice of lastTells(subject, recorded(subject, id, [...before, act]))) {
        const { article, body, quote, title } = letterOf(notice, who)
        if (!isNormId(notice.norm)) throw new Error("an act rests on a norm of the Measures")
        expect([article, quote]).toEqual([cite(notice.norm).article, cite(notice.norm).quote])
        for (const { en, zh } of [title, ...body]) {
          expect(zh).toMatch(/\p{Script=Han}/u)
          expect(en).toMatch(/[a-z]/u)
          expect(`${zh}${en}`).not.toContain(act[0])
        }
        expect(body.length).toBeGreaterThanOrEqual(3)
      }
  })

  it("every kind has a name of its own in both languages", () => {
    for (const language of ["zh", "en"] as const)
      expect(new Set(noticeKinds.map((kind) => kindNames[kind][language])).size).toBe(noticeKinds.length)
  })
})

/** A directory with one agency of this name. */
const directoryWith = (name: string): Directory => {
  const built = directory({
    version: "hostile",
    agencies: [{ id: "a", name: { zh: name, en: name }, region: "440100" }],
    holdings: [],
    successions: []
  } as unknown as Parameters<typeof directory>[0])
  if (built._tag === "Failure") throw built.failure
  return built.success
}
