import { addDays, type CivilDate } from "@banfa/core/civil"
import type { EventOf } from "@banfa/core/project"
import { companyOn, holderOn, organOn, otherThan } from "./agencies.ts"
import { assess, type Issued, issuedBy } from "./assess.ts"
import type { Completed } from "./Completed.ts"
import type { Course } from "./Course.ts"
import { operate } from "./operate.ts"
import { instrumentsInForce } from "./surroundings.ts"
import type { Name, Write } from "./Write.ts"

/** The construction unit on a day. */
export const unit = (course: Course, on: CivilDate): string =>
  course.builder === "company" ? companyOn(on) : organOn(course.level, on)

/** Where the ids of assessments after the works begin, behind those of four rounds. */
const exPostFrom = 8

/** Writes the facts of what follows the works, and tells the results of all its assessments. */
export const complete = (
  course: Course,
  how: Completed,
  on: CivilDate,
  name: Name,
  write: Write
): ReadonlyArray<Issued> => {
  const { pace } = course
  const after = (days: number): CivilDate => addDays(on, days * pace)
  write("ConstructionCompleted", on, { by: unit(course, on) })
  const results = how.exPost.flatMap((one, i) => {
    const x = exPostFrom + i
    const which = {
      id: name("X", x),
      type: "ex-post",
      application: null,
      scheme: null,
      successor: name("X", x + 1),
      pace: 1
    } as const
    return assess(course, one, which, one.outOfTime ? addDays(on, -20) : after(2 + i * 4), write) ?? []
  })
  reported(course, how, on, after, write)
  const accepted = accept(course, how, after, results, name, write)
  if (how.operation === undefined) return results
  const trial = how.operation.from === "trial"
  if (!trial && accepted === undefined) return results
  return [
    ...results,
    ...operate(course, how.operation, trial ? after(3) : addDays(accepted as CivilDate, pace), name, write)
  ]
}

const reported = (
  course: Course,
  how: Completed,
  completed: CivilDate,
  after: (days: number) => CivilDate,
  write: Write
): void => {
  if (how.report === "none") return
  const on =
    how.report === "before-completion" ? addDays(completed, -6) : after(how.report === "after-acceptance" ? 30 : 1)
  const { level } = course
  const organ = organOn(level, on)
  const byBuilder = how.report === "on-behalf" || how.report === "by-builder-alone"
  write("CompletionReported", on, {
    to: holderOn("info", how.report === "to-another-level" ? otherThan(level) : level, on),
    onBehalfOf: how.report === "on-behalf" ? organ : null,
    by: byBuilder && course.builder === "company" ? companyOn(on) : organ
  })
}

/** What is said of the security norms; what is not kept to at first is put right. */
const security = (how: Completed, on: CivilDate): Pick<EventOf<"AcceptanceApplied">, "security" | "against"> => {
  if (how.security === "unsaid") return {}
  const versions = instrumentsInForce("security-norms", on) ?? []
  const against = how.security === "old" ? ["sec-0"] : versions.map(({ id }) => id)
  return { security: how.security === "fail" ? "fail" : "pass", against }
}

/** Writes the facts of the acceptance, and tells the day on which it was passed. */
const accept = (
  course: Course,
  how: Completed,
  after: (days: number) => CivilDate,
  results: ReadonlyArray<Issued>,
  name: Name,
  write: Write
): CivilDate | undefined => {
  if (how.acceptance === "none") return undefined
  const { level } = course
  const [first, second] = [name("V", 0), name("V", 1)]
  const decided = (on: CivilDate, acceptance: string, passed: boolean): void => {
    const considered = how.considers ? issuedBy(results, on) : []
    const by = holderOn("acceptance-body", level, on)
    if (passed) write("AcceptancePassed", on, { acceptance, considered, by })
    else write("AcceptanceFailed", on, { acceptance, considered, defects: "接口未按标准", by })
  }
  const network = how.network === "unsaid" ? {} : { network: how.network }
  const applied = (on: CivilDate) => ({ ...security(how, on), ...network })
  write("AcceptanceApplied", after(12), { acceptance: first, ...applied(after(12)), by: organOn(level, after(12)) })
  decided(after(14), first, how.acceptance === "passed")
  if (how.acceptance === "passed") return after(14)
  if (how.acceptance === "failed") return undefined
  const again = { ...applied(after(18)), ...(how.security === "fail" ? { security: "pass" as const } : {}) }
  write("AcceptanceReapplied", after(18), { acceptance: second, former: first, ...again, by: unit(course, after(18)) })
  decided(after(20), second, true)
  return after(20)
}
