import type { CivilDate } from "../civil/CivilDate.ts"
import { fixedBy } from "../profile/Parameter.ts"
import { recorded, silence } from "../verdict/Coverage.ts"
import { decisionsOn } from "../verdict/decisions.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { within } from "../verdict/owed.ts"
import { firstReceived, owedOf } from "../verdict/Received.ts"
import { commencement } from "../verdict/Rule.ts"
import { breached, fulfilled, notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import { sinceCommencement, spells, withSpells } from "../verdict/spells.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { RecordSlice } from "./Event.ts"
import type { Fee, InternalSharing, Opening, SharingRequest } from "./Resource.ts"
import { both, once, perSharing, type View } from "./Rule.ts"
import { beginning, bothOf, disclosableOn, end, inOrder, isOver, isToCome, lastOf, production } from "./tracks.ts"

const toPublic = ({ audience }: Opening): boolean | undefined =>
  audience === undefined ? undefined : audience === "public" || audience === "both"

const inGovernment = ({ audience }: Opening): boolean => audience === "government" || audience === "both"

/** Whether an opening published the information electronically to the public; `undefined` where that is not stated. */
const published = (o: Opening): boolean | undefined => {
  const open = toPublic(o)
  if (open === false || o.electronic === false || o.electronic === null || o.electronic === "n/a") return false
  return open === undefined || o.electronic === undefined ? undefined : true
}

/** Whether the information was produced before the Measures took force: then they are not about it. @article 36 */
const isEarlier = (r: View<"classifications">): boolean => {
  const origin = production(r) ?? r.classifications[0]
  return origin !== undefined && origin.on < commencement
}

/** The days on which information was withheld without what A22a asks for. */
const withheldWrongly = (
  r: View<"classifications">,
  ctx: Context,
  on: CivilDate
): { readonly act: Act } | undefined => {
  const tagged = disclosableOn(r, on)
  if (tagged === undefined || tagged.is || isOver(r, on) || isToCome(r, on) || isEarlier(r)) return undefined
  return tagged.ground !== false && ctx.profile.readings.A22a === "ground" ? undefined : { act: tagged.since }
}

/** The first publication to the public by electronic means, and whether a doubtful one came before it. */
const publication = (r: View<"openings">, since: CivilDate | undefined) =>
  firstReceived(
    r.openings.filter((o) => published(o) !== false),
    silence(r.coverage, "publication", since),
    "publication",
    (o) => (published(o) === true ? true : undefined)
  )

const disclosed = (
  r: View<"classifications" | "openings">,
  ctx: Context
): Ruling<
  | "Pending"
  | "DueUnspecified"
  | "Overdue"
  | "Fulfilled"
  | "FulfilledLate"
  | "Breached"
  | "Undetermined"
  | "NotApplicable"
> => {
  if (isToCome(r, ctx.asOf) || isEarlier(r)) return notApplicable
  const tagged = disclosableOn(r, ctx.asOf)
  if (tagged === undefined)
    return isOver(r, ctx.asOf) ? notApplicable : undetermined("disclosable", beginning(r, ctx.asOf))
  if (!tagged.is) {
    const wrong = withheldWrongly(r, ctx, ctx.asOf)
    if (wrong !== undefined)
      return breached(tagged.since, wrong.act, tagged.ground === false ? "reason-missing" : undefined)
    if (tagged.ground === undefined && !isOver(r, ctx.asOf)) return undetermined("disclosable.ground", tagged.since)
    const contrary = lastOf(r.openings, ctx.asOf)
    const open = contrary !== undefined && toPublic(contrary) === true && disclosableOn(r, contrary.on)?.is === false
    return open
      ? { ...notApplicable, trigger: tagged.since, act: contrary, note: "withheld-published", gate: "unmet" }
      : notApplicable
  }
  const produced = production(r)
  const trigger = tagged.before ? tagged.since : (produced ?? beginning(r, ctx.asOf) ?? tagged.since)
  const received = { ...publication(r, produced?.on), note: undefined }
  const due = within(ctx, "publication.within", trigger.on, r.region)
  const dateless = tagged.before || produced !== undefined ? undefined : fixedBy(ctx, "publication.within", r.region)
  if (dateless !== undefined) return { ...undetermined("produced", trigger), entry: due.entry ?? dateless }
  return owedOf(ctx, trigger, received, due, end(r))
}

/** 行政机关在其执行政府行政职能过程中产生的政务信息，应当以电子化形式向社会公开 */
export const N22_1 = once("N22.1", ["classifications", "openings"], (r, ctx) => {
  const days = r.classifications.map(({ on }) => on)
  if (known(r.retired)) days.push(r.retired.on)
  if (known(r.produced)) days.push(r.produced)
  return withSpells(
    disclosed(r, ctx),
    spells(days, ctx.asOf, (on) => withheldWrongly(r, ctx, on))
  )
})

/** What was confirmed to be false and was not put right by a day. */
const falseOn = (r: View<"falsities">, on: CivilDate): Act | undefined => {
  if (isOver(r, on)) return undefined
  let open: Act | undefined
  for (const { corrected, found } of r.falsities) {
    if (!known(found) || found.on > on || (known(corrected) && corrected.on >= found.on && corrected.on <= on)) continue
    if (open === undefined || found.on < open.on) open = found
  }
  return open
}

/** 保证信息的真实性 */
export const N22_2 = once("N22.2", ["checks", "falsities"], (r, ctx) => {
  const state = (): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
    if (isOver(r, ctx.asOf)) return notApplicable
    const open = falseOn(r, ctx.asOf)
    if (open !== undefined) return { ...breached(open, open), trigger: sinceCommencement(open) }
    let check: Act | undefined = r.checks.at(-1)
    for (const { corrected, found } of r.falsities) {
      if (known(found) && known(corrected) && (check === undefined || corrected.on > check.on)) check = corrected
    }
    return check === undefined
      ? undetermined("verification", sinceCommencement(beginning(r, ctx.asOf)))
      : { ...fulfilled(check, check), trigger: sinceCommencement(check) }
  }
  const days = r.falsities.flatMap(({ corrected, found }) =>
    [found, corrected].flatMap((act) => (known(act) ? [act.on] : []))
  )
  const all = known(r.retired) ? [...days, r.retired.on] : days
  const earlier = spells(all, ctx.asOf, (on) => {
    const act = falseOn(r, on)
    return act && { act }
  })
  return withSpells(state(), earlier)
})

