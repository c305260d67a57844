import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Event, EventOf, EventTag, Ground, RecordSlice } from "@banfa/core/planning"
import { chronological } from "../record/Upset.ts"
import { type Acting, type Area, areas, holderOn, organOn, otherThan } from "./agencies.ts"
import type { Course, Round, Sending } from "./Course.ts"

/** The id of the version of which the samples tell. */
export const planId = "version-1"

/** The slices of a record of a plan. */
const slices: ReadonlyArray<RecordSlice> = ["submission", "review", "report", "approval", "filing", "force"]

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "plan" | "on" | "recordedAt">
type Write = <T extends EventTag>(tag: T, on: CivilDate, particulars: Particulars<T>) => void

const zero = "2026-01-05" as CivilDate

/** Where a plan belongs: what the authorities of its acts hold their offices for. */
export const areaOf = ({ area, kind }: Pick<Course, "area" | "kind">): Area => (kind === "local" ? area : "province")

const writer = (events: Array<Event>): Write => {
  const count = new Map<string, number>()
  return (tag, on, particulars) => {
    const n = (count.get(tag) ?? 0) + 1
    count.set(tag, n)
    const fact = { _tag: tag, id: `${tag}-${n}`, plan: planId, on, recordedAt: `${on}T01:00:00Z`, seq: events.length }
    events.push({ ...fact, ...particulars } as unknown as Event)
  }
}

/** Who makes the plan on a day. */
const maker = (course: Course, on: CivilDate): string => {
  if (course.kind === "departmental") return course.lead === "own" ? organOn(on) : "health"
  return course.lead === "own" ? holderOn("info", areaOf(course), on) : holderOn("planning", areaOf(course), on)
}

const open = (course: Course, on: CivilDate, write: Write): void => {
  const lead = maker(course, on)
  const { kind } = course
  const township = course.township ? { township: "示例镇" } : {}
  const opening = { kind, region: areas[areaOf(course)], organ: lead, by: lead, ...township }
  const coverage: { [S in RecordSlice]?: CivilDate } = {}
  for (const [i, slice] of slices.entries()) {
    const days = course.coverage[i]
    if (days !== undefined) coverage[slice] = addDays(on, days)
  }
  if (course.taken !== "taken-over") write("PlanDrafted", on, { ...opening, former: null })
  if (course.taken !== "opened")
    write("PlanTakenOver", course.taken === "both" ? addDays(on, -3) : on, { ...opening, coverage })
}

const plansOf = (said: Round["plans"], on: CivilDate): ReadonlyArray<string> => {
  const provincial = on < "2027-01-01" ? ["plan-p"] : ["plan-p2"]
  return { provincial, city: ["plan-c"], both: [...provincial, "plan-c"], none: [] }[said]
}

const groundsOf = (said: Round["grounds"]): ReadonlyArray<Ground> =>
  ({
    both: ["national-overall-plan", "provincial-conditions"] as const,
    one: ["provincial-conditions"] as const,
    none: [] as const
  })[said]

/** Who does what the authority of an office has to do: it, the one of another area, or somebody without an office. */
const acting = (course: Course, office: Acting, who: "own" | "other-area" | "stranger", on: CivilDate): string => {
  if (who === "stranger") return "stranger"
  const area = areaOf(course)
  return holderOn(office, who === "own" ? area : otherThan(area), on)
}

const review = (course: Course, round: Round, day: CivilDate, write: Write): CivilDate => {
  const by = maker(course, day)
  const names = round.coDrafters === "none" ? [] : ["finance", "education"]
  const signed = round.coDrafters === "signed" ? ["finance"] : []
  const provincial = course.kind === "provincial"
  const basis = provincial ? { grounds: groundsOf(round.grounds) } : { plans: plansOf(round.plans, day) }
  write("PlanSubmittedForReview", day, { ...basis, coDrafters: names, signed, by })
  const on = addDays(day, course.pace)
  const reviewer = acting(course, "planning", round.reviewer, on)
  if (round.result === "passed") write("PlanReviewPassed", on, { by: reviewer, document: "审核意见" })
  if (round.result === "returned") write("PlanReviewReturned", on, { by: reviewer, reason: "须补充" })
  return addDays(on, 1)
}

