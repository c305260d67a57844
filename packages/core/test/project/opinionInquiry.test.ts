import { describe, expect, test } from "vitest"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import type { Event, EventOf } from "../../src/project/index.ts"
import { fact, inquiryLines } from "./story.ts"

/** What is missing of a verdict on a city's round, and what it would be under each answer. */
const supposed = (norm: string, instance: string, facts: ReadonlyArray<Event>, profile: Profile = textOnly) =>
  inquiryLines([...round, ...facts], [norm, instance], "2026-05-01", { profile })
const round: ReadonlyArray<Event> = [
  fact("Drafted", "2026-03-01", { region: "440100", organ: "health", by: "health" }),
  fact("Applied", "2026-03-02", { application: "A1", to: "drc", by: "health" })
]
const submitted = fact("SchemeSubmitted", "2026-03-02", { application: "A1", scheme: "S0", to: "info", by: "health" })
const request = (id: string, on: string, to?: string): Event => ({
  ...fact("OpinionRequested", on, {
    application: "A1",
    request: id,
    by: "drc",
    ...(to === undefined ? {} : { to })
  }),
  id: `asked-${id}`
})
type Said = Partial<EventOf<"OpinionGiven">>
const opinion = (id: string, on: string, said: Said): Event => ({
  ...fact("OpinionGiven", on, { application: "A1", request: "R1", opinion: id, by: "info", ...said }),
  id
})
const full: Said = { conclusion: "support", plan: "plan-p", assessment: "X1" }
const { conclusion: _conclusion, ...unconcluded } = full
const { plan: _plan, ...planless } = full
const { assessment: _assessment, ...unassessed } = full
const conditional: Said = { ...full, conclusion: "support-with-conditions" }
const approved = (considered: ReadonlyArray<string>) =>
  fact("Approved", "2026-03-30", { application: "A1", by: "drc", considered })
const version = (scheme: string, on: string, material?: boolean): Event => ({
  ...fact("SchemeSubmitted", on, {
    application: "A1",
    scheme,
    to: "info",
    by: "health",
    ...(material === undefined ? {} : { material })
  }),
  id: `version-${scheme}`
})

const [met, unmet] = ["the precondition of the act is met", "the precondition of the act is not met"]
const open = "whether the precondition of the act is met is not known"
const replaced = `Fulfilled: an explicit opinion replaced a reply that was not; the interval stays on record, ${met}`
const evasive = `Not as provided, still to be made good: the reply is not explicit, or lacks its plan or assessment basis, ${unmet}`
const unanswered = "Not applicable: the opinion was asked for and had not arrived when the decision was made"
const authority = "given by the informatization authority that has to be asked"
const another = "given by another body"

describe("what may turn out about what an opinion says", () => {
  /** Of an evasive reply and of the one after it, of which nobody stated something. */
  const reply = (first: Said, second: Said) =>
    supposed("N10.3", "request/R1", [
      submitted,
      request("R1", "2026-03-03", "info"),
      opinion("O1", "2026-03-05", first),
      opinion("O2", "2026-03-06", second)
    ])

  test("is its conclusion, and what is known of the reply before it stays as it is (art. 10)", () => {
    expect(reply({ ...full, conclusion: "unclear" }, unconcluded)).toEqual([
      "conclusion",
      `the opinion concludes: support > ${replaced}`,
      `the opinion concludes: support with listed conditions > Undetermined, facts missing, still missing: whether the opinion lists its conditions, ${open}`,
      `the opinion concludes: not support > ${replaced}`,
      `the opinion concludes: not explicit > ${evasive}`
    ])
  })

  test("is its conclusion, where an adverse one is read as a veto (art. 10)", () => {
    const facts = [request("R1", "2026-03-03", "info"), opinion("O1", "2026-03-05", unconcluded), approved(["O1"])]
    expect(supposed("N10.2", "application/A1", facts, reading(textOnly, "A10a", "veto"))).toEqual([
      "conclusion",
      "the opinion concludes: support > Fulfilled",
      "the opinion concludes: support with listed conditions > Fulfilled",
      "the opinion concludes: not support > Not as provided",
      "the opinion concludes: not explicit > Fulfilled"
    ])
  })

  test("is whether it lists its conditions (art. 10)", () => {
    expect(reply({ ...conditional, conditions: null }, conditional)).toEqual([
      "conditions",
      `the opinion lists its conditions > ${replaced}`,
      `the opinion lists no conditions > ${evasive}`
    ])
  })

  test("is whether it names the plan on which it rests (art. 10)", () => {
    expect(reply({ ...full, plan: null }, planless)).toEqual([
      "basis.plan",
      `the opinion names the plan in force on which it rests > ${replaced}`,
      `the opinion names no plan > ${evasive}`
    ])
  })

  test("is whether it names the assessment on which it rests (art. 10)", () => {
    expect(reply({ ...full, assessment: null }, unassessed)).toEqual([
      "basis.assessment",
      `the opinion names the assessment on which it rests > ${replaced}`,
      `the opinion names no assessment > ${evasive}`
    ])
  })
})

