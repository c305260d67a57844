import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { type Event, type EventTag, position, quietUntil, subject } from "../../src/resource/index.ts"
import { asked, folded } from "../law/resourceLaw.ts"
import { advised, fact, identified, tagged, takenOver } from "./story.ts"

const listed = fact("ResourceListed", "2026-03-05", { by: "p-info" })
const declared = fact("SharingDeclared", "2026-03-06", { by: "health" })
const provided = fact("InterfaceProvided", "2026-03-07", { by: "health" })
const opened = fact("ResourceOpened", "2026-03-08", { audience: "both", electronic: true, by: "health" })
const delisted = fact("ResourceDelisted", "2026-03-09", { by: "p-info" })
const withdrawn = fact("InterfaceWithdrawn", "2026-03-10", { by: "health" })
const usual = [identified, tagged("2026-03-03", { disclosable: true }), listed, declared, provided, opened]
const refusal = fact("StorageConsentRefused", "2026-03-09", { consent: "C1" })
const revocation = fact("StorageConsentRevoked", "2026-03-09", { consent: "C1" })
const correction = fact("ResourceFalsityCorrected", "2026-03-09", { falsity: "F1" })
const resumed = fact("ResourceResumed", "2026-03-09", {})
const day = "2026-12-31" as CivilDate
const at = (story: ReadonlyArray<Event>): string => position(folded(story), asked(day, textOnly))

describe("where a resource stands", () => {
  test("follows the usual order (arts 22 to 28)", () => {
    expect(usual.map((_, i) => at(usual.slice(0, i + 1)))).toEqual([
      "identified",
      "classified",
      "catalogued",
      "declared",
      "interfaceProvided",
      "available"
    ])
  })

  test("is left alone by what runs beside it (arts 23, 26)", () => {
    expect(at([...usual, delisted, withdrawn])).toBe("available")
    expect(at([...usual.slice(0, 4), delisted])).toBe("declared")
    expect(at([...usual.slice(0, 3), delisted])).toBe("notCatalogued")
    expect(at([...usual.slice(0, 5), withdrawn])).toBe("declared")
    const suspended = fact("ResourceSuspended", "2026-03-09", { reason: "维护", by: "health" })
    expect(at([...usual, suspended])).toBe("suspended")
    expect(at([...usual, suspended, fact("ResourceResumed", "2026-03-10", { by: "health" })])).toBe("available")
    expect(
      at([
        ...usual,
        fact("ResourceRetired", "2026-03-11", { by: "health" }),
        { ...listed, id: "l2", on: "2026-03-12" } as Event
      ])
    ).toBe("retired")
  })

  test("each part stands for itself (arts 27, 28)", () => {
    const ask = fact("StorageExceptionRequested", "2026-03-03", { consent: "C1" })
    const consent = fact("StorageConsentGiven", "2026-03-04", { consent: "C1" })
    const returned = fact("StorageExceptionReturned", "2026-03-04", { consent: "C1" })
    const request = fact("SharingRequested", "2026-03-03", { sharing: "S1" })
    const granted = fact("SharingGranted", "2026-03-04", { sharing: "S1" })
    const suspended = fact("SharingSuspended", "2026-03-05", { sharing: "S1" })
    const stored = fact("StoredAtDepartment", "2026-03-03", {})
    const stands = (story: ReadonlyArray<Event>, e: Event): string =>
      subject.position(folded(story), asked(day, textOnly), e)
    expect(stands([], consent)).toBe("draft")
    expect(stands([ask], consent)).toBe("submitted")
    expect(stands([ask, returned], consent)).toBe("draft")
    expect(stands([ask, consent], { ...consent, consent: "C2" })).toBe("draft")
    expect(stands([ask, consent], consent)).toBe("consented")
    expect(stands([request, granted, suspended], granted)).toBe("suspended")
    expect(stands([stored], stored)).toBe("atDepartment")
    expect(stands([stored, fact("StoredElsewhere", "2026-03-04", {})], stored)).toBe("unplaced")
    expect(stands([], stored)).toBe("unplaced")
  })
})

describe("whose resource it is", () => {
  test("of two openings the earlier one tells, in whichever order they are read (art. 22)", () => {
    const later = { ...takenOver, id: "later", on: "2026-03-05", organ: "police" } as Event
    for (const story of [
      [identified, later],
      [later, identified]
    ])
      expect(folded(story)).toMatchObject({ organ: "health", opened: { ref: identified.id }, produced: "2026-03-02" })
  })

  test("what people judged of it is kept, each judgement once (art. 35)", () => {
    const judged = fact("Judged", "2026-04-01", {
      norm: "N22.2",
      instance: "",
      outcome: "met",
      reason: "抽查属实",
      by: "supervisor"
    } as never)
    expect(folded([identified, judged, judged]).judgements).toMatchObject([
      { id: judged.id, norm: "N22.2", reason: "抽查属实" }
    ])
  })

  test("on the day on which the information is produced nothing is to come (art. 22)", () => {
    const on = (day: string) =>
      quietUntil(folded([{ ...identified, produced: "2026-04-01" } as Event]), asked(day as CivilDate, textOnly))
    expect([on("2026-03-20"), on("2026-04-01")]).toEqual(["2026-03-31", undefined])
  })
})

