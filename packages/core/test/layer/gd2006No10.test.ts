import { dayOf, days, histories, lawfulHistories } from "@banfa/testing/project"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { gd2006No10 } from "../../src/layer/gd2006No10.ts"
import { compose, textOnly } from "../../src/profile/index.ts"
import { explain } from "../../src/project/explain.ts"
import { context, type Event, fold, type Plan, subject, type Verdict, verdicts } from "../../src/project/index.ts"
import { agencies, facts } from "../explanation/sample.ts"
import { asked, law, onDay, says } from "../law/Law.ts"

const day = (text: string): CivilDate => text as CivilDate
const norm = "local:gd2006-10.plan-first"
const from = (text: string) => Result.getOrThrow(compose(textOnly, gd2006No10({ from: day(text) })))
const inForce: ReadonlyArray<Plan> = [{ id: "plan-2025", kind: "provincial", items: ["7"] }]
const item = { plan: "plan-2025", item: "7" }

/** The sample project, approved on 2026-02-20 with other particulars, and what the layer says of it. */
const said = (
  particulars: object,
  plans: ReadonlyArray<Plan> | undefined,
  { more = [], since = "2026-01-01" }: { readonly more?: ReadonlyArray<Event>; readonly since?: string } = {}
): Verdict | undefined => {
  const told = facts.map((e): Event => {
    if (e._tag !== "Approved") return e
    const { deviation: _, funding: __, planItem: ___, ...rest } = e
    return { ...rest, ...particulars } as Event
  })
  const ctx = context({ asOf: day("2026-06-01"), profile: from(since), directory: agencies, plansInForce: () => plans })
  return verdicts(fold("P1", [...told, ...more]), ctx).verdicts.find((v) => v.norm === norm)
}
const status = (...args: Parameters<typeof said>): string | undefined => said(...args)?.status

const funding = ["fiscal"]

describe("先规划后立项 (粤府办〔2006〕10号, excerpt)", () => {
  test("an approval that cites an item of a plan in force was planned first", () => {
    expect(status({ funding, planItem: item }, inForce)).toBe("Fulfilled")
    expect(status({ funding, planItem: { plan: "plan-2025", item: "9" } }, [{ id: "plan-2025", kind: "local" }])).toBe(
      "Fulfilled"
    )
  })

  test("an approval while no plan is in force, that cites none, was not", () => {
    expect(status({ funding, planItem: null }, [])).toBe("Breached")
    expect(status({ funding }, [])).toBe("Breached")
  })

  test("what lies between the words seen do not decide: an item that no plan in force has, or none although a plan is in force", () => {
    for (const [planItem, plans] of [
      [null, inForce],
      [{ plan: "plan-2025", item: "8" }, inForce],
      [{ plan: "plan-2020", item: "7" }, inForce],
      [item, []]
    ] as const) {
      const v = said({ funding, planItem }, plans)
      expect([v?.status, v?.note, v?.missing]).toEqual(["Undetermined", "declared-judgement", undefined])
    }
  })

  test("a fact that nobody stated leaves it open, and is named", () => {
    expect(said({ planItem: item }, inForce)?.missing).toBe("funding")
    expect(said({ funding, planItem: item }, undefined)?.missing).toBe("plansInForce")
    expect(said({ funding }, inForce)?.missing).toBe("planItem")
  })

  test("it is about government investment alone: fiscal money in the decision, or in a budget for the project", () => {
    expect(status({ funding: ["self-raised", "loan"], planItem: null }, [])).toBeUndefined()
    const budget = { _tag: "BudgetIssued", id: "b", project: "P1", budget: "B1", on: "2026-03-01", fiscal: true }
    const more = [{ ...budget, recordedAt: "2026-03-01T01:00:00Z" } as unknown as Event]
    expect(status({ funding: ["self-raised"], planItem: null }, [], { more })).toBe("Breached")
  })

  test("no approval before the day from which the deployment applies it is judged by it", () => {
    expect(status({ funding, planItem: null }, [], { since: "2026-02-20" })).toBe("Breached")
    expect(status({ funding, planItem: null }, [], { since: "2026-02-21" })).toBeUndefined()
  })

  test("its verdicts name the document, that it is not verified, and whoever decided", () => {
    const ctx = context({ asOf: day("2026-06-01"), profile: from("2026-01-01"), directory: agencies })
    const told = explain(fold("P1", facts), said({ funding, planItem: null }, []) as Verdict, ctx)
    expect(told.restsOn.zh).toBe("本地规则：粤府办〔2006〕10号（仅见摘录，标题未见）（来源未核实）")
    expect(told.quote.zh).toBe("政府投资的信息化建设项目必须先规划后立项、先评估后建…")
    expect(told.bearers.map((b) => b.zh)).toEqual(["示例市发展改革局（投资主管部门）"])
  })
})

