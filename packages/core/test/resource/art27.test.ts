import { describe, expect, test } from "vitest"
import { caseOf, inspectCases } from "../../src/duty/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { type Event, fold, subject } from "../../src/resource/index.ts"
import { asked } from "../law/resourceLaw.ts"
import { asks, central, consents, kept, storage } from "./storing.ts"
import {
  advised,
  borne,
  database,
  deniedBy,
  fact,
  identified,
  intervals,
  noted,
  read,
  said,
  status,
  tagged
} from "./story.ts"

const elsewhere = (on: string) => fact("StoredElsewhere", on, { by: "health", where: "云平台" })
const assigned = (department: string | null) => fact("StorageAssigned", "2026-03-02", { department, by: "health" })
const three = (story: ReadonlyArray<Event>, on: string, how: object = {}) =>
  ["N27.1", "N27.2", "N27.3"].map((norm) => status(story, on, norm, how, storage))
const out = { province: { catalogue: undefined, agreement: undefined, centre: "2030-01-01" as never } }

describe("a database across departments or regions is stored by the data centre (N27.1 to N27.3)", () => {
  test("stored by the data centre the principle is fulfilled, and no consent is asked for (art. 27)", () => {
    expect(three([...database, central("2026-03-03")], "2026-03-10")).toEqual([
      "Fulfilled",
      "NotApplicable",
      "NotApplicable"
    ])
  })

  test("stored by the department without consent all three are breached, by the department, on one fact (art. 27)", () => {
    const story = [...database, kept("2026-03-03")]
    expect(three(story, "2026-03-03")).toEqual(["Breached", "Breached", "Breached"])
    for (const norm of ["N27.1", "N27.2", "N27.3"])
      expect(borne(story, "2026-03-10", norm, {}, storage)).toEqual(["business-dept: health"])
    const { items } = inspectCases(
      [caseOf(subject, fold("resource-1", story))],
      {},
      asked("2026-03-10" as never, textOnly)
    )
    const item = items.find(({ verdicts }) => verdicts.some((v) => v.norm === "N27.1"))
    expect(item?.verdicts.map((v) => v.norm)).toEqual(["N27.1", "N27.2", "N27.3"])
    expect(items.filter(({ severity }) => severity === "breach")).toHaveLength(1)
  })

  test("with consent in force the presumption is defeated and the storing stands on it, from the day of the consent (art. 27)", () => {
    const story = [...database, asks("2026-03-02"), consents("2026-03-05"), kept("2026-03-05")]
    expect(three(story, "2026-03-05")).toEqual(["PresumptionDefeated", "Fulfilled", "Fulfilled"])
    expect(intervals(story, "2026-03-10", "N27.3")).toEqual([])
  })

  test("late consent cures the future only: the uncovered days stay on record, and are listed once (A27b)", () => {
    const story = [...database, kept("2026-03-03"), asks("2026-03-10"), consents("2026-03-20")]
    expect(three(story, "2026-03-19")).toEqual(["Breached", "Breached", "Breached"])
    expect(three(story, "2026-03-20")).toEqual(["PresumptionDefeated", "Fulfilled", "Fulfilled"])
    for (const norm of ["N27.1", "N27.2", "N27.3"])
      expect(intervals(story, "2026-04-01", norm, {}, storage)).toEqual(["Breached 2026-03-03 2026-03-20"])
    const { items } = inspectCases(
      [caseOf(subject, fold("resource-1", story))],
      {},
      asked("2026-04-01" as never, textOnly)
    )
    expect(items.filter(({ verdicts }) => verdicts.some((v) => v.norm === "N27.3"))).toHaveLength(1)
    expect(items.find(({ verdicts }) => verdicts.some((v) => v.norm === "N27.3"))?.verdicts.map((v) => v.norm)).toEqual(
      ["N27.1", "N27.2", "N27.3"]
    )
  })

  test("under A27b=any a later consent, a city's too, covers the past", () => {
    const story = [...database, kept("2026-03-03"), asks("2026-03-10"), consents("2026-03-20", "info")]
    const how = { profile: read("A27b", "any") }
    expect(three(story, "2026-03-20", how)).toEqual(["PresumptionDefeated", "Fulfilled", "Fulfilled"])
    expect(intervals(story, "2026-03-20", "N27.3", how)).toEqual([])
    expect(three(story, "2026-03-20")).toEqual(["Breached", "Breached", "Breached"])
    expect(status(story, "2026-03-20", "N27.2", how, "consent/C1")).toBe("Fulfilled")
  })

  test("after its end, its revocation or its last day a consent covers no longer (art. 27)", () => {
    const story = [...database, asks("2026-03-02"), kept("2026-03-05")]
    const carried = [...story, consents("2026-03-05", "p-info", { until: "2026-04-01" })]
    expect(said(carried, "2026-04-01", "N27.3")).toMatchObject({ status: "Fulfilled", stands: "2026-04-01" })
    expect(status(carried, "2026-04-02", "N27.3")).toBe("Breached")
    const revoked = fact("StorageConsentRevoked", "2026-04-01", { consent: "C1", reason: "情况消失", by: "p-info" })
    const ended = fact("StorageExceptionEnded", "2026-04-01", { consent: "C1", reason: "情况消失", by: "health" })
    for (const over of [revoked, ended]) {
      expect(status([...story, consents("2026-03-05"), over], "2026-04-01", "N27.3")).toBe("Fulfilled")
      expect(three([...story, consents("2026-03-05"), over], "2026-04-02")).toEqual([
        "Breached",
        "Breached",
        "Breached"
      ])
    }
    const byCity = { ...revoked, by: "info" }
    expect(status([...story, consents("2026-03-05"), byCity], "2026-04-02", "N27.3")).toBe("Fulfilled")
    // To revoke is the authority's; the department can only end its own storing.
    const byDepartment = { ...revoked, by: "health" }
    expect(status([...story, consents("2026-03-05"), byDepartment], "2026-04-02", "N27.3")).toBe("Fulfilled")
    const byNobody = { ...revoked, by: "unheard-of" }
    expect(status([...story, consents("2026-03-05"), byNobody], "2026-04-02", "N27.3")).toBe("Undetermined")
    expect(said([...story, consents("2026-03-05"), revoked], "2026-04-01", "N27.3")?.stands).toBe("2026-04-01")
  })

  test("an end by the authority ends it whosever the database is; whether one by anybody else does hangs on that (art. 27)", () => {
    const [, tags] = database
    const unopened = [tags, kept("2026-03-05"), asks("2026-03-02"), consents("2026-03-05")]
    const ended = (by: string) => fact("StorageExceptionEnded", "2026-04-01", { consent: "C1", reason: "…", by })
    expect(status([...unopened, ended("p-info")], "2026-04-02", "N27.3")).toBe("Breached")
    expect(status([...unopened, ended("health")], "2026-04-02", "N27.3")).toBe("Undetermined")
    expect(status([...database, ...unopened, ended("police")], "2026-04-02", "N27.3")).toBe("Fulfilled")
  })

  test("who consented has to be known: until then all three are undetermined, whatever else was refused (art. 27)", () => {
    const story = [...database, kept("2026-03-05"), asks("2026-03-02"), consents("2026-03-05", "unheard-of")]
    const refused = fact("StorageConsentRefused", "2026-03-07", { consent: "C2", reason: "无", by: "p-info" })
    for (const known of [story, [...story, refused]])
      for (const norm of ["N27.1", "N27.2", "N27.3"])
        expect(said(known, "2026-03-10", norm, {}, storage)).toMatchObject({
          status: "Undetermined",
          missing: "consent.by"
        })
  })

  test("consented to anew on one request, it is covered anew (art. 27)", () => {
    const revoked = fact("StorageConsentRevoked", "2026-04-01", { consent: "C1", reason: "情况消失", by: "p-info" })
    const story = [...database, kept("2026-03-05"), asks("2026-03-02"), consents("2026-03-05"), revoked]
    expect(status([...story, consents("2026-04-10")], "2026-04-10", "N27.3")).toBe("Fulfilled")
    expect(intervals([...story, consents("2026-04-10")], "2026-05-01", "N27.3")).toEqual([
      "Breached 2026-04-02 2026-04-10"
    ])
  })

  test("of several consents the answer stands until the first that runs out (art. 27)", () => {
    const until = (consent: string, day: string) => consents("2026-03-05", "p-info", { consent, until: day })
    for (const [one, other] of [
      ["2026-04-01", "2026-05-01"],
      ["2026-05-01", "2026-04-01"]
    ] as const) {
      const both = [until("C1", one), { ...until("C2", other), id: "other" } as Event]
      expect(said([...database, kept("2026-03-05"), ...both], "2026-03-10", "N27.3")?.stands).toBe("2026-04-01")
    }
  })

  test("a consent that names a later day covers from then (art. 27)", () => {
    const story = [
      ...database,
      kept("2026-03-05"),
      asks("2026-03-02"),
      consents("2026-03-04", "p-info", { from: "2026-03-10" })
    ]
    expect(said(story, "2026-03-09", "N27.3")).toMatchObject({ status: "Breached", stands: "2026-03-09" })
    expect(status(story, "2026-03-10", "N27.3")).toBe("Fulfilled")
    const backdated = [...database, kept("2026-03-03"), consents("2026-03-04", "p-info", { from: "2026-03-01" })]
    expect(intervals(backdated, "2026-03-10", "N27.3")).toEqual(["Breached 2026-03-03 2026-03-04"])
  })

  test("consents given before a succession keep their effect; those of the predecessor afterwards have none (art. 27)", () => {
    const story = [...database, kept("2026-10-01")]
    expect(status([...story, consents("2026-08-31", "p-info")], "2026-10-01", "N27.3")).toBe("Fulfilled")
    expect(status([...story, consents("2026-09-15", "p-info")], "2026-10-01", "N27.3")).toBe("Breached")
    expect(status([...story, consents("2026-09-15", "p-info-2")], "2026-10-01", "N27.3")).toBe("Fulfilled")
  })

  test("a database that reaches further later is judged from that day (art. 27)", () => {
    const story = [
      identified,
      tagged("2026-03-02", { database: true, crossDept: false, crossRegion: false }),
      kept("2026-03-03"),
      tagged("2026-05-01", { crossDept: true })
    ]
    expect(three(story, "2026-04-30")).toEqual(["NotApplicable", "NotApplicable", "NotApplicable"])
    expect(three(story, "2026-05-01")).toEqual(["Breached", "Breached", "Breached"])
    expect(said(story, "2026-05-01", "N27.3")?.trigger?.on).toBe("2026-05-01")
  })

  test("either reach is enough, unless both are read to be needed (A18)", () => {
    const story = [...database, kept("2026-03-03")]
    const how = { profile: read("A18", "both") }
    expect(three(story, "2026-03-10", how)).toEqual(["NotApplicable", "NotApplicable", "NotApplicable"])
    const both = [...story, tagged("2026-03-04", { crossRegion: true })]
    expect(three(both, "2026-03-10", how)).toEqual(["Breached", "Breached", "Breached"])
  })

  test("reach or place that nobody states leaves it undetermined (art. 27)", () => {
    expect(said([identified, kept("2026-03-03")], "2026-03-10", "N27.3")).toMatchObject({
      status: "Undetermined",
      missing: "crossDept"
    })
    expect(said([...database], "2026-03-10", "N27.1")).toMatchObject({ status: "Undetermined", missing: "storage" })
    expect(said([identified, tagged("2026-03-02", { crossDept: true })], "2026-03-10", "N27.1")?.missing).toBe(
      "database"
    )
    const reaching = [identified, tagged("2026-03-02", { crossDept: true })]
    const back = fact("StorageExceptionReturned", "2026-03-12", { consent: "C1", reason: "材料不全", by: "p-info" })
    const withdrawn = fact("StorageExceptionWithdrawn", "2026-03-12", { consent: "C1", by: "health" })
    // Whoever asks to store it himself, or did, speaks of a database.
    expect(said([...reaching, withdrawn], "2026-03-12", "N27.1")?.missing).toBe("storage")
    const foretold = { foretold: true }
    expect(said([...reaching, asks("2026-03-10"), back], "2026-03-11", "N27.1", foretold)?.missing).toBe("storage")
    expect(said([...reaching, asks("2026-03-10"), back], "2026-03-09", "N27.1", foretold)?.missing).toBe("database")
    const half = [identified, tagged("2026-03-02", { database: true, crossDept: false }), kept("2026-03-03")]
    expect(said(half, "2026-03-10", "N27.1")?.missing).toBe("crossRegion")
  })

  test("what is no database is no matter of art. 27", () => {
    const story = [identified, tagged("2026-03-02", { database: false, crossDept: true }), kept("2026-03-03")]
    expect(three(story, "2026-03-10")).toEqual(["NotApplicable", "NotApplicable", "NotApplicable"])
  })

  test("kept by somebody else, the principle is broken and the permission is not in question (art. 27)", () => {
    expect(three([...database, elsewhere("2026-03-03")], "2026-03-10")).toEqual([
      "Breached",
      "NotApplicable",
      "NotApplicable"
    ])
  })

  test("while the data centre is stated not to operate the principle is undetermined, and the permission judged all the same (arts 25, 27)", () => {
    const story = [...database, kept("2026-03-03")]
    expect(said(story, "2026-03-10", "N27.1", out)).toMatchObject({ status: "Undetermined", missing: "dataCentre" })
    expect(three(story, "2026-03-10", out)).toEqual(["Undetermined", "Breached", "Breached"])
    const covered = [...story, asks("2026-03-03"), consents("2026-03-05")]
    expect(intervals(covered, "2026-04-01", "N27.1", out)).toEqual([])
    expect(three(covered, "2026-04-01", out)).toEqual(["PresumptionDefeated", "Fulfilled", "Fulfilled"])
  })

  test("stored no longer, or retired, nothing is in question, and the interval stays on record (art. 27)", () => {
    const story = [...database, kept("2026-03-03")]
    const ceased = [...story, fact("StorageCeased", "2026-04-01", { by: "health" })]
    const retired = [...story, fact("ResourceRetired", "2026-04-01", { by: "health" })]
    for (const over of [ceased, retired]) {
      expect(noted(over, "2026-04-01", "N27.3")).toEqual(["NotApplicable", "earlier-breach"])
      expect(intervals(over, "2026-05-01", "N27.1")).toEqual(["Breached 2026-03-03 2026-04-01"])
    }
  })
})

