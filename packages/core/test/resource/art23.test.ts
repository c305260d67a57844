import { describe, expect, test } from "vitest"
import { advised, deniedBy, fact, identified, noted, period, read, said, status, tagged } from "./story.ts"

const tags = (licensing: boolean | undefined, collaborative: boolean | undefined) =>
  tagged("2026-03-02", {
    ...(licensing === undefined ? {} : { licensing }),
    ...(collaborative === undefined ? {} : { collaborative })
  })
const integrated = (on: string, by = "health") => fact("ResourceIntegrated", on, { how: "merged-database", by })
const listed = fact("ResourceListed", "2026-03-10", { by: "p-info" })
const provided = fact("InterfaceProvided", "2026-03-20", { by: "health" })

describe("what relates to licensing or collaborative work has to be integrated (N23.1)", () => {
  test("either relation is enough, unless both are read to be needed (A23)", () => {
    const licensing = [identified, tags(true, false)]
    expect(status(licensing, "2026-03-10", "N23.1")).toBe("DueUnspecified")
    expect(status(licensing, "2026-03-10", "N23.1", { profile: read("A23", "both") })).toBe("NotApplicable")
    expect(status([identified, tags(true, true)], "2026-03-10", "N23.1", { profile: read("A23", "both") })).toBe(
      "DueUnspecified"
    )
    expect(status([identified, tags(false, false)], "2026-03-10", "N23.1")).toBe("NotApplicable")
  })

  test("tags that nobody states leave it undetermined, unless the others decide (art. 23)", () => {
    expect(said([identified], "2026-03-10", "N23.1")).toMatchObject({ status: "Undetermined", missing: "licensing" })
    expect(said([identified, tags(false, undefined)], "2026-03-10", "N23.1")).toMatchObject({
      status: "Undetermined",
      missing: "collaborative"
    })
    expect(status([identified, tags(undefined, true)], "2026-03-10", "N23.1")).toBe("DueUnspecified")
  })

  test("an integration or an interface recorded by the organ fulfils it; by another body it does not (A23b)", () => {
    const story = [identified, tags(true, false)]
    expect(status([...story, integrated("2026-03-05")], "2026-03-10", "N23.1")).toBe("Fulfilled")
    expect(status([...story, provided], "2026-03-25", "N23.1")).toBe("Fulfilled")
    expect(noted([...story, integrated("2026-03-05", "police")], "2026-03-10", "N23.1")).toEqual([
      "DueUnspecified",
      "other-body"
    ])
  })

  test("under A23b=catalogue it has to stand in the catalogue and be exchangeable", () => {
    const how = { profile: read("A23b", "catalogue") }
    const story = [identified, tags(true, false), integrated("2026-03-05")]
    expect(status(story, "2026-03-25", "N23.1", how)).toBe("DueUnspecified")
    expect(status([...story, listed], "2026-03-25", "N23.1", how)).toBe("DueUnspecified")
    expect(said([...story, listed, provided], "2026-03-25", "N23.1", how)).toMatchObject({
      status: "Fulfilled",
      act: { ref: provided.id }
    })
  })

  test("with a period it is pending, overdue, fulfilled late; the period runs from the tag (art. 23)", () => {
    const how = { profile: period("integration.within", 10) }
    const story = [identified, tags(true, false)]
    expect(said(story, "2026-03-12", "N23.1", how)).toMatchObject({ status: "Pending", due: "2026-03-12" })
    expect(status(story, "2026-03-13", "N23.1", how)).toBe("Overdue")
    expect(status([...story, integrated("2026-03-14")], "2026-03-20", "N23.1", how)).toBe("FulfilledLate")
    const later = [identified, tags(false, false), tagged("2026-06-01", { licensing: true })]
    expect(said(later, "2026-06-02", "N23.1", how)).toMatchObject({ status: "Pending", due: "2026-06-11" })
  })

  test("whose integration it is cannot be told while nobody says whose resource it is (art. 23)", () => {
    const told = said([tags(true, false), integrated("2026-03-05")], "2026-03-10", "N23.1")
    expect(told).toMatchObject({ status: "Undetermined", missing: "integration.to" })
  })

  test("asked of an earlier day, a case that tells of later tags says what was so then (art. 23)", () => {
    const story = [identified, tags(true, false), tagged("2026-06-01", { licensing: false })]
    const how = { foretold: true, profile: period("integration.within", 10) }
    expect(said(story, "2026-03-10", "N23.1", how)).toMatchObject({ status: "Pending", due: "2026-03-12" })
  })

  test("a tag that a later classification does not state stays as it was (art. 23)", () => {
    const story = [identified, tags(true, false), tagged("2026-06-01", { crossDept: true })]
    expect(status(story, "2026-06-10", "N23.1")).toBe("DueUnspecified")
  })
})

describe("the catalogue is the province's (N23.2)", () => {
  const province = { catalogue: undefined, agreement: undefined, centre: undefined }
  const none = { province: { ...province, catalogue: "2030-01-01" as never } }

  test("an item can be listed under a catalogue in force only, and by the provincial authority only (art. 23)", () => {
    expect(advised([identified], listed).outcome).toBe("AllowedWithNotice")
    expect(deniedBy([identified], listed, none)).toEqual(["N23.2"])
    expect(advised([identified], listed, { province }).outcome).toBe("Undetermined")
    const byCity = advised([identified], { ...listed, by: "info" })
    expect(byCity.reasons.find((r) => r._tag === "Competence")?.outcome).toBe("Denied")
  })

  test("a step under a version that is not in force is not one of the catalogue (art. 23)", () => {
    expect(deniedBy([identified], { ...listed, catalogue: "catalogue-0" })).toEqual(["N23.2"])
    expect(deniedBy([identified], { ...listed, catalogue: "catalogue-1" })).toEqual([])
  })

  test("to retire what stands in the catalogue is noticed, never denied (art. 23)", () => {
    const retired = fact("ResourceRetired", "2026-05-01", { by: "health" })
    const { outcome, reasons } = advised([identified, listed], retired)
    expect(outcome).toBe("AllowedWithNotice")
    expect(reasons.some((r) => r._tag === "Norm" && r.verdict.norm === "N23.2")).toBe(true)
  })

  test("what was retired before is out of order to list, and not denied under the norm on the catalogue (art. 23)", () => {
    const retired = fact("ResourceRetired", "2026-03-05", { by: "health" })
    const { reasons } = advised([identified, retired], listed)
    expect(reasons.map(({ _tag }) => _tag)).toEqual(["Order"])
  })
})
