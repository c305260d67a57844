import { directory, parseDirectoryData } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import { compose, type Profile, sampleLayer, textOnly } from "@banfa/core/profile"
import { type Context, context, type Event, type EventOf, type EventTag, type Plan } from "@banfa/core/project"
import * as Result from "effect/Result"
import { built, established, financed, operated, reported, type Say } from "./story.ts"

const office = (agency: string, name: string, region = "440100") => ({
  agency,
  office: name,
  region,
  from: "2000-01-01"
})
const agency = (id: string) => ({
  id,
  name: { zh: `${id}（示例）`, en: `${id} (sample)` },
  region: id === "p-drc" ? "440000" : "440100"
})

/** A city with the offices that act in a project, a company that builds, a laboratory that assesses and experts who accept. */
export const city = Result.getOrThrow(
  directory(
    Result.getOrThrow(
      parseDirectoryData({
        version: "bench-1",
        agencies: ["p-drc", "drc", "info", "fin", "audit", "health", "company", "lab", "experts"].map(agency),
        holdings: [
          office("p-drc", "investment", "440000"),
          office("drc", "investment"),
          office("info", "info"),
          office("fin", "finance"),
          office("audit", "supervision"),
          office("health", "organ"),
          office("experts", "acceptance-body"),
          office("lab", "assessor")
        ],
        successions: []
      })
    )
  )
)

/** The text alone, and the sample with a day for everything. */
export const profiles = {
  "text only": textOnly,
  sample: Result.getOrThrow(compose(textOnly, sampleLayer))
} as const satisfies { readonly [name: string]: Profile }

const plans: ReadonlyArray<Plan> = [{ id: "plan-p", kind: "provincial", items: ["item-1"] }]

const instrumentsInForce: Context["instrumentsInForce"] = (kind) =>
  kind === "security-norms" ? [{ id: "security-1", kind }] : undefined

/** What is asked on a day, with the city's agencies, one provincial plan and one version of the security norms. */
export const asked = (asOf: string, profile: Profile): Context =>
  context({ asOf: asOf as CivilDate, profile, directory: city, plansInForce: () => plans, instrumentsInForce })

/**
 * Ten years of one project, from its scheme to its operation: one round of establishment with its assessment and its opinions, the works,
 * an assessment and two acceptances of what was built, five years of operation with assessments and reviews of it, a budget copied every
 * year, a report and a copy every quarter (some late, some missing, some corrected), and the key list for three years of them. 158 facts.
 */
export const tenYears = (project = "P1"): ReadonlyArray<Event> => {
  const facts: Array<{ readonly on: string }> = []
  const say: Say = (_tag, on, particulars) => {
    const fact = { _tag, project, on, recordedAt: `${on}T01:00:00Z` }
    facts.push({ ...fact, ...particulars })
  }
  established(say, project)
  built(say, project)
  operated(say, project)
  financed(say, project)
  reported(say)
  const inOrder = facts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return inOrder.map((fact, i) => ({ ...fact, id: `${project}-${i + 1}`, seq: i + 1 }) as unknown as Event)
}

/** The facts up to the first of a kind, and that one. */
export const upTo = <T extends EventTag>(
  _tag: T,
  events: ReadonlyArray<Event>
): { readonly before: ReadonlyArray<Event>; readonly first: EventOf<T> } => {
  const at = events.findIndex((e) => e._tag === _tag)
  const first = events[at]
  if (first === undefined) throw new Error(`the ten years tell of no ${_tag}`)
  return { before: events.slice(0, at), first: first as EventOf<T> }
}

/** The day on which the ten years are asked about. */
export const afterTenYears = "2025-02-20"
