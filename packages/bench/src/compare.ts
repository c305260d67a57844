/** What comparing two profiles costs, as a multiple of the verdicts of the same cases under both. */
import { isDeepStrictEqual } from "node:util"
import { type CaseChanges, caseOf, compareCases } from "@banfa/core/duty"
import { type Profile, reading } from "@banfa/core/profile"
import { fold, type Project, subject, type Verdict, verdicts } from "@banfa/core/project"
import { print, ratios } from "./ratios.ts"
import { afterTenYears, asked, profiles, tenYears } from "./world.ts"

const count = 100

const pairs: { readonly [name: string]: readonly [Profile, Profile] } = {
  "text only and sample": [profiles["text only"], profiles.sample],
  "another construction unit (A12e)": [profiles["text only"], reading(profiles["text only"], "A12e", "organ")],
  "a reading that changes nothing (A09)": [profiles["text only"], reading(profiles["text only"], "A09", "never")]
}

/** Throws unless every verdict that is said to change is one of those that each profile gives, on either side. */
const prove = (
  cases: ReadonlyArray<Project>,
  before: Profile,
  after: Profile,
  rows: ReadonlyArray<CaseChanges>
): void => {
  const byId = new Map(cases.map((p) => [p.id, p]))
  for (const { case: id, changes } of rows) {
    const p = byId.get(id) as Project
    for (const [profile, side] of [
      [before, "before"],
      [after, "after"]
    ] as const) {
      const said = verdicts(p, asked(afterTenYears, profile)).verdicts
      const found = (v: Verdict): boolean => said.some((other) => isDeepStrictEqual(other, v))
      if (!changes.every((c) => c[side] === undefined || found(c[side])))
        throw new Error(`of ${id} the comparison says what no verdict under ${profile.id} says`)
    }
  }
}

/** A comparison of ten-year cases against the verdicts of each under both profiles. */
export const compareAgainstVerdicts = async (): Promise<void> => {
  const cases = Array.from({ length: count }, (_, n) => fold(`P${n}`, tenYears(`P${n}`)))
  for (const [name, [before, after]] of Object.entries(pairs)) {
    const { profile: _, ...question } = asked(afterTenYears, before)
    const all = cases.map((p) => caseOf(subject, p))
    const { cases: rows, total } = compareCases(all, { before, after }, question)
    prove(cases, before, after, rows)
    const [was, is] = [asked(afterTenYears, before), asked(afterTenYears, after)]
    print(
      `${count} cases of ten years, ${name} (${total.changes} changes)`,
      await ratios({
        "verdicts() under both": () =>
          cases.map((p) => [verdicts(p, was).verdicts.length, verdicts(p, is).verdicts.length]),
        "compareCases()": () => compareCases(all, { before, after }, question),
        "compareCases(), no case kept": () => compareCases(all, { before, after }, { ...question, each: () => {} })
      })
    )
  }
}