describe("what an act on a resource presupposes", () => {
  const lacks = (story: ReadonlyArray<Event>, e: Event) => subject.lacks(folded(story), e)

  test("known to be absent it is out of order; where nobody knows it is not (arts 22 to 28)", () => {
    const acts: ReadonlyArray<readonly [Event, string]> = [
      [delisted, "listing"],
      [fact("SharingRedeclared", "2026-03-09", {}), "declaration"],
      [withdrawn, "interface"],
      [fact("StorageConsentRefused", "2026-03-09", { consent: "C1" }), "exceptionRequest"],
      [fact("StorageConsentRevoked", "2026-03-09", { consent: "C1" }), "consent"],
      [fact("SharingRefused", "2026-03-09", { sharing: "S1" }), "sharingRequest"],
      [fact("SharingRequestResubmitted", "2026-03-09", { sharing: "S1" }), "sharingReturn"],
      [fact("SharingEnded", "2026-03-09", { sharing: "S1" }), "grant"],
      [fact("ResourceFalsityCorrected", "2026-03-09", { falsity: "F1" }), "falsity"],
      [fact("ResourceResumed", "2026-03-09", {}), "suspension"],
      [fact("StorageCeased", "2026-03-09", {}), "storage"]
    ]
    for (const [act, what] of acts) {
      expect(lacks([identified], act), act._tag).toEqual([what])
      expect(lacks([takenOver], act), act._tag).toEqual([])
      expect(advised([identified], { ...act, by: "p-info" } as Event).reasons.some((r) => r._tag === "Order")).toBe(
        true
      )
    }
  })

  test("what comes only later is no forerunner (arts 22 to 27)", () => {
    const later: ReadonlyArray<readonly [EventTag, object, act: Event, what: string]> = [
      ["ResourceListed", {}, delisted, "listing"],
      ["SharingDeclared", {}, fact("SharingRedeclared", "2026-03-09", {}), "declaration"],
      ["InterfaceProvided", {}, withdrawn, "interface"],
      ["StorageExceptionRequested", { consent: "C1" }, refusal, "exceptionRequest"],
      ["StorageConsentGiven", { consent: "C1" }, revocation, "consent"],
      ["ResourceFalsityConfirmed", { falsity: "F1" }, correction, "falsity"],
      ["ResourceSuspended", { reason: "维护" }, resumed, "suspension"],
      ["StoredAtDataCentre", {}, fact("StorageCeased", "2026-03-09", {}), "storage"]
    ]
    for (const [kind, said, act, what] of later) {
      const on = (day: string) => lacks([identified, fact(kind, day, said as never)], act)
      expect(on("2026-03-20"), kind).toEqual([what])
      expect(on(act.on), kind).toEqual([])
    }
  })

  test("what something else presupposes is no forerunner (arts 22 to 28)", () => {
    const refused = fact("StorageConsentRefused", "2026-03-04", { consent: "C1" })
    const gone = fact("InterfaceWithdrawn", "2026-03-04", {})
    const found = fact("ResourceFalsityConfirmed", "2026-03-04", { falsity: "F2" })
    const unfound = { ...correction, id: "unfound", on: "2026-03-04" } as Event
    const suspended = fact("SharingSuspended", "2026-03-04", { sharing: "S1" })
    const again = fact("SharingRequestResubmitted", "2026-03-09", { sharing: "S1" })
    expect(lacks([identified, refused], revocation)).toEqual(["consent"])
    expect(lacks([identified, gone], withdrawn)).toEqual(["interface"])
    expect(lacks([identified, found], correction)).toEqual(["falsity"])
    expect(lacks([identified, unfound], correction)).toEqual(["falsity"])
    expect(lacks(usual, resumed)).toEqual(["suspension"])
    expect(lacks([identified, suspended], again)).toEqual(["sharingReturn"])
  })

  test("a request that was sent again was there since it was first sent (art. 27)", () => {
    const asks = (on: string) => fact("StorageExceptionRequested", on, { consent: "C1" })
    expect(lacks([identified, asks("2026-03-03"), asks("2026-03-20")], refusal)).toEqual([])
  })

  test("what was suspended is resumed, wherever it is kept (art. 26)", () => {
    expect(lacks([identified, fact("ResourceSuspended", "2026-03-08", { reason: "维护" })], resumed)).toEqual([])
  })

  test("on record it is in order (arts 22 to 28)", () => {
    const story: ReadonlyArray<Event> = [
      ...usual,
      fact("StorageExceptionRequested", "2026-03-03", { consent: "C1" }),
      fact("StorageConsentGiven", "2026-03-04", { consent: "C1" }),
      fact("SharingRequested", "2026-03-03", { sharing: "S1" }),
      fact("SharingRequestReturned", "2026-03-04", { sharing: "S1" }),
      fact("SharingGranted", "2026-03-05", { sharing: "S1" }),
      fact("ResourceFalsityConfirmed", "2026-03-04", { falsity: "F1" }),
      fact("ResourceSuspended", "2026-03-08", { reason: "维护" }),
      fact("StoredAtDataCentre", "2026-03-04", {})
    ]
    for (const act of [
      delisted,
      fact("SharingRedeclared", "2026-03-09", {}),
      withdrawn,
      fact("StorageConsentRefused", "2026-03-09", { consent: "C1" }),
      fact("StorageConsentRevoked", "2026-03-09", { consent: "C1" }),
      fact("SharingRefused", "2026-03-09", { sharing: "S1" }),
      fact("SharingRequestResubmitted", "2026-03-09", { sharing: "S1" }),
      fact("SharingEnded", "2026-03-09", { sharing: "S1" }),
      fact("ResourceFalsityCorrected", "2026-03-09", { falsity: "F1" }),
      fact("ResourceResumed", "2026-03-09", {}),
      fact("StorageCeased", "2026-03-09", {})
    ])
      expect(lacks(story, act), act._tag).toEqual([])
  })
})
