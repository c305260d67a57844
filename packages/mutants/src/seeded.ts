/** Every property draws the same cases in every run: whether a mutant survives does not depend on luck. */
import fc from "fast-check"

fc.configureGlobal({ seed: Number(process.env.SEED) })
