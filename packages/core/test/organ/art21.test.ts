import { describe, expect, test } from "vitest"
import type { Event } from "../../src/organ/index.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { fact, line, recorded, takenOver } from "./story.ts"

const opened = fact("OrganChannelOpened", "2026-02-01", {})
const closed = fact("OrganChannelClosed", "2026-04-01", { reason: "改版" })
const first = { profile: reading(textOnly, "A21", "first") }
const at = (more: ReadonlyArray<Event>, beside = {}): string => line("N21.3", [recorded, ...more], "2026-06-01", beside)

describe("the channel for online supervision and complaints (art. 21)", () => {
  test("an open channel is as provided; without one yet it is open (art. 21)", () => {
    expect(at([opened])).toBe("Fulfilled")
    expect(at([])).toBe("Undetermined channel")
    expect(line("N21.3", [takenOver], "2026-06-01")).toBe("Undetermined channel")
    expect(line("N21.3", [], "2026-06-01")).toBe("")
  })
  test("closed after it had been opened is a finding, and opened again it is as provided (art. 21)", () => {
    expect(at([opened, closed])).toBe("DueUnspecified channel-closed")
    expect(at([closed])).toBe("DueUnspecified")
    expect(at([opened, closed, fact("OrganChannelOpened", "2026-05-01", {})])).toBe("Fulfilled")
  })
  test("read as publication alone being progressive, a channel that there is not is owed on no day (A21, art. 21)", () => {
    expect(at([], first)).toBe("DueUnspecified")
    expect(line("N21.3", [takenOver], "2026-06-01", first)).toBe("Undetermined channel")
    expect(at([opened, closed], first)).toBe("DueUnspecified channel-closed")
  })
})
