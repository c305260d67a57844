/** What an inspection of projects would write down. @module */
import { type Inspection, inspect as inspectOf } from "../verdict/Inspection.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Project } from "./Project.ts"
import { subject } from "./subject.ts"

export { type Inspection, type Item, type Severity, severityOf, type Tally } from "../verdict/Inspection.ts"
export { passedOver } from "./population.ts"

/**
 * The items of some projects that are not as provided on the day asked, by norm and by bearer. For reference in inspection and appraisal; it
 * determines no illegality. @article 35
 *
 * @example
 * ```ts
 * import { context, fold } from "@banfa/core/project"
 * import { inspect } from "@banfa/core/project/inspect"
 * import type { CivilDate } from "@banfa/core/civil"
 *
 * const day = (text: string) => text as CivilDate
 * const head = { project: "P1", recordedAt: "2026-03-01T00:00:00Z" }
 * const approved = { ...head, _tag: "Approved", id: "1", on: day("2026-02-20"), application: "A1", by: "drc" } as const
 * const { items } = inspect([fold("P1", [approved])], context({ asOf: day("2026-03-01") }))
 *
 * items.map(({ severity, verdicts }) => [severity, verdicts[0]?.norm]) // => [["breach", "N10.1"]]
 * ```
 */
export const inspect = (projects: Iterable<Project>, ctx: Context): Inspection => inspectOf(subject, projects, ctx)
