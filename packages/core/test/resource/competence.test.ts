import { describe, expect, test } from "vitest"
import { textOnly } from "../../src/profile/Profile.ts"
import { type Event, subject } from "../../src/resource/index.ts"
import { asked, folded } from "../law/resourceLaw.ts"
import { fact, identified, read, takenOver } from "./story.ts"

const assigned = fact("StorageAssigned", "2026-03-02", { department: "records", by: "health" })
const request = fact("SharingRequested", "2026-03-03", { sharing: "S1", by: "company" })
const may = (act: Event, by: string | undefined, story: ReadonlyArray<Event> = [identified], profile = textOnly) => {
  const { by: _, ...nobody } = act
  const e = (by === undefined ? nobody : { ...act, by }) as Event
  const answer = subject.competence(folded([...story, e]), e, asked(e.on, profile))
  return answer._tag === "Competent" ? answer.role : answer._tag
}

describe("who may act on a resource", () => {
  test("the organ whose resource it is, through succession, and no other organ (arts 22 to 26)", () => {
    const early = fact("ResourceClassified", "2026-04-01", {})
    const late = fact("ResourceClassified", "2027-01-01", {})
    expect([may(early, "health"), may(early, "police"), may(early, "health-2")]).toEqual([
      "organ.any",
      "NotCompetent",
      "NotCompetent"
    ])
    expect([may(late, "health"), may(late, "health-2")]).toEqual(["NotCompetent", "organ.any"])
    expect([may(early, undefined), may(early, "health", []), may(early, undefined, [])]).toEqual([
      "Unknown",
      "Unknown",
      "Unknown"
    ])
  })

  test("whoever opens a record must be an organ by the directory (art. 22)", () => {
    expect([may(identified, "health", []), may(identified, "police", []), may(identified, "stranger", [])]).toEqual([
      "organ.any",
      "organ.any",
      "NotCompetent"
    ])
    expect([may(takenOver, "police", []), may(takenOver, "stranger", [])]).toEqual(["organ.any", "NotCompetent"])
  })

  test("who acts in place of the organ is told whose act it was (arts 22 to 26)", () => {
    const by = (story: ReadonlyArray<Event>) => {
      const e = fact("ResourceClassified", "2026-04-01", { by: "police" })
      const answer = subject.competence(folded([...story, e]), e, asked(e.on, textOnly))
      return answer._tag === "Competent" ? undefined : answer.asked
    }
    expect(by([identified])).toMatchObject({ agency: "police", responsible: "health" })
    expect(Object.hasOwn(by([]) ?? {}, "responsible")).toBe(false)
  })

  test("an inspector of the region judges, or its informatization authority (arts 4, 35)", () => {
    const judged = fact("Judged", "2026-04-01", {
      norm: "N22.2",
      instance: "",
      outcome: "met",
      reason: "属实"
    } as never)
    expect([may(judged, "supervisor"), may(judged, "info"), may(judged, "police")]).toEqual([
      "supervision.any",
      "info.any",
      "NotCompetent"
    ])
    const confirmed = fact("ResourceFalsityConfirmed", "2026-04-01", { falsity: "F1" })
    expect(may(confirmed, "supervisor")).toBe("supervision.any")
  })

  test("the provincial authority of the day lists, consents and revokes, never the city's (arts 23, 27)", () => {
    for (const act of [
      fact("ResourceListed", "2026-04-01", {}),
      fact("StorageConsentGiven", "2026-04-01", { consent: "C1" }),
      fact("StorageConsentRevoked", "2026-04-01", { consent: "C1" })
    ])
      expect([may(act, "p-info"), may(act, "p-info-2"), may(act, "info"), may(act, "unheard-of")]).toEqual([
        "info.provincial",
        "NotCompetent",
        "NotCompetent",
        "Unknown"
      ])
    const later = fact("StorageConsentGiven", "2026-09-01", { consent: "C1" })
    expect([may(later, "p-info"), may(later, "p-info-2")]).toEqual(["NotCompetent", "info.provincial"])
  })

  test("under A27b=any a consent of any level will do, and of nobody else", () => {
    const act = fact("StorageConsentGiven", "2026-04-01", { consent: "C1" })
    const any = read("A27b", "any")
    expect(["info", "stranger", "unheard-of"].map((by) => may(act, by, [identified], any))).toEqual([
      "info.any",
      "NotCompetent",
      "Unknown"
    ])
    const listed = fact("ResourceListed", "2026-04-01", {})
    expect(may(listed, "info", [identified], any)).toBe("NotCompetent")
  })

  test("the business department that is responsible stores and asks; where nobody stated one, the organ (art. 27)", () => {
    const stored = fact("StoredAtDepartment", "2026-04-01", {})
    expect([may(stored, "health"), may(stored, "records")]).toEqual(["business-dept", "NotCompetent"])
    const with_ = [identified, assigned]
    expect([may(stored, "health", with_), may(stored, "records", with_)]).toEqual(["NotCompetent", "business-dept"])
    const nobody = [identified, { ...assigned, department: null } as Event]
    expect(may(stored, "health", nobody)).toBe("NotCompetent")
  })

  test("the data centre grants; it or the organ refuses (art. 28)", () => {
    const grant = fact("SharingGranted", "2026-04-01", { sharing: "S1" })
    const refuse = fact("SharingRefused", "2026-04-01", { sharing: "S1" })
    expect([may(grant, "centre"), may(grant, "health"), may(refuse, "centre"), may(refuse, "health")]).toEqual([
      "datacenter.provincial",
      "NotCompetent",
      "datacenter.provincial",
      "organ.any"
    ])
  })

  test("anybody asks to share, and whoever asked withdraws (art. 28)", () => {
    expect([may(request, "company"), may(request, "stranger"), may(request, undefined)]).toEqual([
      "applicant.any",
      "applicant.any",
      "applicant.any"
    ])
    const withdraw = fact("SharingRequestWithdrawn", "2026-03-05", { sharing: "S1" })
    expect([may(withdraw, "company", [identified, request]), may(withdraw, "stranger", [identified, request])]).toEqual(
      ["applicant.any", "NotCompetent"]
    )
  })

  test("retracting an entry is nobody's act", () => {
    expect(may(fact("Retracted", "2026-04-01", { of: "x" }), "health")).toBe("NotCompetent")
  })
})
