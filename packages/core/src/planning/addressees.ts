import type { NormId } from "../regulation/Norm.ts"
import type { RoleId } from "../regulation/Role.ts"
import { addresseesBy, type Telling, type Tellings } from "../verdict/Addressed.ts"
import { known } from "../verdict/Fact.ts"
import type { Bearer } from "../verdict/Subject.ts"
import type { Context } from "../verdict/Verdict.ts"
import { agencyFor, organOn } from "./authorities.ts"
import type { Event, EventOf, EventTag, Kind } from "./Event.ts"
import type { PlanVersion } from "./PlanVersion.ts"
import { rules } from "./register.ts"

type Of<T extends EventTag> = Telling<PlanVersion, EventOf<T>>

/** Who leads the drafting of a plan of each kind. */
const drafters: { readonly [K in Kind]: RoleId } = {
  provincial: "info.provincial",
  local: "info.local",
  departmental: "organ.provincial"
}

/** The organ that leads the drafting. */
const drafter = (p: PlanVersion, { on }: Event, ctx: Context): ReadonlyArray<Bearer> => [
  { role: p.kind === undefined ? "organ.any" : drafters[p.kind], agency: organOn(ctx, p, on) }
]

/** Whoever fills a role for the region of the plan on the day of the act. */
const holding =
  (role: RoleId) =>
  (p: PlanVersion, { on }: Event, ctx: Context): ReadonlyArray<Bearer> => [
    { role, agency: agencyFor(role, p, ctx, on) }
  ]

/** What the authorities of the province and those of an area are told alike. @article 6 @article 8 */
const approved = (
  norms: readonly [provincial: NormId, local: NormId],
  said: (level: "provincial" | "local") => Omit<Telling<PlanVersion, Event>, "norm">
): ReadonlyArray<Telling<PlanVersion, Event>> =>
  (["provincial", "local"] as const).map((level, i) => {
    const { when, ...rest } = said(level)
    return {
      ...rest,
      norm: norms[i === 0 ? 0 : 1],
      when: (p, e, ctx) => p.kind === level && when?.(p, e, ctx) !== false
    }
  })

const review = ["N6.2", "N8.2"] as const
const approval = ["N6.3", "N8.3"] as const

/** What was decided, the organ that leads the drafting is told. */
const decided = { kind: "decision", to: drafter } as const
/** What becomes of a filing. @article 7 */
const filing: Of<EventTag> = { kind: "filing-receipt", norm: "N7.2", to: drafter }
/** That a plan that was filed is no longer what was filed. @article 7 */
const changed: Of<EventTag> = {
  kind: "report",
  norm: "N7.2",
  when: (p, { on }) => p.kind === "departmental" && p.filings.some(({ sent }) => known(sent) && sent.on <= on),
  to: holding("info.provincial")
}

/** What each fact about a plan tells whom. */
export const tellings: Tellings<PlanVersion, Event> = {
  PlanDrafted: "record",
  PlanTakenOver: "record",
  PlanSubmittedForReview: approved(review, (level) => ({ kind: "report", to: holding(`planning.${level}`) })),
  PlanReviewPassed: approved(review, () => decided),
  PlanReviewReturned: approved(review, () => decided),
  PlanSubmittedForApproval: approved(approval, (level) => ({
    kind: "report",
    demanded: level === "provincial" ? "报省人民政府批准" : "报同级人民政府批准",
    to: holding(`government.${level}`)
  })),
  PlanApproved: approved(approval, () => decided),
  PlanNotApproved: approved(approval, () => decided),
  PlanImplemented: "internal",
  PlanAmendmentApproved: approved(approval, () => decided),
  PlanFiled: [
    {
      kind: "report",
      norm: "N7.2",
      demanded: "报省信息化主管部门备案",
      to: (p, e, ctx) =>
        known(e.to) ? [{ role: "info.provincial", agency: e.to }] : holding("info.provincial")(p, e, ctx)
    }
  ],
  PlanFilingRegistered: [filing],
  PlanFilingReturned: [filing],
  PlanRefiled: [{ kind: "report", norm: "N7.2", to: holding("info.provincial") }],
  PlanReplaced: [changed],
  PlanRepealed: [...approved(approval, () => decided), changed],
  PlanWithdrawn: [
    ...approved(review, (level) => ({
      kind: "report",
      when: ({ submissions }) => submissions.length > 0,
      to: holding(`planning.${level}`)
    })),
    ...approved(approval, (level) => ({
      kind: "report",
      when: ({ reports }) => reports.length > 0,
      to: holding(`government.${level}`)
    })),
    changed
  ],
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act on a plan tells what. */
export const addressees = addresseesBy(tellings, rules)
