import { addDays, type CivilDate } from "@banfa/core/civil"
import type { EventOf } from "@banfa/core/project"
import type { Assessing } from "./Assessing.ts"
import { type Acting, holderOn, instituteOn, type Level, organOn, otherThan } from "./agencies.ts"
import type { Course } from "./Course.ts"
import type { Write } from "./Write.ts"

type Planned = EventOf<"AssessmentPlanned">

/** Which assessment, of what, by which steps. */
export interface Which {
  readonly id: string
  readonly type: Planned["type"]
  readonly application: Exclude<Planned["application"], undefined>
  readonly scheme: string | null
  /** Which one takes its place, where it is superseded. */
  readonly successor: string
  readonly pace: number
  /** By which level, where that is not the one of the course. */
  readonly level?: Level
}

/** A result and the day on which it was issued. */
export interface Issued {
  readonly id: string
  readonly on: CivilDate
}

const six = [
  "feasibility",
  "effectiveness",
  "resource-integration",
  "information-sharing",
  "openness",
  "approval-reform"
]
const five = six.slice(0, 5)

const contents = {
  six: { items: six, omitted: [] },
  more: { items: [...six, "security"], omitted: [] },
  reasoned: { items: five, omitted: [{ item: "approval-reform", reason: "不涉及行政审批" }] },
  lacking: { items: five, omitted: [] }
} as const

const conformities = {
  pass: { planConformity: "pass", against: ["plan-p"] },
  fail: { planConformity: "fail", against: ["plan-p", "plan-c"] },
  "other-plan": { planConformity: "fail", against: ["plan-old"] },
  unsaid: {}
} as const

const reasons = { "in-house": "涉及敏感信息", "in-house-without-reason": null } as const

/** Writes the facts of one assessment from a day on, and tells its result, if it came to one. */
export const assess = (
  course: Course,
  how: Assessing,
  which: Which,
  start: CivilDate,
  write: Write
): Issued | undefined => {
  const { id: assessment, pace, type } = which
  const { level = course.level } = which
  let day = start
  const next = (): CivilDate => (day = addDays(day, pace))
  const organizer = (): string =>
    how.organizer === "another-body"
      ? organOn(level, day)
      : holderOn("info", how.organizer === "level" ? level : otherThan(level), day)
  const third = how.executor === "third-party"
  const executor = (): string => (third ? instituteOn(day) : organizer())
  const other = (office: Acting): string => holderOn(office, level, day)
  const departments = how.together === "nobody" ? [] : [other("finance"), other("investment")]
  const together = { with: departments, signed: how.together === "signed" ? departments : [] }
  const content = contents[how.content]
  const interests = how.interests === "none" ? [] : [how.interests]

  write("AssessmentPlanned", day, { assessment, type, application: which.application, ...together, by: organizer() })
  if (how.end === "planned") return undefined
  next()
  if (how.executor === "third-party") {
    write("AssessmentCommissioned", day, { assessment, assessor: instituteOn(day), interests, by: organizer() })
  } else {
    const reason = reasons[how.executor]
    write("AssessmentTakenInHouse", day, { assessment, reason, interests, by: organizer() })
  }
  if (how.end === "cancelled") {
    write("AssessmentCancelled", next(), { assessment, reason: "事项调整", by: organizer() })
    return undefined
  }
  next()
  const { scheme } = which
  write("AssessmentStarted", day, { assessment, criteria: "标准一", scheme, ...together, by: organizer() })
  if (how.report !== "none") {
    next()
    write("AssessmentReported", day, { assessment, ...content, by: executor() })
  }
  if (how.report === "returned") {
    write("AssessmentReportReturned", next(), { assessment, defects: "依据不足", by: organizer() })
    next()
    write("AssessmentReportResubmitted", day, { assessment, ...content, by: executor() })
  }
  if (how.end === "open") return undefined
  next()
  const issuer = how.issuer === "another" ? "stranger" : how.issuer === "assessor" ? executor() : organizer()
  const found = type === "ex-ante" ? conformities[how.conformity] : {}
  write("AssessmentIssued", day, { assessment, ...content, conclusion: how.conclusion, ...found, by: issuer })
  const issued = { id: assessment, on: day }
  next()
  if (how.end === "closed") write("AssessmentClosed", day, { assessment, by: organizer() })
  if (how.end === "superseded")
    write("AssessmentSuperseded", day, { assessment, successor: which.successor, by: organizer() })
  return issued
}

/** Of several results those that were there on a day, by their ids. */
export const issuedBy = (results: ReadonlyArray<Issued>, on: CivilDate): ReadonlyArray<string> =>
  results.filter((r) => r.on <= on).map(({ id }) => id)
