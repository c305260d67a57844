import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Command } from "@banfa/core/docket"
import { type Random, random } from "./random.ts"
import { clerk } from "./world.ts"

/** Whose commands they are, and over which cases they go. */
export interface Writing {
  /** Begins the ids of its commands. */
  readonly writer: string
  /** Begins the ids of its cases; writers of the same pool meet in the same cases. */
  readonly pool: string
  /** What is drawn. */
  readonly seed: number
}

type Fact = Readonly<Record<string, unknown>>

const first = "2026-01-01" as CivilDate
const application = "A1"
const quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"] as const

const ofProject = (draw: Random, project: string, on: CivilDate): Fact =>
  draw.pick<Fact>([
    { _tag: "Drafted", project, on, region: "440100", organ: "health", former: null, by: "health" },
    { _tag: "Applied", project, on, application, to: "drc", by: "health" },
    { _tag: "OpinionRequested", project, on, application, request: `R${draw.below(4)}`, to: "info", by: "drc" },
    { _tag: "Approved", project, on, application, considered: [], builder: draw.pick(["health", null]), by: "drc" },
    { _tag: "BudgetIssued", project, on, budget: `B${draw.below(3)}`, year: 2026, fiscal: true, by: "fin" },
    { _tag: "BudgetCopied", project, on, budget: `B${draw.below(3)}`, to: "info", by: "fin" },
    {
      _tag: "ProgressReported",
      project,
      on,
      period: draw.pick(quarters),
      to: "drc",
      amount: "120000.00",
      by: "health"
    },
    { _tag: "KeyListed", project, on, by: "drc" }
  ])

const assessed = (project: string, on: CivilDate): ReadonlyArray<Fact> => {
  const assessment = `${project}-X`
  return [
    { _tag: "AssessmentPlanned", project, on, assessment, type: "ex-ante", application, by: "info" },
    { _tag: "AssessmentCommissioned", project, on, assessment, assessor: "company", interests: null, by: "info" }
  ]
}

const ofResource = (resource: string, on: CivilDate): Fact => ({
  _tag: "ResourceIdentified",
  resource,
  on,
  region: "440100",
  organ: "health",
  produced: on,
  by: "health"
})

const ofPlan = (draw: Random, plan: string, on: CivilDate): Fact =>
  draw.oneIn(2)
    ? { _tag: "PlanDrafted", plan, on, kind: "provincial", region: "440000", organ: "p-info", by: "p-info" }
    : { _tag: "PlanImplemented", plan, on, items: ["item-1"], by: "p-info" }

/** An instant of entry: the clock goes on by a minute a command, and now and then it stands some weeks before or after. */
const entered = (draw: Random, n: number): string => {
  const astray = draw.oneIn(3) ? (draw.below(81) - 40) * 24 * 60 + draw.below(1440) : 0
  return new Date(Date.UTC(2026, 5, 1) + (n + astray) * 60_000).toISOString()
}

/** The n-th command of a writer, the same whoever asks: on one case or on several, of one stream or of several. */
export const commandOf = ({ pool, seed, writer }: Writing, n: number): Command => {
  const draw = random(seed ^ Math.imul(n, 0x9e3779b1))
  const at = entered(draw, n)
  const [project, other] = [`${pool}-P${draw.below(3)}`, `${pool}-P${3 + draw.below(3)}`]
  const day = (): CivilDate => addDays(first, draw.below(300))
  const some = (of: string, most: number): ReadonlyArray<Fact> =>
    Array.from({ length: 1 + draw.below(most) }, () => ofProject(draw, of, day()))
  const kinds: readonly [() => ReadonlyArray<Fact>, ...ReadonlyArray<() => ReadonlyArray<Fact>>] = [
    () => some(project, 1),
    () => some(project, 3),
    () => [...some(project, 2), ...some(other, 2)],
    () => [...some(other, 1), ...some(project, 1)],
    () => [...some(project, 1), ...assessed(project, day())],
    () => [ofResource(`${pool}-S${draw.below(3)}`, day()), ...some(project, 2)],
    // what is large is longer on its way to the disk
    () => Array.from({ length: 10 }, () => ofProject(draw, draw.pick([project, other]), day())),
    // what surrounds all cases moves the ground of all of them, so that it comes seldom
    () => (draw.oneIn(5) ? [ofPlan(draw, `plan-${draw.below(3)}`, day()), ...some(other, 1)] : some(other, 2))
  ]
  return { command: `${writer}-${n}`, at, by: clerk, facts: draw.pick(kinds)() }
}
