import { courses, lawful, systemId } from "@banfa/testing/system"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { norms } from "../../src/regulation/norms.ts"
import { decodeEvents } from "../../src/system/decode.ts"
import { duties, type Event, type EventTag, fold, lifecycle, subject, verdicts } from "../../src/system/index.ts"
import { row } from "../../src/system/Lifecycle.ts"
import { context } from "../../src/verdict/context.ts"
import { law, sample } from "../law/Law.ts"
import { transitions } from "../law/lifecycleData.ts"
import { advised, built, fact, recorded, running, takenOver } from "./story.ts"

const tags = Object.keys(lifecycle) as ReadonlyArray<EventTag>
const day = "2026-06-01" as CivilDate

describe("the record of a system", () => {
  test("its rows name articles of its norms, and no norm of the data gates one of them", () => {
    for (const tag of tags) {
      const { articles, guards, source } = row(tag)
      expect(guards, tag).toBeUndefined()
      if (source === "text") expect(articles.length, tag).toBeGreaterThan(0)
    }
    const gated = subject.rules.flatMap(({ norm }) =>
      transitions.filter((t) => t.guards.some((g) => g.norm === norm)).map((t) => t.event)
    )
    expect(new Set(gated)).toEqual(new Set(["approve", "acceptancePassed"]))
  })
  test("its norms are those that the regulation gives to systems, with their bearers", () => {
    for (const { norm } of subject.rules.slice(0, -1)) expect(norms[norm].bearer, norm).toEqual(["organ.any"])
    expect(verdicts(fold("S9", []), context({ asOf: day })).verdicts).toEqual([])
  })
  test("positions follow what it was built, put into operation, stopped and retired", () => {
    const stopped = fact("SystemOperationStopped", "2026-03-01", {})
    const retired = fact("SystemRetired", "2026-05-01", {})
    const at = (...events: ReadonlyArray<Event>): string =>
      subject.position(fold(systemId, events), context({ asOf: "2026-12-31" as CivilDate, directory: sample }))
    expect([
      at(recorded),
      at(recorded, built),
      at(built, running),
      at(running, stopped),
      at(stopped, running),
      at(running, retired)
    ]).toEqual(["recorded", "built", "operating", "stopped", "stopped", "retired"])
  })
  test("an act out of its usual place is noticed, and one without what it presupposes is out of order", () => {
    const retired = fact("SystemRetired", "2026-05-01", { reason: "停用", by: "health" })
    expect(
      advised([recorded, retired], fact("SystemBuilt", "2026-05-02", { build: "B9", work: "rebuild", by: "health" }))
        .outcome
    ).toBe("AllowedWithNotice")
    const stop = fact("SystemOperationStopped", "2026-05-02", { reason: "改造", by: "health" })
    expect(advised([recorded], stop).outcome).toBe("OutOfOrder")
    expect(advised([recorded, running], stop).outcome).toBe("Allowed")
    const begun = (on: string) => advised([recorded, { ...running, on: on as CivilDate }], stop).outcome
    expect([begun("2026-05-02"), begun("2026-05-03")]).toEqual(["Allowed", "OutOfOrder"])
    const correct = fact("SystemErrorCorrected", "2026-05-02", { error: "E1", by: "health" })
    expect(advised([recorded], correct).outcome).toBe("OutOfOrder")
    expect(advised([recorded, fact("SystemErrorConfirmed", "2026-05-01", { error: "E1" })], correct).outcome).toBe(
      "Allowed"
    )
  })
  test("a statement that turns a norm adverse is noticed and never denied (art. 18)", () => {
    const reach = fact("SystemReachStated", "2026-02-01", { crossDept: true, crossRegion: false })
    const off = fact("SystemNetworkStated", "2026-02-02", { network: "other", by: "health" })
    const { outcome, reasons } = advised([recorded, built, reach], off)
    expect(outcome).toBe("AllowedWithNotice")
    expect(reasons.flatMap((r) => (r._tag === "Norm" ? [r.verdict.norm] : []))).toEqual(["N18.1"])
  })
})

