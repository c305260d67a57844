import { type Amount, addDays, type CivilDate } from "@banfa/core/civil"
import type { ExAnte } from "./Assessing.ts"
import { companyOn, holderOn, organOn, ownLevel } from "./agencies.ts"
import { assess, type Issued, issuedBy } from "./assess.ts"
import type { Course, Round } from "./Course.ts"
import type { Name, Write } from "./Write.ts"

type Conclusion = "support" | "support-with-conditions" | "not-support" | "unclear"
const conclusions: { readonly [R in Exclude<Round["reply"], "none">]: Conclusion } = {
  support: "support",
  "support-with-conditions": "support-with-conditions",
  "not-support": "not-support",
  evasive: "unclear",
  "evasive-then-support": "support",
  revised: "support-with-conditions"
}

const planning = {
  across: { crossDept: true, crossRegion: false, network: "unified-platform" },
  "off-platform": { crossDept: true, crossRegion: true, network: "other" },
  within: { crossDept: false, crossRegion: false, network: "other" },
  unsaid: {}
} as const

/** Writes the facts of one round of establishment, and tells the day on which it ended. */
export const establish = (
  course: Course,
  round: Round,
  n: number,
  start: CivilDate,
  name: Name,
  write: Write,
  changed: boolean
): CivilDate => {
  const { level, pace } = course
  const application = name("A", n)
  const request = name("R", n)
  const opinion = (version: number): string => name("O", n * 3 + version)
  const opinions: Array<string> = []
  const results: Array<Issued> = []
  const scheme = { application, what: "both", material: false } as const
  let day = start
  const later = (days: number): CivilDate => (day = addDays(day, days * pace))
  const asked = (id: string): void =>
    write("OpinionRequested", later(1), {
      application,
      request: id,
      to: holderOn("info", level, day),
      by: holderOn("investment", level, day)
    })
  const replied = (tag: "OpinionGiven" | "OpinionRevised", version: number, conclusion: Conclusion): void => {
    write(tag, later(2), {
      application,
      request,
      opinion: opinion(version),
      conclusion,
      plan: "plan-p",
      assessment: issuedBy(results, day).at(-1) ?? null,
      conditions: conclusion === "support-with-conditions" ? "接入统一平台" : null,
      by: holderOn("info", level, day)
    })
    opinions.push(opinion(version))
  }
  const assessed = (when: ExAnte["when"]): void => {
    for (const [i, one] of round.exAnte.entries()) {
      if (one.when !== when) continue
      const x = n * 2 + i
      const which = {
        id: name("X", x),
        type: "ex-ante",
        application,
        scheme: round.scheme === "none" ? null : name("S", n * 2),
        successor: name("X", x + 1),
        pace,
        // Before the application it is the applicant's own level.
        level: when === "early" && !changed ? ownLevel(level) : level
      } as const
      const result = assess(course, one, which, day, write)
      if (result !== undefined) results.push(result)
      if (when !== "after-decision") later(7)
    }
  }

  const submit = (version: number, material: boolean): void => {
    const to = holderOn("info", level, day)
    write("SchemeSubmitted", day, {
      ...scheme,
      scheme: name("S", n * 2 + version),
      material,
      ...planning[round.planned],
      to,
      by: organOn(level, day)
    })
  }
  if (round.scheme !== "none") submit(0, false)
  assessed("early")
  if (round.scheme === "early") later(1)
  if (!changed) write("Applied", day, { application, to: holderOn("investment", level, day), by: organOn(level, day) })
  if (round.materials)
    write("MaterialsRequested", day, { application, reason: "材料不全", by: holderOn("info", level, day) })
  assessed("applied")
  if (round.request !== "none") asked(request)
  if (round.request === "twice") asked(`${request}-again`)
  if (round.reply !== "none" && round.request !== "none") {
    if (round.reply === "evasive-then-support") replied("OpinionGiven", 1, "unclear")
    replied("OpinionGiven", 0, conclusions[round.reply])
    if (round.reply === "revised") replied("OpinionRevised", 2, "not-support")
  }
  later(1)
  if (round.scheme === "newer" || round.scheme === "material") submit(1, round.scheme === "material")
  later(1)
  end(course, round, application, [...opinions, ...(round.considers ? issuedBy(results, day) : [])], day, write)
  assessed("after-decision")
  return day
}

const end = (
  course: Course,
  round: Round,
  application: string,
  considered: ReadonlyArray<string>,
  day: CivilDate,
  write: Write
): void => {
  const investment = holderOn("investment", course.level, day)
  switch (round.end) {
    case "approved":
      return write("Approved", day, {
        application,
        considered,
        funding: ["fiscal", "self-raised"],
        aims: ["public-service"],
        ranking: "第三",
        by: investment,
        planItem:
          round.basis === "deviation" ? null : { plan: round.basis === "item" ? "plan-p" : "plan-c", item: "item-1" },
        deviation: round.basis === "deviation" ? "应急需要" : null,
        builder: course.builder === "company" ? companyOn(day) : null,
        baseline: { amount: "1200000.00" as Amount, completeBy: addDays(day, 300) }
      })
    case "rejected":
      return write("Rejected", day, { application, considered, reason: "暂缓", by: investment })
    case "withdrawn":
      return write("Withdrawn", day, { application, reason: "方案调整", by: organOn(course.level, day) })
    case "returned":
      return write("ReturnedForRevision", day, { application, reason: "补充材料", by: investment })
    case "open":
      return
  }
}
