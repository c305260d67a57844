/** 报省信息化主管部门备案: when a complete filing reached the authority, under each reading of what filing is (A07a). @article 7 */
import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { received as addressedTo } from "../verdict/addressing.ts"
import { type Act, known } from "../verdict/Fact.ts"
import type { Received } from "../verdict/Received.ts"
import { earliest, laterOf } from "../verdict/recurring.ts"
import type { Context, Note } from "../verdict/Verdict.ts"
import { fills } from "./authorities.ts"
import { type Filing, firstOf, type PlanVersion } from "./PlanVersion.ts"
import { silent, type View } from "./Rule.ts"

type Filed = View<"filings">
type Where = Pick<PlanVersion, "region">

/** What one filing came to: the act by which it counts, on the day from which it does; or why it does not; or what is not known of it. */
interface Reached {
  readonly act?: Act | undefined
  readonly note?: Note | undefined
  readonly doubt?: string
}

const authority = (ctx: Context, act: Act, p: Where): boolean | undefined =>
  fills(ctx, act.by, "info.provincial", p, act.on)

/** The first registration by the authority, with what is not known of those before it. */
const registration = ({ registered }: Filing, p: Where, ctx: Context): Reached => {
  let doubt: string | undefined
  for (const act of registered) {
    const by = authority(ctx, act, p)
    if (by === true) return { act }
    if (by === undefined) doubt = "filing.to"
  }
  return doubt === undefined ? {} : { doubt }
}

/** Whether the authority sent a filing back for formal parts that it lacks; a return that names none is a refusal on the merits. */
const incomplete = (
  { returned }: Filing,
  p: Where,
  ctx: Context
): { readonly is: boolean | string; readonly merits: boolean } => {
  let doubt: string | undefined
  let lacks = false
  let merits = false
  for (const act of returned) {
    const by = authority(ctx, act, p)
    if (by === false) continue
    if (act.lacking !== undefined && (!known(act.lacking) || act.lacking.length === 0)) merits = true
    else if (act.lacking === undefined) doubt = "lacking"
    else if (by === undefined) doubt = "filing.to"
    else lacks = true
  }
  return { is: lacks || (doubt ?? false), merits }
}

/** The day on which the papers of a filing reached the authority, complete: shown by its receipt, by proof of delivery, or by their registration. */
const arrived = (filing: Filing, p: Where, ctx: Context): Reached => {
  const shown = registration(filing, p, ctx)
  const { act: registered } = shown
  const { sent } = filing
  if (!known(sent)) return shown
  const back = incomplete(filing, p, ctx)
  if (back.is !== false) {
    if (registered !== undefined) return shown
    return back.is === true ? { note: "filing-incomplete" } : { doubt: back.is }
  }
  const to = fills(ctx, sent.to, "info.provincial", p, sent.on)
  const addressed = addressedTo(to, sent.to, "info.provincial", sent.on, ctx)
  if (registered === undefined && to === false && addressed !== true) return { note: addressed }
  if (registered === undefined && to === undefined)
    return { doubt: "filing.to", note: addressed === true ? undefined : addressed }
  const note = back.merits ? ({ note: "refused-on-merits" } as const) : {}
  const { received } = sent
  if (received === undefined) return { act: registered, doubt: "received", ...note }
  if (!known(received)) return registered === undefined ? { note: "not-received" } : { act: registered, ...note }
  // Nothing arrives before it was sent.
  const arrival: Act = { ...sent, on: laterOf(sent.on, received) }
  return { act: firstOf(arrival, registered), ...note }
}

/** What a filing came to, under the chosen reading. */
const reached = (filing: Filing, p: Where, ctx: Context): Reached => {
  if (ctx.profile.readings.A07a === "notify") return arrived(filing, p, ctx)
  const registered = registration(filing, p, ctx)
  const { is, merits } = incomplete(filing, p, ctx)
  if (registered.act !== undefined || registered.doubt !== undefined) return registered
  const refused = ctx.profile.readings.A07a === "approve" ? "filing-refused" : "refused-on-merits"
  const note: Note = merits ? refused : is === true ? "filing-incomplete" : "not-registered"
  return known(filing.sent) ? { note } : {}
}

/** The filing of a plan as far as it got by an act or by the day asked, and from when on it will read otherwise if nobody acts. */
export type FiledBy = Received & {
  /** The last day before papers that are under way arrive. */
  readonly stands: CivilDate | undefined
}

/** The first filing that counts, up to an act. */
export const filedBy = (p: Filed, ctx: Context, until: Act | undefined): FiledBy => {
  const last = until?.on ?? ctx.asOf
  let first: Act | undefined
  let beside: Note | undefined
  let doubt: string | undefined
  let note: Note | undefined
  let stands: CivilDate | undefined
  for (const filing of p.filings) {
    if (known(filing.sent) && filing.sent.on > last) continue
    const one = reached(filing, p, ctx)
    if (one.act === undefined) note ??= one.note
    doubt ??= one.doubt
    if (one.act === undefined) continue
    if (one.act.on > ctx.asOf) stands = earliest(stands, addDays(one.act.on, -1))
    if (one.act.on > last) continue
    if (first === undefined || one.act.on < first.on) [first, beside] = [one.act, one.note]
  }
  if (first !== undefined) return { act: first, doubt, note: beside, stands }
  if (doubt !== undefined) return { act: undefined, doubt, note, stands }
  return silent(p, "filing") === null
    ? { act: null, doubt, note, stands }
    : { act: undefined, doubt: "filing", note, stands }
}
