import { inspectionId } from "@banfa/testing/supervision"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { caseOf, dutyList, inspectCases } from "../../src/duty/index.ts"
import {
  caseAt,
  duties,
  type Event,
  type EventTag,
  fold,
  position,
  subject,
  verdicts
} from "../../src/supervision/index.ts"
import { now } from "../law/Law.ts"
import { advised, asked, fact, fixed, found, lines, opened, reasons, rectified, rectifying, started } from "./story.ts"

const judgement = "Undetermined judgement declared-judgement met"
const judged = (outcome: "fulfilled" | "not-fulfilled", by: string, on = "2026-04-01", instance = ""): Event =>
  fact("Judged", on, { norm: "N35.2", instance, outcome, reason: "年度总结", by })
const withdrawn = (by: string): Event => fact("InspectionWithdrawn", "2026-01-20", { reason: "重复立项", by })
const nothing = (by: string, on = "2026-02-10"): Event => fact("InspectionFoundNothing", on, { considered: [], by })

describe("inspecting and supervising (art. 35)", () => {
  test("is declared a judgement, with the last act of the department as evidence (art. 35)", () => {
    expect(lines([opened()])).toEqual([judgement])
    const evidence = (...story: ReadonlyArray<Event>) =>
      verdicts(fold(inspectionId, story), asked("2026-12-01")).verdicts.find(({ norm }) => norm === "N35.2")?.act?.ref
    expect(evidence(opened())).toBe("InspectionOpened-2026-01-05")
    expect(evidence(opened(), started, found, rectifying)).toBe("InspectionFindingsIssued-2026-02-10")
  })

  test("an inspection that nobody opened is none, whatever else is on record (art. 35)", () => {
    expect(lines([started, found])).toEqual([])
  })

  test("what somebody who may judge found is handed on, the latest of it (art. 35)", () => {
    expect(lines([opened(), judged("fulfilled", "supervisor")])).toEqual(["Fulfilled judged met"])
    expect(lines([opened(), judged("fulfilled", "supervisor"), judged("not-fulfilled", "info", "2026-05-01")])).toEqual(
      ["Breached judged met"]
    )
    for (const by of ["fin", "c-supervisor", "p-supervisor", "stranger"])
      expect(lines([opened(), judged("fulfilled", by)]), by).toEqual([judgement])
  })

  test("the Measures reach it where one of the organs inspected is an administrative one (arts 2, 35)", () => {
    const whole = (...organs: ReadonlyArray<string>) =>
      verdicts(fold(inspectionId, [opened(...organs)]), asked("2026-12-01")).verdicts.map(
        (v) => `${v.norm} ${v.status}`
      )
    expect(whole("stranger", "fin")).toEqual(["N2.2 Qualifies", "N35.2 Undetermined", "N36.1 Undetermined"])
    expect(whole("stranger")).toEqual(["N2.2 Undetermined", "N35.2 Undetermined", "N36.1 Undetermined"])
  })

  test("nothing is said before the Measures took force (art. 36)", () => {
    expect(lines([opened(), started], "2005-02-03")).toEqual([])
  })
})

