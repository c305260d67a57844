/** What finding a way costs, as multiples of the advice on its own steps, and how many places are looked at. */
import { advise, evolve, fold, type Position, type Project } from "@banfa/core/project"
import { path } from "@banfa/core/project/path"
import { print, ratios } from "./ratios.ts"
import { afterTenYears, asked, profiles, tenYears } from "./world.ts"

/** Ways against the advice that they consist of. */
export const waysAgainstAdvice = async (): Promise<void> => {
  const events = tenYears()
  const young = fold("P1", events.slice(0, 1))
  const old = fold("P1", events)
  const now = asked(events[1]?.on ?? afterTenYears, profiles.sample)
  const later = asked(afterTenYears, profiles.sample)
  const report = events.findLast((e) => e._tag === "ProgressReported")
  if (report === undefined) throw new Error("the ten years are told differently")
  const way = (p: Project, goal: Position, ctx: typeof now): string => {
    const { _tag, visited } = path(p, goal, ctx)
    return `${goal}: ${_tag}, ${visited} places`
  }
  const vacant = { ...now, directory: { ...now.directory, holder: () => undefined } }
  const found = path(young, "approved", now)
  const steps = found._tag === "Found" ? found.steps.map(({ act }) => act) : []
  print(
    `Ways of a young project (${way(young, "approved", now)}; ${way(young, "retired", now)}; nobody in office: ${way(young, "approved", vacant)})`,
    await ratios({
      [`the ${steps.length} steps to approved, each advised`]: () => {
        let p = young
        for (const act of steps) {
          advise(p, act, now)
          p = evolve(p, act)
        }
        return p
      },
      "path(approved)": () => path(young, "approved", now),
      "path(retired)": () => path(young, "retired", now),
      "path(approved), nobody in office": () => path(young, "approved", vacant)
    })
  )
  print(
    `Ways after ten years, ${events.length} facts (${way(old, "retired", later)})`,
    await ratios({
      "advise(ProgressReported)": () => advise(old, { ...report, id: "next" }, later),
      "path(retired)": () => path(old, "retired", later)
    })
  )
}
