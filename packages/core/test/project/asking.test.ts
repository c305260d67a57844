import { projectId } from "@banfa/testing/project"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { type Event, fold, type Project, verdicts } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact } from "./story.ts"

const day = (text: string) => text as CivilDate
const fiveDays: Profile = {
  ...textOnly,
  parameters: { "opinionRequest.within": [{ value: 5, source: sampleLayer.source, from: day("2005-02-04") }] }
}

const found = (p: Project, norm: string, profile: Profile) =>
  verdicts(p, asked(day("2026-05-01"), profile)).verdicts.find((v) => v.norm === norm)
const said = (facts: ReadonlyArray<Event>, norm = "N10.1", profile: Profile = fiveDays) =>
  found(fold(projectId, facts), norm, profile)

const opened = fact("Drafted", "2026-03-01", { region: "440100", organ: "health", by: "health" })
const applied = fact("Applied", "2026-03-01", { application: "A1", to: "drc", by: "health" })
const round: ReadonlyArray<Event> = [opened, applied]
const partly = (coverage: Extract<Event, { _tag: "TakenOver" }>["coverage"]): ReadonlyArray<Event> => [
  fact("TakenOver", "2026-03-01", { region: "440100", organ: "health", by: "health", coverage: coverage ?? {} }),
  applied
]
/** A request of the city's investment authority; without `to` nobody knows whom it asked. */
const request = (id: string, on: string, to?: string): Event => ({
  ...fact("OpinionRequested", on, { application: "A1", request: id, by: "drc", ...(to === undefined ? {} : { to }) }),
  id: `asked-${id}`
})
const decided = (on: string, particulars: Partial<Extract<Event, { _tag: "Approved" }>> = {}) =>
  fact("Approved", on, { application: "A1", by: "drc", ...particulars })
const rejected = (on: string, considered: ReadonlyArray<string>) =>
  fact("Rejected", on, { application: "A1", by: "drc", considered })
const withdrawn = (on: string) => fact("Withdrawn", on, { application: "A1", by: "health" })

