import { instrumentId } from "@banfa/testing/standard"
import { describe, expect, test } from "vitest"
import { describeWay } from "../../src/standard/explain.ts"
import { type Event, fold, type Position } from "../../src/standard/index.ts"
import { nextActs } from "../../src/standard/nextActs.ts"
import { path } from "../../src/standard/path.ts"
import { emptyDirectory } from "../../src/verdict/context.ts"
import { asked, drafted, fact, issued, read, sample } from "./story.ts"

const day = "2026-04-02"
const to = (goal: Position, story: ReadonlyArray<Event>, ctx = asked(day)) => path(fold(instrumentId, story), goal, ctx)
const told = (way: ReturnType<typeof to>): ReadonlyArray<string> =>
  way._tag === "None"
    ? way.lacks.map((lack) => JSON.stringify(lack))
    : way.steps.map(({ act }) => `${act._tag} by ${act.by}`)

describe("the way of an instrument", () => {
  test("the provincial authority issues it and it takes effect (arts 3, 19, 23)", () => {
    for (const kind of ["standards", "security-norms", "exchange-catalogue"] as const)
      expect(told(to("inForce", [drafted(kind)]))).toEqual([
        "InstrumentIssued by p-info",
        "InstrumentTookEffect by p-info"
      ])
  })

  test("the assessment standards are issued together with the four departments that the article names (art. 34)", () => {
    const way = to("issued", [drafted("assessment-standards")], asked(day, read("A06", "joint")))
    expect(way._tag === "Found" && way.steps[0]?.act).toMatchObject({
      with: ["p-drc", "p-fin", "p-audit", "p-supervisor"],
      signed: ["p-drc", "p-fin", "p-audit", "p-supervisor"],
      parts: ["standards", "scheme"]
    })
  })

  test("where nobody is known to be one of the four, that is what is missing, in words too (art. 34)", () => {
    const ctx = asked(day)
    const directory = {
      ...sample,
      holder: (...[role, region, on]: Parameters<typeof sample.holder>) =>
        role === "audit.provincial" ? undefined : sample.holder(role, region, on)
    }
    const way = to("inForce", [drafted("assessment-standards")], { ...ctx, directory })
    expect(told(way)).toEqual(['{"_tag":"Holder","role":"audit.provincial","region":"440000"}'])
    expect(describeWay(way, ctx).lacks[0]?.text.zh).toContain("审计")
    const [issue] = nextActs(fold(instrumentId, [drafted("assessment-standards")]), { ...ctx, directory })
    expect(issue?.example).toMatchObject({ with: ["p-drc", "p-fin", "p-supervisor"] })
  })

  test("with an empty directory the provincial authority is missing (art. 3)", () => {
    const way = to("inForce", [drafted("standards")], { ...asked(day), directory: emptyDirectory })
    expect(told(way)).toEqual(['{"_tag":"Holder","role":"info.provincial","region":"440000"}'])
  })

  test("of an instrument of which nothing was said nobody knows which it is", () => {
    expect(told(to("inForce", []))).toEqual(['{"_tag":"Fact","missing":"kind","instance":""}'])
  })

  test("what was issued takes effect; what ends it is a way to itself alone (art. 34)", () => {
    expect(told(to("inForce", [drafted("standards"), issued()]))).toEqual(["InstrumentTookEffect by p-info"])
    expect(told(to("repealed", [drafted("standards"), issued()]))).toEqual(["InstrumentRepealed by p-info"])
    expect(told(to("abandoned", [drafted("standards")]))).toEqual(["InstrumentAbandoned by p-info"])
    const gone = [drafted("standards"), fact("InstrumentAbandoned", "2026-02-01", { by: "p-info" })]
    expect(to("inForce", gone)).toMatchObject({ lacks: [{ _tag: "Position", terminal: true }] })
  })

  test("what may happen next is its drafting, as one of six kinds; then its issue or its end", () => {
    const next = (story: ReadonlyArray<Event>) => nextActs(fold(instrumentId, story), asked(day))
    expect(next([]).map(({ example }) => example)).toMatchObject(
      [
        ["standards", "n/a"],
        ["exchange-standards", "provincial"],
        ["security-norms", "n/a"],
        ["exchange-catalogue", "n/a"],
        ["exchange-agreement", "n/a"],
        ["assessment-standards", "n/a"]
      ].map(([kind, level]) => ({ kind, level, region: "440000", organ: "…" }))
    )
    expect(next([issued()]).map(({ kind }) => kind)).not.toContain("InstrumentDrafted")
    expect(next([drafted("standards")]).map(({ kind }) => kind)).toEqual(["InstrumentIssued", "InstrumentAbandoned"])
  })
})
