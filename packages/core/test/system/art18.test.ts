import { describe, expect, test } from "vitest"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import type { Event } from "../../src/system/index.ts"
import { built, fact, line, recorded, said, takenOver } from "./story.ts"

const reach = (on: string, crossDept: boolean | undefined, crossRegion: boolean | undefined): Event =>
  fact("SystemReachStated", on, {
    ...(crossDept === undefined ? {} : { crossDept }),
    ...(crossRegion === undefined ? {} : { crossRegion })
  })
const network = (on: string, network: "unified-platform" | "other", consent?: string): Event =>
  fact("SystemNetworkStated", on, { network, ...(consent === undefined ? {} : { consent }) })
const both = reading(textOnly, "A18", "both")
const story = (...more: ReadonlyArray<Event>): ReadonlyArray<Event> => [recorded, built, ...more]
const at = (more: ReadonlyArray<Event>, beside = {}): string => line("N18.1", story(...more), "2026-06-01", beside)

describe("the unified network platform (art. 18)", () => {
  test("a system that reaches across departments or regions on the platform is as provided (art. 18)", () => {
    expect(at([reach("2026-02-01", true, false), network("2026-02-01", "unified-platform")])).toBe("Fulfilled")
    expect(at([reach("2026-02-01", false, true), network("2026-02-01", "unified-platform")])).toBe("Fulfilled")
  })
  test("on another network it is a breach, and a consent to stay off the platform changes nothing (art. 18)", () => {
    expect(at([reach("2026-02-01", true, false), network("2026-02-01", "other")])).toBe("Breached")
    expect(at([reach("2026-02-01", true, false), network("2026-02-01", "other", "同意暂不接入")])).toBe("Breached")
  })
  test("a system of one department in one region is not spoken of (art. 18)", () => {
    expect(at([reach("2026-02-01", false, false), network("2026-02-01", "other")])).toBe("")
  })
  test("read as both, one of the two alone does not reach across (A18, art. 18)", () => {
    const one = [reach("2026-02-01", true, false), network("2026-02-01", "other")]
    expect(at(one, { profile: both })).toBe("")
    expect(at([reach("2026-02-01", true, true), network("2026-02-01", "other")], { profile: both })).toBe("Breached")
    expect(at([reach("2026-02-01", true, undefined), network("2026-02-01", "other")], { profile: both })).toBe(
      "Undetermined reach"
    )
    expect(at([reach("2026-02-01", false, undefined), network("2026-02-01", "other")], { profile: both })).toBe("")
  })
  test("a reach or a network that nobody stated leaves it open (art. 18)", () => {
    expect(at([])).toBe("Undetermined reach")
    expect(at([network("2026-02-01", "other")])).toBe("Undetermined reach")
    expect(at([reach("2026-02-01", false, undefined), network("2026-02-01", "other")])).toBe("Undetermined reach")
    expect(at([reach("2026-02-01", true, undefined), network("2026-02-01", "other")])).toBe("Breached")
    expect(at([reach("2026-02-01", true, undefined)])).toBe("Undetermined network")
  })
  test("on a day on which the platform is stated not to be available it is open; of which nobody said anything, it was (art. 18)", () => {
    const off = [reach("2026-02-01", true, false), network("2026-02-01", "other")]
    const inService = (known: boolean | undefined) => ({ inService: () => known })
    expect(at(off, inService(false))).toBe("Undetermined platform platform-unavailable")
    expect(at(off, inService(true))).toBe("Breached")
    expect(at(off, inService(undefined))).toBe("Breached")
    expect(at([reach("2026-02-01", true, false), network("2026-02-01", "unified-platform")], inService(false))).toBe(
      "Fulfilled"
    )
  })
  test("built before 2005-02-04 and not rebuilt since, it is open; rebuilt, it is a breach (arts 18, 36)", () => {
    const old = fact("SystemBuilt", "2005-02-03", { build: "B0", work: "construction" })
    const off = [recorded, reach("2026-02-01", true, false), network("2026-02-01", "other")]
    expect(line("N18.1", [...off, old], "2026-06-01")).toBe("Undetermined construction built-before")
    expect(line("N18.1", [...off, { ...old, on: "2005-02-04" } as Event], "2026-06-01")).toBe("Breached")
    expect(
      line("N18.1", [...off, old, fact("SystemBuilt", "2026-03-01", { build: "B1", work: "rebuild" })], "2026-06-01")
    ).toBe("Breached")
    expect(line("N18.1", [takenOver, ...off.slice(1)], "2026-06-01")).toBe("Undetermined construction")
    expect(line("N18.1", off, "2026-06-01")).toBe("Breached")
  })
  test("statements of long ago still speak of the day asked (arts 18, 36)", () => {
    const early = [recorded, built, reach("2004-02-01", true, false), network("2004-02-01", "other")]
    expect(line("N18.1", early, "2026-06-01")).toBe("Breached")
    const since = (on: string) => said("N18.1", story(reach(on, true, false)), "2026-06-01")[0]?.trigger?.on
    expect([since("2005-02-03"), since("2005-02-04")]).toEqual([undefined, "2005-02-04"])
  })
  test("moved to the platform it is fulfilled, and the time off it stays on record (art. 18)", () => {
    const events = story(
      reach("2026-02-01", true, false),
      network("2026-02-10", "other"),
      network("2026-04-01", "unified-platform")
    )
    const [v] = said("N18.1", events, "2026-06-01")
    expect(v?.status).toBe("Fulfilled")
    expect(v?.intervals?.map(({ from, until }) => [from, until])).toEqual([["2026-02-10", "2026-04-01"]])
    expect(said("N18.1", events, "2026-03-01")[0]?.intervals).toBeUndefined()
  })
  test("days on which the platform was out of service are no breach, whatever day anything was stated (arts 17, 18)", () => {
    const events = story(
      reach("2026-02-01", true, false),
      network("2026-02-10", "other"),
      network("2026-04-01", "unified-platform")
    )
    const spellsWith = (inService: (on: string) => boolean) =>
      said("N18.1", events, "2026-06-01", { inService: (_, on) => inService(on) })[0]?.intervals?.map(
        ({ from, until }) => [from, until]
      )
    expect(spellsWith((on) => on < "2026-03-01" || on >= "2026-03-11")).toEqual([
      ["2026-02-10", "2026-03-01"],
      ["2026-03-11", "2026-04-01"]
    ])
    expect(spellsWith((on) => on >= "2026-03-01")).toEqual([["2026-03-01", "2026-04-01"]])
    expect(spellsWith((on) => on < "2026-02-10" || on >= "2026-04-01")).toBeUndefined()
  })
  test("a reach that is extended sets the duty off from that day on (art. 18)", () => {
    const events = story(
      reach("2026-02-01", false, false),
      network("2026-02-01", "other"),
      reach("2026-05-01", true, undefined)
    )
    expect(line("N18.1", events, "2026-04-30")).toBe("")
    expect(line("N18.1", events, "2026-05-01")).toBe("Breached")
  })
  test("with the system itself the duty ends, and the time off the platform stays on record (art. 18)", () => {
    const events = story(
      reach("2026-02-01", true, false),
      network("2026-02-10", "other"),
      fact("SystemRetired", "2026-05-01", {})
    )
    const [v] = said("N18.1", events, "2026-06-01")
    expect([v?.status, v?.note, v?.intervals?.[0]?.until]).toEqual(["NotApplicable", "lapsed", "2026-05-01"])
  })
  test("of a record that nobody opened what it tells is measured all the same (art. 18)", () => {
    expect(line("N18.1", [reach("2026-02-01", true, false)], "2026-06-01")).toBe("Undetermined network")
    expect(line("N18.1", [network("2026-02-01", "other")], "2026-06-01")).toBe("Undetermined reach")
  })
  test("of a record that nobody opened and that tells of neither reach nor network nothing is said", () => {
    expect(line("N18.1", [built], "2026-06-01")).toBe("")
  })
})