describe("asking for the opinion, where a document gives five days for it", () => {
  test("is done by the first of several requests, whichever was filed first (art. 10)", () => {
    for (const [a, b] of [
      ["R1", "R2"],
      ["R2", "R1"]
    ] as const) {
      const facts = [...round, request(a, "2026-03-04", "info"), request(b, "2026-03-09", "info")]
      expect(said(facts)).toMatchObject({ status: "Fulfilled", act: { ref: `asked-${a}` } })
    }
    const together = [...round, request("R2", "2026-03-04", "info"), request("R1", "2026-03-04", "info")]
    expect(said(together)).toMatchObject({ status: "Fulfilled", act: { ref: "asked-R1" } })
  })

  test("is not known to be late where an earlier request may have asked the right authority (art. 10)", () => {
    const late = request("R3", "2026-03-10", "info")
    const open = { status: "Undetermined", missing: "opinionRequest.to" }
    expect(said([...round, request("R1", "2026-03-04"), request("R2", "2026-03-09"), late])).toMatchObject(open)
    expect(said([...round, request("R1", "2026-03-09"), request("R2", "2026-03-04"), late])).toMatchObject(open)
    expect(said([...round, request("R1", "2026-03-06"), late])).toMatchObject(open)
  })

  test("is late where every request that may have asked came after the time as well (art. 10)", () =>
    expect(said([...round, request("R1", "2026-03-07"), request("R2", "2026-03-10", "info")])).toMatchObject({
      status: "FulfilledLate",
      due: "2026-03-06",
      act: { ref: "asked-R2" }
    }))

  test("in time is in time, whatever an earlier request asked (art. 10)", () =>
    expect(said([...round, request("R1", "2026-03-03"), request("R2", "2026-03-05", "info")])).toMatchObject({
      status: "Fulfilled",
      act: { ref: "asked-R2" }
    }))

  test("a newer scheme asks for it anew only if it is another scheme, read so, and is remarked until the decision (arts 10, 31)", () => {
    const anew = reading(fiveDays, "A31e", "anew")
    const version = (on: string, material?: boolean): Event =>
      fact("SchemeSubmitted", on, {
        application: "A1",
        scheme: "S2",
        to: "info",
        by: "health",
        ...(material === undefined ? {} : { material })
      })
    const facts = [...round, request("R1", "2026-03-03", "info")]
    const of = (material?: boolean) => said([...facts, version("2026-03-05", material)], "N10.1", anew)
    expect(of()).toMatchObject({ status: "Undetermined", missing: "material" })
    expect(of(true)).toMatchObject({ status: "Overdue" })
    expect(of(false)).toMatchObject({ status: "Fulfilled", note: "earlier-scheme" })
    const noted = (on: string) => said([...facts, version(on), decided("2026-03-20")])?.note
    expect([noted("2026-03-20"), noted("2026-03-21")]).toEqual(["earlier-scheme", undefined])
  })

  test("late stays late after the decision (art. 10)", () =>
    expect(said([...round, request("R1", "2026-03-10", "info"), decided("2026-03-20")])?.status).toBe("FulfilledLate"))

  test("a decision without any request is in breach by itself, and a later withdrawal changes nothing (art. 10)", () => {
    const breach = { status: "Breached", act: { kind: "Approved" }, due: undefined }
    expect(said([...round, decided("2026-03-20")])).toMatchObject(breach)
    expect(said([...round, decided("2026-03-20"), withdrawn("2026-03-25")])).toMatchObject(breach)
  })

  test("a round that was withdrawn when it was late stays in breach, though somebody decided on it afterwards (art. 10)", () =>
    expect(said([...round, withdrawn("2026-03-09"), decided("2026-03-20")])).toMatchObject({
      status: "Breached",
      act: { kind: "Withdrawn" },
      due: "2026-03-06"
    }))

  test("a decision after a withdrawal, with a request between the two, was asked about (art. 10)", () => {
    const facts = [...round, withdrawn("2026-03-03"), request("R1", "2026-03-05", "info"), decided("2026-03-20")]
    expect(said(facts)).toMatchObject({ status: "Fulfilled", act: { ref: "asked-R1" } })
  })

  test("nobody applied, by a record that says so: no opinion is asked for, however little of it is complete (art. 10)", () => {
    const [taken] = partly({})
    const p = fold(projectId, [taken as Event, request("R1", "2026-03-05", "info")])
    expect(found(p, "N10.1", textOnly)?.missing).toBe("application")
    const never = { ...p, applications: p.applications.map((a) => ({ ...a, applied: null })) }
    expect(found(never, "N10.1", textOnly)).toBeUndefined()
  })
})

