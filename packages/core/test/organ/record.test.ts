import { courses, lawful } from "@banfa/testing/organ"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { decodeEvents } from "../../src/organ/decode.ts"
import { duties, type Event, type EventTag, fold, lifecycle, subject, verdicts } from "../../src/organ/index.ts"
import { row } from "../../src/organ/Lifecycle.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { context } from "../../src/verdict/context.ts"
import { law, sample } from "../law/Law.ts"
import { advised, fact, organId, recorded } from "./story.ts"

const tags = Object.keys(lifecycle) as ReadonlyArray<EventTag>
const day = "2026-06-01" as CivilDate

describe("the record of an organ", () => {
  test("its rows have no steps and no gates, and what comes from the text names its article", () => {
    for (const tag of tags) {
      const { articles, from, guards, source, to } = row(tag)
      expect([from, guards, to], tag).toEqual([undefined, undefined, undefined])
      if (source === "text") expect(articles.length, tag).toBeGreaterThan(0)
    }
    expect(verdicts(fold(organId, []), context({ asOf: day })).verdicts).toEqual([])
    expect(subject.position(fold(organId, [recorded]), context({ asOf: day }))).toBe("recorded")
  })
  test("to close what was never opened is out of order; what was opened can be closed (art. 21)", () => {
    const close = fact("OrganChannelClosed", "2026-03-01", { reason: "改版", by: "health" })
    expect(advised([recorded], close).outcome).toBe("OutOfOrder")
    const opened = fact("OrganChannelOpened", "2026-02-01", {})
    const advice = advised([recorded, opened], close)
    expect(advice.outcome).toBe("Allowed")
    expect(advice.changes.map((c) => [c.before?.status, c.after?.note])).toEqual([["Fulfilled", "channel-closed"]])
    expect(advised([recorded, { ...opened, on: day }], close).outcome).toBe("OutOfOrder")
    expect(advised([recorded, { ...opened, on: close.on }], close).outcome).toBe("Allowed")
    const before = fact("OrganChannelClosed", "2026-02-01", { reason: "改版", by: "health" })
    expect(advised([recorded, before], close).outcome).toBe("OutOfOrder")
    const site = fact("OrganSiteClosed", "2026-03-01", { site: "W1", reason: "合并", by: "health" })
    expect(advised([recorded], site).outcome).toBe("OutOfOrder")
    expect(advised([recorded, fact("OrganSiteOpened", "2026-02-01", { site: "W1" })], site).outcome).toBe("Allowed")
  })
})

describe("who may act on the record of an organ", () => {
  const of = (act: Event, story: ReadonlyArray<Event> = [recorded]): string =>
    subject.competence(fold(organId, [...story, act]), act, context({ asOf: act.on, directory: sample }))._tag
  test("the organ itself, through succession; judgements are of the authorities of exactly its region", () => {
    expect(of(fact("OrganChannelOpened", "2026-03-01", { by: "health" }))).toBe("Competent")
    expect(of(fact("OrganChannelOpened", "2027-03-01", { by: "health" }))).toBe("NotCompetent")
    expect(of(fact("OrganChannelOpened", "2027-03-01", { by: "health-2" }))).toBe("Competent")
    expect(of(fact("OrganChannelOpened", "2026-03-01", { by: "c-health" }))).toBe("NotCompetent")
    expect(of(fact("OrganChannelOpened", "2026-03-01", {}))).toBe("Unknown")
    const judged = (by: string): Event =>
      fact("Judged", "2026-03-01", { norm: "N13.1", instance: "", outcome: "fulfilled", by })
    expect([of(judged("supervisor")), of(judged("info")), of(judged("c-info"))]).toEqual([
      "Competent",
      "Competent",
      "NotCompetent"
    ])
  })
  test("whoever hosts the portal may state it; retracting is never an act (art. 20)", () => {
    const stated = fact("OrganPortalStated", "2026-03-01", { exists: true, host: "fin", by: "fin" })
    expect(of(stated)).toBe("Competent")
    expect(of({ ...stated, host: "info" })).toBe("NotCompetent")
    expect(of(fact("Retracted", "2026-03-01", { of: "x", by: "health" }))).toBe("NotCompetent")
    const unsaid = fact("OrganPortalStated", "2026-03-01", { exists: true, by: "unheard-of" })
    expect([of(unsaid), of({ ...unsaid, host: "fin" })]).toEqual(["Unknown", "NotCompetent"])
    expect(of(recorded, [])).toBe("Competent")
    expect(of({ ...recorded, by: "company" }, [])).toBe("NotCompetent")
  })
  test("the portal is borne by its host, or under the other reading by the organ (A20, art. 20)", () => {
    const host = fact("OrganPortalStated", "2026-03-01", { exists: true, host: "health" })
    const bearer = (profile = textOnly) => {
      const ctx = context({ asOf: day, directory: sample, profile })
      const o = fold(organId, [recorded, host])
      const v = verdicts(o, ctx).verdicts.find(({ norm }) => norm === "N20.1")
      return subject.bearers(v as never, o, ctx)
    }
    expect(bearer()).toEqual([{ role: "portal-host", agency: "health" }])
    expect(bearer(reading(textOnly, "A20", "organ"))).toEqual([{ role: "organ.any", agency: "health" }])
  })
  test("what a local document asks is borne by whom it names, whoever did the act", () => {
    const { localNorms: _, ...rest } = textOnly
    const local = { id: "local:x", subject: "organ", bearer: ["info.local"] } as never
    const ctx = context({ asOf: day, directory: sample, profile: { ...rest, localNorms: [local] } })
    const v = { norm: "local:x", status: "Fulfilled", act: { on: recorded.on, by: "health" } } as never
    expect(subject.bearers(v, fold(organId, [recorded]), ctx)).toEqual([{ role: "info.local", agency: "info" }])
  })
  test("of two openings of one record the earlier says where the organ is", () => {
    const again = { ...recorded, id: "again", on: "2026-02-02", region: "440106" } as Event
    for (const events of [
      [recorded, again],
      [again, recorded]
    ])
      expect(fold(organId, events)).toMatchObject({ region: "440100", opened: { on: recorded.on } })
  })
  test("an open duty moves with the succession of the organ", () => {
    const o = fold(organId, [recorded, fact("OrganInformationArose", "2026-03-01", { item: "I1" })])
    const owed = (asOf: string) =>
      duties(o, context({ asOf: asOf as CivilDate, directory: sample })).duties.map((d) => [
        d.verdict.norm,
        d.bearers[0]?.agency
      ])
    expect(owed("2026-06-01")).toEqual([["N20.4", "health"]])
    expect(owed("2027-06-01")).toEqual([["N20.4", "health-2"]])
  })
})

describe("facts about organs from outside", () => {
  law(
    "what the samples tell is accepted and comes back the same",
    100,
    { course: courses },
    ({ course }, met) => {
      met()
      const events = lawful(course)
      expect(Result.getOrThrow(decodeEvents(JSON.parse(JSON.stringify(events))))).toEqual(events)
    },
    0.2
  )
  test("a misspelt particular, a negative count and an unknown track are refused", () => {
    const progress = fact("OrganProgressStated", "2026-02-01", { track: "matters", covered: 1, total: 2 })
    for (const one of [
      { ...recorded, regoin: "440100" },
      { ...progress, covered: -1 },
      { ...progress, track: "fax" }
    ])
      expect(Result.isFailure(decodeEvents([one]))).toBe(true)
    expect(Result.isSuccess(decodeEvents([progress]))).toBe(true)
  })
})
