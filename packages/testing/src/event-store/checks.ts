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

const inOrder: ReadonlyArray<Check> = [
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

/** Whether it puts in so much that whoever reads all of it afterwards takes long. */
const putsInThousands = ({ title }: Check): boolean => /10,000|thousands/.test(title)

/** Everything that the suite looks at, in the order of the port's guarantees; what puts in thousands of events comes last. */
export const checks: ReadonlyArray<Check> = [
  ...inOrder.filter((one) => !putsInThousands(one)),
  ...inOrder.filter(putsInThousands)
]
