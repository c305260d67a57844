import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Event, EventOf } from "../../src/organ/index.ts"
import type { Milestones } from "../../src/profile/Parameter.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { entry, fact, line, recorded, said, setting, takenOver } from "./story.ts"

type Track = EventOf<"OrganProgressStated">["track"]
const norms = {
  "office-automation": "N15.1",
  "document-transmission": "N15.2",
  matters: "N21.1",
  approval: "N21.2"
} as const
const tracks = Object.keys(norms) as ReadonlyArray<Track>
const first = reading(textOnly, "A21", "first")
const percent = (track: Track, by: string, percent: number, from?: string, region?: string) =>
  setting("progress.milestones", entry<Milestones>({ steps: [{ track, by: by as CivilDate, percent }] }, from, region))
const horizon = (days: number, from?: string) =>
  setting("progress.milestones", entry<Milestones>({ horizon: days }, from))

describe.each(tracks)("%s, step by step (逐步)", (track) => {
  const norm = norms[track]
  const step = (on: string, covered: number | null | undefined, total: number | undefined = 10): Event =>
    fact("OrganProgressStated", on, {
      track,
      ...(covered === undefined ? {} : { covered }),
      ...(total === undefined ? {} : { total })
    })
  const at = (story: ReadonlyArray<Event>, day = "2026-06-01", beside = {}): string =>
    line(norm, [recorded, ...story], day, beside)

  test(`complete is fulfilled, partial and not fallen is in progress, however long it takes (${norm})`, () => {
    expect(at([step("2026-02-01", 3), step("2026-03-01", 10)])).toBe("Fulfilled")
    expect(at([step("2026-02-01", 3)])).toBe("Pending")
    expect(at([step("2026-02-01", 3)], "2056-01-01")).toBe("Pending")
  })
  test(`no step and no horizon leaves it open (${norm})`, () => {
    expect(at([])).toBe("Undetermined progress")
    expect(at([step("2026-02-01", 0)])).toBe("Undetermined progress")
    expect(line(norm, [takenOver], "2026-06-01")).toBe("Undetermined progress")
    expect(line(norm, [], "2026-06-01")).toBe("")
  })
  test(`a share that falls is a finding and no breach (${norm})`, () => {
    expect(at([step("2026-02-01", 5), step("2026-03-01", 4)])).toBe("DueUnspecified fallen")
    expect(at([step("2026-02-01", 10), step("2026-03-01", 9)])).toBe("DueUnspecified fallen")
    expect(at([step("2026-02-01", 5), step("2026-03-01", 5, 20)])).toBe("DueUnspecified fallen")
    expect(at([step("2026-02-01", 5), step("2026-03-01", 4), step("2026-04-01", 5)])).toBe("Pending")
  })
  test(`a count that is missing leaves it open, and a whole of nothing asks for nothing (${norm})`, () => {
    expect(at([step("2026-02-01", undefined)])).toBe("Undetermined covered")
    expect(at([{ ...step("2026-02-01", 3), total: undefined } as never])).toBe("Undetermined total")
    expect(at([step("2026-02-01", 0, 0)])).toBe("")
    expect(at([{ ...step("2026-02-01", 3), total: "n/a" } as never])).toBe("")
    expect(line(norm, [step("2026-02-01", 3)], "2026-06-01")).toBe("Pending")
  })
  test(`no step over a configured horizon is a finding from the day after it, counted from the last step (${norm})`, () => {
    const profile = horizon(30)
    expect(at([step("2026-02-01", 3)], "2026-03-03", { profile })).toBe("Pending")
    expect(at([step("2026-02-01", 3)], "2026-03-04", { profile })).toBe("DueUnspecified no-step")
    expect(at([step("2026-02-01", 3), step("2026-03-01", 4)], "2026-03-31", { profile })).toBe("Pending")
    expect(at([step("2026-02-01", 3), step("2026-03-01", 3)], "2026-03-04", { profile })).toBe("DueUnspecified no-step")
  })
  test(`a horizon counts from its document where there was no step before it (${norm})`, () => {
    const profile = horizon(30, "2026-04-01")
    expect(at([], "2026-03-31", { profile })).toBe("Undetermined progress")
    expect(at([], "2026-05-01", { profile })).toBe("Pending")
    expect(at([], "2026-05-02", { profile })).toBe("DueUnspecified no-step")
    expect(line(norm, [takenOver], "2026-05-02", { profile })).toBe("Undetermined progress")
  })
  test(`no horizon runs before the Measures took force, whatever the document says (${norm}, art. 36)`, () => {
    const profile = horizon(30, "2004-01-01")
    const opened = { ...recorded, on: "2004-01-05" } as Event
    const on = (day: string) => line(norm, [opened, step("2004-06-01", 3)], day, { profile })
    expect(on("2005-03-06")).toBe("Pending")
    expect(on("2005-03-07")).toBe("DueUnspecified no-step")
  })
  test(`of the milestones of a document the next to come is told, in whatever order they are listed (${norm})`, () => {
    const steps = [
      { track, by: "2026-09-30" as CivilDate, percent: 80 },
      { track, by: "2026-04-30" as CivilDate, percent: 50 },
      { track, by: "2026-12-31" as CivilDate, percent: 100 }
    ]
    const profile = setting("progress.milestones", entry<Milestones>({ steps }))
    expect(at([step("2026-02-01", 3)], "2026-04-01", { profile })).toBe("Pending 2026-04-30")
    expect(at([step("2026-02-01", 6)], "2026-04-01", { profile })).toBe("Pending 2026-09-30")
    expect(at([step("2026-02-01", 3)], "2026-10-15", { profile })).toBe("Overdue 2026-04-30")
  })
  test(`a configured milestone is pending up to its day and overdue after it (${norm})`, () => {
    const profile = percent(track, "2026-04-30", 50)
    expect(at([step("2026-02-01", 3)], "2026-04-30", { profile })).toBe("Pending 2026-04-30")
    expect(at([step("2026-02-01", 3)], "2026-05-01", { profile })).toBe("Overdue 2026-04-30")
    expect(at([], "2026-05-01", { profile })).toBe("Overdue 2026-04-30")
    expect(at([step("2026-02-01", 5)], "2026-05-01", { profile })).toBe("Pending")
    expect(at([step("2026-04-30", 5)], "2026-05-01", { profile })).toBe("Pending")
    expect(line(norm, [takenOver], "2026-05-01", { profile })).toBe("Undetermined progress")
  })
  test(`a milestone reached afterwards stays on record, and a whole reached afterwards is late (${norm})`, () => {
    const half = { profile: percent(track, "2026-04-30", 50) }
    const story = [step("2026-02-01", 3), step("2026-05-10", 6)]
    expect(at(story, "2026-06-01", half)).toBe("Pending")
    expect(
      said(norm, [recorded, ...story], "2026-06-01", half)[0]?.intervals?.map(({ from, until }) => [from, until])
    ).toEqual([["2026-05-01", "2026-05-10"]])
    const whole = { profile: percent(track, "2026-04-30", 100) }
    expect(at([step("2026-02-01", 10)], "2026-06-01", whole)).toBe("Fulfilled")
    expect(at([step("2026-02-01", 3), step("2026-05-10", 10)], "2026-06-01", whole)).toBe("FulfilledLate 2026-04-30")
    const stood = (...steps: ReadonlyArray<Event>) => said(norm, [recorded, ...steps], "2026-06-01", half)[0]?.intervals
    expect(stood(step("2026-02-01", 3), step("2026-05-01", 6))).toBeUndefined()
    expect(stood(step("2026-02-01", 6))).toBeUndefined()
  })
  test(`a milestone asks how it stood on its day: reached before and fallen by then is missed (${norm})`, () => {
    const profile = percent(track, "2026-04-30", 50)
    expect(at([step("2026-02-01", 6), step("2026-04-01", 4)], "2026-05-01", { profile })).toBe(
      "Overdue fallen 2026-04-30"
    )
    expect(at([step("2026-02-01", 6), step("2026-05-01", 4)], "2026-05-01", { profile })).toBe("DueUnspecified fallen")
    const twice = [{ ...step("2026-04-30", 6), id: "1" } as Event, { ...step("2026-04-30", 4), id: "2" } as Event]
    expect(at(twice, "2026-05-01", { profile })).toBe("Overdue fallen 2026-04-30")
  })
  test(`where it is not known how it stood on the day, nobody is late (${norm})`, () => {
    const profile = percent(track, "2026-04-30", 50)
    expect(
      at([step("2026-02-01", 3), step("2026-04-01", undefined), step("2026-05-10", 4)], "2026-06-01", { profile })
    ).toBe("Undetermined covered")
    expect(at([step("2026-02-01", 3), step("2026-05-10", undefined)], "2026-06-01", { profile })).toBe(
      "Undetermined covered"
    )
    expect(line(norm, [takenOver, step("2026-02-01", 3)], "2026-06-01", { profile })).toBe("Undetermined progress")
    for (const on of ["2026-02-01", "2026-04-30"])
      expect(line(norm, [takenOver, step(on, 6)], "2026-06-01", { profile })).toBe("Pending")
  })
  test(`the milestone of another track, of another region, or of a document not in force on its day asks for nothing (${norm})`, () => {
    const other = track === "matters" ? "approval" : "matters"
    expect(at([step("2026-02-01", 3)], "2026-06-01", { profile: percent(other, "2026-04-30", 50) })).toBe("Pending")
    expect(
      at([step("2026-02-01", 3)], "2026-06-01", { profile: percent(track, "2026-04-30", 50, "2005-02-04", "440300") })
    ).toBe("Pending")
    expect(at([step("2026-02-01", 3)], "2026-06-01", { profile: percent(track, "2026-04-30", 50, "2026-05-01") })).toBe(
      "Pending"
    )
  })
})

describe("the scope of 逐步 (A21)", () => {
  const step = (track: Track, covered: number): Event =>
    fact("OrganProgressStated", "2026-02-01", { track, covered, total: 10 })
  test("read as the first act alone, the later acts are owed on no day like any duty (arts 15, 21)", () => {
    for (const track of ["document-transmission", "approval"] as const) {
      expect(line(norms[track], [recorded, step(track, 3)], "2026-06-01", { profile: first })).toBe("DueUnspecified")
      expect(line(norms[track], [recorded], "2026-06-01", { profile: first })).toBe("DueUnspecified")
      expect(line(norms[track], [takenOver], "2026-06-01", { profile: first })).toBe("Undetermined progress")
      expect(line(norms[track], [recorded, step(track, 10)], "2026-06-01", { profile: first })).toBe("Fulfilled")
    }
  })
  test("the first act is progressive under either reading (arts 15, 21)", () => {
    for (const track of ["office-automation", "matters"] as const)
      expect(line(norms[track], [recorded, step(track, 3)], "2026-06-01", { profile: first })).toBe("Pending")
  })
})
