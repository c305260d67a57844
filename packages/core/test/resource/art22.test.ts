import { describe, expect, test } from "vitest"
import type { Profile } from "../../src/profile/Profile.ts"
import { borne, fact, identified, intervals, noted, period, read, said, status, tagged, takenOver } from "./story.ts"

const disclosable = [identified, tagged("2026-03-02", { disclosable: true })]
const published = (on: string, electronic = true) =>
  fact("ResourcePublishedWithoutInterface", on, { audience: "public", electronic, by: "health" })
const withheld = (on: string, ground: string | null = null) => tagged(on, { disclosable: false, ground })

describe("information has to be disclosed electronically (N22.1)", () => {
  test("information that nobody classified leaves the duty undetermined (art. 22)", () => {
    expect(said([identified], "2026-03-10", "N22.1")).toMatchObject({ status: "Undetermined", missing: "disclosable" })
  })

  test("disclosable and published electronically is fulfilled; on paper alone it is not (art. 22)", () => {
    expect(status([...disclosable, published("2026-03-05")], "2026-03-10", "N22.1")).toBe("Fulfilled")
    expect(status([...disclosable, published("2026-03-05", false)], "2026-03-10", "N22.1")).toBe("DueUnspecified")
  })

  test("an opening that is stated to have had no electronic form is no publication (art. 22)", () => {
    for (const electronic of [null, "n/a"] as const) {
      const opened = fact("ResourceOpened", "2026-03-05", { audience: "public", electronic })
      expect(status([...disclosable, opened], "2026-03-10", "N22.1")).toBe("DueUnspecified")
    }
  })

  test("opened inside government only, it is still owed to the public (art. 22)", () => {
    const inside = fact("ResourceOpened", "2026-03-05", { audience: "government", electronic: true })
    expect(status([...disclosable, inside], "2026-03-10", "N22.1")).toBe("DueUnspecified")
  })

  test("an opening of which nobody says to whom or how leaves it undetermined (art. 22)", () => {
    const doubtful = fact("ResourceOpened", "2026-03-05", { electronic: true })
    const unsaid = fact("ResourceOpened", "2026-03-05", { audience: "public" })
    for (const opening of [doubtful, unsaid])
      expect(said([...disclosable, opening], "2026-03-10", "N22.1")).toMatchObject({
        status: "Undetermined",
        missing: "publication.to"
      })
  })

  test("without a period it is owed on no day; with one it is pending, overdue, fulfilled late (art. 22)", () => {
    const how = { profile: period("publication.within", 10) }
    expect(status(disclosable, "2026-09-01", "N22.1")).toBe("DueUnspecified")
    expect(said(disclosable, "2026-03-12", "N22.1", how)).toMatchObject({ status: "Pending", due: "2026-03-12" })
    expect(status(disclosable, "2026-03-13", "N22.1", how)).toBe("Overdue")
    expect(status([...disclosable, published("2026-03-14")], "2026-04-01", "N22.1", how)).toBe("FulfilledLate")
    expect(status([...disclosable, published("2026-03-12")], "2026-04-01", "N22.1", how)).toBe("Fulfilled")
  })

  test("with a period and no day of production nobody can say when it is due, and the document is named (art. 22)", () => {
    const unknown = [takenOver, tagged("2026-03-02", { disclosable: true }), published("2026-05-01")]
    const how = { profile: period("publication.within", 10) }
    const [first] = how.profile.parameters["publication.within"] ?? []
    const undated = { status: "Undetermined", missing: "produced", entry: first }
    expect(said(unknown, "2026-05-02", "N22.1", how)).toMatchObject(undated)
    const ended = [...unknown, fact("ResourceRetired", "2026-06-01", { by: "health" })]
    expect(said(ended, "2026-06-02", "N22.1", how)).toMatchObject(undated)
    expect(status(unknown, "2026-05-02", "N22.1")).toBe("Fulfilled")
  })

  test("with several documents the one of the day that is known is named, and where none was in force then the last (art. 22)", () => {
    const unknown = [takenOver, tagged("2026-03-02", { disclosable: true })]
    const { parameters, ...whole } = period("publication.within", 10)
    const of = (...days: ReadonlyArray<readonly [from: string, until?: string]>): string | undefined => {
      const [one] = parameters["publication.within"] ?? []
      const entries = days.map(([from, until]) => ({ ...one, from, ...(until === undefined ? {} : { until }) }))
      const profile = { ...whole, parameters: { "publication.within": entries } } as unknown as Profile
      return said(unknown, "2026-05-02", "N22.1", { profile })?.entry?.from
    }
    expect(of(["2026-04-01"], ["2005-02-04"])).toBe("2005-02-04")
    expect(of(["2005-02-04", "2006-01-01"])).toBe("2005-02-04")
    expect(of(["2026-04-01"], ["2005-02-04", "2006-01-01"])).toBe("2026-04-01")
  })

  test("information that becomes disclosable is owed from that day (art. 22)", () => {
    const story = [identified, withheld("2026-03-02", "国家秘密"), tagged("2026-06-01", { disclosable: true })]
    const how = { profile: period("publication.within", 10) }
    expect(said(story, "2026-06-02", "N22.1", how)).toMatchObject({ status: "Pending", due: "2026-06-11" })
  })

  test("withheld with a recorded ground it is not owed; without one it is breached; a ground recorded later keeps the interval (A22a)", () => {
    expect(status([identified, withheld("2026-03-02", "国家秘密")], "2026-03-10", "N22.1")).toBe("NotApplicable")
    const bare = [identified, withheld("2026-03-02")]
    expect(noted(bare, "2026-03-10", "N22.1")).toEqual(["Breached", "reason-missing"])
    const mended = [...bare, tagged("2026-04-01", { ground: "个人隐私" })]
    expect(noted(mended, "2026-04-10", "N22.1")).toEqual(["NotApplicable", "earlier-breach"])
    expect(intervals(mended, "2026-04-10", "N22.1")).toEqual(["Breached 2026-03-02 2026-04-01"])
  })

  test("under A22a=none nothing may be withheld, whatever the ground", () => {
    const story = [identified, withheld("2026-03-02", "国家秘密")]
    expect(status(story, "2026-03-10", "N22.1", { profile: read("A22a", "none") })).toBe("Breached")
  })

  test("disclosure waits for no catalogue, declaration or interface (art. 22)", () => {
    const province = { catalogue: undefined, agreement: undefined, centre: undefined }
    expect(status([...disclosable, published("2026-03-05")], "2026-03-10", "N22.1", { province })).toBe("Fulfilled")
  })

  test("what is not to be disclosed and was opened to the public is a remark, no breach (art. 22)", () => {
    const story = [identified, withheld("2026-03-02", "国家秘密"), published("2026-03-05")]
    expect(said(story, "2026-03-10", "N22.1")).toMatchObject({
      status: "NotApplicable",
      note: "withheld-published",
      gate: "unmet"
    })
  })

  test("retired before it was late nothing is owed; late by then stays a breach (art. 22)", () => {
    const retired = [...disclosable, fact("ResourceRetired", "2026-04-01", { by: "health" })]
    expect(noted(retired, "2026-05-01", "N22.1")).toEqual(["NotApplicable", "lapsed"])
    expect(status(retired, "2026-05-01", "N22.1", { profile: period("publication.within", 10) })).toBe("Breached")
  })

  test("before the information is produced nothing is owed (art. 22)", () => {
    expect(status(disclosable, "2026-03-01", "N22.1")).toBe("NotApplicable")
  })

  test("of information produced before the Measures took force nothing is said (arts 22, 36)", () => {
    const old = { ...identified, produced: "2004-12-01" } as unknown as typeof identified
    expect(status([old, tagged("2026-03-02", { disclosable: true })], "2026-03-10", "N22.1")).toBe("NotApplicable")
    expect(said([old, withheld("2026-03-02")], "2026-03-10", "N22.1")).toBeUndefined()
    const first = { ...identified, produced: "2005-02-04" } as unknown as typeof identified
    expect(status([first, tagged("2026-03-02", { disclosable: true })], "2026-03-10", "N22.1")).toBe("DueUnspecified")
  })
})

