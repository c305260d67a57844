/** What checks of a system come to: against each version of a yardstick the last check that says anything of it. */
import { type Act, known } from "../verdict/Fact.ts"
import { breached, ruling, undetermined } from "../verdict/ruling.ts"
import type { Instrument } from "../verdict/Surroundings.ts"
import type { Ruling } from "../verdict/Verdict.ts"
import { type Build, buildOn, type Check, type System } from "./System.ts"

/** What is known of conformity: as it should be, not so, or what is missing to tell. */
export type Conformity =
  | { readonly _tag: "Pass" | "Fail"; readonly check: Check }
  | { readonly _tag: "Open"; readonly missing: string; readonly check?: Check }

/**
 * Whether a check is of this construction. One that names none is of the construction that stood on its day, and before any construction of
 * the first.
 */
export const isOf = (check: Check, build: Build, s: Pick<System, "builds">): boolean => {
  if (known(check.build)) return check.build === build.id
  const stood = buildOn(s, check.on)
  if (stood !== undefined) return stood.id === build.id
  return s.builds.every((other) => build.on < other.on || (build.on === other.on && build.id <= other.id))
}

/** What the checks say, one after another: each is weighed, and the last that counts speaks. A doubtful one leaves open what it would change. */
export const lastSays = (
  checks: ReadonlyArray<Check>,
  unchecked: string,
  weigh: (check: Check) => true | false | string
): Conformity => {
  let told: Conformity = { _tag: "Open", missing: unchecked }
  for (const check of checks) {
    const counts = weigh(check)
    const result = check.result === "pass" ? "Pass" : check.result === "fail" ? "Fail" : undefined
    if (counts === false || (result === undefined && check.result !== undefined)) continue
    if (counts === true && result !== undefined) told = { _tag: result, check }
    else if (result === undefined || told._tag !== result)
      told = { _tag: "Open", missing: typeof counts === "string" ? counts : "result", check }
  }
  return told
}

/** Whether a check is against a version. */
const against = (check: Check, version: string): true | false | string =>
  check.against === undefined ? "against" : known(check.against) && check.against.includes(version)

/** Whether the system was found to keep to every version that has to be kept to. */
export const keepsTo = (
  checks: ReadonlyArray<Check>,
  versions: ReadonlyArray<Instrument>,
  unchecked: string
): Conformity => {
  let open: Conformity | undefined
  let passed: Conformity | undefined
  for (const { id } of versions) {
    const told = lastSays(checks, unchecked, (check) => against(check, id))
    if (told._tag === "Fail") return told
    if (told._tag === "Pass") passed = told
    else if (open === undefined || (open._tag === "Open" && open.missing === unchecked)) open = told
  }
  return open ?? passed ?? { _tag: "Open", missing: unchecked }
}

/** Conformity as a norm says it. */
export const conforms = (told: Conformity, trigger?: Act): Ruling<"Fulfilled" | "Breached" | "Undetermined"> => {
  if (told._tag === "Open") return { ...undetermined(told.missing, trigger), act: told.check }
  if (told._tag === "Pass") return ruling("Fulfilled", trigger, told.check)
  return trigger === undefined ? ruling("Breached", undefined, told.check) : breached(trigger, told.check)
}
