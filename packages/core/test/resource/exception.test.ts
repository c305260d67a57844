import { describe, expect, test } from "vitest"
import type { Event } from "../../src/resource/index.ts"
import { asks, central, consents, kept, storage } from "./storing.ts"
import {
  advised,
  borne,
  database,
  deniedBy,
  fact,
  identified,
  noted,
  period,
  read,
  said,
  status,
  tagged
} from "./story.ts"

describe("special circumstances are reviewed by the provincial authority (N27.2)", () => {
  const of = (story: ReadonlyArray<Event>, on: string, how: object = {}) =>
    [story, on, "N27.2", how, "consent/C1"] as const
  const requested = [...database, central("2026-03-03"), asks("2026-03-10")]

  test("requested and undecided it is owed by the provincial authority, on no day (art. 27)", () => {
    expect(status(...of(requested, "2036-03-10"))).toBe("DueUnspecified")
    expect(borne(...of(requested, "2026-03-20"))).toEqual(["info.provincial: p-info"])
    expect(borne(...of(requested, "2026-10-20"))).toEqual(["info.provincial: p-info-2"])
    const [, ...unopened] = requested
    expect(borne(...of(unopened, "2026-03-20"))).toEqual(["info.provincial: p-info"])
  })

  test("pending is not consent: who stores meanwhile breaches, beside the open request (art. 27)", () => {
    const story = [...database, asks("2026-03-02"), kept("2026-03-03")]
    expect(status(story, "2026-03-10", "N27.2", {}, storage)).toBe("Breached")
    expect(status(...of(story, "2026-03-10"))).toBe("DueUnspecified")
  })

  test("with a period it is pending, overdue, fulfilled late (art. 27)", () => {
    const how = { profile: period("storageException.within", 10) }
    expect(said(...of(requested, "2026-03-20", how))).toMatchObject({ status: "Pending", due: "2026-03-20" })
    expect(status(...of(requested, "2026-03-21", how))).toBe("Overdue")
    expect(status(...of([...requested, consents("2026-03-25")], "2026-04-01", how))).toBe("FulfilledLate")
    const refused = fact("StorageConsentRefused", "2026-03-25", { consent: "C1", reason: "无", by: "p-info" })
    expect(status(...of([...requested, refused], "2026-04-01", how))).toBe("FulfilledLate")
    const withdrawn = fact("StorageExceptionWithdrawn", "2026-03-25", { consent: "C1", by: "health" })
    expect(status(...of([...requested, withdrawn], "2026-04-01", how))).toBe("Breached")
    expect(noted(...of([...requested, withdrawn], "2026-04-01"))).toEqual(["NotApplicable", "lapsed"])
  })

  test("consent in force fulfils it; refused, or no longer in force, nothing is owed (art. 27)", () => {
    const given = [...requested, consents("2026-03-12", "p-info", { until: "2026-04-01" })]
    expect(status(...of(given, "2026-04-01"))).toBe("Fulfilled")
    expect(status(...of(given, "2026-04-02"))).toBe("NotApplicable")
    const refused = fact("StorageConsentRefused", "2026-03-12", { consent: "C1", reason: "无", by: "p-info" })
    expect(status(...of([...requested, refused], "2026-03-20"))).toBe("NotApplicable")
  })

  test("decided late by somebody whom nobody knows and later by the authority, it was decided late either way (art. 27)", () => {
    const twice = (first: string) => [...requested, consents(first, "unheard-of"), consents("2026-04-02")]
    const how = { profile: period("storageException.within", 10) }
    expect(said(...of(twice("2026-03-25"), "2026-04-10", how))).toMatchObject({
      status: "FulfilledLate",
      act: { on: "2026-04-02" }
    })
    expect(said(...of(twice("2026-03-20"), "2026-04-10", how))).toMatchObject({
      status: "Undetermined",
      missing: "consent.by"
    })
    expect(said(...of(twice("2026-03-20"), "2026-04-10"))).toMatchObject({
      status: "Fulfilled",
      act: { on: "2026-04-02" }
    })
  })

  test("a consent of another body is none: the request stays undecided (art. 27)", () => {
    const story = [...requested, consents("2026-03-12", "info")]
    expect(noted(...of(story, "2026-03-20"))).toEqual(["DueUnspecified", "other-body"])
    const unasked = [...database, central("2026-03-03"), consents("2026-03-12", "info")]
    expect(noted(...of(unasked, "2026-03-20"))).toEqual(["DueUnspecified", "other-body"])
    expect(said(...of([...requested, consents("2026-03-12", "unheard-of")], "2026-03-20"))).toMatchObject({
      status: "Undetermined",
      missing: "consent.by"
    })
    expect(deniedBy(requested, consents("2026-03-12", "info"))).toEqual(["N27.2"])
    expect(advised(requested, consents("2026-03-12")).outcome).toBe("Allowed")
    expect(deniedBy(requested, consents("2026-03-12", "info"), { profile: read("A27b", "any") })).toEqual([])
    expect(advised(requested, consents("2026-03-12", "info"), { profile: read("A27b", "any") }).outcome).toBe("Allowed")
  })

  test("consent without special circumstances is a finding against the authority that gave it (art. 27)", () => {
    const story = [...database, central("2026-03-03"), asks("2026-03-10", null), consents("2026-03-12")]
    expect(noted(...of(story, "2026-03-20"))).toEqual(["Fulfilled", "reason-missing"])
    expect(borne(...of(story, "2026-03-20"))).toEqual(["info.provincial: p-info"])
    const { outcome, reasons } = advised([...database, central("2026-03-03")], asks("2026-03-10", null))
    expect(outcome).toBe("AllowedWithNotice")
    expect(reasons.some((r) => r._tag === "Norm" && r.verdict.norm === "N27.2")).toBe(true)
  })

  test("returned for completion it lies with the department; sent again it keeps its first day (art. 27)", () => {
    const back = fact("StorageExceptionReturned", "2026-03-12", { consent: "C1", reason: "材料不全", by: "p-info" })
    const how = { profile: period("storageException.within", 10) }
    expect(status(...of([...requested, back], "2026-03-13", how))).toBe("NotApplicable")
    expect(said(...of([...requested, back, asks("2026-03-15")], "2026-03-16", how))).toMatchObject({
      status: "Pending",
      due: "2026-03-20"
    })
  })

  test("a consent after the request was withdrawn decides nothing; a withdrawal after the consent takes nothing back (art. 27)", () => {
    const withdrawn = fact("StorageExceptionWithdrawn", "2026-03-12", { consent: "C1", by: "health" })
    expect(noted(...of([...requested, withdrawn, consents("2026-03-15")], "2026-03-20"))).toEqual([
      "NotApplicable",
      "lapsed"
    ])
    const one = [
      { ...withdrawn, seq: 1 },
      { ...consents("2026-03-12"), seq: 2 }
    ]
    expect(status(...of([...requested, ...one], "2026-03-20"))).toBe("NotApplicable")
    expect(status(...of([...requested, consents("2026-03-11"), withdrawn], "2026-03-20"))).toBe("Fulfilled")
  })

  test("of a database of the narrower reach no consent is asked for (art. 27)", () => {
    const story = [
      identified,
      tagged("2026-03-02", { database: true, crossDept: false, crossRegion: false }),
      asks("2026-03-10")
    ]
    expect(status(...of(story, "2026-03-20"))).toBe("NotApplicable")
  })

  test("a revocation is the provincial authority's alone (art. 27)", () => {
    const story = [...requested, consents("2026-03-12")]
    const revoked = fact("StorageConsentRevoked", "2026-04-01", { consent: "C1", reason: "情况消失", by: "info" })
    expect(deniedBy(story, revoked)).toEqual(["N27.2"])
    expect(advised(story, { ...revoked, by: "p-info" }).outcome).toBe("Allowed")
  })

  test("A27a=list changes nothing: a closed list that nobody wrote holds no circumstance", () => {
    const story = [...requested, consents("2026-03-12")]
    expect(said(...of(story, "2026-03-20", { profile: read("A27a", "list") }))).toEqual(
      said(...of(story, "2026-03-20"))
    )
  })
})
