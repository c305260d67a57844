import { describe, expect, test } from "vitest"
import { describeWay } from "../../src/project/explain.ts"
import { context, type Event, fold, type Position } from "../../src/project/index.ts"
import { path } from "../../src/project/path.ts"
import type { Context } from "../../src/verdict/Verdict.ts"
import { upToOpinion } from "../project/story.ts"
import { ask, facts } from "./sample.ts"

const untilIssued = upToOpinion.filter(({ _tag }) => !_tag.startsWith("Opinion"))
const adverse = upToOpinion.map((e) => (e._tag === "OpinionGiven" ? { ...e, conclusion: "not-support" as const } : e))

const said = (goal: Position, story: ReadonlyArray<Event>, ctx: Context = ask("2026-04-02"), limit?: number) =>
  describeWay(path(fold("P1", story), goal, ctx, limit), ctx)
const lacks = (goal: Position, story: ReadonlyArray<Event>, ctx?: Context) =>
  said(goal, story, ctx).lacks.map(({ norm, text }) => [text.zh, text.en, norm?.article.zh])

describe("a way in words", () => {
  test("names the steps in order, who takes each, and the article and quote that ask for it (arts 10, 31)", () => {
    const { steps, summary } = said("approved", untilIssued)
    expect(summary.zh).toBe("依次征求意见、出具意见、批准立项，到达“已批准立项”。")
    expect(summary.en).toMatch(/ask for the opinion, then give the opinion, then approve establishment/u)
    expect(steps[0]).toMatchObject({
      who: { zh: "示例市发展改革局（投资主管部门）" },
      asks: [
        {
          article: { zh: "第十条" },
          quote: { zh: "投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见" }
        }
      ],
      place: { zh: "第1步" }
    })
    expect(steps[1]?.place.zh).toBe("第2步（不经此步也可办理，但会有提示，或者不合通常做法）")
  })

  test("leads from an application through the assessment, which a third party reports (arts 30, 31)", () => {
    const { steps, summary } = said("approved", upToOpinion.slice(0, 3))
    expect(summary.zh).toBe(
      "依次确定评估事项、委托第三方机构、开始评估、提交评估报告、出具评估意见（结果）、征求意见、出具意见、批准立项，到达“已批准立项”。"
    )
    expect(steps[0]?.asks.map(({ article, norm }) => [norm, article.zh])).toEqual([
      ["N29.1", "第二十九条"],
      ["N31.3", "第三十一条"]
    ])
    expect(steps[3]?.place.en).toBe(
      "step 4 (without it the rest may still be done, with a notice or out of the ordinary course)"
    )
  })

  test("shows the notice under which a step may be taken (art. 10)", () => {
    const [approval] = said("approved", adverse).steps
    expect(approval?.notices.map(({ text }) => text.zh).join()).toMatch(/决定与意见不一致/u)
  })

  test("lists what is owed beside it (arts 11, 12)", () => {
    const { optional } = said("completed", untilIssued)
    expect(optional.map(({ act, place }) => [act.zh, place.zh, place.en])).toEqual([
      ["投资情况备案", "另行办理，第3步之后可办", "beside the way, after step 3"]
    ])
    expect(said("completed", facts).optional.map(({ place }) => place.zh)).toContain("另行办理，现即可办")
  })

  test("says that the goal is reached, and that a way is about order", () => {
    const { standing, steps, summary } = said("applied", facts.slice(0, 2))
    expect([summary.zh, steps]).toEqual(["已处于“已申请立项”。", []])
    expect(standing[0]?.zh).toMatch(/不表示所需时间/u)
  })
})

describe("why there is no way, in words", () => {
  test("names an office that nobody holds (arts 4, 10)", () => {
    const ctx = context({ asOf: ask("2026-04-02").asOf })
    expect(said("approved", facts.slice(0, 2), ctx).summary.zh).toBe("没有依规定到达“已批准立项”的途径。")
    expect(lacks("approved", facts.slice(0, 2), ctx)).toEqual([
      [
        "机构名录中没有440100的（各级）信息化主管部门，或者不止一个",
        "the directory lists no informatization authority (of the same level as the project), or more than one, for 440100",
        undefined
      ],
      [
        "机构名录中没有440100的投资主管部门，或者不止一个",
        "the directory lists no investment authority, or more than one, for 440100",
        undefined
      ]
    ])
  })

  test("names a missing fact with the article that needs it (art. 10)", () => {
    const ctx = { ...ask("2026-04-02"), plansInForce: () => undefined }
    expect(lacks("opinionGiven", facts.slice(0, 3), ctx)).toEqual([
      ["缺少的事实：当日施行的规划", "missing fact: the plans in force on the day", "第十条"]
    ])
    expect(lacks("applied", [])).toEqual([
      ["缺少的事实：项目的责任机关", "missing fact: which organ is responsible for the project", undefined]
    ])
  })

  test("names a final position, and a goal that lies behind (art. 31)", () => {
    const retired = { ...(facts[1] as Event), _tag: "Retired", id: "e9", on: "2026-03-01" } as unknown as Event
    expect(lacks("approved", [...facts.slice(0, 2), retired])[0]?.[0]).toBe("已处于“停用/下线”，事项已终结")
    const started = { ...retired, _tag: "ConstructionStarted" } as unknown as Event
    expect(lacks("approved", [...facts, started])[0]?.slice(0, 2)).toEqual([
      "从“建设中”没有通向“已批准立项”的步骤",
      expect.stringMatching(/^no step leads from/u)
    ])
  })

  test("does not claim that there is none where the search was given up", () => {
    expect(said("completed", facts.slice(0, 1), undefined, 2).summary.zh).toMatch(/不能断定没有/u)
  })
})