describe("what may turn out about who gave an opinion", () => {
  const outside: Said = { ...full, by: "nobody-knows" }

  test("is asked of the replies to the request that is judged, and of those alone that are in doubt (art. 10)", () => {
    const facts = [
      request("R1", "2026-03-03", "info"),
      request("R2", "2026-03-04", "info"),
      opinion("O1", "2026-03-05", outside),
      opinion("O2", "2026-03-05", { ...full, request: "R2" }),
      opinion("O3", "2026-03-06", { ...outside, conclusion: "unclear", request: "R2" })
    ]
    expect(supposed("N10.3", "request/R2", facts)).toEqual([
      "opinion.by",
      `${authority} > ${evasive}`,
      `${another} > Fulfilled, ${met}`
    ])
  })

  describe("where the decision did not consider it, and has to wait for the reply", () => {
    const waiting = reading(textOnly, "A10e", "wait")
    const referred = (facts: ReadonlyArray<Event>, profile = waiting) =>
      supposed("N10.2", "application/A1", facts, profile)

    test("is also whether the request that it answers asked that authority (art. 10)", () => {
      const sure = request("R0", "2026-03-03", "info")
      const facts = [
        sure,
        opinion("O0", "2026-03-04", { ...full, request: "R0" }),
        request("R1", "2026-03-03"),
        opinion("O1", "2026-03-05", full),
        approved(["O0"])
      ]
      expect(referred(facts)).toEqual([
        "opinion.by",
        `${authority} > Not as provided`,
        `${another} > Fulfilled, ${open}`
      ])
    })

    test("is asked of each opinion for itself, with the request that it answers (art. 10)", () => {
      const facts = [
        request("R1", "2026-03-03"),
        request("R2", "2026-03-03"),
        opinion("O1", "2026-03-05", full),
        opinion("O2", "2026-03-06", { ...full, request: "R2" }),
        approved([])
      ]
      expect(referred(facts)).toEqual([
        "opinion.by",
        `O1, O2: ${authority} > Not as provided`,
        `O1, O2: ${another} > ${unanswered}, ${open}`,
        `O1: ${authority}; O2: ${another} > Not as provided, ${open}`,
        `O2: ${authority}; O1: ${another} > Not as provided, ${open}`
      ])
    })

    test("makes no other body that was asked the right one (art. 10)", () => {
      const facts = [
        request("R1", "2026-03-03", "fin"),
        request("R2", "2026-03-03", "info"),
        opinion("O1", "2026-03-06", outside),
        opinion("O2", "2026-03-05", { ...outside, request: "R2" }),
        approved(["O1"])
      ]
      expect(referred(facts)).toEqual([
        "opinion.by",
        `O1, O2: ${authority} > Not as provided`,
        `O1, O2: ${another} > ${unanswered}, ${unmet}`,
        `O1: ${authority}; O2: ${another} > ${unanswered}, ${unmet}`,
        `O2: ${authority}; O1: ${another} > Not as provided`
      ])
    })

    test("supposes that a newer scheme is no other, and leaves one that is another (art. 10)", () => {
      const facts = [
        request("R1", "2026-03-03", "info"),
        version("S2", "2026-03-04", true),
        request("R2", "2026-03-05", "info"),
        version("S3", "2026-03-06"),
        opinion("O2", "2026-03-07", { ...full, request: "R2" }),
        opinion("O1", "2026-03-08", full),
        approved(["O1"])
      ]
      expect(referred(facts, reading(waiting, "A31e", "anew"))).toEqual([
        "opinion.by",
        `${authority} > Not as provided`,
        `${another} > ${unanswered}, ${unmet}`
      ])
    })
  })
})
