import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { bearerRoles, bearers } from "../../src/facility/bearers.ts"
import { decodeEvent } from "../../src/facility/decode.ts"
import {
  duties,
  type Event,
  type Facility,
  fold,
  inService,
  lifecycle,
  quietUntil,
  verdicts
} from "../../src/facility/index.ts"
import { register } from "../../src/facility/register.ts"
import { norms } from "../../src/regulation/norms.ts"
import { asked } from "../standard/story.ts"
import { advised, fact, planned, says, takenOver, told, turn } from "./story.ts"

type Kind = Exclude<Facility["kind"], undefined>
const on = (day: string) => day as CivilDate

const each: ReadonlyArray<readonly [norm: "N17.1" | "N25.1", kind: Kind, art: string]> = [
  ["N17.1", "network-platform", "art. 17"],
  ["N17.1", "security-infrastructure", "art. 17"],
  ["N25.1", "data-centre", "art. 25"]
]

describe.each(each)("%s, a facility of the kind %s", (norm, kind, art) => {
  test(`in service on the day asked it is as provided (${art})`, () => {
    const story = [planned(kind), turn("FacilityOpened", "2026-03-01")]
    expect(says(story, norm, "2026-03-01")).toBe("Fulfilled")
    expect(says(story, norm, "2126-03-01")).toBe("Fulfilled")
  })

  test(`planned and not opened it is owed on no day, and never late or a breach (${art})`, () => {
    expect(says([planned(kind)], norm)).toBe("DueUnspecified")
    expect(says([planned(kind)], norm, "2126-01-01")).toBe("DueUnspecified")
  })

  test(`suspended or closed it is owed again, and resumed it is as provided (${art})`, () => {
    const story = [planned(kind), turn("FacilityOpened", "2026-03-01"), turn("FacilitySuspended", "2026-04-01")]
    expect(says(story, norm)).toBe("DueUnspecified")
    expect(says([...story, turn("FacilityResumed", "2026-04-20")], norm)).toBe("Fulfilled")
    expect(says([...story, turn("FacilityClosed", "2026-04-20")], norm)).toBe("DueUnspecified")
  })

  test(`opened sooner than planned it changes on that day, though a suspension before it was recorded as well (${art})`, () => {
    const story = [
      planned(kind, "2026-01-20"),
      turn("FacilitySuspended", "2026-01-08"),
      turn("FacilityOpened", "2026-01-15")
    ]
    const x = fold("F1", story)
    expect(quietUntil(x, asked(on("2026-01-06")))).toBe("2026-01-14")
    expect([says(story, norm, "2026-01-14"), says(story, norm, "2026-01-15")]).toEqual(["DueUnspecified", "Fulfilled"])
  })

  test(`where nobody said whether it is in service that is unknown (${art})`, () => {
    expect(says([takenOver(kind)], norm)).toBe("Undetermined service")
    expect(says([takenOver(kind), planned(kind)], norm)).toBe("Undetermined service")
    expect(says([takenOver(kind, { service: on("2026-01-01") }), planned(kind)], norm)).toBe("DueUnspecified")
  })

  test(`dated as opening later it is not in service until then (${art})`, () => {
    const story = [takenOver(kind), planned(kind, "2026-06-01")]
    expect(says(story, norm, "2026-05-31")).toBe("DueUnspecified")
    expect(quietUntil(told(...story), asked("2026-05-01"))).toBe("2026-05-31")
    expect(says(story, norm, "2026-06-01")).toBe("Undetermined service")
    const opening = [takenOver(kind), turn("FacilityOpened", "2026-06-01")]
    expect(says(opening, norm, "2026-05-31")).toBe("DueUnspecified")
    expect(quietUntil(told(...opening), asked("2026-05-01"))).toBe("2026-05-31")
    expect(says(opening, norm, "2026-06-01")).toBe("Fulfilled")
  })

  test(`one that was opened before the Measures serves since they took force (${art}, art. 36)`, () => {
    const story = [turn("FacilityOpened", "2004-01-01"), { ...planned(kind), on: on("2003-01-01") } as Event]
    expect(says(story, norm, "2005-02-03")).toBe("silent")
    expect(says(story, norm, "2005-02-04")).toBe("Fulfilled")
  })
})

