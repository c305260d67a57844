import type { Check } from "./Check.ts"
import { contractChecks } from "./contractChecks.ts"
import { failureChecks } from "./failureChecks.ts"
import { fencingChecks } from "./fencingChecks.ts"
import { holderChecks } from "./holderChecks.ts"
import { keepingChecks } from "./keepingChecks.ts"
import { onceChecks } from "./onceChecks.ts"
import { orderChecks } from "./orderChecks.ts"
import { receiptChecks } from "./receiptChecks.ts"

/** Everything that the suite looks at, in the order of the port's guarantees. */
export const checks: ReadonlyArray<Check> = [
  ...onceChecks,
  ...holderChecks,
  ...orderChecks,
  ...fencingChecks,
  ...receiptChecks,
  ...keepingChecks,
  ...contractChecks,
  ...failureChecks
]
