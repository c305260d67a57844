import { failureMutants } from "./failureMutants.ts"
import type { Mutant } from "./Mutant.ts"
import { ownTransactionMutants } from "./ownTransactionMutants.ts"
import { rawReaderMutants } from "./rawReaderMutants.ts"
import { readingMutants } from "./readingMutants.ts"
import { writingMutants } from "./writingMutants.ts"

/** Stores that are broken in one way each. They are for sound stores that survive a restart and can be shared. */
export const mutants: ReadonlyArray<Mutant> = [
  ...readingMutants,
  ...writingMutants,
  ...ownTransactionMutants,
  ...failureMutants,
  ...rawReaderMutants
]
