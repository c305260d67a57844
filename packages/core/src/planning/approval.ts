/** 报…人民政府批准后实施: what arts 6 and 8 share of the approval and of what follows it. */
import { type Act, known } from "../verdict/Fact.ts"
import type { Owed } from "../verdict/owed.ts"
import { firstReceived, owedOf, type Received } from "../verdict/Received.ts"
import { breached, fulfilled, notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Context, Gate, Ruling } from "../verdict/Verdict.ts"
import { fills } from "./authorities.ts"
import { givenUp } from "./made.ts"
import type { Superseded } from "./PlanVersion.ts"
import { silent, triggerOf, type View } from "./Rule.ts"

/** The slices that the approval is read from. */
export const approvalSlices = ["decisions", "implemented", "superseded", "withdrawn", "repealed"] as const
type Approved = View<(typeof approvalSlices)[number]>
/** The government that approves: of the province, or of the plan's own level and region. */
export type Approver = "government.provincial" | "government.local"

/** The first approval that counts, of those up to an act. */
export const approvedBy = (
  p: View<"decisions">,
  role: Approver,
  ctx: Pick<Context, "directory">,
  until: Act | undefined
): Received =>
  firstReceived(
    p.decisions.filter((d) => d.approved && (until === undefined || d.on <= until.on)),
    silent(p, "approval"),
    "approval",
    (d) => {
      const answer = fills(ctx, d.by, role, p, d.on)
      return answer === false ? "other-body" : answer
    }
  )

/** Whether a plan was approved by the government that has to approve it, not later than it was put into force. */
export const approved = (role: Approver, p: Approved, ctx: Context, begun: Act): Ruling<Owed> => {
  const { implemented } = p
  const over = known(implemented) ? implemented : undefined
  const trigger = triggerOf(begun, over ?? givenUp(p))
  const approval = approvedBy(p, role, ctx, over)
  const { act, doubt, note } = approval
  if (over !== undefined) {
    const ruled = known(act)
      ? fulfilled(trigger, act)
      : act === undefined
        ? undetermined(doubt, over)
        : breached(trigger, over, note)
    return { ...ruled, gate: gateOf(ruled, over, p) }
  }
  if (act !== undefined && silent(p, "force") === undefined) return undetermined("implementation", trigger)
  if (known(act)) return fulfilled(trigger, act)
  const ruled = owedOf(ctx, trigger, approval, { undated: "Pending" }, givenUp(p))
  return note === undefined || ruled.status !== "Pending" ? ruled : { ...ruled, gate: "unmet" }
}

/** That a plan in force was not approved bars no new version from taking its place. */
const gateOf = ({ status }: Ruling<Owed>, implemented: Act, { superseded }: Approved): Gate | undefined =>
  status !== "Fulfilled" && known(superseded) && superseded.on > implemented.on ? "met" : undefined

/**
 * What takes the place of a plan: a new version, reviewed and approved, that is put into force that day. It bars the step and blames nobody
 * in this case; whether the new version was made as provided is a matter of its own. An approval that the plans brought do not speak of is
 * taken to be there.
 */
export const replaced = (
  p: Approved,
  ctx: Context
): { readonly instance: string; readonly r: Ruling<Owed> } | undefined => {
  const { superseded } = p
  if (!known(superseded) || superseded.kind !== "PlanAmendmentApproved") return undefined
  const gate = versionGate(superseded, p, ctx)
  return gate === "met"
    ? undefined
    : { instance: `replacement/${superseded.ref}`, r: { ...notApplicable, trigger: superseded, gate } }
}

const versionGate = ({ on, version }: Superseded, p: Approved, ctx: Context): Gate => {
  const plans = ctx.plansInForce(p.region, p.organ, on)
  if (plans === undefined || version === undefined) return "unknown"
  return plans.some(({ approved, id }) => id === version && approved !== false) ? "met" : "unmet"
}
