import { acceptanceChecks } from "./acceptanceChecks.ts"
import type { Check } from "./Check.ts"
import { failureChecks } from "./failureChecks.ts"
import { fidelityChecks } from "./fidelityChecks.ts"
import { idChecks } from "./idChecks.ts"
import { injectionChecks } from "./injectionChecks.ts"

/** Everything that the suite looks at, in the order of the port's guarantees. */
export const checks: ReadonlyArray<Check> = [
  ...fidelityChecks,
  ...idChecks,
  ...acceptanceChecks,
  ...injectionChecks,
  ...failureChecks
]
