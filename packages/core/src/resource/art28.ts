import { type Act, known } from "../verdict/Fact.ts"
import { within } from "../verdict/owed.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Note, Ruling } from "../verdict/Verdict.ts"
import { agreementOn, byAnotherChannel } from "./agreement.ts"
import type { SharingRequest } from "./Resource.ts"
import { perSharing } from "./Rule.ts"
import { lastOf } from "./tracks.ts"

type Sharing = Ruling<"Discretionary" | "Qualifies" | "DoesNotQualify" | "Undetermined" | "NotApplicable">

/** What the latest version of a request says, and what the grant adds to it. */
const conditions = (s: SharingRequest, ctx: Context) => {
  const version = lastOf(s.versions, ctx.asOf)
  const granted = known(s.decision) && s.decision.granted ? s.decision : undefined
  const said = granted?.conforms ?? version?.conforms
  const conforms = said === undefined || said === null ? undefined : said === true
  return { channel: version?.channel, needed: known(version?.need), conforms, granted }
}

/** A period for handling is shown, never overdue: nothing in the article makes a grant a duty. */
const handling = (s: SharingRequest, trigger: Act, ctx: Context, region: string | undefined): Partial<Sharing> => {
  const due = within(ctx, "sharing.within", trigger.on, region)
  if (known(s.decision) || due.on === undefined) return { entry: due.entry, note: due.note }
  const over = ctx.asOf > due.on
  return {
    due: due.on,
    entry: due.entry,
    note: over ? "handling-period-over" : undefined,
    stands: over ? undefined : due.on
  }
}

/** 行政机关、企事业单位及其他组织，以及公民个人，因业务需要，依照信息交换协议，可通过省电子政务数据中心共享相关信息资源 */
export const N28_1 = perSharing("N28.1", [], (s, r, ctx): Sharing => {
  const { A28a, A28b } = ctx.profile.readings
  const { channel, conforms, granted, needed } = conditions(s, ctx)
  const decision = known(s.decision) ? s.decision : undefined
  const trigger = known(s.requested) ? s.requested : decision
  if (trigger === undefined || (known(s.withdrawn) && decision === undefined)) return notApplicable
  if (channel === undefined)
    return { ...undetermined("channel", trigger), gate: needed ? (granted ? "unknown" : "met") : "unmet" }
  if (byAnotherChannel(s, ctx.asOf)) {
    if (A28b !== "exclusive" || granted === undefined) return notApplicable
    return {
      ...ruling("Discretionary", trigger, granted, undefined, undefined, undefined, "other-channel"),
      gate: "unmet"
    }
  }
  const day = decision?.on ?? ctx.asOf
  const agreement = agreementOn(s, ctx, day)
  if (agreement.is === false || ctx.inService("data-centre", day) === false) return notApplicable
  const qualifies = needed ? conforms : false
  if (decision !== undefined && granted === undefined) {
    const note = A28a === "right" && qualifies === true ? "eligible-refused" : undefined
    return ruling("Discretionary", trigger, decision, undefined, undefined, undefined, note)
  }
  const more = handling(s, trigger, ctx, r.region)
  const gate =
    granted === undefined ? (needed ? "met" : "unmet") : qualifies === false ? "unmet" : qualifies ? "met" : "unknown"
  if (qualifies === false) {
    const note: Note = needed ? "against-agreement" : "need-missing"
    return { ...ruling("DoesNotQualify", trigger, granted), ...more, note, gate }
  }
  if (agreement.is === undefined)
    return { ...undetermined(agreement.missing, trigger), ...more, gate: granted ? "unknown" : gate }
  if (qualifies === undefined) return { ...undetermined("conforms", trigger), ...more, gate }
  return { ...ruling("Qualifies", trigger, granted), ...more, gate }
})
