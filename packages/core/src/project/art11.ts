import { type CivilDate, yearOf } from "../civil/CivilDate.ts"
import { received } from "../verdict/addressing.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import { simultaneous, within } from "../verdict/owed.ts"
import { firstReceived, owedOf } from "../verdict/Received.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Context } from "../verdict/Verdict.ts"
import { approvedIn, examinedIn, holdsAt } from "./authorities.ts"
import { firstApproval, type Project, type Report } from "./Project.ts"
import { once, perBudget, type View } from "./Rule.ts"

type Investing = Pick<Project, "applications" | "budgets" | "reports" | "coverage">

/** The receipt of a report of money spent, if any of a period's reports says so. */
export const spent = (report: Report): Report["receipts"][number] | undefined =>
  report.receipts.find((receipt) => known(receipt.amount) && receipt.amount !== "0.00")

/** The first investment on record, by day: money budgeted, or a report of money spent. @article 12 */
const firstInvestment = (p: Pick<Investing, "budgets" | "reports">): Act | undefined => {
  let first: Act | undefined
  for (const { issued } of p.budgets) if (known(issued) && (first === undefined || issued.on < first.on)) first = issued
  for (const report of p.reports) {
    const receipt = spent(report)
    if (receipt !== undefined && (first === undefined || receipt.on < first.on)) first = receipt
  }
  return first
}

/** When investment was first decided: by the approval of establishment, or by the first investment on record where that came earlier. */
const decided = (p: Investing): Fact<Act> => {
  const approval = firstApproval(p)
  const invested = firstInvestment(p)
  if (approval === undefined) return invested ?? silence(p.coverage, "decision", undefined)
  return invested !== undefined && invested.on < approval.on ? invested : approval
}

/** Whether fiscal money is in the project, as far as anybody said. */
export const fiscal = (p: Investing): boolean | undefined => {
  if (p.budgets.some((b) => known(b.issued) && b.issued.fiscal === true)) return true
  let answer: boolean | undefined = false
  for (const { decision } of p.applications) {
    if (!known(decision) || !decision.approved) continue
    if (!known(decision.funding)) answer = undefined
    else if (decision.funding.includes("fiscal")) return true
  }
  return firstApproval(p) === undefined ? undefined : answer
}

/** 信息化主管部门对行政机关电子政务建设投资情况进行备案 */
export const N11_1 = once("N11.1", ["applications", "budgets", "filings", "reports"], (p, ctx) => {
  const investment = decided(p)
  if (investment === undefined) return undetermined("decision")
  if (!known(investment)) return notApplicable
  if (ctx.profile.readings.A11a === "fiscal") {
    const money = fiscal(p)
    if (money === undefined) return undetermined("funding", investment)
    if (!money) return notApplicable
  }
  const due = within(ctx, "investmentFiling.within", investment.on, p.region)
  const filing = firstReceived(p.filings, silence(p.coverage, "filing", investment.on), "filing", ({ by, on }) => {
    const filed = by === undefined || holdsAt(ctx, by, "info.any", approvedIn(ctx, p, on), on)
    return filed === false ? "other-body" : filed
  })
  return owedOf(ctx, investment, filing, due)
})

/** The region whose informatization authority receives the copy: that of the finance authority that issued the budget. */
export const issuedIn = (
  ctx: Context,
  p: View<"applications">,
  by: string | undefined,
  on: CivilDate
): string | undefined => {
  const seat = by === undefined ? null : ctx.directory.seat(by, "finance", on)
  if (seat !== null) return seat
  const application = p.applications[0]
  return application === undefined ? p.region : examinedIn(ctx, application, p)
}

/** 属财政资金投入的，财政主管部门在安排下达年度投资预算时，抄送信息化主管部门 */
export const N11_2 = perBudget("N11.2", ["applications"], ({ copies, issued }, p, ctx) => {
  if (!known(issued)) return notApplicable
  if (issued.fiscal === undefined) return undetermined("fiscal", issued)
  if (issued.fiscal !== true) return notApplicable
  const region = issuedIn(ctx, p, issued.by, issued.on)
  const copy = firstReceived(copies, silence(p.coverage, "budget", issued.on), "copy", ({ by, on, to }) => {
    if (holdsAt(ctx, by, "finance.any", region, on) === false) return "other-body"
    return received(holdsAt(ctx, to, "info.any", region, on), to, "info.any", on, ctx)
  })
  const year = known(issued.year) ? issued.year : yearOf(issued.on)
  const due =
    ctx.profile.readings.A11b === "year-end"
      ? { on: `${year}-12-31` as CivilDate }
      : simultaneous(ctx, "budgetCopy.graceDays", issued.on, p.region)
  return owedOf(ctx, issued, copy, due)
})
