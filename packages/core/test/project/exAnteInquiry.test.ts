import { describe, expect, test } from "vitest"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import type { Event } from "../../src/project/index.ts"
import { fact, inquiryLines, upToApproval } from "./story.ts"

/** What is missing of a verdict, and what it would say under each answer. */
const supposed = (
  of: readonly [norm: string, instance: string],
  facts: ReadonlyArray<Event>,
  asOf: string,
  profile: Profile = textOnly
) => inquiryLines(facts, of, asOf, { profile })

describe("what may turn out about an assessment and what is submitted for it", () => {
  test("is whether the version that is in doubt went to the right authority, whatever became of others (art. 31)", () => {
    const scheme = (id: string, on: string, to?: string): Event => ({
      ...fact("SchemeSubmitted", on, {
        application: "A1",
        scheme: id,
        what: "scheme",
        by: "health",
        ...(to === undefined ? {} : { to })
      }),
      id: `scheme-${id}`
    })
    const [opened] = upToApproval as readonly [Event]
    const applied = fact("Applied", "2026-03-10", { application: "A1", to: "drc", by: "health" })
    const versions = [scheme("S1", "2026-03-09", "drc"), scheme("S2", "2026-03-10"), scheme("S3", "2026-03-15", "info")]
    expect(supposed(["N31.2", "application/A1"], [opened, applied, ...versions], "2026-05-01")).toEqual([
      "submission.to",
      "complete, and sent to the right informatization authority > Fulfilled, due 2026-03-10",
      "not complete, or sent to another body > Fulfilled late, due 2026-03-10"
    ])
  })

  test("is whether an application assessment was held in the last year, whatever round came before (art. 33)", () => {
    const taken = fact("TakenOver", "2026-03-02", { region: "440100", organ: "health", by: "health", coverage: {} })
    const facts = [
      taken,
      ...upToApproval.slice(1),
      fact("ConstructionCompleted", "2026-04-10", { by: "company" }),
      fact("OperationStarted", "2026-05-01", { by: "health" })
    ]
    expect(supposed(["N33.2", ""], facts, "2027-07-01", reading(textOnly, "A33", "annual"))).toEqual([
      "assessment",
      "an assessment was held on 2027-06-30 > Discretionary, due 2028-06-30",
      "an assessment was held on 2027-07-01 > Discretionary, due 2028-07-01",
      "no assessment was held > Overdue, due 2027-05-01"
    ])
  })
})
