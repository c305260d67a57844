/** Checks of a system as norms weigh them, and which of them are of one construction. */
import type { Checked } from "../verdict/conformity.ts"
import { byDay, known } from "../verdict/Fact.ts"
import { type Build, buildOn, type Check, type System } from "./System.ts"

/**
 * Whether a check is of this construction. One that names none is of the construction that stood on its day, and before any construction of
 * the first.
 */
export const isOf = (check: Check, build: Build, s: Pick<System, "builds">): boolean => {
  if (known(check.build)) return check.build === build.id
  const stood = buildOn(s, check.on)
  if (stood !== undefined) return stood.id === build.id
  return s.builds.toSorted(byDay)[0]?.id === build.id
}

/** A check as it is weighed: where it was made beside what it found. */
export const weighed = (check: Check): Checked & Pick<Check, "occasion"> => {
  const { against, occasion, result } = check
  return { act: check, result, against, occasion }
}