/** Whether the resource is shared inside government on a day: stated so, opened so, or granted to an organ. */
const internalOn = (
  r: View<"internal" | "openings" | "sharings">,
  on: CivilDate
): { readonly is: "shared" | "grounded" | "neither"; readonly act: Act } | undefined => {
  let answer: ReturnType<typeof internalOn>
  for (const turn of inOrder<Opening | InternalSharing>([...r.internal, ...r.openings])) {
    if (turn.on > on) break
    if ("audience" in turn) {
      if (inGovernment(turn)) answer = { is: "shared", act: turn }
    } else if (turn.shared === true) answer = { is: "shared", act: turn }
    else if (known(turn.ground)) answer = { is: "grounded", act: turn }
    else if (turn.shared !== undefined) answer = { is: "neither", act: turn }
  }
  if (answer?.is === "shared") return answer
  for (const sharing of r.sharings) {
    const { ended, requested } = sharing
    const granted = decisionsOn(sharing).find((decision) => decision.granted && decision.on <= on)
    if (granted === undefined || (known(ended) && ended.on <= on)) continue
    if (known(requested) && requested.applicant === "organ") return { is: "shared", act: granted }
  }
  return answer
}

/** 对不能对外公开的信息，也要尽可能在政府内部实现信息共享 */
export const N22_3 = once("N22.3", ["classifications", "internal", "openings", "sharings"], (r, ctx) => {
  if (isOver(r, ctx.asOf)) return notApplicable
  const tagged = disclosableOn(r, ctx.asOf)
  if (tagged === undefined) return undetermined("disclosable", sinceCommencement(beginning(r, ctx.asOf)))
  if (tagged.is) return notApplicable
  const trigger = tagged.since
  const sharing = internalOn(r, ctx.asOf)
  if (sharing === undefined) return undetermined("internalSharing", trigger)
  if (sharing.is !== "neither") return fulfilled(trigger, sharing.act)
  return ruling("DueUnspecified", trigger, sharing.act, undefined, undefined, undefined, "reason-missing")
})

