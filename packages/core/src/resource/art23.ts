import { silence } from "../verdict/Coverage.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { within } from "../verdict/owed.ts"
import { firstReceived, owedOf, type Received } from "../verdict/Received.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Context } from "../verdict/Verdict.ts"
import { agreementOn, byAnotherChannel } from "./agreement.ts"
import { ofOrgan } from "./authorities.ts"
import { listedOn, providedOn } from "./listing.ts"
import { once, perSharing, type ResourceRule, type View } from "./Rule.ts"
import { bothOf, end, inOrder, laterOf, oneOf, production, sinceWhen, tagOn } from "./tracks.ts"

/** Whether a resource is one that art. 23 wants integrated, as far as its tags say (A23). */
const related = (r: View<"classifications">, ctx: Context, on = ctx.asOf): boolean | undefined => {
  const of = ctx.profile.readings.A23 === "both" ? bothOf : oneOf
  return of(tagOn(r, "licensing", on), tagOn(r, "collaborative", on))
}

/** What was integrated by the organ: any integration or interface that it recorded, or a listed resource that can be exchanged (A23b). */
const integrated = (r: View<"integrations" | "interfaces" | "listings">, ctx: Context): Received => {
  const silent = silence(r.coverage, "integration", production(r)?.on)
  if (ctx.profile.readings.A23b === "catalogue") {
    const listed = listedOn(r, ctx, ctx.asOf)
    const provided = providedOn(r, ctx.asOf)
    const stands =
      provided === undefined ? (silence(r.coverage, "interface", undefined) === null ? false : undefined) : provided.to
    const exchangeable = bothOf(listed.is, stands)
    const missing = listed.is === undefined ? listed.missing : "interface"
    if (exchangeable === undefined) return { act: undefined, doubt: missing, note: undefined }
    const both = exchangeable ? laterOf(listed.since, provided) : undefined
    return { act: both ?? null, doubt: undefined, note: undefined }
  }
  const interfaces = r.interfaces.filter(({ to }) => to)
  const records = inOrder([...r.integrations, ...interfaces])
  return firstReceived(records, silent, "integration", ({ by, on }) => {
    const own = ofOrgan(ctx, r, by, on)
    return own === false ? "other-body" : own
  })
}

/** 根据政务公开和政府内部信息共享的要求，行政机关凡是与行政许可和政府协同办公相关的信息资源，必须进行整合 */
export const N23_1 = once("N23.1", ["classifications", "integrations", "interfaces", "listings"], (r, ctx) => {
  const applies = related(r, ctx)
  if (applies === undefined)
    return undetermined(tagOn(r, "licensing", ctx.asOf) === undefined ? "licensing" : "collaborative")
  const trigger: Act | undefined = sinceWhen(r.classifications, ctx.asOf, (on) => related(r, ctx, on) === true)
  if (!applies || trigger === undefined) return notApplicable
  const due = within(ctx, "integration.within", trigger.on, r.region)
  return owedOf(ctx, trigger, integrated(r, ctx), due, end(r))
})

/**
 * 省信息化主管部门依据此要求会同相关部门共同制定省电子政务基础信息交换目录
 *
 * Whether the catalogue was made as art. 23 says is judged of the catalogue. Here only what a step in or out of it asks: that there is one.
 */
export const catalogued: ResourceRule<"N23.2"> = once("N23.2", ["listings"], (r, ctx) => {
  const step = r.listings.at(-1)
  if (step === undefined) return notApplicable
  if (known(r.retired) && step.to && step.on <= r.retired.on)
    return { ...notApplicable, trigger: step, act: r.retired, gate: "unmet" }
  if (step.kind === "ResourceLeftUnlisted") return notApplicable
  const versions = ctx.instrumentsInForce("exchange-catalogue", step.on)
  if (versions === undefined) return { ...undetermined("exchangeCatalogue", step), gate: "unknown" }
  const of = step.catalogue
  const met = versions.length > 0 && (!known(of) || versions.some(({ id }) => id === of))
  return met ? notApplicable : { ...notApplicable, trigger: step, gate: "unmet" }
})

/**
 * 信息交换协议
 *
 * Whether the agreement was made as art. 23 says is judged of the agreement. Here only what a grant asks: that one is in force (A28c). Art. 28
 * asks for it of sharing through the data centre (依照信息交换协议，可通过省电子政务数据中心共享); of another channel it says nothing.
 */
export const agreed: ResourceRule<"N23.3"> = perSharing("N23.3", [], (s, _, ctx) => {
  const { decision } = s
  if (!known(decision) || !decision.granted || byAnotherChannel(s, decision.on)) return notApplicable
  const agreement = agreementOn(s, ctx, decision.on)
  if (agreement.is === true) return notApplicable
  return agreement.is === false
    ? { ...notApplicable, trigger: decision, gate: "unmet" }
    : { ...undetermined(agreement.missing, decision), gate: "unknown" }
})