describe("who may act on a system", () => {
  const of = (act: Event, story: ReadonlyArray<Event> = [recorded]): string =>
    subject.competence(fold(systemId, [...story, act]), act, context({ asOf: act.on, directory: sample }))._tag
  const check = (by: string | undefined): Event =>
    fact("SystemChecked", "2026-03-01", { what: "plan", result: "pass", ...(by === undefined ? {} : { by }) } as never)

  test("its organ, and after a succession the successor", () => {
    expect(of(fact("SystemDataUpdated", "2026-03-01", { by: "health" }))).toBe("Competent")
    expect(of(fact("SystemDataUpdated", "2026-03-01", { by: "c-health" }))).toBe("NotCompetent")
    expect(of(fact("SystemDataUpdated", "2027-03-01", { by: "health" }))).toBe("NotCompetent")
    expect(of(fact("SystemDataUpdated", "2027-03-01", { by: "health-2" }))).toBe("Competent")
    expect(of(fact("SystemDataUpdated", "2026-03-01", {}))).toBe("Unknown")
    expect(of(fact("SystemDataUpdated", "2026-03-01", { by: "health" }), [])).toBe("Unknown")
  })
  test("checks are also made by the authorities of exactly its region on the day", () => {
    expect([of(check("info")), of(check("supervisor")), of(check("health"))]).toEqual([
      "Competent",
      "Competent",
      "Competent"
    ])
    expect([of(check("c-info")), of(check("p-supervisor"))]).toEqual(["Unknown", "Unknown"])
    expect(of(fact("SystemErrorConfirmed", "2026-10-01", { error: "E1", by: "info" }))).toBe("NotCompetent")
    expect(of(fact("SystemErrorConfirmed", "2026-10-01", { error: "E1", by: "info-2" }))).toBe("Competent")
  })
  test("whoever opens a record must be an organ by the directory; retracting is never an act", () => {
    expect(of(recorded, [])).toBe("Competent")
    expect(of({ ...recorded, by: "company" }, [])).toBe("NotCompetent")
    for (const opening of [recorded, takenOver])
      expect(of({ ...opening, organ: "company", by: "company" }, []), opening._tag).toBe("NotCompetent")
    expect(of(fact("Retracted", "2026-03-01", { of: "x", by: "health" }))).toBe("NotCompetent")
  })
  test("an open duty is borne by whoever is the organ on the day asked, a finding by whoever was it then", () => {
    const story = [
      recorded,
      built,
      fact("SystemReachStated", "2026-02-01", { crossDept: true, crossRegion: true }),
      fact("SystemNetworkStated", "2026-02-01", { network: "other" })
    ]
    const ctx = context({ asOf: "2027-06-01" as CivilDate, directory: sample })
    const s = fold(systemId, [
      ...story,
      running,
      fact("SystemCycleDeclared", "2026-02-01", { cycle: 30 }),
      fact("SystemDataUpdated", "2026-03-01", {})
    ])
    const bearer = (norm: string) =>
      subject.bearers(verdicts(s, ctx).verdicts.find((v) => v.norm === norm) as never, s, ctx).map((b) => b.agency)
    expect(bearer("N18.1")).toEqual(["health"])
    expect(bearer("N16.2")).toEqual(["health"])
    const owed = duties(s, ctx).duties.map(({ bearers: [owes], bore: [bore], verdict }) => [verdict.norm, owes, bore])
    const organ = (agency: string) => ({ role: "organ.any", agency })
    expect(owed).toEqual([["N16.2", organ("health-2"), organ("health")]])
  })
})

describe("facts about systems from outside", () => {
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
  test("a misspelt particular, a cycle of no length and an unknown network are refused", () => {
    const bad = [
      { ...recorded, regoin: "440100" },
      { ...fact("SystemCycleDeclared", "2026-02-01", {}), cycle: -1 },
      { ...fact("SystemNetworkStated", "2026-02-01", {}), network: "internet" },
      { ...built, build: undefined }
    ]
    for (const one of bad) expect(Result.isFailure(decodeEvents([one]))).toBe(true)
    expect(fc.sample(courses, 1)).toHaveLength(1)
  })
})
