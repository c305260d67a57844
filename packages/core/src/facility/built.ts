/** That the province builds a facility, and serves with it: what the sentences of arts 17 and 25 share. */

import type { Text } from "../regulation/Text.ts"
import type { FacilityNorm } from "../subjects.ts"
import { silence } from "../verdict/Coverage.ts"
import { known, latest } from "../verdict/Fact.ts"
import { type Judgement as Judged, judgement } from "../verdict/Rule.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Note, Ruling } from "../verdict/Verdict.ts"
import { type Facility, province } from "./Facility.ts"
import { type FacilityRule, perFacility } from "./Rule.ts"
import { serviceOn } from "./service.ts"

type Kinds = ReadonlyArray<Exclude<Facility["kind"], undefined>>

/** In service on the day asked: as provided. Not in service: owed on no day, and never a breach, since no sentence dates it. */
export const built = <N extends FacilityNorm>(norm: N, kinds: Kinds): FacilityRule<N> =>
  perFacility(norm, kinds, ["coverage", "planned", "service"], (x, ctx) => {
    const { running, since, until } = serviceOn(x, ctx.asOf)
    if (running === undefined) return undetermined("service", undefined, undefined, until)
    const status = running ? "Fulfilled" : "DueUnspecified"
    return ruling(status, undefined, running ? since : undefined, undefined, undefined, undefined, undefined, until)
  })

/** Whether an access request is known to have no answer. */
const unanswered = ({ coverage, requests }: Pick<Facility, "coverage" | "requests">): boolean =>
  requests.some(
    ({ answered, asked }) => known(asked) && !known(answered) && silence(coverage, "access", asked.on) === null
  )

type Serving = Pick<Facility, "coverage" | "judgements" | "planned" | "requests" | "service">

/** What a person judged of the service of a facility; whoever inspects may judge (art. 35). The latest judgement speaks of the day asked. */
const served = (
  norm: FacilityNorm,
  x: Serving,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  const { running, since, until } = serviceOn(x, ctx.asOf)
  if (running === false) return notApplicable
  const judged = latest(
    x.judgements.filter(
      ({ by, instance, norm: of, on }) =>
        of === norm &&
        instance === "" &&
        (by === undefined || ctx.directory.holds(by, "supervision.any", province, on) !== false)
    )
  )
  const note: Note = unanswered(x) ? "access-unanswered" : judged === undefined ? "declared-judgement" : "judged"
  if (judged === undefined) return { ...undetermined("judgement", undefined, note, until), act: since }
  const status = judged.outcome === "fulfilled" ? "Fulfilled" : "Breached"
  return ruling(status, undefined, judged, undefined, undefined, undefined, note, until)
}

/** How the province serves with a facility is for a person to judge; what is known not to be in service serves nobody. */
export const serving = <N extends FacilityNorm>(norm: N, kinds: Kinds, because: Text): Judged<Facility, N> =>
  judgement(
    perFacility(norm, kinds, ["coverage", "judgements", "planned", "requests", "service"], (x, ctx) =>
      served(norm, x, ctx)
    ),
    because
  )