test("each facility is asked about by the sentences of its own article alone (arts 17, 25)", () => {
  const asking = (kind: Kind) =>
    verdicts(told(planned(kind)), asked("2026-05-01")).verdicts.flatMap(({ norm }) =>
      norm === "N2.2" || norm === "N36.1" ? [] : [norm]
    )
  expect(asking("network-platform")).toEqual(["N17.1"])
  expect(asking("security-infrastructure")).toEqual(["N17.1"])
  expect(asking("data-centre")).toEqual(["N25.1"])
  expect(verdicts(told(turn("FacilityOpened", "2026-03-01")), asked("2026-05-01")).verdicts).toEqual([])
})

describe("how the province serves with its facilities (arts 17, 25)", () => {
  const opened = (kind: Kind) => [planned(kind), turn("FacilityOpened", "2026-03-01")]
  const judged = (norm: "N17.2" | "N25.2", outcome: "fulfilled" | "not-fulfilled", day: string, by = "p-supervisor") =>
    fact("Judged", day, { norm, instance: "", outcome, reason: "检查记录", by })
  const requested = fact("FacilityAccessRequested", "2026-03-10", { request: "Q1", by: "health" })
  const answered = fact("FacilityAccessAnswered", "2026-04-10", { request: "Q1", granted: true, by: "p-info" })

  test("both norms are declared as judgements, with their reason in both languages (arts 17, 25)", () => {
    for (const norm of ["N17.2", "N25.2"] as const) {
      expect(register[norm].judgement.zh).toMatch(/《办法》/u)
      expect(register[norm].judgement.en).toMatch(/Measures/u)
    }
  })

  test("no rule decides it; the latest judgement of whoever inspects is handed on (arts 17, 25, 35)", () => {
    for (const [norm, kind] of [
      ["N17.2", "network-platform"],
      ["N17.2", "security-infrastructure"],
      ["N25.2", "data-centre"]
    ] as const) {
      const story = opened(kind)
      expect(says(story, norm)).toBe("Undetermined judgement declared-judgement")
      const good = judged(norm, "fulfilled", "2026-04-01")
      expect(says([...story, good], norm)).toBe("Fulfilled judged")
      expect(says([...story, judged(norm, "not-fulfilled", "2026-04-02"), good], norm)).toBe("Breached judged")
      expect(says([...story, judged(norm, "fulfilled", "2026-04-01", "supervisor")], norm)).toBe(
        "Undetermined judgement declared-judgement"
      )
      expect(says([...story, { ...good, instance: "request/Q1" } as Event], norm)).toBe(
        "Undetermined judgement declared-judgement"
      )
      expect(says([...story, judged(norm === "N17.2" ? "N25.2" : "N17.2", "fulfilled", "2026-04-01")], norm)).toBe(
        "Undetermined judgement declared-judgement"
      )
    }
  })

  test("what is known not to be in service serves nobody; what nobody said is no reason to doubt it (arts 17, 25)", () => {
    expect(says([planned("data-centre")], "N25.2")).toBe("silent")
    expect(says([takenOver("data-centre")], "N25.2")).toBe("Undetermined judgement declared-judgement")
  })

  test("an access request without an answer is shown, and no day is set for it (art. 17)", () => {
    const story = [...opened("network-platform"), requested]
    expect(says(story, "N17.2", "2126-01-01")).toBe("Undetermined judgement access-unanswered")
    expect(says([...story, answered], "N17.2")).toBe("Undetermined judgement declared-judgement")
    expect(says([...story, judged("N17.2", "fulfilled", "2026-04-01")], "N17.2")).toBe("Fulfilled access-unanswered")
    const partly = [takenOver("network-platform"), turn("FacilityOpened", "2026-03-01"), requested]
    expect(says(partly, "N17.2")).toBe("Undetermined judgement declared-judgement")
  })
})

