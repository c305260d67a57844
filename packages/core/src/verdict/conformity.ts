/** What checks of a system or of its plans come to, whichever subject tells of them: each yardstick is asked for here alone. @article 14 @article 19 */
import type { CivilDate } from "../civil/CivilDate.ts"
import { type Act, type Fact, known } from "./Fact.ts"
import { breached, ruling, undetermined } from "./ruling.ts"
import type { Instrument, Plan } from "./Surroundings.ts"
import type { Context, Ruling } from "./Verdict.ts"

/** A check: the fact that tells of it, what it found, and against which plans or versions it was made. */
export interface Checked {
  /** The fact, as verdicts show it. */
  readonly act: Act
  /** What it found; `undefined`: nobody said. */
  readonly result?: Fact<"pass" | "fail">
  /** The ids of the plans or versions. */
  readonly against?: Fact<ReadonlyArray<string>>
}

/** Whether a check counts, or the fact without which that cannot be told. */
export type Counts = boolean | string

/** What is known of conformity: as it should be, not so, or what is missing to tell. */
export type Conformity<C extends Checked = Checked> =
  | { readonly _tag: "Pass" | "Fail"; readonly check: C }
  | { readonly _tag: "Open"; readonly missing: string; readonly check?: C }

/**
 * What the checks say, one after another: each is weighed, and the last that counts speaks. A doubtful one leaves open what it would change.
 * `unchecked` is missing where no check is on record, `unsaid` where one does not say what it found.
 */
const lastSays = <C extends Checked>(
  checks: ReadonlyArray<C>,
  unchecked: string,
  weigh: (check: C) => Counts,
  unsaid = "result"
): Conformity<C> => {
  let told: Conformity<C> = { _tag: "Open", missing: unchecked }
  for (const check of checks) {
    const counts = weigh(check)
    const result = check.result === "pass" ? "Pass" : check.result === "fail" ? "Fail" : undefined
    if (counts === false || (result === undefined && check.result !== undefined)) continue
    if (counts === true && result !== undefined) told = { _tag: result, check }
    else if (result === undefined || told._tag !== result)
      told = { _tag: "Open", missing: typeof counts === "string" && result !== undefined ? counts : unsaid, check }
  }
  return told
}

/** Whether a check is against a version. */
const against = (check: Checked, version: string): Counts =>
  check.against === undefined ? "against" : known(check.against) && check.against.includes(version)

/** Whether the checks find that every version is kept to that has to be kept to. */
export const keepsTo = <C extends Checked>(
  checks: ReadonlyArray<C>,
  versions: ReadonlyArray<Instrument>,
  unchecked: string,
  unsaid?: string
): Conformity<C> => {
  let open: Conformity<C> | undefined
  let passed: Conformity<C> | undefined
  for (const { id } of versions) {
    const told = lastSays(checks, unchecked, (check) => against(check, id), unsaid)
    if (told._tag === "Fail") return told
    if (told._tag === "Pass") passed = told
    else if (open === undefined || (open._tag === "Open" && open.missing === unchecked)) open = told
  }
  return open ?? passed ?? { _tag: "Open", missing: unchecked }
}

/** Conformity as a norm says it. */
export const conforms = (told: Conformity, trigger?: Act): Ruling<"Fulfilled" | "Breached" | "Undetermined"> => {
  if (told._tag === "Open") return { ...undetermined(told.missing, trigger), act: told.check?.act }
  if (told._tag === "Pass") return ruling("Fulfilled", trigger, told.check.act)
  return trigger === undefined ? ruling("Breached", undefined, told.check.act) : breached(trigger, told.check.act)
}

/** Which plans measure what is built in a region for an organ: the provincial plan, or also what is made under it (A09b). `undefined`: nobody knows. */
export const plansMeasuring = (
  { organ, region }: { readonly region: string | undefined; readonly organ: string | undefined },
  on: CivilDate,
  ctx: Context
): ReadonlyArray<Plan> | undefined => {
  const plans = ctx.plansInForce(region, organ, on)
  return ctx.profile.readings.A09b === "provincial" ? plans?.filter(({ kind }) => kind === "provincial") : plans
}

/** Whether a check is against a plan that has to be conformed to. One that names none speaks of the plan in force. */
const againstPlan = ({ against }: Checked, plans: ReadonlyArray<Plan> | undefined, ctx: Context): Counts => {
  if (against === undefined) return ctx.profile.readings.A09b === "provincial" ? "against" : true
  if (!known(against) || against.length === 0) return false
  return plans === undefined ? "plansInForce" : plans.some(({ id }) => against.includes(id))
}

/** How checks are weighed: which count, and what is missing where there is none, or where one does not say what it found. */
interface Weighing<C> {
  readonly weigh: (check: C) => Counts
  readonly unchecked: string
  readonly unsaid?: string
}

/** Whether checks find conformity with the plans in force: 符合电子政务发展规划要求. @article 14 */
export const toPlans = <C extends Checked>(
  checks: ReadonlyArray<C>,
  plans: ReadonlyArray<Plan> | undefined,
  ctx: Context,
  { trigger, unchecked, unsaid, weigh }: Weighing<C> & { readonly trigger: Act }
): Ruling<"Fulfilled" | "Breached" | "Undetermined"> => {
  if (plans?.length === 0) return undetermined("plansInForce", trigger, "no-yardstick")
  const told = lastSays(
    checks,
    unchecked,
    (check) => {
      const counts = againstPlan(check, plans, ctx)
      return counts === true ? weigh(check) : counts
    },
    unsaid
  )
  return conforms(told, trigger)
}

/** Whether checks find conformity with the security norms in force on a day: 符合电子政务安全规范. Where none are issued, with any standard (A19). @article 19 */
export const toSecurityNorms = (
  checks: ReadonlyArray<Checked>,
  on: CivilDate,
  ctx: Context,
  { trigger, unsaid }: { readonly trigger?: Act; readonly unsaid?: string } = {}
): Ruling<"Fulfilled" | "Breached" | "Undetermined"> => {
  const versions = ctx.instrumentsInForce("security-norms", on)
  if (versions === undefined) return undetermined("securityNorms", trigger)
  if (versions.length > 0) return conforms(keepsTo(checks, versions, "securityCheck", unsaid), trigger)
  if (ctx.profile.readings.A19 === "general")
    return conforms(
      lastSays(checks, "securityCheck", () => true, unsaid),
      trigger
    )
  return undetermined("securityNorms", trigger, "no-yardstick")
}
