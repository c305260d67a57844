import { atomicityChecks } from "./atomicityChecks.ts"
import type { Check } from "./Check.ts"
import { commandChecks } from "./commandChecks.ts"
import { contractChecks } from "./contractChecks.ts"
import { eventIdChecks } from "./eventIdChecks.ts"
import { failureChecks } from "./failureChecks.ts"
import { fidelityChecks } from "./fidelityChecks.ts"
import { guardChecks } from "./guardChecks.ts"
import { kindChecks } from "./kindChecks.ts"
import { limitChecks } from "./limitChecks.ts"
import { openingChecks } from "./openingChecks.ts"
import { orderChecks } from "./orderChecks.ts"
import { ownTransactionChecks } from "./ownTransactionChecks.ts"
import { rawReaderChecks } from "./rawReaderChecks.ts"
import { versionChecks } from "./versionChecks.ts"

/** Everything that the suite looks at, in the order of the port's guarantees. */
export const checks: ReadonlyArray<Check> = [
  ...versionChecks,
  ...fidelityChecks,
  ...contractChecks,
  ...guardChecks,
  ...atomicityChecks,
  ...commandChecks,
  ...eventIdChecks,
  ...orderChecks,
  ...kindChecks,
  ...limitChecks,
  ...openingChecks,
  ...ownTransactionChecks,
  ...failureChecks,
  ...rawReaderChecks
]
