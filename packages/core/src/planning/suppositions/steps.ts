/** What may turn out about the steps of a plan: whether they were taken, when, and by whom. @article 6 @article 7 @article 8 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import { type Act, byDay, known } from "../../verdict/Fact.ts"
import { fills } from "../authorities.ts"
import type { Filing, PlanVersion } from "../PlanVersion.ts"
import { authority, completeIn, daysOf, eachWay, onOneOf, outsider, supposed, withAgencies } from "./Supposing.ts"

const ordered = <A extends Act>(acts: ReadonlyArray<A>): ReadonlyArray<A> => acts.toSorted(byDay)

/** Whether, and when, the plan was submitted for review. */
export const submission: Suppose<PlanVersion> = (unknown, _, ctx) => {
  const p = completeIn(unknown, "submission")
  const nothing = { grounds: undefined, plans: undefined, coDrafters: undefined, signed: undefined }
  return onOneOf(
    daysOf(p, ctx),
    { zh: "已送审", en: "submitted for review" },
    { zh: "未送审", en: "not submitted for review" },
    p,
    (on) => ({
      submissions: ordered([...p.submissions, { on, ref: supposed, ...nothing }])
    }),
    ctx
  )
}

/** Whether, and when, the review was passed by the planning authority that has to review. */
export const review: Suppose<PlanVersion> = (unknown, _, ctx) => {
  const p = completeIn(unknown, "review")
  return onOneOf(
    daysOf(p, ctx),
    { zh: "经应审核的规划主管部门审核通过", en: "passed by the planning authority that has to review" },
    { zh: "未经审核通过", en: "no review was passed" },
    p,
    (on) => ({ reviews: ordered([...p.reviews, { on, by: authority, ref: supposed, passed: true }]) }),
    ctx
  )
}

/** Whether those who reviewed are the planning authority that has to. */
export const reviewer: Suppose<PlanVersion> = (p, v, ctx) => {
  const role = v.norm === "N6.2" ? "planning.provincial" : "planning.local"
  const open = p.reviews.filter((r) => fills(ctx, r.by, role, p, r.on) === undefined)
  return eachWay(
    open,
    { zh: "由应审核的规划主管部门审核", en: "reviewed by the planning authority that has to review" },
    { zh: "由其他机关审核", en: "reviewed by another body" },
    (holds) => ({
      ctx: withAgencies(ctx),
      state: {
        ...p,
        reviews: p.reviews.map((r) => (open.includes(r) ? { ...r, by: holds(r) ? authority : outsider } : r))
      }
    })
  )
}

/** Whether, and when, the plan was reported for approval. */
export const report: Suppose<PlanVersion> = (unknown, _, ctx) => {
  const p = completeIn(unknown, "report")
  return onOneOf(
    daysOf(p, ctx),
    { zh: "已报批", en: "reported for approval" },
    { zh: "未报批", en: "not reported for approval" },
    p,
    (on) => ({ reports: ordered([...p.reports, { on, ref: supposed }]) }),
    ctx
  )
}

/** Whether, and when, the plan was approved by the government that has to approve it. */
export const approval: Suppose<PlanVersion> = (unknown, _, ctx) => {
  const p = completeIn(unknown, "approval")
  return onOneOf(
    daysOf(p, ctx),
    { zh: "经应批准的人民政府批准", en: "approved by the government that has to approve it" },
    { zh: "未经批准", en: "not approved" },
    p,
    (on) => ({ decisions: ordered([...p.decisions, { on, by: authority, ref: supposed, approved: true }]) }),
    ctx
  )
}

/** Whether those who approved are the government that has to. */
export const approver: Suppose<PlanVersion> = (p, v, ctx) => {
  const role = v.norm === "N6.3" ? "government.provincial" : "government.local"
  const open = p.decisions.filter((d) => d.approved && fills(ctx, d.by, role, p, d.on) === undefined)
  return eachWay(
    open,
    { zh: "由应批准的人民政府批准", en: "approved by the government that has to approve it" },
    { zh: "由其他机关批准", en: "approved by another body" },
    (holds) => ({
      ctx: withAgencies(ctx),
      state: {
        ...p,
        decisions: p.decisions.map((d) => (open.includes(d) ? { ...d, by: holds(d) ? authority : outsider } : d))
      }
    })
  )
}