describe("who starts, finds, closes and withdraws (art. 35)", () => {
  const rounds: ReadonlyArray<readonly [Event, ReadonlyArray<Event>]> = [
    [started, [opened()]],
    [nothing("supervisor"), [opened(), started]],
    [found, [opened(), started]],
    [fact("RecheckPassed", "2026-04-01", { by: "supervisor" }), [opened(), started, found, rectifying, rectified]],
    [fact("RecheckFailed", "2026-04-01", { by: "supervisor" }), [opened(), started, found, rectifying, rectified]],
    [fact("InspectionConcluded", "2026-04-01", { exception: "moot", by: "supervisor" }), [opened(), started, found]],
    [withdrawn("supervisor"), [opened(), started]]
  ]

  test.each(rounds)(
    "$0._tag: the department of the region on the day; one of a higher region is told so, and nobody else does (art. 35)",
    (act, story) => {
      expect([advised(story, act).outcome, reasons(advised(story, act))]).toEqual(["Allowed", []])
      expect(reasons(advised(story, { ...act, by: "p-supervisor" }))).toEqual([
        "Norm AllowedWithNotice N35.2 higher-supervision"
      ])
      for (const by of ["c-supervisor", "info", "fin", "stranger", "supervisor-2"])
        expect(reasons(advised(story, { ...act, by })), by).toEqual([
          "Competence Denied",
          "Norm Denied N35.2 not-by-supervision"
        ])
      expect(advised(story, { ...act, by: "unheard-of" }).outcome).toBe("Undetermined")
      const { by: _, ...unsaid } = act
      expect(reasons(advised(story, unsaid as Event))).toEqual([
        "Competence Undetermined",
        "Norm Undetermined N35.2 actor"
      ])
    }
  )

  test("an act after the succession is the successor's, and what was done before it stays done (art. 35)", () => {
    const late = fact("InspectionFindingsIssued", "2026-09-01", { findings: [], considered: [], by: "supervisor" })
    expect(advised([opened(), started], late).outcome).toBe("Denied")
    const story = [opened(), started, { ...found, on: "2026-09-01", by: "supervisor-2" } as Event]
    expect(lines(story)).toEqual([judgement])
  })

  test("a start is barred where somebody else opened the inspection (art. 35)", () => {
    const other = { ...opened(), by: "info" }
    expect(reasons(advised([other], started))).toEqual(["Norm Denied N35.2 not-by-supervision"])
    expect(lines([other])).toEqual([judgement, "opening Undetermined judgement not-by-supervision unmet"])
    expect(advised([], other).outcome).toBe("Denied")
  })

  test("of an inspection that was taken over nobody may know who opened it (art. 35)", () => {
    const taken = fact("InspectionTakenOver", "2026-01-05", { region: "440100", organs: ["health"], by: "supervisor" })
    expect(reasons(advised([taken], started))).toEqual(["Norm Undetermined N35.2 opener"])
    expect(lines([taken])).toEqual([judgement])
    expect(lines([taken, started])).toEqual([judgement, "opening Undetermined opener unknown"])
    expect(advised([taken, started], found).outcome).toBe("Allowed")
  })
})

describe("nobody ends the inspection of itself (art. 35)", () => {
  test.each(["info", "drc", "fin", "health"])("%s cannot close the inspection of itself (art. 35)", (by) => {
    const story = [opened(by), started]
    expect(reasons(advised(story, nothing(by)))).toEqual(["Competence Denied", "Norm Denied N35.2 self-closed"])
    expect(lines([...story, nothing(by)])).toEqual([
      judgement,
      "act/InspectionFoundNothing-2026-02-10 Undetermined judgement self-closed unmet"
    ])
  })

  test("nor can a supervision department that is itself inspected, neither close nor withdraw (art. 35)", () => {
    const story = [opened("health", "supervisor"), started]
    for (const act of [nothing("supervisor"), withdrawn("supervisor")])
      expect(reasons(advised(story, act)), act._tag).toEqual(["Norm Denied N35.2 self-closed"])
    const put = [...story, found, rectifying, rectified]
    for (const tag of ["RecheckPassed", "InspectionConcluded"] as const)
      expect(advised(put, fact(tag, "2026-04-01", { exception: "moot", by: "supervisor" } as never)).outcome, tag).toBe(
        "Denied"
      )
    expect(advised(put, fact("RecheckFailed", "2026-04-01", { by: "supervisor" })).outcome).toBe("Allowed")
  })

  test("nor can whoever took over from an inspected organ (art. 35)", () => {
    const story = [opened("supervisor"), started]
    expect(advised(story, nothing("supervisor-2", "2026-10-01")).outcome).toBe("Denied")
  })

  test("nor can the inspected organ in its old name, after another took over from it (art. 35)", () => {
    expect(reasons(advised([opened("supervisor"), started], nothing("supervisor", "2026-10-01")))).toEqual([
      "Competence Denied",
      "Norm Denied N35.2 self-closed"
    ])
  })

  test("and an act that is on record already is advised on as it was before (art. 35)", () => {
    const story = [opened("info"), started, nothing("info")]
    expect(reasons(advised(story, nothing("info")))).toContain("Norm Denied N35.2 self-closed")
  })

  test("one that was closed so is recorded, closes nothing, and is written down against whoever did it (art. 35)", () => {
    const x = fold(inspectionId, [opened("info"), started, nothing("info")])
    expect(position(x, asked("2026-12-31"))).toBe("inProgress")
    const { items } = inspectCases([caseOf(subject, x)], {}, asked("2026-12-01"))
    expect(items.map(({ severity, verdicts: [v] }) => [severity, v?.note])).toEqual([["remark", "self-closed"]])
    expect(items[0]?.bearers).toEqual([{ role: "supervision.any", agency: "info" }])
    expect(inspectCases([caseOf(subject, x)], { bearer: "supervisor" }, asked("2026-12-01")).items).toEqual([])
  })

  test("a person may judge such an act; the remark and the gate stay (art. 35)", () => {
    const act = nothing("info")
    const story = [opened("info"), started, act, judged("not-fulfilled", "supervisor", "2026-04-01", `act/${act.id}`)]
    expect(lines(story)[1]).toBe(`act/${act.id} Breached self-closed unmet`)
  })
})

