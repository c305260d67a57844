import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Context, type Event, missingElements, verdicts } from "../../src/resource/index.ts"
import { asked, folded } from "../law/resourceLaw.ts"
import { fact, identified, intervals, noted, period, read, said, status, takenOver } from "./story.ts"

const whole = { content: "内容", scope: "范围", manner: "方式" }
const versions = { catalogue: "catalogue-1", agreement: "agreement-1" }
const declared = (on: string, particulars: object = {}) =>
  fact("SharingDeclared", on, { disclosure: whole, internal: whole, ...versions, by: "health", ...particulars })

describe("content, scope and manner have to be drawn up (N24.1)", () => {
  test("all elements for both purposes, with the versions, fulfil it (art. 24)", () => {
    expect(status([identified, declared("2026-03-05")], "2026-03-10", "N24.1")).toBe("Fulfilled")
  })

  test("nothing drawn up, or elements missing, is owed on no day and never a breach (art. 24)", () => {
    expect(noted([identified], "2036-03-10", "N24.1")).toEqual(["DueUnspecified", undefined])
    const lacking = declared("2026-03-05", { internal: { content: "内容", scope: null }, agreement: null })
    expect(noted([identified, lacking], "2036-03-10", "N24.1")).toEqual(["DueUnspecified", "elements-missing"])
    expect(missingElements(folded([identified, lacking]).declarations)).toEqual([
      "internal.scope",
      "internal.manner",
      "agreement"
    ])
  })

  test("it may be made and revised in parts (art. 24)", () => {
    const first = declared("2026-03-05", { internal: null })
    const second = fact("SharingRedeclared", "2026-04-01", { internal: whole, by: "health" })
    expect(status([identified, first, second], "2026-03-31", "N24.1")).toBe("DueUnspecified")
    expect(said([identified, first, second], "2026-04-01", "N24.1")).toMatchObject({
      status: "Fulfilled",
      act: { ref: second.id }
    })
  })

  test("not applicable is a statement too (art. 24)", () => {
    for (const disclosure of ["n/a", { ...whole, scope: "n/a" }] as const)
      expect(status([identified, declared("2026-03-05", { disclosure })], "2026-03-10", "N24.1")).toBe("Fulfilled")
  })

  test("a newer version of the catalogue is a notice to revise (art. 24)", () => {
    const old = declared("2026-03-05", { catalogue: "catalogue-0" })
    expect(noted([identified, old], "2026-03-10", "N24.1")).toEqual(["Fulfilled", "earlier-version"])
  })

  test("without catalogue or agreement it is not owed; where nobody knows of them it is undetermined (art. 24)", () => {
    const none = { catalogue: "2005-06-01" as never, agreement: "2030-01-01" as never, centre: undefined }
    expect(status([identified], "2026-03-10", "N24.1", { province: none })).toBe("NotApplicable")
    const unknown = { ...none, agreement: undefined }
    expect(said([identified], "2026-03-10", "N24.1", { province: unknown })).toMatchObject({
      status: "Undetermined",
      missing: "exchangeAgreement"
    })
    const neither = { ...unknown, catalogue: undefined }
    expect(said([identified], "2026-03-10", "N24.1", { province: neither })?.missing).toBe("exchangeCatalogue")
  })

  test("a record that does not tell of declarations leaves it undetermined (art. 24)", () => {
    expect(said([takenOver], "2026-03-10", "N24.1")).toMatchObject({ status: "Undetermined", missing: "declaration" })
  })

  test("with a period it runs from the day on which both are in force, and not before the resource was there (art. 24)", () => {
    const profile = period("declaration.within", 30)
    const province = { catalogue: "2026-03-20" as never, agreement: "2026-04-01" as never, centre: undefined }
    expect(said([identified], "2026-04-10", "N24.1", { profile, province })).toMatchObject({
      status: "Pending",
      due: "2026-05-01"
    })
    expect(said([identified], "2026-03-10", "N24.1", { profile })).toMatchObject({ due: "2026-04-01" })
    expect(status([identified], "2026-05-02", "N24.1", { profile, province })).toBe("Overdue")
    expect(status([identified, declared("2026-05-02")], "2026-06-01", "N24.1", { profile, province })).toBe(
      "FulfilledLate"
    )
    const part = declared("2026-03-05", { internal: null })
    expect(noted([identified, part], "2026-06-01", "N24.1", { profile })).toEqual(["Overdue", "elements-missing"])
  })

  test("where a host says since when the versions are in force, the later of the two counts (art. 24)", () => {
    const profile = period("declaration.within", 30)
    for (const [catalogue, agreement] of [
      ["2026-03-20", "2026-04-01"],
      ["2026-04-01", "2026-03-20"]
    ] as unknown as ReadonlyArray<readonly [CivilDate, CivilDate]>) {
      const province = { catalogue, agreement, centre: undefined, dated: true }
      expect(said([identified], "2026-04-10", "N24.1", { profile, province })).toMatchObject({ due: "2026-05-01" })
    }
  })

  test("a newer version beside an older one begins nothing anew, whichever is named first (art. 24)", () => {
    const ctx = asked("2026-04-10" as CivilDate, period("declaration.within", 30))
    const days = ["2026-03-20", "2026-04-05"] as unknown as ReadonlyArray<CivilDate>
    for (const order of [days, days.toReversed()]) {
      const versions: Context["instrumentsInForce"] = (kind, on) =>
        order.filter((from) => from <= on).map((from) => ({ id: `${kind} of ${from}`, kind, from }))
      const v = verdicts(folded([identified]), { ...ctx, instrumentsInForce: versions }).verdicts
      expect(v.find(({ norm }) => norm === "N24.1")).toMatchObject({ due: "2026-04-19" })
    }
  })

  test("what was in force before the resource was there does not matter; whether it was since then does (art. 24)", () => {
    const since = (first: string): Context => {
      const ctx = asked("2026-03-10" as CivilDate, period("declaration.within", 30))
      const versions: Context["instrumentsInForce"] = (kind, on) =>
        on < first ? undefined : ctx.instrumentsInForce(kind, on)?.map(({ id }) => ({ id, kind }))
      return { ...ctx, instrumentsInForce: versions }
    }
    const says = (first: string) =>
      verdicts(folded([identified]), since(first)).verdicts.find((v) => v.norm === "N24.1")
    expect(says("2026-03-02")).toMatchObject({ status: "Pending", due: "2026-04-01" })
    expect(says("2026-03-03")).toMatchObject({ status: "Undetermined", missing: "exchangeCatalogue" })
  })

  test("before the information is produced nothing is drawn up about it (art. 24)", () => {
    const ahead = { ...identified, produced: "2026-04-01" } as unknown as typeof identified
    expect(status([ahead], "2026-03-31", "N24.1")).toBe("NotApplicable")
    expect(status([ahead], "2026-04-01", "N24.1")).toBe("DueUnspecified")
  })

  test("of a retired resource nothing is owed; what was late by then stays on record, and is never a breach (art. 24)", () => {
    const how = { profile: period("declaration.within", 30) }
    const retired = (on: string) => [identified, fact("ResourceRetired", on, { by: "health" })]
    expect(noted(retired("2026-03-20"), "2026-06-01", "N24.1", how)).toEqual(["NotApplicable", "lapsed"])
    expect(noted(retired("2026-05-01"), "2026-06-01", "N24.1", how)).toEqual(["NotApplicable", "earlier-breach"])
    expect(intervals(retired("2026-05-01"), "2026-06-01", "N24.1", how)).toEqual(["Overdue 2026-04-02 2026-05-01"])
    expect(intervals(retired("2026-04-02"), "2026-06-01", "N24.1", how)).toEqual([])
  })

  test("of a record that was taken over it is known only since its first part that something is lacking (art. 24)", () => {
    const profile = period("declaration.within", 30)
    const province = { catalogue: "2026-03-10" as never, agreement: "2026-03-10" as never, centre: undefined }
    const late = (story: Event, on: string) =>
      intervals(
        [story, declared(on, { internal: null }), fact("ResourceRetired", "2026-05-01", { by: "health" })],
        "2026-06-01",
        "N24.1",
        { profile, province }
      )
    expect(late(takenOver, "2026-04-20")).toEqual(["Overdue 2026-04-20 2026-05-01"])
    expect(late(takenOver, "2026-03-20")).toEqual(["Overdue 2026-04-10 2026-05-01"])
    expect(late(identified, "2026-04-20")).toEqual(["Overdue 2026-04-10 2026-05-01"])
  })

  test("nobody receives it, unless it is read to be filed with the provincial authority (A24)", () => {
    const how = { profile: read("A24", "yes") }
    const filed = (to?: string | null) => [identified, declared("2026-03-05", to === undefined ? {} : { to })]
    expect(status(filed("info"), "2026-03-10", "N24.1")).toBe("Fulfilled")
    expect(noted(filed("info"), "2026-03-10", "N24.1", how)).toEqual(["DueUnspecified", "other-level"])
    expect(status(filed(null), "2026-03-10", "N24.1", how)).toBe("DueUnspecified")
    expect(status(filed("p-info"), "2026-03-10", "N24.1", how)).toBe("Fulfilled")
    expect(said(filed(), "2026-03-10", "N24.1", how)).toMatchObject({
      status: "Undetermined",
      missing: "declaration.to",
      note: undefined
    })
    const part = declared("2026-03-05", { internal: null })
    expect(noted([identified, part], "2026-03-10", "N24.1", how)).toEqual(["DueUnspecified", undefined])
  })
})