interface Charge extends Act {
  readonly amount?: Fee["amount"]
  readonly ground?: Fee["ground"]
  readonly legalBasis?: Fee["legalBasis"]
}

const not = (holds: boolean | undefined): boolean | undefined => (holds === undefined ? undefined : !holds)

const free = ({ amount }: Charge): boolean | undefined =>
  amount === undefined ? undefined : !known(amount) || amount === "0.00"

/** The record of a charge, whose silence says that nothing is charged on a ground only where it is complete. */
interface Charging {
  readonly slice: RecordSlice
  readonly coverage: View["coverage"]
}

/** Whether a ground and a legal basis of a charge are on record; `undefined` where that is not stated and the record may be incomplete. */
const grounded = ({ ground, legalBasis, on }: Charge, { coverage, slice }: Charging): boolean | undefined =>
  [ground, legalBasis]
    .map((one) => recorded(one, coverage, slice, on))
    .map((one) => (one === undefined ? undefined : known(one)))
    .reduce(bothOf)

/** Whether a charge has nothing that makes an exception of it (A22b). */
const charged = (fee: Charge, of: Charging, ctx: Context): boolean | undefined => {
  if (ctx.profile.readings.A22b === "never") return not(free(fee))
  return bothOf(not(free(fee)), not(grounded(fee, of)))
}

const feeRuling = (
  fee: Charge | undefined,
  trigger: Act | undefined,
  of: Charging,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "PresumptionDefeated" | "Undetermined"> => {
  if (fee === undefined || free(fee) === undefined) return undetermined("fee", trigger)
  if (free(fee) === true) return ruling("Fulfilled", trigger, fee)
  const wrong = charged(fee, of, ctx)
  if (wrong === undefined) return { ...undetermined("fee", trigger), act: fee }
  if (!wrong) return ruling("PresumptionDefeated", trigger, fee)
  const note = grounded(fee, of) === false ? "reason-missing" : undefined
  return ruling("Breached", trigger, fee, undefined, undefined, undefined, note)
}

/** The first disclosure or sharing of the resource. */
const firstOpened = ({ openings, internal }: View<"internal" | "openings">): Act | undefined =>
  inOrder([...openings, ...internal.filter(({ shared }) => shared === true)])[0]

const generally = once("N22.4", ["fees", "internal", "openings"], (r, ctx) => {
  const opened = firstOpened(r)
  const of = { slice: "publication", coverage: r.coverage } as const
  const state = (): Ruling<"Fulfilled" | "Breached" | "PresumptionDefeated" | "Undetermined" | "NotApplicable"> => {
    if (isOver(r, ctx.asOf)) return notApplicable
    const fee = lastOf(r.fees, ctx.asOf)
    if (opened === undefined && fee === undefined) {
      return silence(r.coverage, "publication", production(r)?.on) === null
        ? notApplicable
        : undetermined("publication")
    }
    return feeRuling(fee, sinceCommencement(opened ?? fee), of, ctx)
  }
  const days = [...r.fees.map(({ on }) => on), ...(known(r.retired) ? [r.retired.on] : [])]
  const earlier = spells(days, ctx.asOf, (on) => {
    const fee = lastOf(r.fees, on)
    return fee !== undefined && !isOver(r, on) && charged(fee, of, ctx) === true ? { act: fee } : undefined
  })
  return withSpells(state(), earlier)
})

const ofGrant = ({
  decision,
  requested
}: SharingRequest): { readonly fee: Charge; readonly trigger: Act } | undefined =>
  known(decision) && decision.granted ? { fee: decision, trigger: known(requested) ? requested : decision } : undefined

/** 政府公开和共享的信息，原则上不得收费 */
export const N22_4 = both(
  generally,
  perSharing("N22.4", [], (s, { coverage }, ctx) => {
    const granted = ofGrant(s)
    if (granted === undefined) return notApplicable
    return feeRuling(granted.fee, granted.trigger, { slice: "sharingRequest", coverage }, ctx)
  })
)
