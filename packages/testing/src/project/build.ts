import { type Amount, addDays, type CivilDate, quarterAt, quarterIndex, yearOf } from "@banfa/core/civil"
import { type Acting, holderOn, organOn, otherThan, ownLevel } from "./agencies.ts"
import { type Issued, issuedBy } from "./assess.ts"
import type { Course, Reporting, Works } from "./Course.ts"
import { complete, unit } from "./complete.ts"
import { establish } from "./establish.ts"
import type { Name, Write } from "./Write.ts"

/** Writes the facts of what follows an approval: the works, the money, the reports, the key list, the completed project. */
export const build = (course: Course, works: Works, n: number, approved: CivilDate, name: Name, write: Write): void => {
  const { level, pace } = course
  const after = (days: number): CivilDate => addDays(approved, days * pace)
  const inQuarter = (i: number, days: number): CivilDate => addDays(quarterAt(quarterIndex(approved) + i).starts, days)
  if (works.filed) write("InvestmentFiled", after(2), { by: holderOn("info", level, after(2)) })
  if (works.started) write("ConstructionStarted", after(3), { by: unit(course, after(3)) })
  if (works.judged) {
    const on = after(4)
    write("Judged", on, {
      norm: "N9.2",
      instance: `application/${name("A", n)}`,
      outcome: "fulfilled",
      reason: "已作比较",
      by: holderOn("supervision", level, on)
    })
    write("ImplementationSupervised", on, { text: "现场检查", by: holderOn("info", level, on) })
  }
  if (works.pause !== undefined) {
    const on = inQuarter(works.pause.quarter + 1, 40)
    write("Suspended", on, { reason: "资金未到位", by: unit(course, on) })
    if (works.pause.days !== undefined)
      write("Resumed", addDays(on, works.pause.days), { by: unit(course, addDays(on, works.pause.days)) })
  }
  if (works.change !== undefined) {
    const on = inQuarter(2, 20)
    const next = name("A", n + 1)
    write("MateriallyChanged", on, {
      application: next,
      former: name("A", n),
      reason: "规模调整",
      by: organOn(level, on),
      baseline: { amount: "1500000.00" as Amount, completeBy: addDays(on, 400) }
    })
    establish(course, works.change, n + 1, on, name, write, true)
  }
  for (const [i, how] of works.reports.entries()) report(course, how, quarterIndex(approved) + i, write)
  list(works, inQuarter, name, write)
  const last = inQuarter(Math.max(1, works.reports.length), 30)
  const results = works.completed === undefined ? [] : complete(course, works.completed, last, name, write)
  const first = yearOf(addDays(approved, 45))
  for (const [i, how] of works.budgets.entries())
    budget(course, how, i, first + i, works.completed?.considers === true ? results : [], name, write)
  const closed = addDays(last, 40)
  if (works.end === "settled")
    write("InvestmentSettled", closed, { amount: "1100000.00" as Amount, by: unit(course, closed) })
  if (works.end === "cancelled") write("Cancelled", closed, { reason: "职能调整", by: organOn(level, closed) })
}

const report = (course: Course, how: Reporting, index: number, write: Write): void => {
  if (how === "none") return
  const { ends, id: period } = quarterAt(index)
  const on = addDays(ends, how === "late" ? 130 : 8)
  const level = how === "to-another-level" ? otherThan(course.level) : course.level
  const to = (office: Acting): string => holderOn(office, level, on)
  const by = how === "by-organ" ? organOn(course.level, on) : unit(course, on)
  if (how !== "copy-only") {
    const amount = (how === "nil" ? "0.00" : "100000.00") as Amount
    write("ProgressReported", on, { period, to: to(how === "to-informatization" ? "info" : "investment"), amount, by })
  }
  if (how !== "without-copy") write("ReportCopied", addDays(on, 1), { period, to: to("info"), by })
  if (how !== "corrected") return
  const corrected = addDays(on, 150)
  const amount = "90000.00" as Amount
  write("ProgressCorrected", corrected, { period, amount, reason: "计算有误", by: unit(course, corrected) })
}

const budget = (
  course: Course,
  how: Works["budgets"][number],
  i: number,
  year: number,
  results: ReadonlyArray<Issued>,
  name: Name,
  write: Write
): void => {
  const level = ownLevel(course.level)
  const on = `${year}-${i === 0 ? "11-20" : "02-10"}` as CivilDate
  const by = holderOn("finance", level, on)
  const id = name("B", i)
  write("BudgetIssued", on, {
    budget: id,
    year,
    fiscal: how !== "self-raised",
    amount: "500000.00" as Amount,
    planItem: { plan: "plan-p", item: "item-2" },
    deviation: null,
    considered: issuedBy(results, on),
    by
  })
  if (how === "not-copied" || how === "self-raised") return
  const copied = addDays(on, how === "late" ? 30 : 0)
  write("BudgetCopied", copied, { budget: id, to: holderOn("info", level, copied), by })
}

const list = (
  { listing }: Works,
  inQuarter: (i: number, days: number) => CivilDate,
  name: Name,
  write: Write
): void => {
  if (listing === undefined) return
  const by = "p-drc"
  write("KeyListed", inQuarter(listing.on, 50), { by })
  if (listing.off !== undefined) write("KeyDelisted", inQuarter(listing.on + listing.off, 60), { by })
  const designated = inQuarter(listing.on, 52)
  const provincial = "p-info"
  write("ProvincialKeyDesignated", designated, { by: provincial })
  write("ImplementationCoordinated", designated, { text: "协调会纪要", by: provincial })
  if (listing.off !== undefined) write("ProvincialKeyEnded", inQuarter(listing.on + listing.off, 62), { by })
  if (listing.timetable === undefined) return
  const until = inQuarter(listing.on + 2, 45)
  write("TimetableIssued", inQuarter(listing.on, 55), {
    timetable: name("T", 0),
    due: listing.timetable,
    until,
    document: "示例通知",
    by
  })
}
