import type { Check } from "./Check.ts"
import { goneChecks } from "./goneChecks.ts"
import { guessChecks } from "./guessChecks.ts"
import { personChecks } from "./personChecks.ts"
import { refusalChecks } from "./refusalChecks.ts"
import { silenceChecks } from "./silenceChecks.ts"

/** Everything that the suite looks at, in the order of the port's guarantees. */
export const checks: ReadonlyArray<Check> = [
  ...personChecks,
  ...refusalChecks,
  ...guessChecks,
  ...goneChecks,
  ...silenceChecks
]
