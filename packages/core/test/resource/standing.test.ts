import { describe, expect, test } from "vitest"
import { type Event, subject } from "../../src/resource/index.ts"
import { folded } from "../law/resourceLaw.ts"
import { advised, fact, identified, tagged, takenOver } from "./story.ts"

const listed = fact("ResourceListed", "2026-03-05", { by: "p-info" })
const declared = fact("SharingDeclared", "2026-03-06", { by: "health" })
const provided = fact("InterfaceProvided", "2026-03-07", { by: "health" })
const opened = fact("ResourceOpened", "2026-03-08", { audience: "both", electronic: true, by: "health" })
const delisted = fact("ResourceDelisted", "2026-03-09", { by: "p-info" })
const withdrawn = fact("InterfaceWithdrawn", "2026-03-10", { by: "health" })
const usual = [identified, tagged("2026-03-03", { disclosable: true }), listed, declared, provided, opened]
const at = (story: ReadonlyArray<Event>): string => folded(story).position

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
    const stands = (story: ReadonlyArray<Event>, e: Event): string => subject.position(folded(story), e)
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
