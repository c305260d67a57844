/**
 * Every property draws 25 cases, the same in every run, so a run tells of what was changed and not of luck. `RUNS` says how many, `SEED` from
 * which seed; `SEED=any` draws anew. A property that fails names its seed.
 */
import fc from "fast-check"

const { RUNS = "25", SEED = "4" } = process.env
fc.configureGlobal({ numRuns: Number(RUNS), ...(SEED === "any" ? {} : { seed: Number(SEED) }) })