const approve = (course: Course, day: CivilDate, write: Write): CivilDate => {
  let on = addDays(day, course.pace)
  const by = (office: Acting): string => acting(course, office, course.approver, on)
  if (course.answer.startsWith("refused")) {
    write("PlanNotApproved", on, { by: by("government"), reason: "须修改" })
    on = addDays(on, course.pace)
  }
  if (course.answer.endsWith("approved")) write("PlanApproved", on, { by: by("government"), document: "批复" })
  return on
}

const send = (course: Course, sending: Sending, n: number, day: CivilDate, write: Write): CivilDate => {
  const filing = `F${n + 1}`
  const by = maker(course, day)
  const { answer, arrived } = sending
  const received = arrived === "unstated" ? {} : { received: arrived === "never" ? null : addDays(day, arrived) }
  const to = holderOn("info", sending.to, day)
  write("PlanFiled", day, { filing, to, plans: plansOf(sending.plans, day), ...received, by })
  const on = addDays(day, course.pace + 2)
  const authority = holderOn("info", "province", on)
  if (answer === "registered") write("PlanFilingRegistered", on, { filing, by: authority, document: "备案号" })
  if (answer === "incomplete" || answer === "merits") {
    const lacking = answer === "incomplete" ? ["附件"] : []
    write("PlanFilingReturned", on, { filing, lacking, reason: "见退回说明", by: authority })
  }
  return addDays(on, 1)
}

const conclude = (course: Course, day: CivilDate, write: Write): void => {
  const on = addDays(day, course.pace * 4)
  const by = maker(course, on)
  const organs = course.kind === "departmental"
  const government = organs ? by : holderOn("government", areaOf(course), on)
  if (organs && course.refiled && course.implemented !== "none")
    write("PlanRefiled", addDays(day, 2), {
      version: "version-2",
      change: "调整项目",
      by: maker(course, addDays(day, 2))
    })
  if (course.end === "superseded")
    write(organs ? "PlanReplaced" : "PlanAmendmentApproved", on, { version: "version-2", by: government })
  if (course.end === "repealed") write("PlanRepealed", on, { by: government, reason: "不再需要" })
  if (course.end === "withdrawn") write("PlanWithdrawn", on, { by, reason: "重新编制" })
  if (course.judged)
    write("Judged", on, {
      norm: organs ? "N7.1" : "N8.1",
      instance: "",
      outcome: "fulfilled",
      reason: "已查",
      by: "p-supervisor"
    })
}

/** The facts of a course, in the order of their days. What the course itself tells of is all that is not as provided. */
export const lawful = (course: Course): Array<Event> => {
  const events: Array<Event> = []
  const write = writer(events)
  const start = addDays(zero, course.start)
  open(course, start, write)
  let day = addDays(start, course.pace)
  const report = (on: CivilDate): void => write("PlanSubmittedForApproval", on, { by: maker(course, on) })
  const implement = (on: CivilDate): void => write("PlanImplemented", on, { by: maker(course, on), items: ["项目一"] })
  if (course.implemented === "before") implement(addDays(day, course.pace))
  if (course.kind === "departmental")
    for (const [n, one] of course.sendings.entries()) day = send(course, one, n, day, write)
  else {
    if (course.report === "before") report(addDays(day, course.pace))
    for (const round of course.rounds) day = review(course, round, day, write)
    if (course.report === "after") report(day)
    if (course.report !== "none") day = approve(course, day, write)
  }
  if (course.implemented === "after") implement(addDays(day, course.pace))
  conclude(course, addDays(day, course.pace), write)
  return chronological(events)
}
