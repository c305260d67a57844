import { describe, expect, test } from "vitest"
import type { Event } from "../../src/project/index.ts"
import { advised, fact, upToApproval, upToOpinion } from "./story.ts"

/** What an act presupposes and is known not to have happened. */
const lacks = (story: ReadonlyArray<Event>, act: Event): ReadonlyArray<string> => {
  const found = advised(story, act).reasons.find((r) => r._tag === "Order")
  return found?._tag === "Order" ? found.lacks : []
}
const taken = fact("TakenOver", "2026-03-02", { region: "440100", organ: "health", coverage: {}, by: "health" })
const inPart = (story: ReadonlyArray<Event>): ReadonlyArray<Event> => [taken, ...story.slice(1)]
const begun = [...upToApproval, fact("ConstructionStarted", "2026-04-10", { by: "company" })]

describe("what an act presupposes", () => {
  test("an opinion is revised that was given on the same request (art. 10)", () => {
    const story = [
      ...upToOpinion,
      fact("OpinionRequested", "2026-03-22", { application: "A1", request: "R2", to: "info", by: "drc" })
    ]
    const revised = (request: string) =>
      fact("OpinionRevised", "2026-03-25", {
        application: "A1",
        request,
        opinion: "O2",
        conclusion: "not-support",
        by: "info"
      })
    expect(lacks(story, revised("R1"))).toEqual([])
    expect(lacks(story, revised("R2"))).toEqual(["opinion"])
    expect(lacks(inPart(story), revised("R2"))).toEqual([])
  })

  test("what was completed by the day of the application is applied for to be accepted (art. 32)", () => {
    const story = [...begun, fact("ConstructionCompleted", "2026-06-30", { by: "company" })]
    const applied = (on: string) => fact("AcceptanceApplied", on, { acceptance: "C1", by: "company" })
    expect(lacks(story, applied("2026-06-30"))).toEqual([])
    expect(lacks(story, applied("2026-06-29"))).toEqual(["completion"])
  })

  test("acceptance is applied for anew after it failed, not while it is undecided nor after it was passed (art. 32)", () => {
    const applied = fact("AcceptanceApplied", "2026-07-01", { acceptance: "C1", by: "company" })
    const decided = (kind: "AcceptancePassed" | "AcceptanceFailed") =>
      fact(kind, "2026-07-10", { acceptance: "C1", by: "acceptors" })
    const again = fact("AcceptanceReapplied", "2026-07-20", { acceptance: "C2", former: "C1", by: "company" })
    expect(lacks([...begun, applied], again)).toEqual(["failedAcceptance"])
    expect(lacks([...begun, applied, decided("AcceptancePassed")], again)).toEqual(["failedAcceptance"])
    expect(lacks([...begun, applied, decided("AcceptanceFailed")], again)).toEqual([])
  })

  const turns = [
    ["works are resumed that were suspended (art. 12)", "Suspended", "Resumed", "pause"],
    ["a designation is ended that was made (art. 3)", "ProvincialKeyDesignated", "ProvincialKeyEnded", "designation"],
    ["a project is taken off the key list that was on it (art. 12)", "KeyListed", "KeyDelisted", "listing"]
  ] as const
  test.each(turns)("%s by then, even on the same day", (_, on, off, missing) => {
    const turn = (kind: typeof on | typeof off, day: string): Event => ({
      ...fact(kind, day, { by: "company" }),
      id: `${kind}-${day}`
    })
    const end = turn(off, "2026-06-01")
    expect(lacks([...begun, turn(on, "2026-06-01")], end)).toEqual([])
    expect(lacks([...begun, turn(on, "2026-05-01")], end)).toEqual([])
    expect(lacks(begun, end)).toEqual([missing])
    expect(lacks([...begun, turn(on, "2026-06-02")], end)).toEqual([missing])
    expect(lacks([...begun, turn(off, "2026-05-01")], end)).toEqual([missing])
    expect(lacks(inPart(begun), end)).toEqual([])
  })
})
