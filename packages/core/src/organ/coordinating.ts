/** What an informatization authority does for the construction of others, as its record shows it: arts 3 and 4 share this. */
import { jointly } from "../agency/jointly.ts"
import { levelOf } from "../agency/Region.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { Text } from "../regulation/Text.ts"
import { known } from "../verdict/Fact.ts"
import { handedOn } from "../verdict/judged.ts"
import { commencement, type Judgement, judgement } from "../verdict/Rule.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Context } from "../verdict/Verdict.ts"
import { type Coordination, type Organ, organOn } from "./Organ.ts"
import { type OrganRule, once, type View } from "./Rule.ts"

/** The norms of an organ that bind it as the informatization authority of its region. @article 3 @article 4 */
export type CoordinatingNorm = "N3.3" | "N4.1"

/** The office of which each of them speaks. */
export const coordinatingRoles = {
  "N3.3": "info.provincial",
  "N4.1": "info.local"
} as const satisfies { readonly [N in CoordinatingNorm]: string }

/** Whether the organ is the authority of exactly its region on a day; `undefined`: it is an agency that the directory does not know. */
const isAuthority = (norm: CoordinatingNorm, o: View<never>, ctx: Context, on: CivilDate): boolean | undefined => {
  if (o.region === undefined) return false
  const provincial = levelOf(o.region) === "province"
  if (provincial !== (norm === "N3.3")) return false
  return ctx.directory.holds(organOn(o, ctx, on), coordinatingRoles[norm], o.region, on)
}

/** What the organ itself did as that authority since the Measures took force. */
const done = (norm: CoordinatingNorm, o: View<"coordination">, ctx: Context): ReadonlyArray<Coordination> =>
  o.coordination.filter(
    ({ by, on }) =>
      on >= commencement && (by === undefined || by === organOn(o, ctx, on)) && isAuthority(norm, o, ctx, on) !== false
  )

/** Whether something was done together with other departments (会同, A06); `undefined`: nobody said. */
const together = (one: Coordination, o: View<never>, ctx: Context): boolean | undefined =>
  jointly({ by: organOn(o, ctx, one.on), with: one.with, signed: one.signed }, [], ctx.profile.readings.A06)

/** What shows that the norm is carried out, and what is remarked on where nothing does. */
interface Evidence {
  readonly act?: Coordination | undefined
  readonly note?: "no-co-organizer"
}

/** Whatever is on record shows it; where the sentence says 会同, what was done together with departments. Townships: A04. */
const evidence = (norm: CoordinatingNorm, o: View<"coordination">, ctx: Context): Evidence => {
  const all = done(norm, o, ctx)
  if (norm === "N3.3") return { act: all.at(-1) }
  const nobody = ctx.profile.readings.A04 === "none"
  const ofArea = all.filter(({ township }) => !(nobody && known(township)))
  const joint = ofArea.findLast((one) => together(one, o, ctx) === true)
  if (joint !== undefined) return { act: joint }
  const last = ofArea.at(-1)
  return last !== undefined && together(last, o, ctx) === false ? { act: last, note: "no-co-organizer" } : {}
}

/** A norm of the authority of a region: no fact decides it, what was done is shown, and what a person judged is handed on. */
export const coordinating = <N extends CoordinatingNorm>(norm: N, because: Text): Judgement<Organ, N> =>
  judgement(
    once<CoordinatingNorm, "coordination" | "judgements">(norm, ["coordination", "judgements"], (o, ctx) => {
      const authority = known(o.opened) ? isAuthority(norm, o, ctx, ctx.asOf) : false
      if (authority === false) return notApplicable
      if (authority === undefined) return undetermined("office")
      const { act, note } = evidence(norm, o, ctx)
      const said = handedOn(norm, o, ctx, act)
      return note === undefined || said.status !== "Undetermined" ? said : { ...said, note }
    }) as OrganRule<N>,
    because
  )
