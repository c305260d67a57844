import { agencies, plansInForce } from "@banfa/testing/planning"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import { inquire } from "../../src/planning/explain.ts"
import { type Context, context, type Event, fold, type PlanVersion, verdicts } from "../../src/planning/index.ts"
import {
  ask,
  day,
  departmental,
  fact,
  filed,
  local,
  on,
  planId,
  provincial,
  read,
  submitted,
  submittedLocal
} from "./story.ts"

const inquired = (p: PlanVersion, ctx: Context, norm: string, instance: string) => {
  const v = verdicts(p, ctx).verdicts.find((one) => one.norm === norm && one.instance === instance)
  return v === undefined ? undefined : inquire(p, v, ctx)
}
/** What a norm misses of a story, and what it says under each answer: the status, whether that bars the act, whether more is missing. */
const told = (
  story: ReadonlyArray<Event>,
  norm: string,
  asOf: string,
  beside: Partial<Context> = {},
  instance = ""
): ReadonlyArray<string> => {
  const inquiry = inquired(on(story, asOf), { ...ask(asOf), ...beside }, norm, instance)
  const lines = inquiry?.answers.map(({ conclusion: { en }, missing }) =>
    [en.split(/[,:]/u)[0], en.includes("not met") && "barred", missing && "?"].filter(Boolean).join(" ")
  )
  return [inquiry?.name ?? "", ...(lines ?? [])]
}
const without = (e: Event, field: string): Event =>
  Object.fromEntries(Object.entries(e).filter(([key]) => key !== field)) as unknown as Event

const passed = fact("PlanReviewPassed", "2026-03-02", { by: "p-planning" })
const approved = fact("PlanApproved", "2026-04-01", { by: "p-government" })
const implemented = fact("PlanImplemented", "2026-04-20", { by: "p-info" })

describe("what nobody said of the making of a plan, and what each answer would come to", () => {
  test("whose plan it is (arts 6 to 8)", () => {
    expect(told([submitted, passed], "N6.2", "2026-03-05")).toEqual([
      "kind",
      "Fulfilled",
      "Not applicable",
      "Not applicable"
    ])
    expect(told([submittedLocal], "N8.1", "2026-03-01")).toEqual([
      "kind",
      "Not applicable",
      "Fulfilled",
      "Not applicable"
    ])
    expect(told([filed], "N7.1", "2026-03-01")).toEqual(["kind", "Not applicable", "Not applicable", "Undetermined ?"])
  })

  test("of which area it is, who leads it and on what it rests (arts 3, 4, 6 to 8)", () => {
    const elsewhere = { ...local[0], region: "449999" } as Event
    expect(told([elsewhere], "N8.1", "2026-03-01")).toEqual(["region", "Owed", "Not applicable"])
    const ofCity = { ...elsewhere, organ: "info" } as Event
    expect(told([ofCity], "N4.2", "2026-03-01")).toEqual(["region", "Owed", "Not applicable barred"])
    const unheard = (opening: Event | undefined) => [{ ...opening, organ: "unheard-of" } as Event]
    expect(told(unheard(provincial[0]), "N3.1", "2026-01-20")).toEqual(["organ", "Owed", "Not as provided barred"])
    expect(told(unheard(departmental[0]), "N7.2", "2026-01-20")).toEqual(["organ", "Pending", "Not applicable"])
    expect(told([...provincial, without(submitted, "grounds")], "N6.1", "2026-03-01")).toEqual([
      "grounds",
      "Fulfilled",
      "Not as provided"
    ])
    const both = { profile: read("A08b", "both") }
    expect(told([...local, without(submittedLocal, "plans")], "N8.1", "2026-03-01", both)).toEqual([
      "plans",
      "Not as provided",
      "Not as provided",
      "Fulfilled"
    ])
    expect(told([...departmental, without(filed, "plans")], "N7.1", "2026-03-01")).toEqual([
      "plans",
      "Fulfilled",
      "Not as provided"
    ])
  })

  test("which plans were in force (arts 6 to 8)", () => {
    const late = (e: Event | undefined, on: string) => ({ ...e, on: day(on) }) as Event
    const drafted = late(local[0], "2028-01-10")
    expect(told([drafted], "N8.1", "2028-02-01")).toEqual(["plansInForce", "Owed", "Owed", "Not applicable"])
    const answers = ["plansInForce", "Fulfilled", "Not as provided", "Not applicable"]
    expect(told([drafted, late(submittedLocal, "2028-01-20")], "N8.1", "2028-02-01")).toEqual(answers)
    const organs = [late(departmental[0], "2028-01-10"), late(filed, "2028-01-20")]
    expect(told(organs, "N7.1", "2028-02-01")).toEqual(answers)
    const amended = fact("PlanAmendmentApproved", "2028-01-05", { version: "plan-p2", by: "p-government" })
    const story = [...provincial, submitted, passed, approved, implemented, amended]
    const barred = ["Not applicable", "Not applicable barred", "Not applicable barred"]
    expect(told(story, "N6.3", "2028-02-01", {}, `replacement/${amended.id}`)).toEqual(["plansInForce", ...barred])
  })

  test("which version takes the place of a plan, whatever else is in force (art. 6)", () => {
    const amended = fact("PlanAmendmentApproved", "2027-07-01", { by: "p-government" })
    const story = [...provincial, submitted, passed, approved, implemented, amended]
    const unapproved = { plansInForce: () => [{ id: "version-2", kind: "provincial", approved: false }] as const }
    expect(told(story, "N6.3", "2027-08-01", unapproved, `replacement/${amended.id}`)).toEqual([
      "version",
      "Not applicable",
      "Not applicable barred"
    ])
  })
})

