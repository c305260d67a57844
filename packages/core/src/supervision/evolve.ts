import { merged } from "../verdict/Coverage.ts"
import { type Act, earlier, type Fact } from "../verdict/Fact.ts"
import { withMove } from "../verdict/position.ts"
import { datedBy, statementOf, withDated } from "../verdict/stated.ts"
import type { Event } from "./Event.ts"
import { type InspectionCase, type Step, type StepTag, unopened } from "./InspectionCase.ts"
import { row } from "./Lifecycle.ts"

/** A case that is being filled: its own fields are written, the lists that it shares are not. */
type Draft = { -readonly [K in keyof InspectionCase]: InspectionCase[K] }

/** The case with one more fact in it. Total, and in whatever order facts are read they make the same case; slices that the fact does not touch stay the same objects. */
export const evolve = (state: InspectionCase, event: Event): InspectionCase => {
  const draft: Draft = { ...state }
  file(draft, event)
  return draft
}

/** The case that these facts make, read in any order. */
export const fold = (id: string, events: ReadonlyArray<Event>): InspectionCase => {
  const draft: Draft = unopened(id)
  for (const event of events) file(draft, event)
  return draft
}

type Opening = Extract<Event, { readonly region: string }>

const open = (d: Draft, e: Opening): void => {
  if (e._tag === "InspectionOpened") d.begun = earlier(d.begun as Fact<Act>, statementOf(e))
  const opened = earlier(d.opened as Fact<Act>, statementOf(e))
  if (opened.ref !== e.id) return
  d.opened = opened
  d.region = e.region
  d.organs = e.organs
  d.period = e._tag === "InspectionOpened" ? e.period : undefined
  d.ground = e._tag === "InspectionOpened" ? e.ground : undefined
}

/** What a step states beside its header. */
const saidBy = (e: Extract<Event, { readonly _tag: StepTag }>): Omit<Step, "kind" | "on" | "order" | "ref"> => {
  switch (e._tag) {
    case "InspectionFindingsIssued":
      return { findings: e.findings, considered: e.considered }
    case "InspectionFoundNothing":
      return { considered: e.considered }
    case "InspectionContested":
      return { statement: e.statement }
    case "RectificationReported":
      return { document: e.document }
    case "InspectionConcluded":
      return { exception: e.exception }
    case "InspectionWithdrawn":
      return { reason: e.reason }
    default:
      return {}
  }
}

const file = (d: Draft, e: Event): void => {
  d.moves = withMove(d.moves, e, row(e._tag))
  switch (e._tag) {
    case "InspectionOpened":
      return open(d, e)
    case "InspectionTakenOver":
      d.coverage = merged(d.coverage, e.coverage ?? {})
      return open(d, e)
    case "Judged": {
      const { instance, norm, outcome, reason } = e
      d.judgements = withDated(d.judgements, datedBy(e, { norm, instance, outcome, reason }))
      return
    }
    case "Retracted":
      return
    default:
      d.steps = withDated(d.steps, datedBy(e, saidBy(e)) as Step)
  }
}
