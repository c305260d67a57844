/**
 * Who owes a plan and has none: a view over organs and areas, since a case of a plan is there only once somebody has begun it. The text sets
 * no day by which anybody has to have a plan, so nobody is ever late. @article 3 @article 4 @article 6 @article 7 @article 8
 */
import { levelOf } from "../agency/Region.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { PlanningNorm } from "../subjects.ts"
import { type Fact, known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import { sameRegion } from "./inForce.ts"
import type { PlanVersion } from "./PlanVersion.ts"

/** A plan that is owed, on no day: by whom, for which area, under which norms. */
export interface Owing {
  /** The norms that ask for it. */
  readonly norms: ReadonlyArray<PlanningNorm>
  /** The region whose plan it would be; of an organ's plan the province. */
  readonly region: string
  /** The role that has to make it. */
  readonly role: RoleId
  /** Who fills the role on the day asked; `undefined` where nobody is known. */
  readonly agency: string | undefined
  /** Owed on no day; or it is not known whether it is owed. */
  readonly status: "DueUnspecified" | "Undetermined"
  /** For `Undetermined`: the fact that would decide. */
  readonly missing?: string
}

/** The organs and areas that may owe a plan: those of the directory's data, as a host knows them. */
export interface Population {
  /** Ids of agencies; of those that are no provincial organ on the day asked none is owed. */
  readonly agencies: Iterable<string>
  /** Codes of cities, counties and districts. */
  readonly areas: Iterable<string>
}

/** Whether somebody has begun a plan that has not come to nothing since. */
const alive = ({ begun, opened, repealed, superseded, withdrawn }: PlanVersion, on: CivilDate): boolean => {
  const over = (act: Fact<{ readonly on: CivilDate }>): boolean => known(act) && act.on <= on
  return (over(begun) || over(opened)) && ![repealed, superseded, withdrawn].some(over)
}

const province = "440000"

/** Who owes a plan on the day asked and has begun none. A plan that is being drafted is a case of its own, with its own verdicts. */
export const owing = (
  plans: Iterable<PlanVersion>,
  { agencies, areas }: Population,
  ctx: Context
): ReadonlyArray<Owing> => {
  const { asOf, directory } = ctx
  const live = [...plans].filter((p) => alive(p, asOf))
  const found: Array<Owing> = []
  if (!live.some(({ kind }) => kind === "provincial")) {
    const agency = directory.holder("info.provincial", province, asOf)
    found.push({ norms: ["N3.1", "N6.1"], region: province, role: "info.provincial", agency, status: "DueUnspecified" })
  }
  const follows = (norm: PlanningNorm, region: string, organ: string | undefined) => {
    const inForce = ctx.plansInForce(region, organ, asOf)
    if (inForce === undefined) return { norms: [norm], status: "Undetermined", missing: "plansInForce" } as const
    return inForce.some(({ kind }) => kind === "provincial")
      ? ({ norms: [norm], status: "DueUnspecified" } as const)
      : undefined
  }
  for (const organ of agencies) {
    if (directory.holds(organ, "organ.provincial", province, asOf) !== true) continue
    const its = live.some(
      (p) => p.kind === "departmental" && p.organ !== undefined && directory.successorOn(p.organ, asOf) === organ
    )
    const owed = its ? undefined : follows("N7.1", province, organ)
    if (owed !== undefined) found.push({ ...owed, region: province, role: "organ.provincial", agency: organ })
  }
  for (const region of areas) {
    const level = levelOf(region)
    if (level !== "city" && level !== "county") continue
    // The region of a plan that is no area's is the province.
    const its = live.some(
      (p) => p.region !== undefined && !known(p.township) && sameRegion(directory, p.region, region, asOf) === true
    )
    if (its) continue
    const agency = directory.holder("info.local", region, asOf)
    found.push({ norms: ["N4.2"], region, role: "info.local", agency, status: "DueUnspecified" })
    const owed = follows("N8.1", region, agency)
    if (owed !== undefined) found.push({ ...owed, region, role: "info.local", agency })
  }
  return found
}
