import { describe, expect, test } from "vitest"
import { isAssessmentEvent } from "../../src/assessment/Lifecycle.ts"
import { type EventTag, lifecycle } from "../../src/project/index.ts"
import { row } from "../../src/project/Lifecycle.ts"
import { norms } from "../../src/regulation/norms.ts"
import { assessmentEventOf, assessmentTransitions, eventOf, transitions, transitionsOf } from "../law/lifecycleData.ts"

const tags = Object.keys(lifecycle) as ReadonlyArray<EventTag>
const modelled = tags.filter((tag) => eventOf[tag] !== undefined || assessmentEventOf[tag] !== undefined)
const sorted = (list: Iterable<string | number>): ReadonlyArray<string | number> => [...new Set(list)].toSorted()

/** Guards without a norm that ask for no particular: the day of completion is the day of the act, and what a local rule says is no rule here. */
const withoutParticulars: ReadonlyArray<EventTag> = ["ConstructionCompleted", "TrialOperationStarted"]

describe("the lifecycles of a project and of an assessment against the data of the regulation", () => {
  test.each(modelled)(
    "%s leads from and to where the data says, by whom, under which articles (arts 9 to 12, 29 to 33)",
    (tag) => {
      const rows = transitionsOf(tag)
      const here = row(tag)
      expect(sorted(here.from ?? [])).toEqual(sorted(rows.flatMap((t) => t.from)))
      const [staying, leading] = [
        rows.filter((t) => t.from.includes(t.to) && t.from.length === 1),
        rows.filter((t) => !t.from.includes(t.to) || t.from.length > 1)
      ]
      expect(sorted(leading.map((t) => t.to))).toEqual(leading.length === 0 ? [] : [here.to])
      const others = leading.length === 0 ? [] : staying.map((t) => t.to).filter((to) => to !== here.to)
      expect(sorted(here.stays ?? [])).toEqual(sorted(others))
      expect(sorted(here.who)).toEqual(sorted(rows.flatMap((t) => t.actors)))
      expect(sorted(here.articles)).toEqual(sorted(rows.flatMap((t) => t.articles)))
      expect(here.source).toBe(rows[0]?.source)
    }
  )

  test.each(modelled)("%s is gated by the norms that the data names, as strongly as it says", (tag) => {
    const guards = transitionsOf(tag).flatMap((t) => t.guards)
    const data = Object.fromEntries(guards.flatMap((g) => (g.norm === null ? [] : [[g.norm, g.strength]])))
    expect(row(tag).guards ?? {}).toEqual(data)
    for (const norm of Object.keys(data)) expect(Object.hasOwn(norms, norm)).toBe(true)
  })

  test.each(modelled)(
    "%s asks for the particulars of a guard that no norm stands behind, and is never barred by it",
    (tag) => {
      const bookkeeping = transitionsOf(tag)
        .flatMap((t) => t.guards)
        .filter((g) => g.norm === null)
      if (withoutParticulars.includes(tag)) expect(bookkeeping.length).toBeGreaterThan(0)
      else if (bookkeeping.length > 0) expect(row(tag).needs?.length ?? 0).toBeGreaterThan(0)
    }
  )

  test("the events that no fact is are read from other facts: the ex-ante assessment's own acts, and what decisions considered (arts 31 to 33)", () => {
    const facts = new Set(Object.values(eventOf))
    const steps = new Set(Object.values(assessmentEventOf))
    expect(sorted(transitions.map((t) => t.event).filter((e) => !facts.has(e)))).toEqual([
      "exAnteCompleted",
      "startExAnte"
    ])
    expect(sorted(assessmentTransitions.map((t) => t.event).filter((e) => !steps.has(e)))).toEqual(["citeInDecision"])
  })

  test("every kind of fact that no transition tells of is a parallel track, a record of the library, or opens the case", () => {
    const parallel = tags.filter((tag) => !modelled.includes(tag))
    const leading = parallel.filter((tag) => row(tag).from !== undefined || row(tag).to !== undefined)
    expect(leading).toEqual(["AssessmentPlanned"])
    expect(row("AssessmentPlanned").to).toBe("planned")
    expect(sorted(parallel)).toEqual([
      "AssessmentPlanned",
      "BudgetCopied",
      "BudgetIssued",
      "Drafted",
      "ImplementationCoordinated",
      "ImplementationSupervised",
      "InvestmentFiled",
      "InvestmentSettled",
      "Judged",
      "KeyDelisted",
      "KeyListed",
      "ProgressCorrected",
      "ProgressReported",
      "ProvincialKeyDesignated",
      "ProvincialKeyEnded",
      "ReportCopied",
      "Retracted",
      "ReviewHeld",
      "TakenOver",
      "TimetableIssued"
    ])
  })

  test("what budgets and reviews refer to is asked of them as the data asks of a decision that cites a result (arts 32, 33)", () => {
    const cited = new Set(
      assessmentTransitions.filter((t) => t.event === "citeInDecision").flatMap((t) => t.guards.map((g) => g.norm))
    )
    const asking = tags.filter((tag) => !isAssessmentEvent({ _tag: tag }))
    for (const norm of cited) {
      const gates = asking.filter((tag) => Object.hasOwn(row(tag).guards ?? {}, norm ?? ""))
      expect(gates.length, String(norm)).toBeGreaterThan(0)
      for (const tag of gates) expect(row(tag).guards?.[norm as keyof typeof norms], tag).toBe("advisory")
    }
  })
})
