import { directory, parseDirectoryData } from "@banfa/core/agency"
import { addDays, type CivilDate } from "@banfa/core/civil"
import { compose, type Profile, sampleLayer, textOnly } from "@banfa/core/profile"
import { type Context, context, type Event, type EventOf, type EventTag, type Plan } from "@banfa/core/project"
import * as Result from "effect/Result"

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

/** A city with the offices that act in a project, and a company that builds. */
export const city = Result.getOrThrow(
  directory(
    Result.getOrThrow(
      parseDirectoryData({
        version: "bench-1",
        agencies: ["p-drc", "drc", "info", "fin", "health", "company"].map(agency),
        holdings: [
          office("p-drc", "investment", "440000"),
          office("drc", "investment"),
          office("info", "info"),
          office("fin", "finance"),
          office("health", "organ")
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

/** What is asked on a day, with the city's agencies and one provincial plan. */
export const asked = (asOf: string, profile: Profile): Context =>
  context({ asOf: asOf as CivilDate, profile, directory: city, plansInForce: () => plans })

type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "project" | "on" | "recordedAt" | "seq">

/**
 * Ten years of one project: one round of establishment, the filing, a budget copied every year, a report and a copy every quarter (some
 * late, some missing, some corrected), and the key list for three years of them. 120 facts.
 */
export const tenYears = (project = "P1", firstYear = 2015): ReadonlyArray<Event> => {
  const events: Array<Event> = []
  const say = <T extends EventTag>(_tag: T, on: string, particulars: Particulars<T>): void => {
    const seq = events.length + 1
    const fact = { _tag, id: `${project}-${seq}`, project, on, recordedAt: `${on}T01:00:00Z`, seq }
    events.push({ ...fact, ...particulars } as unknown as Event)
  }
  const y = firstYear
  const application = "A1"
  const planItem = { plan: "plan-p", item: "item-1" }
  say("Drafted", `${y}-01-05`, { region: "440100", organ: "health", former: null, by: "health" })
  say("SchemeSubmitted", `${y}-01-08`, {
    application,
    scheme: "S1",
    what: "both",
    to: "info",
    material: false,
    by: "health"
  })
  say("Applied", `${y}-01-12`, { application, to: "drc", by: "health" })
  say("OpinionRequested", `${y}-01-15`, { application, request: "R1", to: "info", by: "drc" })
  const opinion = {
    application,
    request: "R1",
    conditions: null,
    plan: "plan-p",
    assessment: "assessed",
    by: "info"
  } as const
  say("OpinionGiven", `${y}-01-20`, { ...opinion, opinion: "O1", conclusion: "unclear" })
  say("OpinionRevised", `${y}-01-28`, { ...opinion, opinion: "O2", conclusion: "support" })
  say("Approved", `${y}-02-10`, {
    application,
    considered: ["O2"],
    planItem,
    deviation: null,
    builder: "company",
    funding: ["fiscal"],
    by: "drc"
  })
  say("InvestmentFiled", `${y}-03-01`, { by: "info" })
  say("ConstructionStarted", `${y}-03-20`, { by: "company" })
  for (let q = 0; q < 40; q++) {
    const year = y + (q >> 2)
    const quarter = (q & 3) + 1
    if (quarter === 1) {
      const on = `${year}-03-05`
      say("BudgetIssued", on, { budget: `B${year}`, year, fiscal: true, planItem, deviation: null, by: "fin" })
      say("BudgetCopied", year % 4 === 0 ? `${year}-03-25` : on, { budget: `B${year}`, to: "info", by: "fin" })
    }
    if (q === 8) say("KeyListed", `${year}-02-01`, { by: "p-drc" })
    if (q === 20) say("KeyDelisted", `${year}-02-01`, { by: "p-drc" })
    const period = `${year}-Q${quarter}` as EventOf<"ProgressReported">["period"]
    const ends = `${quarter === 4 ? year + 1 : year}-${["04", "07", "10", "01"][quarter - 1]}-01` as CivilDate
    const on = addDays(ends, q % 7 === 3 ? 40 : 5)
    if (q % 13 === 6) continue
    say("ProgressReported", on, {
      period,
      to: q % 11 === 5 ? "info" : "drc",
      amount: "120000.00" as NonNullable<Exclude<EventOf<"ProgressReported">["amount"], "n/a">>,
      by: "company"
    })
    if (q % 9 !== 4) say("ReportCopied", addDays(on, q % 3), { period, to: "info", by: "company" })
    if (q % 2 === 1) say("ProgressCorrected", addDays(on, 20), { period, reason: "核减", by: "company" })
  }
  return events
}

/** The day on which the ten years are asked about. */
export const afterTenYears = "2025-02-20"
