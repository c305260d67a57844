import { describe, expect, test } from "vitest"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import type { Context, Event } from "../../src/project/index.ts"
import { fact, inquiryOf, upToApproval } from "./story.ts"

/** What is missing of a verdict, and what it would be under each answer. */
const supposed = (norm: string, instance: string, facts: ReadonlyArray<Event>, beside: Partial<Context> = {}) => {
  const { answers = [], name } = inquiryOf(facts, [norm, instance], "2026-12-01", beside) ?? {}
  return [name, ...answers.map(({ conclusion }) => conclusion.en)]
}

const saying = (tag: Event["_tag"], said: object, story = upToApproval) =>
  story.map((e): Event => (e._tag === tag ? ({ ...e, ...said } as Event) : e))
const [opened] = upToApproval as readonly [Event]
const applied = (said: object, id = "C1", on = "2026-08-01"): Event => ({
  ...fact("AcceptanceApplied", on, { acceptance: id, by: "company", ...said } as never),
  id: `applied-${id}`
})
const passed = (id = "C1"): Event => ({
  ...fact("AcceptancePassed", "2026-08-10", { acceptance: id, by: "drc" } as never),
  id: `passed-${id}`
})
const completed = fact("ConstructionCompleted", "2026-07-01", { by: "company" })
const accepted = (said: object, story = upToApproval) => [...story, completed, applied(said), passed()]

const [done, breached, undone] = ["Fulfilled", "Not as provided", "Not applicable"]
const still = (missing: string) => `Undetermined, facts missing, still missing: ${missing}`
const unchecked = still("a check against the security norms in force")
const unfound = still("what the ex-ante assessment finds of conformity to the plan")

describe("what may turn out about the project itself", () => {
  test("is what is done in it (art. 2)", () => {
    const none = "the project is no e-government construction in the sense of the Measures"
    expect(supposed("N2.1", "", [opened])).toEqual([
      "work",
      "Meets the condition or definition",
      `${undone}: ${none}; nothing else in them applies to it`
    ])
  })

  test("is whose it is (art. 4)", () => {
    const alone = fact("Applied", "2026-03-10", { application: "A1", to: "drc", by: "health" })
    expect(supposed("N4.4", "", [alone])).toEqual(["organ", done, breached])
  })
})

describe("what may turn out about conformity to the plan (art. 14)", () => {
  const round = (facts: ReadonlyArray<Event>, beside?: Parameters<typeof supposed>[3]) =>
    supposed("N14.1", "application/A1", facts, beside)
  const silent = saying("AssessmentIssued", { planConformity: undefined })

  test("is what an assessment finds, be it on record or not", () => {
    expect(round(silent)).toEqual(["planConformity", done, breached])
    const none = upToApproval.filter(({ _tag }) => !_tag.startsWith("Assessment"))
    expect(round(none)).toEqual(["planConformity", done, breached])
    const unknown = still("the plans in force on the day")
    expect(round(silent, { plansInForce: () => undefined })).toEqual(["planConformity", unknown, unknown])
    expect(round(none, { plansInForce: () => [] })[0]).toBe("plansInForce")
  })

  test("is what the one finds that says nothing, whatever another found before it", () => {
    const again: ReadonlyArray<Event> = [
      fact("AssessmentPlanned", "2026-03-19", { assessment: "X2", type: "ex-ante", application: "A1", by: "info" }),
      fact("AssessmentStarted", "2026-03-20", { assessment: "X2", by: "info" }),
      fact("AssessmentIssued", "2026-03-25", { assessment: "X2", conclusion: "support", by: "info" })
    ]
    const failed = saying("AssessmentIssued", { planConformity: "fail" })
    expect(round([...failed, ...again])).toEqual(["planConformity", done, breached])
  })

  test("is against which plan it was found", () => {
    const provincial = reading(textOnly, "A09b", "provincial")
    const unsaid = saying("AssessmentIssued", { against: undefined })
    expect(round(unsaid, { profile: provincial })).toEqual(["against", done, unfound])
  })
})

describe("what may turn out about the network (art. 18)", () => {
  test("is what the system reaches and where it stands, by its scheme", () => {
    const planned = (said: object) => supposed("N18.1", "application/A1", saying("SchemeSubmitted", said))
    expect(planned({ crossDept: undefined, crossRegion: undefined })).toEqual(["reach", done, undone])
    expect(planned({ network: undefined })).toEqual(["network", done, breached])
  })

  test("is where the finished system stands, and what it reaches, also where no round is on record", () => {
    expect(supposed("N18.1", "acceptance/C1", accepted({}))).toEqual(["network", done, breached])
    expect(supposed("N18.1", "acceptance/C1", accepted({ network: "other" }, [opened]))).toEqual([
      "reach",
      breached,
      undone
    ])
  })

  test("is whether it was built before the Measures (art. 36)", () => {
    const taken = fact("TakenOver", "2026-03-02", { region: "440100", organ: "health", coverage: {}, by: "health" })
    const facts = [taken, ...upToApproval.slice(1), applied({ network: "other" }), passed()]
    expect(supposed("N18.1", "acceptance/C1", facts)).toEqual([
      "construction",
      breached,
      still("when the works were completed").replace(
        "missing,",
        "missing: the system was built before the Measures took force and has not been rebuilt since,"
      )
    ])
  })
})

describe("what may turn out about the security norms (art. 19)", () => {
  const check = (facts: ReadonlyArray<Event>, beside?: Partial<Context>, id = "C1") =>
    supposed("N19.1", `acceptance/${id}`, facts, beside)

  test("is what a check finds, of the acceptance that is judged", () => {
    expect(check(accepted({}))).toEqual(["securityCheck", done, breached])
    const facts = [...upToApproval, completed, applied({}, "C1"), applied({}, "C2", "2026-08-05"), passed("C2")]
    expect(check(facts, {}, "C2")).toEqual(["securityCheck", done, breached])
  })

  test("is against what it was made, and what was in force", () => {
    expect(check(accepted({ security: "pass" }))).toEqual(["against", done, unchecked])
    const unknown = { instrumentsInForce: () => undefined }
    const missing = still("the security norms in force on the day")
    const absent = missing.replace(
      "facts missing",
      "facts missing: the plan, standard or norms by which it is measured are not in force"
    )
    expect(check(accepted({ security: "pass", against: ["n1"] }), unknown)).toEqual([
      "securityNorms",
      done,
      unchecked,
      absent
    ])
    const version = still("against which version the check was made")
    expect(check(accepted({ security: "pass" }), unknown)).toEqual(["securityNorms", version, version, absent])
  })
})

test("what may turn out about the end of a system is whether an interface ends with it (art. 26)", () => {
  const retired = fact("Retired", "2026-11-02", { reason: "更替", by: "health" })
  expect(supposed("N26.1", "", [...upToApproval, retired])).toEqual(["interfaces", breached, undone])
})
