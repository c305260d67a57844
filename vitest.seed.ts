/** Every property draws the same cases in every run, so a run tells of what was changed and not of luck; with `SEED=any` it draws anew. */
import fc from "fast-check"

const { SEED = "4" } = process.env
if (SEED !== "any") fc.configureGlobal({ seed: Number(SEED) })
