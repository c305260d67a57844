import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { noteTexts } from "../../src/explanation/noteTexts.ts"
import { compose, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { describe as describeReason, explain } from "../../src/project/explain.ts"
import { advise, type Event, fold, verdicts } from "../../src/project/index.ts"
import { missingNames } from "../../src/project/vocabulary.ts"
import { ruling } from "../../src/verdict/ruling.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { ask, facts } from "./sample.ts"

const project = fold("P1", facts)
const verdict = (norm: string, ctx = ask("2026-03-01")): Verdict => {
  const found = verdicts(project, ctx).verdicts.find((v) => v.norm === norm)
  if (found === undefined) throw new Error(`${norm} says nothing`)
  return found
}
const texts = (value: unknown): ReadonlyArray<{ readonly zh: string; readonly en: string }> => {
  if (typeof value !== "object" || value === null) return []
  if ("zh" in value && "en" in value) return [value as { readonly zh: string; readonly en: string }]
  return Object.values(value).flatMap(texts)
}

describe("an explanation", () => {
  test("quotes the clause, names who decided on what, and asks again under the other reading (art. 10)", () => {
    const said = explain(project, verdict("N10.2"), ask("2026-03-01"))
    expect(said.article).toEqual({ zh: "第十条", en: "art. 10" })
    expect(said.quote.zh).toBe("以信息化主管部门的意见作为审批的参考依据")
    expect(said.conclusion.zh).toBe("已按规定履行：决定与意见不一致；意见仅为参考依据，不妨碍决定")
    expect(said.facts.map((f) => f.zh)).toEqual([
      "起因：2026年2月10日，示例市信息化局出具意见（记录：e4）",
      "相关事实：2026年2月20日，示例市发展改革局批准立项（记录：e5）"
    ])
    expect(said.bearers).toEqual([
      { zh: "示例市发展改革局（投资主管部门）", en: "Sample City DRC (investment authority)" }
    ])
    expect(said.restsOn.zh).toBe("仅据《办法》原文")
    const veto = said.readings.find((r) => r.id === "A10a")
    expect(veto?.chosen.option).toBe("reference")
    expect(veto?.alternatives.map((a) => [a.option, a.status?.zh, a.changes])).toEqual([["veto", "未按规定", true]])
    expect(said.readings.find((r) => r.id === "A10e")?.alternatives[0]?.changes).toBe(false)
  })

  test("shows that an act was entered only after a decision that it precedes, with both days (art. 10)", () => {
    const late = facts.map((e) => (e.id === "e4" ? { ...e, recordedAt: "2026-02-25T02:00:00Z" } : e))
    const state = fold("P1", late)
    const found = verdicts(state, ask("2026-03-01")).verdicts.find(({ norm }) => norm === "N10.3") as Verdict
    expect(found.precedes?.ref).toBe("e5")
    expect(explain(state, found, ask("2026-03-01")).facts.map((fact) => fact.zh)).toContain(
      "该事项的日期2026年2月10日（2026年2月25日录入）在2026年2月20日的决定（2026年2月20日录入）之前，而录入在该决定录入之后"
    )
    expect(verdict("N10.3").precedes).toBe(undefined)
  })

  test("says which document fixes a day, and that the Measures do not", () => {
    const profile = Result.getOrThrow(compose(textOnly, sampleLayer))
    const filing = explain(project, verdict("N11.1", ask("2026-03-01", profile)), ask("2026-03-01", profile))
    expect(filing.facts.map((f) => f.zh)).toContain("期限：2026年3月22日")
    expect(filing.restsOn.zh).toContain("期限依据本地规则，非《办法》规定：示例市")
    const text = explain(project, verdict("N11.1"), ask("2026-03-01"))
    expect(text.facts.map((f) => f.zh)).toContain("《办法》未规定期限")
    expect(text.restsOn.zh).toBe("仅据《办法》原文")
  })

  test("always says that force is unverified and that findings are no determination of illegality", () => {
    for (const v of verdicts(project, ask("2027-01-01")).verdicts) {
      const { standing } = explain(project, v, ask("2027-01-01"))
      expect(standing.map((s) => s.zh)).toEqual(["结论供检查、考核参考，不作违法认定", "现行效力未核实"])
    }
  })

  test("is the same bytes for the same inputs, and has no empty text in either language", () => {
    const ctx = ask("2027-01-01")
    const all = () => verdicts(fold("P1", facts), ctx).verdicts.map((v) => explain(project, v, ctx))
    expect(JSON.stringify(all())).toBe(JSON.stringify(all()))
    const said = texts(all())
    expect(said.length).toBeGreaterThan(200)
    for (const text of said) {
      expect(text.zh).not.toBe("")
      expect(text.en).not.toBe("")
      expect(text.zh).not.toMatch(/undefined|\[object/)
      expect(text.zh).not.toContain("违法，")
    }
  })

  test("shows an interval that stays on record although it was put right (art. 10)", () => {
    const interval = { status: "Breached", from: "2026-02-03" as CivilDate, until: "2026-02-10" as CivilDate } as const
    const v: Verdict = {
      ...ruling("Fulfilled"),
      norm: "N10.3",
      subject: "P1",
      instance: "request/R1",
      intervals: [interval]
    }
    expect(explain(project, v, ask("2026-03-01")).facts.map((f) => f.zh)).toContain(
      "自2026年2月3日起至2026年2月10日前未按规定，该期间保留在案"
    )
  })
})

describe("a local norm", () => {
  const source = { title: { zh: "示例市规定（示例）", en: "Sample City rules (a sample)" }, status: "sample" as const }
  const local = {
    id: "local:archive" as const,
    subject: "project",
    summary: { zh: "立项资料归档", en: "archive the establishment papers" },
    quote: { zh: "立项后归档。", en: "Archive after establishment." },
    bearer: ["organ.any" as const],
    source,
    from: "2026-01-01" as CivilDate,
    evaluate: () => [{ instance: "", ruling: ruling("DueUnspecified", { on: "2026-02-20" as CivilDate }) }]
  }
  const layer = { id: "local", version: "1", title: source.title, source, localNorms: [local] }

  test("is evaluated beside the Measures, names its document, and leaves no trace when its layer is taken away", () => {
    const profile = Result.getOrThrow(compose(textOnly, layer))
    const ctx = ask("2026-03-01", profile)
    const added = verdicts(project, ctx).verdicts.find((v) => v.norm === "local:archive")
    expect(added?.status).toBe("DueUnspecified")
    const said = explain(project, added as Verdict, ctx)
    expect([said.article.zh, said.quote.zh, said.restsOn.zh]).toEqual([
      "示例市规定（示例）",
      "立项后归档。",
      "本地规则：示例市规定（示例）"
    ])
    expect(said.bearers[0]?.zh).toBe("示例市卫生局（行政机关）")
    const without = verdicts(project, ask("2026-03-01")).verdicts
    expect(verdicts(project, ctx).verdicts.filter((v) => v.norm !== "local:archive")).toEqual(without)
    expect(verdicts(project, ask("2025-12-31", profile)).verdicts.some((v) => v.norm === "local:archive")).toBe(false)
  })
})

describe("the reasons of an advice", () => {
  const approval = facts[4]
  if (approval === undefined) throw new Error("the sample has an approval")

  test("give article, quote, reason and remedy for a refusal, all of them at once (arts 10, 31)", () => {
    const ctx = ask("2026-02-20")
    const advice = advise(fold("P1", facts.slice(0, 2)), { ...approval, by: "health" }, ctx)
    expect(advice.outcome).toBe("Denied")
    const said = advice.reasons.map((r) => describeReason(r, ctx))
    expect(said.map((s) => s.text.zh)).toEqual([
      "与通常次序不同：现处于“已申请立项”，通常在“已征求信息化主管部门意见、意见已出具”时办理",
      expect.stringContaining("示例市卫生局于2026年2月20日不是"),
      "审批立项时征求信息化主管部门意见：未按规定",
      "信息化主管部门对拟立项项目组织事前评估：不适用：未按规定提交建设规划或者建设方案，事前评估无从组织（见 N31.2）",
      "应用系统建设符合发展规划要求：事实不足，暂不能判定（缺少：事前评估对规划符合性的结论）",
      "跨部门跨地区应用系统必须建立在全省统一的网络平台之上：事实不足，暂不能判定（缺少：系统是否跨部门、跨地区）",
      "申请立项同时提交建设规划或者建设方案：未按规定"
    ])
    const norm = said[2]
    expect(norm?.quote?.zh).toBe("投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见")
    expect(norm?.remedy?.zh).toContain("先征求同级信息化主管部门意见")
    expect(said[1]?.remedy?.zh).toBe("由投资主管部门办理。")
  })

  test("say where an assessment stands for an act on an assessment, also where the project has a position of that name (arts 29, 30)", () => {
    const act = { project: "P1", by: "info", assessment: "X1", recordedAt: "2026-02-01T08:00:00Z" }
    const on = "2026-02-01" as CivilDate
    const start = { ...act, _tag: "AssessmentStarted", id: "x2", on } as Event
    const said = (before: string) => {
      const events = [...facts.slice(0, 2), { ...act, _tag: before, type: "ex-ante", id: "x1", on } as Event]
      const ctx = ask("2026-02-01")
      const order = advise(fold("P1", events), start, ctx).reasons.find((r) => r._tag === "Order")
      return order && describeReason(order, ctx).text.zh
    }
    const usually = "通常在“已委托第三方、自行评估”时办理"
    expect(said("AssessmentPlanned")).toBe(`与通常次序不同：评估现处于“已立题”，${usually}`)
    expect(said("AssessmentCancelled")).toBe(`与通常次序不同：评估现处于“取消”，${usually}`)
  })
})

test("every remark and every missing fact has words in both languages", () => {
  for (const text of [...Object.values(noteTexts), ...Object.values(missingNames)]) {
    expect(text.zh.length).toBeGreaterThan(0)
    expect(text.en).toMatch(/[a-z]/)
  }
})