/** Whether, and when, the plan was put into force. */
export const implementation: Suppose<PlanVersion> = (unknown, _, ctx) => {
  const p = completeIn(unknown, "force")
  return onOneOf(
    daysOf(p, ctx),
    { zh: "已实施", en: "put into force" },
    { zh: "未实施", en: "not put into force" },
    p,
    (on) => ({ implemented: { on, ref: supposed, items: undefined } }),
    ctx
  )
}

/** Whether, and when, a complete filing reached the authority, registered on the day of its arrival. */
export const filing: Suppose<PlanVersion> = (unknown, _, ctx) => {
  const p = completeIn(unknown, "filing")
  return onOneOf(
    daysOf(p, ctx),
    {
      zh: "完整的备案材料送达省信息化主管部门",
      en: "a complete filing reached the provincial informatization authority"
    },
    { zh: "未报送备案", en: "not sent for filing" },
    p,
    (on) => {
      const act = { on, by: authority, ref: supposed }
      const sent = { ...act, to: authority, received: on, plans: undefined }
      return { filings: [...p.filings, { id: supposed, sent, registered: [act], returned: [] }] }
    },
    ctx
  )
}

/** Whether the filings of which nobody knows it were with the provincial authority: sent to it, registered and returned by it. */
export const filedWith: Suppose<PlanVersion> = (p, _, ctx) => {
  const doubtful = (agency: string | null | undefined, act: Act): boolean =>
    fills(ctx, agency, "info.provincial", p, act.on) === undefined
  const to = (agency: string): Omit<ReturnType<Suppose<PlanVersion>>[number], "answer"> => {
    const settle = <A extends Act>(act: A): A => (doubtful(act.by, act) ? { ...act, by: agency } : act)
    const placed = (f: Filing): Filing => ({
      ...f,
      ...(known(f.sent) && doubtful(f.sent.to, f.sent) ? { sent: { ...f.sent, to: agency } } : {}),
      registered: f.registered.map(settle),
      returned: f.returned.map(settle)
    })
    return { ctx: withAgencies(ctx), state: { ...p, filings: p.filings.map(placed) } }
  }
  return [
    {
      answer: { zh: "备案机关为省信息化主管部门", en: "it was the provincial informatization authority" },
      ...to(authority)
    },
    { answer: { zh: "备案机关为其他机关", en: "it was another body" }, ...to(outsider) }
  ]
}

/** When the papers of the filings arrived whose arrival nobody states. */
export const received: Suppose<PlanVersion> = (p, _, ctx) => {
  const arrived = (day: "sent" | "asked" | "never"): PlanVersion => ({
    ...p,
    filings: p.filings.map((f) =>
      known(f.sent) && f.sent.received === undefined
        ? { ...f, sent: { ...f.sent, received: day === "never" ? null : day === "sent" ? f.sent.on : ctx.asOf } }
        : f
    )
  })
  return [
    { answer: { zh: "报送当日收到", en: "they arrived on the day of sending" }, state: arrived("sent") },
    { answer: { zh: "提问当日方收到", en: "they arrived on the day asked about" }, state: arrived("asked") },
    { answer: { zh: "未收到", en: "they did not arrive" }, state: arrived("never") }
  ]
}

/** Whether the filings that were returned with no word of what they lack were incomplete. */
export const lacking: Suppose<PlanVersion> = (p) => {
  const returned = (parts: ReadonlyArray<string>): PlanVersion => ({
    ...p,
    filings: p.filings.map((f) => ({
      ...f,
      returned: f.returned.map((act) => (act.lacking === undefined ? { ...act, lacking: parts } : act))
    }))
  })
  return [
    { answer: { zh: "因材料不齐全退回", en: "returned for missing parts" }, state: returned([supposed]) },
    { answer: { zh: "材料齐全，因其他理由退回", en: "complete, and returned for another reason" }, state: returned([]) }
  ]
}
