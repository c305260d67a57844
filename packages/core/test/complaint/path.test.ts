import { describe, expect, test } from "vitest"
import { describeWay } from "../../src/complaint/explain.ts"
import { context, type Event, fold, type Position } from "../../src/complaint/index.ts"
import { nextActs } from "../../src/complaint/nextActs.ts"
import { path } from "../../src/complaint/path.ts"
import { sample } from "../law/Law.ts"
import { complaintId, fact, received, takenOver } from "./story.ts"

const ctx = context({ asOf: "2026-04-02" as never, directory: sample })
const to = (goal: Position, story: ReadonlyArray<Event>) => path(fold(complaintId, story), goal, ctx)
const told = (way: ReturnType<typeof to>): ReadonlyArray<string> =>
  way._tag === "None"
    ? way.lacks.map((lack) => JSON.stringify(lack))
    : way.steps.map(({ act }) => `${act._tag} by ${act.by}`)

describe("the way of a complaint (art. 21)", () => {
  test("it is accepted, assigned, replied to and closed by the organ complained to", () => {
    expect(told(to("closed", [received]))).toEqual([
      "ComplaintAccepted by health",
      "ComplaintAssigned by health",
      "ComplaintReplied by health",
      "ComplaintClosed by health"
    ])
    expect(told(to("replied", [takenOver]))).toHaveLength(3)
  })

  test("once it was redirected, the organ that it was redirected to accepts it", () => {
    const redirected = fact("ComplaintRedirected", "2026-03-05", { to: "drc", by: "health" })
    expect(told(to("accepted", [received, redirected]))).toEqual(["ComplaintAccepted by drc"])
  })

  test("whoever complained may take it back, also without a name; a refusal is a way to itself alone", () => {
    expect(told(to("withdrawn", [received]))).toEqual(["ComplaintWithdrawn by undefined"])
    expect(told(to("notAccepted", [received]))).toEqual(["ComplaintRefused by health"])
  })

  test("a complaint that was refused has no way to a reply, in words too", () => {
    const way = to("replied", [received, fact("ComplaintRefused", "2026-03-05", { reason: "…", by: "health" })])
    expect(way).toMatchObject({ exhausted: true, lacks: [{ _tag: "Position", terminal: true }] })
    expect(describeWay(way, ctx).lacks[0]?.text.zh).toContain("事项已终结")
  })

  test("of one taken over nobody knows who complained, so nobody can take it back", () => {
    expect(told(to("withdrawn", [takenOver]))).toEqual(['{"_tag":"Fact","missing":"receipt","instance":""}'])
  })

  test("where the organ that it was redirected to is not stated, that is missing", () => {
    const redirected = fact("ComplaintRedirected", "2026-03-05", { by: "health" })
    expect(told(to("accepted", [received, redirected]))).toEqual(['{"_tag":"Fact","missing":"organ","instance":""}'])
  })

  test("what may happen next is its receipt first; then to accept, refuse, redirect, or take it back", () => {
    const kinds = (story: ReadonlyArray<Event>) => nextActs(fold(complaintId, story), ctx).map(({ kind }) => kind)
    expect(kinds([])).toEqual(["ComplaintReceived"])
    expect(kinds([received])).toEqual([
      "ComplaintAccepted",
      "ComplaintRefused",
      "ComplaintRedirected",
      "ComplaintWithdrawn"
    ])
    expect(kinds([fact("ComplaintAccepted", "2026-03-05", { by: "health" })])).not.toContain("ComplaintReceived")
  })

  test("its receipt says where, to whom and what was complained about, which are for whoever complains to say", () => {
    const [first] = nextActs(fold(complaintId, []), ctx)
    expect(first?.example).toMatchObject({ region: "…", organ: "…", text: "…" })
  })
})