describe("information has to be true (N22.2)", () => {
  const found = fact("ResourceFalsityConfirmed", "2026-03-10", { falsity: "F1", by: "supervisor" })
  const corrected = fact("ResourceFalsityCorrected", "2026-03-20", { falsity: "F1", by: "health" })

  test("without a check it is undetermined; verified it is fulfilled (art. 22)", () => {
    expect(said([identified], "2026-03-10", "N22.2")).toMatchObject({ status: "Undetermined", missing: "verification" })
    const checked = fact("ResourceVerified", "2026-03-05", { by: "health" })
    expect(status([identified, checked], "2026-03-10", "N22.2")).toBe("Fulfilled")
  })

  test("false information is a breach while it stands; corrected it is fulfilled, and the interval stays on record (art. 22)", () => {
    expect(status([identified, found], "2026-03-10", "N22.2")).toBe("Breached")
    expect(status([identified, found, corrected], "2026-03-19", "N22.2")).toBe("Breached")
    expect(noted([identified, found, corrected], "2026-03-20", "N22.2")).toEqual(["Fulfilled", "earlier-breach"])
    expect(intervals([identified, found, corrected], "2026-03-25", "N22.2")).toEqual(["Breached 2026-03-10 2026-03-20"])
    expect(borne([identified, found], "2026-03-11", "N22.2")).toEqual(["organ.any: health"])
  })

  test("one correction does not put another falsity right (art. 22)", () => {
    const second = fact("ResourceFalsityConfirmed", "2026-03-15", { falsity: "F2", by: "supervisor" })
    const story = [identified, found, second, corrected]
    expect(said(story, "2026-03-25", "N22.2")).toMatchObject({ status: "Breached", act: { ref: second.id } })
    expect(intervals(story, "2026-03-25", "N22.2")).toEqual([])
  })

  test("found and corrected on one day it is true by then; what was corrected before the finding was something else (art. 22)", () => {
    const at = (on: string) => ({ ...corrected, on }) as unknown as typeof corrected
    expect(noted([identified, found, at("2026-03-10")], "2026-03-10", "N22.2")).toEqual(["Fulfilled", undefined])
    expect(status([identified, found, at("2026-03-09")], "2026-03-25", "N22.2")).toBe("Breached")
  })

  test("between two falsities the information was true: each keeps its interval (art. 22)", () => {
    const second = [
      fact("ResourceFalsityConfirmed", "2026-04-10", { falsity: "F2", by: "supervisor" }),
      fact("ResourceFalsityCorrected", "2026-04-15", { falsity: "F2", by: "health" })
    ]
    expect(intervals([identified, found, corrected, ...second], "2026-05-01", "N22.2")).toEqual([
      "Breached 2026-03-10 2026-03-20",
      "Breached 2026-04-10 2026-04-15"
    ])
  })

  test("of two falsities that stand the breach is told since the first that was found (art. 22)", () => {
    const by = "supervisor"
    for (const [earlier, later] of [
      ["F1", "F2"],
      ["F2", "F1"]
    ] as const) {
      const first = fact("ResourceFalsityConfirmed", "2026-03-10", { falsity: earlier, by })
      const second = fact("ResourceFalsityConfirmed", "2026-03-15", { falsity: later, by })
      expect(said([identified, first, second], "2026-03-25", "N22.2")).toMatchObject({
        status: "Breached",
        trigger: { on: "2026-03-10" },
        act: { ref: first.id }
      })
    }
  })

  test("it is true by the last that was done for it, a check or a correction (art. 22)", () => {
    const checked = (on: string) => fact("ResourceVerified", on, { by: "health" })
    const last = (...checks: ReadonlyArray<string>) =>
      said([identified, found, corrected, ...checks.map(checked)], "2026-05-01", "N22.2")
    expect(last()).toMatchObject({ status: "Fulfilled", act: { ref: corrected.id } })
    expect(last("2026-03-05")).toMatchObject({ status: "Fulfilled", act: { ref: corrected.id } })
    expect(last("2026-04-05")).toMatchObject({ status: "Fulfilled", act: { ref: checked("2026-04-05").id } })
  })

  test("a retired resource is false no more, and the interval stays on record (art. 22)", () => {
    const story = [identified, found, fact("ResourceRetired", "2026-04-01", { by: "health" })]
    expect(noted(story, "2026-05-01", "N22.2")).toEqual(["NotApplicable", "earlier-breach"])
  })
})

