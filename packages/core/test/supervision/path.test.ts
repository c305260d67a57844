import { inspectionId } from "@banfa/testing/supervision"
import { describe, expect, test } from "vitest"
import { describeWay } from "../../src/supervision/explain.ts"
import { type Event, fold, type Position } from "../../src/supervision/index.ts"
import { nextActs } from "../../src/supervision/nextActs.ts"
import { path } from "../../src/supervision/path.ts"
import { emptyDirectory } from "../../src/verdict/context.ts"
import { asked, fact, fixed, found, opened, rectifying, started } from "./story.ts"

const day = "2026-03-02"
const to = (goal: Position, story: ReadonlyArray<Event>, ctx = asked(day)) => path(fold(inspectionId, story), goal, ctx)
const told = (way: ReturnType<typeof to>): ReadonlyArray<string> =>
  way._tag === "None"
    ? way.lacks.map((lack) => JSON.stringify(lack))
    : way.steps.map(({ act }) => `${act._tag} by ${act.by}`)

describe("the way of an inspection (art. 35)", () => {
  test("what was found is put right, reported and checked again, and so it is closed", () => {
    expect(told(to("closed", [opened(), started, found]))).toEqual([
      "RectificationStarted by health",
      "RectificationReported by health",
      "RecheckPassed by supervisor"
    ])
    expect(told(to("closed", [opened(), started, found, rectifying]))).toHaveLength(2)
  })

  test("it is started, and closed where nothing is found", () => {
    expect(told(to("closed", [opened()]))).toEqual([
      "InspectionStarted by supervisor",
      "InspectionFoundNothing by supervisor"
    ])
  })

  test("an organ may contest, and then what was found is issued anew; that is no way to an end", () => {
    expect(told(to("inProgress", [opened(), started, found]))).toEqual(["InspectionContested by health"])
  })

  test("the supervision department cannot close the inspection of itself, nor is there another way", () => {
    const story = [opened("supervisor"), started]
    expect(told(to("closed", story))).toEqual([
      '{"_tag":"Gate","norm":"N35.2","instance":"act/…InspectionFoundNothing","act":"InspectionFoundNothing"}'
    ])
    expect(told(to("findingsIssued", story))).toEqual(["InspectionFindingsIssued by supervisor"])
  })

  test("nobody stands in for a supervision department that nobody is known to be, in words too", () => {
    const ctx = { ...asked(day), directory: emptyDirectory }
    const way = to("closed", [opened()], ctx)
    expect(told(way)).toContain('{"_tag":"Holder","role":"supervision.any","region":"440100"}')
    expect(describeWay(way, ctx).summary.zh).toBe("没有依规定到达“办结”的途径。")
  })

  test("where only the institution of 2005 is meant, its successor has no way (A35)", () => {
    const later = fact("InspectionOpened", "2026-09-05", { region: "440100", organs: ["health"], by: "supervisor-2" })
    expect(to("closed", [later], asked("2026-09-20"))._tag).toBe("Found")
    expect(to("closed", [later], asked("2026-09-20", fixed))._tag).toBe("None")
  })

  test("a closed inspection is at its end, and stands at its goal", () => {
    const story = [opened(), started, fact("InspectionFoundNothing", "2026-02-01", { by: "supervisor" })]
    expect(to("inProgress", story)).toMatchObject({ lacks: [{ _tag: "Position", terminal: true }] })
    expect(told(to("closed", story))).toEqual([])
  })

  test("of whom and where nothing was said that is what is missing (art. 35)", () => {
    expect(told(to("closed", [started]))).toEqual(['{"_tag":"Fact","missing":"region","instance":""}'])
    expect(told(to("rectifying", [started, found]))).toEqual(['{"_tag":"Fact","missing":"organs","instance":""}'])
  })

  test("its opening says where, which organs and on what ground, which are for the department to say (art. 35)", () => {
    const [first] = nextActs(fold(inspectionId, []), asked(day))
    expect(first?.example).toMatchObject({ region: "…", organs: ["…"], period: "n/a", ground: "…" })
  })

  test("what may happen next is the opening first; then the department's acts and the organ's", () => {
    const kinds = (story: ReadonlyArray<Event>) =>
      nextActs(fold(inspectionId, story), asked(day)).map(({ kind }) => kind)
    expect(kinds([])).toEqual(["InspectionOpened"])
    expect(kinds([started])).not.toContain("InspectionOpened")
    expect(kinds([opened(), started, found])).toEqual([
      "RectificationStarted",
      "InspectionContested",
      "InspectionConcluded"
    ])
  })
})