describe("先评估后建 (粤府办〔2006〕10号, excerpt)", () => {
  const fact = (_tag: string, on: string, particulars: object = {}): Event =>
    ({
      _tag,
      id: `${_tag}-${on}`,
      project: "P1",
      on,
      recordedAt: `${on}T01:00:00Z`,
      ...particulars
    }) as unknown as Event
  const assessed = (on: string, type: string): ReadonlyArray<Event> => [
    fact("AssessmentPlanned", "2026-01-12", { assessment: "X1", type, by: "info" }),
    fact("AssessmentIssued", on, { assessment: "X1", by: "info" })
  ]
  const built = (...more: ReadonlyArray<Event>): Verdict | undefined => {
    const ctx = context({ asOf: day("2026-06-01"), profile: from("2026-01-01"), directory: agencies })
    const p = fold("P1", [...facts, fact("ConstructionStarted", "2026-03-10", { by: "health" }), ...more])
    return verdicts(p, ctx).verdicts.find((v) => v.norm === "local:gd2006-10.assess-first")
  }

  test("works that began after an ex-ante assessment was completed, on that day or later, were assessed first", () => {
    expect(built(...assessed("2026-02-01", "ex-ante"))?.status).toBe("Fulfilled")
    expect(built(...assessed("2026-03-10", "ex-ante"))?.status).toBe("Fulfilled")
  })

  test("works that began before it, or with another kind of assessment, were not", () => {
    expect(built()?.status).toBe("Breached")
    expect(built(...assessed("2026-03-11", "ex-ante"))?.status).toBe("Breached")
    expect(built(...assessed("2026-02-01", "application"))?.status).toBe("Breached")
  })

  test("an assessment of which nobody said the type leaves it open, and so does money of which nobody spoke", () => {
    expect(built(fact("AssessmentIssued", "2026-02-01", { assessment: "X1", by: "info" }))?.missing).toBe(
      "assessment.type"
    )
    const silent = facts.map(
      (e): Event => (e._tag === "Approved" ? ({ ...e, funding: undefined } as unknown as Event) : e)
    )
    const ctx = context({ asOf: day("2026-06-01"), profile: from("2026-01-01"), directory: agencies })
    const p = fold("P1", [...silent, fact("ConstructionStarted", "2026-03-10")])
    const v = verdicts(p, ctx).verdicts.find(({ norm }) => norm === "local:gd2006-10.assess-first")
    expect([v?.status, v?.missing]).toEqual(["Undetermined", "funding"])
  })
})

test("the layer chooses to read that the ex-ante assessment is finished before approval, and is the source of it (art. 31, A31b)", () => {
  const { chosenBy, readings } = from("2006-01-01")
  expect([readings.A31b, chosenBy?.A31b?.status]).toEqual(["yes", "unverified"])
  expect(chosenBy?.A31b?.title.zh).toContain("粤府办〔2006〕10号")
})

law(
  "the layer says nothing of the Measures otherwise, and of every approval and start of works from its day on one thing at most",
  30,
  { history: fc.oneof(histories, lawfulHistories), n: days },
  ({ history: { events }, n }, met) => {
    const on = dayOf(events, n)
    const p = onDay(events, on)
    const profile = from("2005-02-04")
    const all = says(p, on, profile)
    const local = (v: Verdict): boolean => v.norm.startsWith("local:")
    expect(all.filter((v) => !local(v))).toEqual(says(p, on, textOnly))
    const ours = all.filter(local)
    if (ours.length > 0) met()
    expect(new Set(ours.map((v) => `${v.norm} ${v.instance}`)).size).toBe(ours.length)
    for (const v of ours) {
      expect(v.trigger?.on).toSatisfy((on) => on >= "2005-02-04")
      if (v.norm === norm && v.status === "Breached")
        expect(asked(on, profile).plansInForce(p.region, p.organ, v.trigger?.on as CivilDate)).toEqual([])
    }
  }
)

describe("先评估后建, each start of the works from a day on (粤府办〔2006〕10号, excerpt)", () => {
  const first = "local:gd2006-10.assess-first"
  const built = (funding: ReadonlyArray<string>, on: string, more: ReadonlyArray<Event> = [], since = "2026-01-01") => {
    const approved = facts
      .filter((e) => e._tag === "Drafted" || e._tag === "Approved")
      .map((e) => (e._tag === "Approved" ? ({ ...e, funding } as Event) : e))
    const started = {
      _tag: "ConstructionStarted",
      id: "works",
      project: "P1",
      on,
      recordedAt: `${on}T01:00:00Z`
    } as Event
    const ctx = context({ asOf: day("2026-06-01"), profile: from(since), directory: agencies })
    const p = fold("P1", [...approved, started, ...more])
    return { ctx, p, v: verdicts(p, ctx).verdicts.find(({ norm: of }) => of === first) }
  }

  test("is asked of the project as a whole, of fiscal money, and of no start before that day", () => {
    expect(built(funding, "2026-03-01").v).toMatchObject({ instance: "", status: "Breached", note: "no-assessment" })
    expect(built(["self-raised"], "2026-03-01").v).toBeUndefined()
    expect(built(funding, "2026-03-01", [], "2026-03-01").v?.status).toBe("Breached")
    expect(built(funding, "2026-03-01", [], "2026-03-02").v).toBeUndefined()
  })

  test("cannot be told of a record that says nothing about assessments", () => {
    const coverage = { works: day("2026-01-01"), decision: day("2026-01-01") }
    const taken = {
      _tag: "TakenOver",
      id: "taken",
      project: "P1",
      on: day("2026-01-01"),
      region: "440100",
      organ: "health"
    }
    const more = [{ ...taken, recordedAt: "2026-01-01T01:00:00Z", coverage } as Event]
    expect(built(funding, "2026-03-01", more).v).toMatchObject({ status: "Undetermined", missing: "assessment" })
  })

  test("whoever built is shown as the bearer, and the profile names the layer", () => {
    const { ctx, p, v } = built(funding, "2026-03-01")
    expect(subject.bearers(v as Verdict, p, ctx).map(({ role }) => role)).toEqual(["builder"])
    expect(ctx.profile.layers).toMatchObject([{ id: "gd2006-10", version: "1" }])
  })
})