describe("acts on a facility", () => {
  test("the provincial authority opens, suspends and closes, and nobody else does (arts 17, 25)", () => {
    expect(advised([planned("data-centre")], turn("FacilityOpened", "2026-03-01")).outcome).toBe("Allowed")
    const act = { ...turn("FacilityOpened", "2026-03-01"), by: "info" } as Event
    expect(advised([planned("data-centre")], act).outcome).toBe("Denied")
  })

  test("what was never opened is neither suspended nor closed, and a request that was not made is not answered (arts 17, 25)", () => {
    for (const tag of ["FacilitySuspended", "FacilityResumed", "FacilityClosed"] as const)
      expect(advised([planned("data-centre")], turn(tag, "2026-03-01")).outcome, tag).toBe("OutOfOrder")
    expect(advised([takenOver("data-centre")], turn("FacilityClosed", "2026-03-01")).outcome).toBe("AllowedWithNotice")
    const answer = fact("FacilityAccessAnswered", "2026-03-01", { request: "Q1", granted: true, by: "p-info" })
    expect(advised([planned("network-platform")], answer).outcome).toBe("OutOfOrder")
  })

  test("an organ of whatever level and region may ask for access (art. 17)", () => {
    const asks = (by: string) =>
      advised(
        [planned("network-platform"), turn("FacilityOpened", "2026-03-01")],
        fact("FacilityAccessRequested", "2026-03-10", { request: "Q1", by })
      ).outcome
    expect(["health", "p-police", "info", "p-info"].map(asks)).toEqual(["Allowed", "Allowed", "Allowed", "Allowed"])
    expect(asks("stranger")).toBe("AllowedWithNotice")
  })

  test("the bearers are those that the regulation names, and what is owed passes to the successor (arts 4, 17, 25)", () => {
    for (const [id, roles] of Object.entries(bearerRoles))
      expect([id, roles]).toEqual([id, norms[id as keyof typeof norms].bearer])
    const owed = (asOf: string) => duties(told(planned("data-centre")), asked(asOf)).duties.map((d) => d.bearers)
    expect(owed("2026-08-31")).toEqual([[{ role: "info.provincial", agency: "p-info" }]])
    expect(owed("2026-09-01")).toEqual([[{ role: "info.provincial", agency: "p-info-2" }]])
    const x = told(planned("data-centre"), turn("FacilityOpened", "2026-03-01"))
    const ctx = asked("2027-01-01")
    expect(verdicts(x, ctx).verdicts.map((v) => [v.norm, bearers(v, x, ctx)[0]?.agency])).toEqual([
      ["N2.2", undefined],
      ["N25.1", "p-info"],
      ["N25.2", "p-info-2"],
      ["N36.1", undefined]
    ])
  })

  test("no lifecycle of the regulation names these acts: all are the library's own, save that a facility is opened", () => {
    const text = Object.entries(lifecycle).filter(([, { source }]) => source === "text")
    expect(text.map(([tag]) => tag)).toEqual(["FacilityOpened"])
    expect(Object.values(lifecycle).filter((row) => "guards" in row)).toEqual([])
  })
})

describe("whether a facility was in service, as other subjects ask for it (arts 17, 25)", () => {
  const opened = [planned("data-centre"), turn("FacilityOpened", "2026-03-01")]

  test("from its opening on, save while it is suspended or closed", () => {
    const serves = inService([fold("f1", [...opened, turn("FacilitySuspended", "2026-04-01")])])
    expect(serves("data-centre", on("2026-02-28"))).toBe(false)
    expect(serves("data-centre", on("2026-03-01"))).toBe(true)
    expect(serves("data-centre", on("2026-03-31"))).toBe(true)
    expect(serves("data-centre", on("2026-04-01"))).toBe(false)
  })

  test("of a facility of which there is no record, or whose record does not tell, nobody said", () => {
    expect(inService([])("data-centre", on("2026-05-01"))).toBeUndefined()
    expect(inService([fold("f1", opened)])("network-platform", on("2026-05-01"))).toBeUndefined()
    expect(inService([fold("f1", [takenOver("data-centre")])])("data-centre", on("2026-05-01"))).toBeUndefined()
    expect(inService([fold("f1", [planned("data-centre")])])("data-centre", on("2026-05-01"))).toBe(false)
    expect(inService([fold("f1", [planned("data-centre")])])("data-centre", on("2026-01-04"))).toBe(false)
  })

  test("one of a kind that serves is enough", () => {
    const closed = fold("f1", [...opened, turn("FacilityClosed", "2026-04-01")])
    const next = fold("f2", [planned("data-centre"), turn("FacilityOpened", "2026-04-01")])
    expect(inService([closed, next])("data-centre", on("2026-05-01"))).toBe(true)
    expect(inService([closed, fold("f2", [takenOver("data-centre")])])("data-centre", on("2026-05-01"))).toBeUndefined()
    expect(inService([closed])("data-centre", on("2026-05-01"))).toBe(false)
  })
})

test("a facility of another kind and a misspelt particular are refused", () => {
  expect(Result.isSuccess(decodeEvent(planned("data-centre")))).toBe(true)
  expect(Result.isFailure(decodeEvent({ ...planned("data-centre"), kind: "portal" }))).toBe(true)
  expect(Result.isFailure(decodeEvent({ ...planned("data-centre"), opened: "2026-01-01" }))).toBe(true)
})