describe("what nobody said of the steps of a plan, and what each answer would come to", () => {
  test("whether and when it was submitted, or its review passed: on a day on which something was done, or on that asked about (art. 6)", () => {
    const since = day("2026-01-01")
    const taken = (...covered: ReadonlyArray<string>) => [
      ...provincial,
      {
        ...fact("PlanTakenOver", "2026-01-10", { kind: "provincial", region: "440000", organ: "p-info" }),
        coverage: Object.fromEntries(covered.map((slice) => [slice, since]))
      } as Event
    ]
    const rest = ["report", "approval", "force"]
    expect(told(taken("review", ...rest), "N6.2", "2026-02-01")).toEqual(["submission", "Owed", "Owed", "Pending"])
    expect(told([...taken("submission", ...rest), submitted], "N6.2", "2026-03-05")).toEqual([
      "review",
      "Fulfilled",
      "Fulfilled",
      "Fulfilled",
      "Owed"
    ])
  })

  test("who reviewed it: all of several, none, or one of them alone (arts 6, 8)", () => {
    const unnamed = without(passed, "by")
    const other = "Owed barred"
    expect(told([...provincial, submitted, unnamed], "N6.2", "2026-03-05")).toEqual(["review.to", "Fulfilled", other])
    expect(told([...local, submittedLocal, unnamed], "N8.2", "2026-03-05")).toEqual(["review.to", "Fulfilled", other])
    const again = { ...unnamed, id: "again", on: day("2026-03-04") } as Event
    const story = [...provincial, submitted, unnamed, again]
    expect(told(story, "N6.2", "2026-03-05")).toEqual(["review.to", "Fulfilled", other, "Fulfilled", "Fulfilled"])
    const answers = inquired(on(story, "2026-03-05"), ask("2026-03-05"), "N6.2", "")?.answers.map((a) => a.answer.en)
    expect(answers?.map((answer) => answer.match(/^only (\S+):/u)?.[1])).toEqual([
      undefined,
      undefined,
      passed.id,
      "again"
    ])
    expect(new Set(answers).size).toBe(4)
  })

  test("who reviewed it in a region whose day of change nobody knows (art. 8)", () => {
    const region = "440183"
    const data = {
      ...agencies,
      agencies: [...agencies.agencies, { id: "z-planning", name: { zh: "增城" }, region }],
      holdings: [...agencies.holdings, { agency: "z-planning", office: "planning", region, from: day("2000-01-01") }]
    }
    const built = Result.getOrThrow(directory(Result.getOrThrow(parseDirectoryData(data))))
    const story = [
      fact("PlanDrafted", "2014-01-06", { kind: "local", region: "440118", organ: "c-info" }),
      fact("PlanSubmittedForReview", "2014-01-20", {}),
      fact("PlanReviewPassed", "2014-03-01", { by: "z-planning" })
    ]
    const ctx = context({ asOf: day("2014-06-01"), directory: built, plansInForce })
    const inquiry = inquired(fold(planId, story), ctx, "N8.2", "")
    expect([inquiry?.name, inquiry?.decides]).toEqual(["review.to", true])
  })

  test("who approved it; who refused to, and who is known, is not asked (arts 6, 8)", () => {
    const unnamed = without(approved, "by")
    const answers = ["approval.to", "Fulfilled", "Pending barred"]
    const before = [...provincial, submitted, passed]
    expect(told([...before, unnamed], "N6.3", "2026-04-05")).toEqual(answers)
    expect(told([...local, submittedLocal, unnamed], "N8.3", "2026-04-05")).toEqual(answers)
    const refused = fact("PlanNotApproved", "2026-03-20", { reason: "须修改" })
    const elsewhere = { ...approved, id: "elsewhere", on: day("2026-03-25"), by: "government" } as Event
    for (const other of [refused, elsewhere])
      expect(told([...before, other, unnamed], "N6.3", "2026-04-05")).toEqual(answers)
  })

  test("where a filing went, when it arrived and for what it was returned (art. 7)", () => {
    const returned = fact("PlanFilingReturned", "2026-02-15", { filing: "F1", by: "p-info" })
    const ofWhom = { ...without(returned, "by"), id: "of-whom", on: day("2026-02-14"), lacking: ["附件"] } as Event
    const at = "2026-03-01"
    expect(told([...departmental, without(filed, "to")], "N7.2", at)).toEqual(["filing.to", "Fulfilled", "Pending"])
    expect(told([...departmental, filed, ofWhom], "N7.2", at)).toEqual(["filing.to", "Pending", "Fulfilled"])
    expect(told([...departmental, without(filed, "received")], "N7.2", at)).toEqual([
      "received",
      "Fulfilled",
      "Fulfilled",
      "Pending"
    ])
    expect(told([...departmental, filed, returned], "N7.2", at)).toEqual(["lacking", "Pending", "Fulfilled"])
    expect(told([...departmental, filed, ofWhom, returned], "N7.2", at)).toEqual([
      "lacking",
      "Pending",
      "Undetermined ?"
    ])
  })
})