describe("what the record should hold (art. 35)", () => {
  const issued = (findings: unknown): Event => ({ ...found, findings }) as Event
  const story = [opened(), started]
  test("a finding without norm or evidence is asked for, and never denied (art. 35)", () => {
    const evidence = "立项卷宗第12页"
    expect(
      reasons(
        advised(
          story,
          issued([
            { id: "F1", norm: "N10.1", evidence },
            { id: "F2", evidence }
          ])
        )
      )
    ).toEqual(["Missing AllowedWithNotice findings.norm"])
    expect(reasons(advised(story, issued([{ id: "F1", norm: "N10.1", evidence: null }])))).toEqual([
      "Missing AllowedWithNotice findings.evidence"
    ])
    expect(reasons(advised(story, issued([])))).toEqual([
      "Missing AllowedWithNotice findings.norm",
      "Missing AllowedWithNotice findings.evidence"
    ])
    expect(reasons(advised(story, issued(undefined)))).toEqual(["Missing AllowedWithNotice findings"])
  })

  test("a contest states what it says, an exceptional end its ground (art. 35)", () => {
    const contest = fact("InspectionContested", "2026-02-20", { by: "health" })
    expect(reasons(advised([...story, found], contest))).toEqual(["Missing AllowedWithNotice statement"])
    const end = fact("InspectionConcluded", "2026-02-20", { by: "supervisor" })
    expect(reasons(advised([...story, found], end))).toEqual(["Missing AllowedWithNotice exception"])
  })

  test("a result that was considered is carried with what was found (arts 33, 35)", () => {
    const x = fold(inspectionId, [...story, found])
    expect(x.steps.map(({ considered, kind }) => [kind, considered])).toEqual([
      ["InspectionStarted", undefined],
      ["InspectionFindingsIssued", ["X1"]]
    ])
  })

  test("what presupposes an act that is known to be absent is out of order (art. 35)", () => {
    expect(advised([opened()], found).outcome).toBe("OutOfOrder")
    expect(advised(story, rectifying).outcome).toBe("OutOfOrder")
    expect(advised([opened(), { ...started, on: "2026-02-11" as CivilDate }], found).outcome).toBe("OutOfOrder")
    expect(advised([...story, found], fact("RecheckPassed", "2026-04-01", { by: "supervisor" })).outcome).toBe(
      "OutOfOrder"
    )
    const taken = fact("InspectionTakenOver", "2026-01-05", {
      region: "440100",
      organs: ["health"],
      coverage: { start: "2026-01-01" as CivilDate },
      by: "supervisor"
    })
    expect(advised([taken], rectifying).outcome).toBe("AllowedWithNotice")
    expect(advised([taken, opened()], found).outcome).toBe("OutOfOrder")
  })

  test("the inspected organs put right and contest, through succession; others are told so, and contest nothing (art. 35)", () => {
    const both = [opened("health", "info"), started, found]
    for (const by of ["health", "info"]) expect(advised(both, { ...rectifying, by }).outcome, by).toBe("Allowed")
    for (const by of ["supervisor", "fin", "health-2"])
      expect(advised(both, { ...rectifying, by }).outcome, by).toBe("AllowedWithNotice")
    const contested = fact("InspectionContested", rectifying.on, { statement: "异议", by: "fin" })
    expect(advised(both, contested).outcome).toBe("NotEntitled")
    const next = fact("RectificationStarted", "2027-01-05", { by: "health-2" })
    expect(advised([opened(), started, found], next).outcome).toBe("Allowed")
    expect(advised([started, found], rectifying).outcome).toBe("AllowedWithNotice")
    expect(advised(both, fact("Retracted", "2026-03-01", { of: "x", by: "supervisor" })).outcome).toBe("NotEntitled")
  })
})

