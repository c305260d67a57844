import { established } from "@banfa/testing/resource"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { inquire } from "../../src/resource/explain.ts"
import type { Event } from "../../src/resource/index.ts"
import { asked, onDay } from "../law/resourceLaw.ts"
import { database, fact, type How, identified, period, read, said, tagged, takenOver } from "./story.ts"

/** Which fact a norm misses on a day, and what it would say under each answer. */
const inquiry = (
  story: ReadonlyArray<Event>,
  on: string,
  norm: string,
  { profile = textOnly, province = established }: How = {},
  instance?: string
): readonly [name: string | undefined, ...conclusions: ReadonlyArray<string>] => {
  const day = on as CivilDate
  const v = said(story, on, norm, { profile, province }, instance)
  const found = v && inquire(onDay(story, day), v, asked(day, profile, province))
  return [found?.name, ...(found?.answers ?? []).map(({ conclusion }) => conclusion.en)]
}

const kept = fact("StoredAtDepartment", "2026-03-05", { by: "health" })
const asks = fact("StorageExceptionRequested", "2026-03-02", { consent: "C1", circumstances: "…", by: "health" })
const consents = (by: string) => fact("StorageConsentGiven", "2026-03-05", { consent: "C1", by })
const ended = (by: string) => fact("StorageExceptionEnded", "2026-04-01", { consent: "C1", reason: "…", by })
const licensing = tagged("2026-03-02", { licensing: true, collaborative: false })
const integrated = fact("ResourceIntegrated", "2026-03-05", { how: "merged-database", by: "health" })
const listed = (by?: string) => fact("ResourceListed", "2026-03-10", by === undefined ? {} : { by })
const delisted = (by: string) => fact("ResourceDelisted", "2026-03-15", { by })
const whole = { content: "内容", scope: "范围", manner: "方式" }
const declared = (on: string, particulars: object) =>
  fact("SharingDeclared", on, {
    disclosure: whole,
    internal: whole,
    catalogue: "catalogue-1",
    agreement: "agreement-1",
    by: "health",
    ...particulars
  })
const disclosable = [identified, tagged("2026-03-02", { disclosable: true })]
const opened = (on: string, how: object) => fact("ResourceOpened", on, { by: "health", ...how })

const [, tags] = database
const owed = "Owed, no day fixed: what is on record went to"

describe("what a missing fact about a resource would decide", () => {
  test("that it was not published is an answer, although nobody knows when it was produced (art. 22)", () => {
    expect(inquiry([takenOver], "2026-03-04", "N22.4")).toEqual([
      "publication",
      "Undetermined, facts missing, still missing: whether a fee is charged, and on what ground",
      "Not applicable"
    ])
  })

  test("whose integration it was, also where nobody says whose resource it is (art. 23)", () => {
    expect(inquiry([licensing, integrated], "2026-03-10", "N23.1")).toEqual([
      "integration.to",
      "Fulfilled",
      "Owed, no day fixed: what is on record was not done by the body that has to do it"
    ])
  })

  test("whose a step in or out of the catalogue was: what is known of the others stays (arts 23, 26)", () => {
    for (const by of ["p-info", undefined])
      expect(inquiry([identified, listed(by), delisted("unheard-of")], "2026-03-20", "N26.1")).toEqual([
        "listing.by",
        "Not applicable",
        "Owed, no day fixed"
      ])
    expect(inquiry([identified, listed("unheard-of")], "2026-03-20", "N26.1")).toEqual([
      "listing.by",
      "Owed, no day fixed",
      "Not applicable"
    ])
  })

  test("to whom a declaration went: what is known of its other parts stays (A24)", () => {
    const filed = { profile: read("A24", "yes") }
    for (const to of [{}, { to: "unheard-of" }])
      expect(inquiry([identified, declared("2026-03-05", to)], "2026-03-10", "N24.1", filed)).toEqual([
        "declaration.to",
        "Fulfilled",
        `${owed} another recipient`
      ])
    const city = declared("2026-03-05", { to: "info" })
    const part = declared("2026-03-06", { to: "unheard-of", internal: null })
    expect(inquiry([identified, city, part], "2026-03-10", "N24.1", filed)).toEqual([
      "declaration.to",
      "Owed, no day fixed: content, scope or manner, for disclosure or for sharing, or a version is missing",
      `${owed} the same office of another level or region`
    ])
  })

  test("to whom it was opened, and how: what is known of other openings stays (art. 22)", () => {
    const unsaid = opened("2026-03-05", { audience: "public" })
    for (const opening of [unsaid, opened("2026-03-05", { electronic: true })])
      expect(inquiry([...disclosable, opening], "2026-03-10", "N22.1")).toEqual([
        "publication.to",
        "Fulfilled",
        "Owed, no day fixed"
      ])
    const late = opened("2026-04-01", { audience: "public", electronic: true })
    const how = { profile: period("publication.within", 10) }
    expect(inquiry([...disclosable, unsaid, late], "2026-04-10", "N22.1", how)).toEqual([
      "publication.to",
      "Fulfilled, due 2026-03-12",
      "Fulfilled late, due 2026-03-12"
    ])
  })

  test("whether it can be disclosed: a ground that is on record already is one (art. 22)", () => {
    const asking = (story: ReadonlyArray<Event>) => inquiry(story, "2026-03-10", "N22.1")
    const withheld = "Not as provided: no reason on record"
    expect(asking([identified])).toEqual(["disclosable", "Owed, no day fixed", "Not applicable", withheld])
    expect(asking([identified, tagged("2026-03-02", { ground: "国家秘密" })])).toEqual([
      "disclosable",
      "Owed, no day fixed",
      "Not applicable",
      "Not applicable"
    ])
  })

  test("who consented, and who ended it: each alone, or both (art. 27)", () => {
    const asking = (...story: ReadonlyArray<Event>) =>
      inquiry([...database, asks, kept, ...story], "2026-04-02", "N27.3")
    expect(asking(consents("unheard-of"))).toEqual(["consent.by", "Fulfilled", "Not as provided"])
    expect(asking(consents("p-info"), ended("unheard-of"))).toEqual(["consent.by", "Not as provided", "Fulfilled"])
    const another = { ...asks, id: "another", consent: "C2" } as Event
    expect(asking(another, consents("unheard-of"), ended("unheard-of"))).toEqual([
      "consent.by",
      "Not as provided",
      "Not as provided",
      "Fulfilled"
    ])
  })

  test("who ended a consent, also where nobody says whose database it is (art. 27)", () => {
    const story = [tags, asks, kept, consents("p-info"), ended("unheard-of")]
    expect(inquiry(story, "2026-04-02", "N27.3")).toEqual(["consent.by", "Not as provided", "Fulfilled"])
  })

  test("on whose premises it is kept now: where it was kept before stays (A27c)", () => {
    const narrow = [identified, tagged("2026-03-02", { database: true, crossDept: false, crossRegion: false })]
    const records = fact("StorageAssigned", "2026-03-02", { department: "records", by: "health" })
    const hosted = fact("StoredAtDepartment", "2026-03-03", { by: "health", premises: "hosted" })
    const how = { profile: read("A27c", "physical") }
    expect(inquiry([...narrow, records, hosted, kept], "2026-03-10", "N27.4", how)).toEqual([
      "premises",
      "Fulfilled: it was not as provided before; the interval stays on record",
      "Not as provided"
    ])
  })
})