describe("only then may the department store (N27.3)", () => {
  test("to store without consent is denied; with consent in force it is noticed as an exception (art. 27)", () => {
    expect(deniedBy([...database], kept("2026-03-05"))).toEqual(["N27.3"])
    const covered = [...database, asks("2026-03-02"), consents("2026-03-05")]
    expect(advised(covered, kept("2026-03-05")).outcome).toBe("AllowedWithNotice")
    expect(deniedBy([identified], kept("2026-03-05"))).toEqual([])
    expect(advised([identified], kept("2026-03-05")).outcome).toBe("Undetermined")
  })

  test("opening the data to users is gated by nothing of art. 27", () => {
    const opened = fact("ResourceOpened", "2026-03-10", { audience: "government", electronic: true, by: "health" })
    const { outcome, reasons } = advised([...database, kept("2026-03-03")], opened)
    expect(outcome).toBe("AllowedWithNotice")
    expect(reasons.filter((r) => r._tag === "Norm").map((r) => r._tag === "Norm" && r.verdict.norm)).toEqual(
      expect.arrayContaining(["N27.1", "N27.3"])
    )
  })
})

describe("other databases are stored under the responsibility of the department (N27.4)", () => {
  const narrow = [identified, tagged("2026-03-02", { database: true, crossDept: false, crossRegion: false })]

  test("with a responsible department it is fulfilled, with none breached, not stated undetermined (art. 27)", () => {
    expect(status([...narrow, assigned("records")], "2026-03-10", "N27.4")).toBe("Fulfilled")
    expect(borne([...narrow, assigned("records")], "2026-03-10", "N27.4")).toEqual(["business-dept: records"])
    expect(status([...narrow, assigned(null)], "2026-03-10", "N27.4")).toBe("Breached")
    expect(said(narrow, "2026-03-10", "N27.4")).toMatchObject({ status: "Undetermined", missing: "department" })
    const untold = [identified, tagged("2026-03-02", { crossDept: false, crossRegion: false }), assigned("records")]
    expect(said(untold, "2026-03-10", "N27.4")).toMatchObject({ status: "Undetermined", missing: "database" })
    expect(status([...database, assigned("records")], "2026-03-10", "N27.4")).toBe("NotApplicable")
  })

  test("a department that is named later leaves the interval on record (art. 27)", () => {
    const later = { ...assigned("records"), id: "later", on: "2026-04-01" } as Event
    expect(intervals([...narrow, assigned(null), later], "2026-04-01", "N27.4")).toEqual([
      "Breached 2026-03-02 2026-04-01"
    ])
  })

  test("responsibility, not place, decides, unless it is read to be the premises (A27c)", () => {
    const physical = { profile: read("A27c", "physical") }
    const at = (placement: Event, how: object) =>
      status([...narrow, assigned("records"), placement], "2026-03-10", "N27.4", how)
    for (const placement of [central("2026-03-03"), elsewhere("2026-03-03"), kept("2026-03-03", "hosted")]) {
      expect(at(placement, {})).toBe("Fulfilled")
      expect(at(placement, physical)).toBe("Breached")
    }
    expect(at(kept("2026-03-03", "own"), physical)).toBe("Fulfilled")
    const missing = (...story: ReadonlyArray<Event>) =>
      said([...narrow, assigned("records"), ...story], "2026-03-10", "N27.4", physical)
    expect(missing(kept("2026-03-03"))).toMatchObject({ status: "Undetermined", missing: "premises" })
    expect(missing()).toMatchObject({ status: "Undetermined", missing: "storage" })
  })
})
