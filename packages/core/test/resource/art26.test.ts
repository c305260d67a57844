import { describe, expect, test } from "vitest"
import type { Event } from "../../src/resource/index.ts"
import {
  advised,
  borne,
  deniedBy,
  fact,
  identified,
  intervals,
  noted,
  period,
  read,
  said,
  status,
  takenOver
} from "./story.ts"

const listed = (on: string, by = "p-info") => fact("ResourceListed", on, { by })
const delisted = (on: string) => fact("ResourceDelisted", on, { by: "p-info" })
const provided = (on: string) => fact("InterfaceProvided", on, { by: "health" })
const withdrawn = (on: string, by = "health") => fact("InterfaceWithdrawn", on, { reason: "改造", by })
const story = [identified, listed("2026-03-10")]

describe("what is listed needs an exchange interface (N26.1)", () => {
  test("listed, it is owed on no day, whatever happened to the data; provided, it is fulfilled (art. 26)", () => {
    expect(status(story, "2036-03-10", "N26.1")).toBe("DueUnspecified")
    expect(status([...story, provided("2026-03-12")], "2026-03-20", "N26.1")).toBe("Fulfilled")
    expect(borne(story, "2026-03-20", "N26.1")).toEqual(["organ.any: health"])
    expect(borne(story, "2027-03-20", "N26.1")).toEqual(["organ.any: health-2"])
  })

  test("what stood before the listing serves, or for a while on its day (art. 26)", () => {
    expect(status([...story, provided("2026-03-05")], "2026-03-10", "N26.1")).toBe("Fulfilled")
    const how = { profile: period("interface.within", 10) }
    const again = [
      { ...provided("2026-03-10"), seq: 1 },
      { ...withdrawn("2026-03-10"), seq: 2 },
      provided("2026-05-01")
    ]
    expect(noted([...story, ...again], "2026-05-01", "N26.1", how)).toEqual(["Fulfilled", "earlier-breach"])
  })

  test("what was listed before the Measures took force is no matter of theirs; on that day it is (arts 26, 36)", () => {
    const old = { ...identified, on: "2004-12-01", produced: "2004-12-01" } as unknown as typeof identified
    const province = { catalogue: "2005-01-01" as never, agreement: undefined, centre: undefined }
    const now = { profile: read("A26", "now"), province }
    const off = (on: string) => intervals([old, listed(on), delisted("2005-03-01")], "2026-03-20", "N26.1", now)
    expect(off("2005-02-03")).toEqual([])
    expect(off("2005-02-04")).toEqual(["Overdue 2005-02-05 2005-03-01"])
    const gone = (on: string) => [old, listed(on), provided("2005-04-01"), withdrawn("2006-01-01")]
    expect(status(gone("2005-02-04"), "2026-03-20", "N26.1")).toBe("Breached")
    expect(status(gone("2005-02-03"), "2026-03-20", "N26.1")).not.toBe("Breached")
  })

  test("not listed, or taken off, it is not owed; who does not know of the list leaves it undetermined (art. 26)", () => {
    expect(status([identified], "2026-03-20", "N26.1")).toBe("NotApplicable")
    expect(status([...story, delisted("2026-04-01")], "2026-04-01", "N26.1")).toBe("NotApplicable")
    expect(said([takenOver], "2026-03-20", "N26.1")).toMatchObject({ status: "Undetermined", missing: "listing" })
  })

  test("what another body enters lists nothing; of an agency that nobody knows it cannot be told (arts 23, 26)", () => {
    expect(status([identified, listed("2026-03-10", "info")], "2026-03-20", "N26.1")).toBe("NotApplicable")
    expect(said([identified, listed("2026-03-10", "unheard-of")], "2026-03-20", "N26.1")).toMatchObject({
      status: "Undetermined",
      missing: "listing.by"
    })
    const again = { ...listed("2026-03-15", "unheard-of"), id: "again" } as Event
    expect(status([...story, again], "2026-03-20", "N26.1")).toBe("DueUnspecified")
  })

  test("without a catalogue in force there is nothing to be listed in (arts 23, 26)", () => {
    const province = { catalogue: "2030-01-01" as never, agreement: undefined, centre: undefined }
    expect(status(story, "2026-03-20", "N26.1", { province })).toBe("NotApplicable")
  })

  test("withdrawn while listed it is a breach for the interval (art. 26)", () => {
    const gone = [...story, provided("2026-03-12"), withdrawn("2026-04-01")]
    expect(status(gone, "2026-04-01", "N26.1")).toBe("Breached")
    const again = [...gone, provided("2026-05-01")]
    expect(noted(again, "2026-05-01", "N26.1")).toEqual(["Fulfilled", "earlier-breach"])
    expect(intervals(again, "2026-06-01", "N26.1")).toEqual(["Breached 2026-04-01 2026-05-01"])
    const off = [...gone, delisted("2026-04-20")]
    expect(noted(off, "2026-04-20", "N26.1")).toEqual(["NotApplicable", "earlier-breach"])
  })

  test("withdrawn before the listing, or by somebody else, it is no breach of the organ, and owed (art. 26)", () => {
    const before = [identified, provided("2026-03-03"), withdrawn("2026-03-05"), listed("2026-03-10")]
    expect(status(before, "2026-03-20", "N26.1")).toBe("DueUnspecified")
    const other = [...story, provided("2026-03-12"), withdrawn("2026-04-01", "centre")]
    expect(noted(other, "2026-04-10", "N26.1")).toEqual(["DueUnspecified", "other-body"])
  })

  test("to withdraw it while the item is listed is denied; afterwards it is not (art. 26)", () => {
    const open = [...story, provided("2026-03-12")]
    expect(deniedBy(open, withdrawn("2026-04-01"))).toEqual(["N26.1"])
    expect(deniedBy([...open, delisted("2026-03-31")], withdrawn("2026-04-01"))).toEqual([])
    const province = { catalogue: undefined, agreement: undefined, centre: "2030-01-01" as never }
    expect(deniedBy(open, withdrawn("2026-04-01"), { province })).toEqual(["N26.1"])
    expect(advised([takenOver, provided("2026-03-12")], withdrawn("2026-04-01")).outcome).toBe("Undetermined")
  })

  test("while the data centre is stated not to operate it is undetermined, before any breach (arts 25, 26)", () => {
    const province = { catalogue: undefined, agreement: undefined, centre: "2026-05-01" as never }
    const gone = [...story, provided("2026-03-12"), withdrawn("2026-04-01"), provided("2026-06-01")]
    expect(said(gone, "2026-04-30", "N26.1", { province })).toMatchObject({
      status: "Undetermined",
      missing: "dataCentre"
    })
    expect(status(gone, "2026-05-01", "N26.1", { province })).toBe("Breached")
    expect(intervals(gone, "2026-06-01", "N26.1", { province })).toEqual(["Breached 2026-05-01 2026-06-01"])
  })

  test("with a period it is pending, overdue, fulfilled late; what was late in a former listing stays on record (art. 26)", () => {
    const how = { profile: period("interface.within", 10) }
    expect(said(story, "2026-03-20", "N26.1", how)).toMatchObject({ status: "Pending", due: "2026-03-20" })
    expect(status(story, "2026-03-21", "N26.1", how)).toBe("Overdue")
    expect(status([...story, provided("2026-03-25")], "2026-04-01", "N26.1", how)).toBe("FulfilledLate")
    const off = [...story, delisted("2026-04-01")]
    expect(intervals(off, "2026-05-01", "N26.1", how)).toEqual(["Overdue 2026-03-21 2026-04-01"])
    expect(status(off, "2026-05-01", "N26.1", how)).toBe("NotApplicable")
    const relisted = [...off, listed("2026-06-01")]
    expect(said(relisted, "2026-06-02", "N26.1", how)).toMatchObject({ status: "Pending", due: "2026-06-11" })
  })

  test("under A26=now it is overdue on the day after the listing", () => {
    const how = { profile: read("A26", "now") }
    expect(said(story, "2026-03-10", "N26.1", how)).toMatchObject({ status: "Pending", due: "2026-03-10" })
    expect(status(story, "2026-03-11", "N26.1", how)).toBe("Overdue")
  })

  test("a retired resource owes none; a withdrawal before it stays on record (art. 26)", () => {
    const retired = fact("ResourceRetired", "2026-05-01", { by: "health" })
    expect(noted([...story, retired], "2026-06-01", "N26.1")).toEqual(["NotApplicable", "lapsed"])
    const gone = [...story, provided("2026-03-12"), withdrawn("2026-04-01"), retired]
    expect(intervals(gone, "2026-06-01", "N26.1")).toEqual(["Breached 2026-04-01 2026-05-01"])
  })
})
