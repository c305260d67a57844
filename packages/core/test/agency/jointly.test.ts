import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { jointly } from "../../src/agency/jointly.ts"

const anyAgency = fc.constantFrom("info", "planning", "finance", "audit")

describe("acting together with departments concerned", () => {
  it("is shown by one named department other than the one that leads (art. 6)", () => {
    expect(jointly({ by: "info", with: ["planning"] }, [], "record")).toBe(true)
    expect(jointly({ by: "info", with: ["info"] }, [], "record")).toBe(false)
  })

  it("is unknown when nothing is stated, and absent when an empty list or none is", () => {
    expect(jointly({ by: "info" }, [], "record")).toBeUndefined()
    expect(jointly({ by: "info", with: [] }, [], "record")).toBe(false)
    expect(jointly({ by: "info", with: null }, [], "record")).toBe(false)
  })

  it("asks for a signature under the stricter reading", () => {
    expect(jointly({ by: "info", with: ["planning"] }, [], "joint")).toBeUndefined()
    expect(jointly({ by: "info", with: ["planning"], signed: null }, [], "joint")).toBe(false)
    expect(jointly({ by: "info", with: ["planning"], signed: ["planning"] }, [], "joint")).toBe(true)
  })

  it("asks for every department that the text lists (art. 34)", () => {
    const act = { by: "info", with: ["investment", "finance", "audit"] }
    expect(jointly(act, ["investment", "finance", "audit"], "record")).toBe(true)
    expect(jointly(act, ["investment", "finance", "audit", "supervision"], "record")).toBe(false)
    expect(jointly(act, ["investment", "finance", "audit", undefined], "record")).toBeUndefined()
  })

  it("is unknown when the one department named may be the leader itself", () => {
    expect(jointly({ with: ["planning"] }, [], "record")).toBeUndefined()
    expect(jointly({ with: ["planning", "planning"] }, [], "record")).toBeUndefined()
    expect(jointly({ with: ["planning", "finance"] }, [], "record")).toBe(true)
  })

  it("is never shown by the leading department alone, and naming more never takes it away", () => {
    fc.assert(
      fc.property(anyAgency, fc.array(anyAgency), anyAgency, (by, others, more) => {
        const before = jointly({ by, with: others }, [], "record")
        expect(before).toBe(others.some((one) => one !== by))
        if (before === true) expect(jointly({ by, with: [...others, more] }, [], "record")).toBe(true)
      })
    )
  })
})
