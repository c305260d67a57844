/** What a lawful example of an act says in the case of a plan: one place for next acts and for ways. @article 6 @article 7 @article 8 */
import type { Templates } from "../path/Course.ts"
import { unstated } from "../path/lacks.ts"
import { known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import { agencyFor } from "./authorities.ts"
import type { Event } from "./Event.ts"
import { ofCity } from "./following.ts"
import type { PlanVersion } from "./PlanVersion.ts"

/** Where provincial plans and those of provincial organs belong. */
const province = "440000"

/** The plans that a plan has to rest on, as far as anybody knows them: the provincial one, of a county or district that of its city too. */
const resting = (p: PlanVersion, ctx: Context): { readonly plans?: ReadonlyArray<string> } => {
  const provincial = ctx.plansInForce(p.region, p.organ, ctx.asOf)?.filter(({ kind }) => kind === "provincial")
  const city = ofCity(p, ctx, ctx.asOf)
  return provincial === undefined || city === undefined
    ? {}
    : { plans: [...new Set([...provincial, ...city].map(({ id }) => id))] }
}

/** The plan of the same kind that is to take the place of this one. */
const version = (p: PlanVersion, ctx: Context): string =>
  ctx.plansInForce(p.region, p.organ, ctx.asOf)?.find(({ id, kind }) => kind === p.kind && id !== p.id)?.id ?? unstated

/** The filings that are not answered yet. */
const pending = ({ filings }: PlanVersion): ReadonlyArray<{ readonly filing: string }> =>
  filings
    .filter(({ registered, returned, sent }) => known(sent) && registered.length + returned.length === 0)
    .map(({ id }) => ({ filing: id }))

/** What the acts on a plan say. */
export const templates: Templates<PlanVersion, Event> = {
  PlanDrafted: () => [
    { kind: "provincial", region: province, organ: unstated },
    { kind: "local", region: unstated, organ: unstated },
    { kind: "departmental", region: province, organ: unstated }
  ],
  PlanSubmittedForReview: (p, ctx) => [
    {
      ...(p.kind === "local"
        ? resting(p, ctx)
        : { grounds: ["national-overall-plan", "provincial-conditions"], plans: "n/a" }),
      coDrafters: [unstated],
      signed: [unstated]
    }
  ],
  PlanAmendmentApproved: (p, ctx) => [{ version: version(p, ctx) }],
  PlanFiled: (p, ctx) => {
    const to = agencyFor("info.provincial", p, ctx, ctx.asOf)
    return [{ filing: unstated, received: ctx.asOf, to, ...resting(p, ctx) }]
  },
  PlanFilingRegistered: pending,
  PlanFilingReturned: (p) => pending(p).map((filing) => ({ ...filing, lacking: [unstated] })),
  PlanReplaced: (p, ctx) => [{ version: version(p, ctx) }]
}