describe("referring to the opinion", () => {
  const opinion = (
    id: string,
    on: string,
    particulars: Partial<Extract<Event, { _tag: "OpinionGiven" }>> = {}
  ): Event => ({
    ...fact("OpinionGiven", on, {
      application: "A1",
      request: "R1",
      opinion: id,
      conclusion: "support",
      by: "info",
      ...particulars
    }),
    id: `given-${id}`
  })
  const waiting = reading(textOnly, "A10e", "wait")
  const veto = reading(textOnly, "A10a", "veto")
  const asking = request("R1", "2026-03-03", "info")
  const of = (facts: ReadonlyArray<Event>, profile: Profile = textOnly) => said(facts, "N10.2", profile)

  test("waits for the decision, or for whoever knows of it (art. 10)", () => {
    expect(of([...round, asking, opinion("O1", "2026-03-05")])?.status).toBe("Pending")
    expect(of([...partly({ consultation: day("2026-01-01") }), asking, opinion("O1", "2026-03-05")])).toMatchObject({
      status: "Undetermined",
      missing: "decision"
    })
  })

  test("an opinion of the day of the decision is there to be referred to, and answers the request (art. 10)", () => {
    const facts = [...round, asking, opinion("O1", "2026-03-20"), decided("2026-03-20", { considered: ["O1"] })]
    expect(of(facts, waiting)).toMatchObject({ status: "Fulfilled", gate: undefined, bars: undefined })
  })

  test("an opinion left out is a breach only where it surely had to be referred to (art. 10)", () => {
    const left = decided("2026-03-20", { considered: [] })
    const doubtful = { status: "Undetermined", missing: "opinion.by" }
    const outside = opinion("O1", "2026-03-05", { by: "nobody-knows" })
    const whoKnows = request("R0", "2026-03-03")
    const onIt = opinion("O1", "2026-03-05", { request: "R0" })
    expect(of([...round, asking, opinion("O1", "2026-03-05"), left])?.status).toBe("Breached")
    expect(of([...round, asking, outside, left])).toMatchObject(doubtful)
    expect(of([...round, whoKnows, asking, onIt, left])).toMatchObject(doubtful)
    expect(of([...round, whoKnows, asking, opinion("O1", "2026-03-05"), left])?.status).toBe("Breached")
    expect(of([...round, opinion("O1", "2026-03-05", { request: "R7" }), left])?.status).toBe("Breached")
  })

  test("an opinion that was considered is referred to, whoever may have given it (art. 10)", () => {
    const outside = opinion("O1", "2026-03-05", { by: "nobody-knows" })
    expect(of([...round, asking, outside, decided("2026-03-20", { considered: ["O1"] })])?.status).toBe("Fulfilled")
  })

  test("one of somebody whom nobody knows takes the place of none that is the authority's (art. 10)", () => {
    const outside = opinion("O2", "2026-03-10", { by: "nobody-knows", conclusion: "not-support" })
    const both = [...round, asking, opinion("O1", "2026-03-05"), outside]
    const considering = (...considered: ReadonlyArray<string>) => of([...both, decided("2026-03-20", { considered })])
    expect(considering("O2")).toMatchObject({ status: "Breached", trigger: { ref: "given-O1" } })
    expect(considering()).toMatchObject({ status: "Breached", trigger: { ref: "given-O1" } })
    expect(considering("O1")).toMatchObject({ status: "Undetermined", missing: "opinion.by" })
    expect(considering("O1", "O2")).toMatchObject({ status: "Fulfilled", note: undefined })
  })

  test("read as a veto, an opinion whose conclusion nobody stated leaves approval open, and rejection free (art. 10)", () => {
    const unstated = { ...opinion("O1", "2026-03-05"), conclusion: undefined } as unknown as Event
    const facts = [...round, asking, unstated]
    expect(of([...facts, decided("2026-03-20", { considered: ["O1"] })], veto)).toMatchObject({
      status: "Undetermined",
      missing: "conclusion",
      bars: true
    })
    expect(of([...facts, rejected("2026-03-20", ["O1"])], veto)?.status).toBe("Fulfilled")
  })

  test("read as a veto and as having to wait, the adverse opinion bars by itself (art. 10)", () => {
    const both = reading(veto, "A10e", "wait")
    const adverse = opinion("O1", "2026-03-05", { conclusion: "not-support" })
    const facts = [
      ...round,
      asking,
      request("R2", "2026-03-04"),
      adverse,
      decided("2026-03-20", { considered: ["O1"] })
    ]
    expect(of(facts, both)).toMatchObject({ status: "Breached", gate: undefined, bars: true })
    expect(of(facts, waiting)).toMatchObject({ status: "Fulfilled", gate: "unknown", bars: true })
  })

  test("to reject against a supporting opinion departs from it, with conditions or without; against an adverse one it does not (art. 10)", () => {
    const noted = (conclusion: "support" | "support-with-conditions" | "not-support" | "unclear") =>
      of([...round, asking, opinion("O1", "2026-03-05", { conclusion }), rejected("2026-03-20", ["O1"])])?.note
    expect([noted("support"), noted("support-with-conditions"), noted("not-support"), noted("unclear")]).toEqual([
      "departs-from-opinion",
      "departs-from-opinion",
      undefined,
      undefined
    ])
  })

  test("of a request whose addressee nobody knows, nobody can tell whether it has to be answered (art. 10)", () => {
    const replied = (to?: string) => said([...round, request("R1", "2026-03-03", to)], "N10.3", textOnly)
    expect(replied("info")?.status).toBe("DueUnspecified")
    expect(replied()).toMatchObject({ status: "Undetermined", missing: "opinionRequest.to" })
    const over = said([...round, request("R1", "2026-03-03"), withdrawn("2026-03-05")], "N10.3", textOnly)
    expect(over).toMatchObject({ status: "NotApplicable", note: "lapsed" })
  })
})
