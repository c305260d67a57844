import { describe, expect, test } from "vitest"
import type { Event } from "../../src/complaint/index.ts"
import { advised, entry, fact, received, setting, takenOver } from "./story.ts"

const named = { ...received, by: "resident" } as Event
const accept = (by?: string): Event => fact("ComplaintAccepted", "2026-03-05", by === undefined ? {} : { by })
const redirect = fact("ComplaintRedirected", "2026-03-04", { to: "info", by: "health" })
const outcome = (story: ReadonlyArray<Event>, act: Event): string => advised(story, act).outcome

describe("what is advised on complaints (art. 21)", () => {
  test("accepting is allowed, and refusing with a reason; with none it is told, never stopped (art. 21)", () => {
    expect(outcome([received], accept("health"))).toBe("Allowed")
    const refuse = fact("ComplaintRefused", "2026-03-05", { by: "health", reason: "不属于职责范围" })
    expect(outcome([received], refuse)).toBe("Allowed")
    const { reason: _, ...unreasoned } = refuse
    const advice = advised([received], unreasoned as Event)
    expect(advice.outcome).toBe("AllowedWithNotice")
    expect(advice.reasons.map((r) => r._tag === "Norm" && [r.strength, r.verdict.note])).toEqual([
      ["advisory", "reason-missing"]
    ])
  })
  test("accepting is never held up, late or of a register that tells nothing (art. 21)", () => {
    const late = { profile: setting("complaint.within", entry(1)) }
    const advice = advised([received], accept("health"), late)
    expect(advice.outcome).toBe("AllowedWithNotice")
    expect(advice.reasons.map((r) => r._tag === "Norm" && [r.strength, r.verdict.status])).toEqual([
      ["incidental", "FulfilledLate"]
    ])
    expect(advised([takenOver], accept("health"), late).outcome).toBe("Allowed")
    const workdays = { profile: setting("complaint.within", entry({ workdays: 5 })) }
    expect(advised([received], accept("health"), workdays).outcome).toBe("AllowedWithNotice")
  })
  test("the organ complained to acts, or the one redirected to, through succession, and no other (art. 21)", () => {
    expect(outcome([received], accept("info"))).toBe("NotEntitled")
    expect(outcome([received], accept())).toBe("Undetermined")
    expect(outcome([received, redirect], accept("info"))).toBe("Allowed")
    expect(outcome([received, redirect], accept("health"))).toBe("NotEntitled")
    expect(outcome([received, { ...redirect, to: null } as Event], accept("info"))).toBe("Undetermined")
    const later = { ...accept("health-2"), on: "2027-03-05" } as Event
    expect(outcome([received], later)).toBe("Allowed")
    expect(outcome([received], { ...later, by: "health" } as Event)).toBe("NotEntitled")
  })
  test("redirecting is of the organ that has the complaint, and says to whom (art. 21)", () => {
    expect(outcome([received], redirect)).toBe("Allowed")
    expect(outcome([received], { ...redirect, by: "info" } as Event)).toBe("NotEntitled")
    const { to: _, ...nowhere } = redirect
    expect(advised([received], nowhere as Event).reasons).toMatchObject([{ _tag: "Missing", field: "to" }])
  })
  test("anybody may complain, without a name too; who complained may withdraw and reopen (art. 21)", () => {
    expect(outcome([], received)).toBe("Allowed")
    expect(outcome([], named)).toBe("Allowed")
    expect(outcome([named], { ...received, id: "again", on: "2026-03-09", by: "company" } as Event)).toBe("Allowed")
    const withdraw = (by?: string): Event => fact("ComplaintWithdrawn", "2026-03-05", by === undefined ? {} : { by })
    expect(outcome([received], withdraw())).toBe("Allowed")
    expect(outcome([named], withdraw("resident"))).toBe("Allowed")
    expect(outcome([named], withdraw("health"))).toBe("NotEntitled")
    expect(outcome([named], withdraw())).toBe("Undetermined")
    expect(outcome([received], withdraw("resident"))).toBe("Undetermined")
    expect(outcome([takenOver], withdraw())).toBe("Undetermined")
    const replied = [
      accept("health"),
      fact("ComplaintAssigned", "2026-03-06", { by: "health" }),
      fact("ComplaintReplied", "2026-03-09", { by: "health" })
    ]
    const reopen = (by: string): Event => fact("ComplaintReopened", "2026-03-10", { by })
    expect(outcome([named, ...replied], reopen("resident"))).toBe("Allowed")
    expect(outcome([named, ...replied], reopen("health"))).toBe("Allowed")
    expect(outcome([named, ...replied], reopen("company"))).toBe("NotEntitled")
  })
  test("what was never replied to is not reopened, unless a register may have left the reply out (art. 21)", () => {
    const reopen = fact("ComplaintReopened", "2026-03-10", { by: "health" })
    expect(outcome([received, accept("health")], reopen)).toBe("OutOfOrder")
    expect(outcome([takenOver, accept("health")], reopen)).toBe("AllowedWithNotice")
    const later = fact("ComplaintReplied", "2026-03-11", { by: "health" })
    expect(outcome([received, accept("health"), later], reopen)).toBe("OutOfOrder")
    const same = fact("ComplaintReplied", "2026-03-10", { by: "health" })
    const handling = fact("ComplaintAssigned", "2026-03-06", { by: "health" })
    expect(outcome([received, accept("health"), handling, same], reopen)).toBe("Allowed")
  })
  test("taking over is of an organ by the directory, judging of the authorities of its region, retracting of nobody (arts 4, 21, 35)", () => {
    expect(outcome([], takenOver)).toBe("Allowed")
    expect(outcome([], { ...takenOver, by: "company" } as Event)).toBe("NotEntitled")
    const judged = (by: string): Event =>
      fact("Judged", "2026-03-05", { norm: "N21.3", instance: "", outcome: "fulfilled", reason: "检查", by })
    expect([outcome([received], judged("supervisor")), outcome([received], judged("c-supervisor"))]).toEqual([
      "Allowed",
      "Denied"
    ])
    expect(outcome([received], fact("Retracted", "2026-03-05", { of: "x", by: "health" }))).toBe("NotEntitled")
    expect(outcome([received], fact("Retracted", "2026-03-05", { of: "x" }))).toBe("NotEntitled")
  })
})
