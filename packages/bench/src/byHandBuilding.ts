/**
 * What arts 14, 18, 19 and 26 say about one project, in one function, as a good programmer would write it who knows that the record is
 * complete and says who acted, that nobody took anybody's place, that everything happened under the Measures, and that every open question
 * is read as by default. The same verdict objects in the same order as the library's.
 */
import type { AcceptanceRequest, Context, Project, Scheme, Verdict } from "@banfa/core/project"
import { type Act, decidedIn, said, verdict } from "./byHand.ts"

const byOrder = (a: { readonly order: string }, b: { readonly order: string }): number => (a.order < b.order ? -1 : 1)

/** The verdicts of arts 14, 18, 19 and 26. */
export const buildingByHand = (p: Project, ctx: Context): Array<Verdict> => {
  const { acceptances, applications, assessments, id, organ, region, retired } = p
  const { directory } = ctx
  const n141: Array<Verdict> = []
  const n181: Array<Verdict> = []
  const n191: Array<Verdict> = []

  const open = (
    norm: Verdict["norm"],
    instance: string,
    trigger: Act,
    missing: string,
    note?: Verdict["note"]
  ): Verdict => verdict(norm, id, instance, "Undetermined", trigger, undefined, note, missing)

  const placed = (
    instance: string,
    trigger: Act,
    schemes: ReadonlyArray<Scheme>,
    networks: ReadonlyArray<Scheme | AcceptanceRequest>,
    on: Act["on"]
  ): Verdict | undefined => {
    const dept = schemes.findLast((s) => s.crossDept !== undefined)?.crossDept
    const area = schemes.findLast((s) => s.crossRegion !== undefined)?.crossRegion
    if (dept !== true && area !== true)
      return dept === undefined || area === undefined ? open("N18.1", instance, trigger, "reach") : undefined
    const stands = networks.findLast((n) => n.network !== undefined)
    if (stands === undefined || !said(stands.network)) return open("N18.1", instance, trigger, "network")
    if (stands.network === "unified-platform") return verdict("N18.1", id, instance, "Fulfilled", trigger, stands)
    if (ctx.inService("network-platform", on) === false)
      return { ...open("N18.1", instance, trigger, "platform", "platform-unavailable"), act: stands }
    return verdict("N18.1", id, instance, "Breached", trigger, stands)
  }

  for (const a of applications) {
    const { applied, decision, instance, schemes } = a
    if (!said(decision) || !decision.approved) continue
    const trigger = said(applied) ? applied : decision
    const where = decidedIn(a, p, ctx)
    const plans = ctx.plansInForce(region, organ, decision.on)
    if (plans?.length === 0) n141.push(open("N14.1", instance, trigger, "plansInForce", "no-yardstick"))
    else {
      let found: Verdict = open("N14.1", instance, trigger, "planConformity")
      const results = assessments
        .flatMap(({ issued, planned, superseded }) =>
          said(issued) &&
          issued.on <= decision.on &&
          !(said(superseded) && superseded.on < decision.on) &&
          said(planned) &&
          planned.application === a.id &&
          planned.by !== undefined &&
          where !== undefined &&
          directory.holds(planned.by, "info.any", where, planned.on) === true
            ? [issued]
            : []
        )
        .sort((x, y) => (x.on < y.on ? -1 : 1))
      for (const issued of results) {
        const { against, planConformity } = issued
        const counts = against === undefined || (said(against) && plans?.some((plan) => against.includes(plan.id)))
        if (!counts || planConformity === null || planConformity === "n/a") continue
        if (planConformity === undefined) found = { ...open("N14.1", instance, trigger, "planConformity"), act: issued }
        else {
          const status = planConformity === "pass" ? "Fulfilled" : "Breached"
          found = verdict("N14.1", id, instance, status, trigger, issued)
        }
      }
      n141.push(found)
    }
    const planned = schemes.filter((s) => s.on <= decision.on).sort(byOrder)
    const stands = placed(instance, trigger, planned, planned, decision.on)
    if (stands !== undefined) n181.push(stands)
  }

  const secured = (
    instance: string,
    trigger: Act,
    requests: ReadonlyArray<AcceptanceRequest>,
    on: Act["on"]
  ): Verdict => {
    const versions = ctx.instrumentsInForce("security-norms", on)
    if (versions === undefined) return open("N19.1", instance, trigger, "securityNorms")
    if (versions.length === 0) return open("N19.1", instance, trigger, "securityNorms", "no-yardstick")
    let found: Verdict = open("N19.1", instance, trigger, "securityCheck")
    for (const request of requests) {
      const { against, security } = request
      if (security === undefined) found = { ...open("N19.1", instance, trigger, "securityCheck"), act: request }
      else if (said(against) && said(security) && versions.every(({ id: version }) => against.includes(version)))
        found = verdict("N19.1", id, instance, security === "pass" ? "Fulfilled" : "Breached", trigger, request)
    }
    return found
  }

  const requests = acceptances.flatMap(({ applied }) => (said(applied) ? [applied] : [])).sort(byOrder)
  for (const { applied, decision, instance } of acceptances) {
    if (!said(applied)) continue
    const last = said(decision) ? decision.on : applied.on
    const schemes = applications
      .filter((a) => said(a.decision) && a.decision.approved && a.decision.on <= last)
      .flatMap((a) => a.schemes)
      .sort(byOrder)
    const told = (on: Act["on"]): ReadonlyArray<AcceptanceRequest> =>
      requests.filter((r) => r.on <= on && r.order <= applied.order)
    const days = [...new Set([...told(last).map(({ on }) => on), last])]
    for (const [list, says] of [
      [n181, (on: Act["on"]) => placed(instance, applied, schemes, told(on), on)],
      [n191, (on: Act["on"]) => secured(instance, applied, told(on), on)]
    ] as const) {
      const intervals: Array<NonNullable<Verdict["intervals"]>[number]> = []
      let wrong: { readonly from: Act["on"]; readonly v: Verdict } | undefined
      for (const on of days) {
        const v = says(on)
        if (v?.status === "Breached") wrong ??= { from: on, v }
        else if (wrong !== undefined) {
          intervals.push({ status: "Breached", from: wrong.from, until: on, act: wrong.v.act })
          wrong = undefined
        }
      }
      const now = says(last)
      if (now !== undefined) list.push(intervals.length === 0 ? now : { ...now, intervals })
    }
  }

  const out = n141.concat(n181, n191)
  if (!said(retired) || ctx.instrumentsInForce("exchange-catalogue", retired.on)?.length === 0) return out
  const { interfaces } = retired
  if (interfaces !== undefined && !(said(interfaces) && interfaces.length > 0)) return out
  if (ctx.inService("data-centre", retired.on) === false) out.push(open("N26.1", "", retired, "dataCentre"))
  else if (interfaces === undefined) out.push(open("N26.1", "", retired, "interfaces"))
  else out.push(verdict("N26.1", id, "", "Breached", retired, retired))
  return out
}
