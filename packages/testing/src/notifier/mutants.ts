import { addressMutants } from "./addressMutants.ts"
import { contentMutants } from "./contentMutants.ts"
import { failureMutants } from "./failureMutants.ts"
import type { Mutant } from "./Mutant.ts"

/** Channels of a mailbox that are broken in one way each. */
export const mutants: ReadonlyArray<Mutant> = [...contentMutants, ...addressMutants, ...failureMutants]
