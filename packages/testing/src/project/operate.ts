import { addDays, type CivilDate } from "@banfa/core/civil"
import { type Acting, holderOn, organOn, ownLevel } from "./agencies.ts"
import { assess, type Issued, issuedBy } from "./assess.ts"
import type { Operating, Reviewing } from "./Completed.ts"
import type { Course } from "./Course.ts"
import type { Name, Write } from "./Write.ts"

const reviewers: { readonly [P in Exclude<Reviewing["purpose"], "improvement">]: Acting } = {
  inspection: "supervision",
  appraisal: "appraiser"
}

/** Where the ids of application assessments begin, behind those of four rounds and of what followed the works. */
const from = 10

/** Writes the facts of the operation from a day on, years of it, and tells the results of its assessments. */
export const operate = (
  course: Course,
  how: Operating,
  start: CivilDate,
  name: Name,
  write: Write
): ReadonlyArray<Issued> => {
  const { level } = course
  const after = (days: number): CivilDate => addDays(start, days)
  write(how.from === "trial" ? "TrialOperationStarted" : "OperationStarted", start, { by: organOn(level, start) })
  const results = how.assessments.flatMap((one, i) => {
    const which = {
      id: name("X", from + i),
      type: "application",
      application: null,
      scheme: null,
      successor: name("X", from + i + 1),
      pace: 3
    } as const
    return assess(course, one, which, after(one.outOfTime ? -10 : 60 + i * 250), write) ?? []
  })
  for (const [i, { considers, purpose }] of how.reviews.entries()) {
    const on = after(50 + i * 200)
    const by = purpose === "improvement" ? organOn(level, on) : holderOn(reviewers[purpose], ownLevel(level), on)
    write("ReviewHeld", on, {
      review: name("W", i),
      purpose,
      considered: considers ? issuedBy(results, on) : [],
      document: "示例文书",
      by
    })
  }
  const interfaces = how.interfaces === "some" ? ["resource-1"] : []
  const ending = how.interfaces === "unsaid" ? {} : { interfaces }
  if (how.retired) write("Retired", after(900), { reason: "系统更替", ...ending, by: organOn(level, after(900)) })
  return results
}