describe("what cannot be disclosed is shared inside government as far as possible (N22.3)", () => {
  const secret = [identified, withheld("2026-03-02", "国家秘密")]
  const shared = (how: { shared?: boolean; ground?: string | null }) =>
    fact("ResourceSharedInternally", "2026-03-10", { by: "health", ...how })

  test("shared, or with a ground of its own why not, it is fulfilled (art. 22)", () => {
    expect(status([...secret, shared({ shared: true })], "2026-03-15", "N22.3")).toBe("Fulfilled")
    expect(status([...secret, shared({ shared: false, ground: "涉密" })], "2026-03-15", "N22.3")).toBe("Fulfilled")
    const opened = fact("ResourceOpened", "2026-03-10", { audience: "government", electronic: true })
    expect(status([...secret, opened], "2026-03-15", "N22.3")).toBe("Fulfilled")
  })

  test("who states neither whether it is shared nor a ground why not has stated nothing (art. 22)", () => {
    expect(said([...secret, shared({})], "2026-03-15", "N22.3")).toMatchObject({
      status: "Undetermined",
      missing: "internalSharing"
    })
    expect(said([...secret, shared({ ground: "涉密" })], "2026-03-15", "N22.3")).toMatchObject({ status: "Fulfilled" })
  })

  test("the ground for withholding outside does not serve: neither shared nor grounded is a finding, and never a breach (art. 22)", () => {
    expect(noted([...secret, shared({ shared: false, ground: null })], "2026-03-15", "N22.3")).toEqual([
      "DueUnspecified",
      "reason-missing"
    ])
    expect(noted([...secret, shared({ shared: false })], "2036-03-15", "N22.3")).toEqual([
      "DueUnspecified",
      "reason-missing"
    ])
  })

  test("internal sharing that nobody states is undetermined; disclosable information is another matter (art. 22)", () => {
    expect(said(secret, "2026-03-15", "N22.3")).toMatchObject({ status: "Undetermined", missing: "internalSharing" })
    expect(status(disclosable, "2026-03-15", "N22.3")).toBe("NotApplicable")
    expect(said([identified], "2026-03-15", "N22.3")).toMatchObject({ status: "Undetermined", missing: "disclosable" })
  })

  test("a grant to another organ is sharing inside government, until it ends (arts 22, 28)", () => {
    const story = [
      ...secret,
      fact("SharingRequested", "2026-03-05", { sharing: "S1", applicant: "organ", by: "police" }),
      fact("SharingGranted", "2026-03-09", { sharing: "S1", by: "centre" }),
      fact("SharingEnded", "2026-03-20", { sharing: "S1", by: "police" })
    ]
    expect(status(story, "2026-03-19", "N22.3")).toBe("Fulfilled")
    expect(status(story, "2026-03-20", "N22.3")).toBe("Undetermined")
  })

  test("asked of an earlier day, a case that tells of later ones says what was so then (art. 22)", () => {
    const foretold = { foretold: true }
    expect(status([...secret, shared({ shared: true })], "2026-03-09", "N22.3", foretold)).toBe("Undetermined")
    const granted = [
      ...secret,
      fact("SharingRequested", "2026-03-05", { sharing: "S1", applicant: "organ", by: "police" }),
      fact("SharingGranted", "2026-03-09", { sharing: "S1", by: "centre" }),
      fact("SharingEnded", "2026-03-20", { sharing: "S1", by: "police" })
    ]
    expect(status(granted, "2026-03-08", "N22.3", foretold)).toBe("Undetermined")
    expect(status(granted, "2026-03-19", "N22.3", foretold)).toBe("Fulfilled")
  })
})
