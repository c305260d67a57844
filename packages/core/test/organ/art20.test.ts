import { describe, expect, test } from "vitest"
import type { Event } from "../../src/organ/index.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { entry, fact, line, recorded, said, setting, takenOver } from "./story.ts"

const portal = (on: string, exists: boolean | undefined, host?: string): Event =>
  fact("OrganPortalStated", on, {
    ...(exists === undefined ? {} : { exists }),
    ...(host === undefined ? {} : { host })
  })
const site = fact("OrganSiteOpened", "2026-02-01", { site: "W1" })
const link = (on: string, linked: boolean | undefined): Event =>
  fact("OrganSiteLinkStated", on, { site: "W1", ...(linked === undefined ? {} : { linked }) })
const at = (norm: string, more: ReadonlyArray<Event>, beside = {}): string =>
  line(norm, [recorded, ...more], "2026-06-01", beside)

describe("the unified portal (art. 20)", () => {
  test("who strengthens it is not named: only its host is asked, never every organ (A20, art. 20)", () => {
    expect(at("N20.1", [])).toBe("")
    expect(at("N20.1", [portal("2026-02-01", true, "info")])).toBe("")
    expect(at("N20.1", [portal("2026-02-01", true, "health")])).toBe("Undetermined judgement declared-judgement")
  })
  test("read as every organ's, it is every organ's (A20, art. 20)", () => {
    expect(at("N20.1", [], { profile: reading(textOnly, "A20", "organ") })).toBe(
      "Undetermined judgement declared-judgement"
    )
  })
  test("a linked site is as provided; one that is not linked is owed on no day (art. 20)", () => {
    expect(at("N20.2", [portal("2026-02-01", true), site, link("2026-03-01", true)])).toBe("site/W1 Fulfilled")
    expect(at("N20.2", [portal("2026-02-01", true), site, link("2026-03-01", false)])).toBe("site/W1 DueUnspecified")
  })
  test("a link that was removed after it had been made is a finding (art. 20)", () => {
    expect(at("N20.2", [portal("2026-02-01", true), site, link("2026-03-01", true), link("2026-04-01", false)])).toBe(
      "site/W1 DueUnspecified link-removed"
    )
  })
  test("a site that was never linked has no link to remove, however often that is stated (art. 20)", () => {
    expect(at("N20.2", [portal("2026-02-01", true), site, link("2026-03-01", false), link("2026-04-01", false)])).toBe(
      "site/W1 DueUnspecified"
    )
  })
  test("without a unified portal, or without a public site, nothing is asked (art. 20)", () => {
    expect(at("N20.2", [portal("2026-02-01", false), site, link("2026-03-01", false)])).toBe("")
    expect(at("N20.2", [portal("2026-02-01", true)])).toBe("")
    expect(at("N20.2", [portal("2026-02-01", true), site, fact("OrganSiteClosed", "2026-04-01", { site: "W1" })])).toBe(
      ""
    )
  })
  test("a link, a portal or a site of which nobody said anything leaves it open (art. 20)", () => {
    expect(at("N20.2", [portal("2026-02-01", true), site])).toBe("site/W1 Undetermined link")
    expect(at("N20.2", [site, link("2026-03-01", false)])).toBe("site/W1 Undetermined portal")
    expect(at("N20.2", [site, link("2026-03-01", true)])).toBe("site/W1 Fulfilled")
    expect(line("N20.2", [takenOver], "2026-06-01")).toBe("Undetermined site")
    expect(line("N20.2", [takenOver, portal("2026-02-01", false)], "2026-06-01")).toBe("")
  })
})

describe("timely publication (art. 20)", () => {
  const arose = fact("OrganInformationArose", "2026-03-01", { item: "I1" })
  const published = (on: string): Event => fact("OrganInformationPublished", on, { item: "I1" })
  const within = { profile: setting("publication.within", entry(20)) }

  test("published is fulfilled, and without a period not published is owed on no day: 及时 has no number (art. 20)", () => {
    expect(at("N20.4", [arose, published("2026-05-30")])).toBe("item/I1 Fulfilled")
    expect(at("N20.4", [arose])).toBe("item/I1 DueUnspecified")
  })
  test("with a period it is pending to its last day, then overdue, and published later it is late (art. 20)", () => {
    const on = (day: string, more: ReadonlyArray<Event>): string => line("N20.4", [recorded, ...more], day, within)
    expect(on("2026-03-21", [arose])).toBe("item/I1 Pending 2026-03-21")
    expect(on("2026-03-22", [arose])).toBe("item/I1 Overdue 2026-03-21")
    expect(on("2026-06-01", [arose, published("2026-03-21")])).toBe("item/I1 Fulfilled 2026-03-21")
    expect(on("2026-06-01", [arose, published("2026-03-22")])).toBe("item/I1 FulfilledLate 2026-03-21")
  })
  test("where the record does not tell every publication, silence is unknown (art. 20)", () => {
    expect(line("N20.4", [takenOver, arose], "2026-06-01")).toBe("item/I1 Undetermined publication")
    const covered = { ...takenOver, coverage: { publication: "2026-01-05" } } as Event
    expect(line("N20.4", [covered, arose], "2026-06-01")).toBe("item/I1 DueUnspecified")
  })
  test("published with no day on which it came into being: in time, unless a period would count from that day (art. 20)", () => {
    expect(at("N20.4", [published("2026-03-22")])).toBe("item/I1 Fulfilled")
    expect(at("N20.4", [published("2026-03-22")], within)).toBe("item/I1 Undetermined information")
    const undated = said("N20.4", [recorded, published("2026-03-22")], "2026-06-01", within)
    expect(undated[0]?.entry).toBe(within.profile.parameters["publication.within"]?.[0])
  })
  test("what came into being before the Measures is not judged (art. 36)", () => {
    expect(said("N20.4", [recorded, { ...arose, on: "2005-02-03" } as Event], "2026-06-01")).toEqual([])
  })
})
