import { describe, expect, test } from "vitest"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import type { Event } from "../../src/system/index.ts"
import { fact, line, recorded, said } from "./story.ts"

const norms = (...ids: ReadonlyArray<string>) => ({
  instrumentsInForce: () => ids.map((id) => ({ id, kind: "security-norms" as const }))
})
const replaced = {
  instrumentsInForce: (_: string, on: string) => [
    { id: on < "2026-05-01" ? "sec-1" : "sec-2", kind: "security-norms" as const }
  ]
}
const checked = (on: string, result: "pass" | "fail", against?: ReadonlyArray<string>): Event =>
  fact("SystemChecked", on, { what: "security-norms", result, ...(against === undefined ? {} : { against }) })
const at = (more: ReadonlyArray<Event>, beside = {}, day = "2026-06-01"): string =>
  line("N19.1", [recorded, ...more], day, beside)
const general = { profile: reading(textOnly, "A19", "general") }

describe("the security norms (art. 19)", () => {
  test("not issued, or nobody knows whether they are: undetermined (A19, art. 19)", () => {
    expect(at([checked("2026-03-01", "fail", ["any"])], norms())).toBe("Undetermined securityNorms no-yardstick")
    expect(at([checked("2026-03-01", "fail", ["any"])])).toBe("Undetermined securityNorms")
  })
  test("read generally, where they are not issued any security standard will do (A19, art. 19)", () => {
    expect(at([checked("2026-03-01", "fail", ["any"])], { ...norms(), ...general })).toBe("Breached")
    expect(at([checked("2026-03-01", "pass")], { ...norms(), ...general })).toBe("Fulfilled")
    expect(at([], { ...norms(), ...general })).toBe("Undetermined securityCheck")
    expect(at([checked("2026-03-01", "pass", ["any"])], { ...norms("sec-1"), ...general })).toBe(
      "Undetermined securityCheck"
    )
  })
  test("a check against the version in force on the day asked decides (art. 19)", () => {
    expect(at([checked("2026-03-01", "pass", ["sec-1"])], norms("sec-1"))).toBe("Fulfilled")
    expect(at([checked("2026-03-01", "fail", ["sec-1"])], norms("sec-1"))).toBe("Breached")
    expect(at([], norms("sec-1"))).toBe("Undetermined securityCheck")
    expect(at([checked("2026-03-01", "pass")], norms("sec-1"))).toBe("Undetermined against")
  })
  test("a check against a version that was replaced says nothing of the new one (art. 19)", () => {
    const passed = [checked("2026-03-01", "pass", ["sec-1"])]
    expect(at(passed, replaced, "2026-04-30")).toBe("Fulfilled")
    expect(at(passed, replaced, "2026-05-01")).toBe("Undetermined securityCheck")
  })
  test("checked again and passed it is fulfilled, and the time in between stays on record (art. 19)", () => {
    const events = [recorded, checked("2026-03-01", "fail", ["sec-1"]), checked("2026-04-01", "pass", ["sec-1"])]
    const [v] = said("N19.1", events, "2026-06-01", norms("sec-1"))
    expect(v?.status).toBe("Fulfilled")
    expect(v?.intervals?.map(({ from, until }) => [from, until])).toEqual([["2026-03-01", "2026-04-01"]])
  })
  test("the time in which it failed the version then in force stays on record when that version is replaced (art. 19)", () => {
    const events = [recorded, checked("2026-04-01", "fail", ["sec-1"]), checked("2026-05-10", "pass", ["sec-2"])]
    const [v] = said("N19.1", events, "2026-06-01", replaced)
    expect(v?.status).toBe("Fulfilled")
    expect(v?.intervals?.map(({ from, until }) => [from, until])).toEqual([["2026-04-01", "2026-05-10"]])
  })
  test("of a record that nobody opened a check speaks, and without one nothing is said (art. 19)", () => {
    const failed = checked("2026-03-01", "fail", ["sec-1"])
    expect(line("N19.1", [failed], "2026-06-01", norms("sec-1"))).toBe("Breached")
    expect(line("N19.1", [], "2026-06-01", norms("sec-1"))).toBe("")
  })
  test("with the system itself the duty ends (art. 19)", () => {
    const events = [checked("2026-03-01", "fail", ["sec-1"]), fact("SystemRetired", "2026-05-01", {})]
    expect(at(events, norms("sec-1"))).toBe("NotApplicable lapsed")
  })
})

describe("the security infrastructure (art. 19)", () => {
  const use = (
    service: string,
    used: boolean | undefined,
    more: { readonly reason?: string; readonly own?: boolean } = {}
  ): Event =>
    ({
      ...fact("SystemSecurityUseStated", "2026-03-01", { service, ...(used === undefined ? {} : { used }), ...more }),
      id: service
    }) as Event
  const uses = (more: ReadonlyArray<Event>, beside = {}): string =>
    line("N19.2", [recorded, ...more], "2026-06-01", beside)

  test("each service is used, or it is recorded why not (art. 19)", () => {
    expect(uses([use("ca", true), use("backup", false, { reason: "已有专线" })])).toBe(
      "service/backup Fulfilled reason-given; service/ca Fulfilled"
    )
  })
  test("not used and no reason is never a breach: owed on no day, with a finding where a service of its own doubles one that is offered (art. 19)", () => {
    expect(uses([use("ca", false)])).toBe("service/ca DueUnspecified reason-missing")
    expect(uses([use("ca", false, { own: true })])).toBe("service/ca DueUnspecified own-service")
    expect(uses([use("ca", false, { own: true, reason: "涉密" })])).toBe("service/ca Fulfilled reason-given")
  })
  test("where the use is not stated it is open (art. 19)", () => {
    expect(uses([])).toBe("Undetermined securityUse")
    expect(uses([use("ca", undefined)])).toBe("service/ca Undetermined securityUse")
  })
  test("on a day on which the infrastructure is stated not to be available nothing is owed; of which nobody said anything, it was (art. 19)", () => {
    const none = [use("ca", false, { own: true })]
    expect(uses(none, { inService: () => false })).toBe("")
    expect(uses(none, { inService: () => undefined })).toBe("service/ca DueUnspecified own-service")
    expect(uses(none, { inService: (kind: string) => kind !== "network-platform" })).toBe(
      "service/ca DueUnspecified own-service"
    )
  })
  test("the last statement of a service speaks, and with the system itself the duty ends (art. 19)", () => {
    const later = { ...use("ca", true), id: "ca-2", on: "2026-04-01" } as Event
    expect(uses([use("ca", false), later])).toBe("service/ca Fulfilled")
    expect(uses([use("ca", false), fact("SystemRetired", "2026-05-01", {})])).toBe("")
  })
})