describe("who the supervision department is (A35, art. 35)", () => {
  const late: ReadonlyArray<Event> = [
    opened(),
    started,
    { ...nothing("supervisor-2", "2026-09-10"), id: "closing" } as Event
  ]
  test("mapped by the deployment a successor is the department, read as fixed it is not (A35, art. 35)", () => {
    expect(lines(late)).toEqual([judgement])
    expect(lines(late, "2026-12-01", fixed)).toEqual([
      judgement,
      "act/closing Undetermined judgement not-by-supervision unmet"
    ])
    expect(advised(late.slice(0, 2), late[2] as Event).outcome).toBe("Allowed")
    expect(reasons(advised(late.slice(0, 2), late[2] as Event, fixed))).toEqual([
      "Competence Denied",
      "Norm Denied N35.2 not-by-supervision"
    ])
  })
  test("what the institution of 2005 did is its act under either reading, and after it nobody bears the duty (A35, art. 35)", () => {
    expect(lines([opened(), started, found], "2026-08-01", fixed)).toEqual([judgement])
    const bearer = (asOf: string, profile = fixed) => {
      const ctx = asked(asOf, profile)
      const x = caseAt(inspectionId, [opened()], asOf as CivilDate, now)
      const v = verdicts(x, ctx).verdicts.find(({ norm }) => norm === "N35.2")
      return subject.bearers(v as never, x, ctx)
    }
    expect(bearer("2026-08-01")).toEqual([{ role: "supervision.any", agency: "supervisor" }])
    expect(bearer("2026-09-01")).toEqual([{ role: "supervision.any", agency: undefined }])
    expect(bearer("2026-09-01", asked("2026-09-01").profile)).toEqual([
      { role: "supervision.any", agency: "supervisor-2" }
    ])
  })
  test("and a judgement of the successor counts only where it is mapped (A35, art. 35)", () => {
    const story = [opened(), judged("fulfilled", "supervisor-2", "2026-10-01")]
    expect(lines(story)).toEqual(["Fulfilled judged met"])
    expect(lines(story, "2026-12-01", fixed)).toEqual([judgement])
  })
})

describe("inspections among all cases (art. 35)", () => {
  test("owe nothing on any day, and are found by their subject and region", () => {
    const x = fold(inspectionId, [opened(), started, found])
    const one = caseOf(subject, x)
    const ctx = asked("2026-12-01")
    expect([one.subject, one.region, one.id]).toEqual(["supervision", "440100", inspectionId])
    expect(duties(x, ctx).duties).toEqual([])
    expect(dutyList([one], { subject: "supervision" }, ctx).rows).toEqual([])
  })
  test("every kind of step moves the inspection where its row says (art. 35)", () => {
    const at = (...story: ReadonlyArray<Event>) => position(fold(inspectionId, story), asked("2026-12-31"))
    expect(at(opened())).toBe("opened")
    expect(at(opened(), started, found)).toBe("findingsIssued")
    expect(at(opened(), started, found, fact("InspectionContested", "2026-02-11", { statement: "异议" }))).toBe(
      "inProgress"
    )
    expect(at(opened(), started, found, rectifying, rectified)).toBe("rectified")
    const tags: ReadonlyArray<EventTag> = ["RecheckPassed", "InspectionConcluded"]
    for (const tag of tags)
      expect(at(opened(), started, found, fact(tag, "2026-05-01", {} as never)), tag).toBe("closed")
  })
})
