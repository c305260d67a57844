import { calendar, plansInForce } from "@banfa/testing/project"
import { describe, expect, it } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { context, fold as foldPlan } from "../../src/planning/index.ts"
import { path as planPath } from "../../src/planning/path.ts"
import { type Event, evolve, fold, type Position, position, subject } from "../../src/project/index.ts"
import { sample } from "../law/Law.ts"
import { act, command, docketOver, inProject, memory, P1, type Sent, value } from "./fixture.ts"

const day = "2026-04-02"

/** The example of a step as a host sends it: the docket numbers and dates the entry itself. */
const sent = ({ recordedAt: _, seq: __, ...fact }: Event): Sent => fact

/** Performs a way in a docket, all of it on one day; tells where the case then stood and where the way said it would. */
const performed = async (goal: Position) => {
  const docket = await docketOver(memory())
  value(await docket.record(command("opening", [act.drafted()], "2026-03-02T10:00:00Z")))
  const way = value(await docket.path(inProject(), goal, { asOf: day }))
  if (way._tag === "None") throw new Error(JSON.stringify(way.lacks))
  const facts = async () => value(await docket.history(inProject())).map(({ fact }) => fact)
  const then = context({ asOf: day as CivilDate, directory: sample, calendar, plansInForce })
  let said = fold(P1, await facts())
  const stood: Array<ReadonlyArray<string>> = []
  const told: Array<ReadonlyArray<string>> = []
  for (const [i, { act: step, advice }] of way.steps.entries()) {
    const { outcome } = value(await docket.perform(command(`step-${i}`, [sent(step)], `${day}T10:00:00Z`))).advice
    said = evolve(said, step)
    const is = fold(P1, await facts())
    stood.push([step._tag, outcome, position(is, then), subject.position(is, then, step)])
    told.push([step._tag, advice.outcome, position(said, then), subject.position(said, then, step)])
    const rest = value(await docket.path(inProject(), goal, { asOf: day }))
    expect(rest._tag === "Found" && rest.steps.map(({ act }) => act._tag)).toEqual(
      way.steps.slice(i + 1).map(({ act }) => act._tag)
    )
  }
  return { stood, told }
}

describe("a way that is performed in a docket on one day", () => {
  it("is allowed step by step and passes the positions that it said, those of the assessment too (arts 9, 10, 29 to 33)", async () => {
    for (const [goal, steps] of [
      ["retired", 17],
      ["rejected", 4],
      ["cancelled", 11]
    ] as const) {
      const { stood, told } = await performed(goal)
      expect(stood).toEqual(told)
      expect(stood.length).toBe(steps)
      expect(stood.at(-1)?.[2]).toBe(goal)
    }
  })
})

describe("the way of a case of another subject", () => {
  it("is told to whoever asks the docket, as the stateless door tells it (art. 8)", async () => {
    const docket = await docketOver(memory())
    const plan = { subject: "planning", id: "plan-1" } as const
    const drafted = { _tag: "PlanDrafted", plan: "plan-1", id: "d", on: "2026-03-02", by: "info" }
    const opened = { ...drafted, kind: "local", region: "440100", organ: "info" }
    value(await docket.record(command("opening", [opened as unknown as Sent], "2026-03-02T10:00:00Z")))
    const facts = value(await docket.history(plan)).map(({ fact }) => fact)
    const way = value(await docket.path(plan, "inForce", { asOf: day }))
    const ctx = context({ asOf: day as CivilDate, directory: sample, calendar, plansInForce })
    expect(way).toEqual(planPath(foldPlan("plan-1", facts), "inForce", ctx))
    expect(way).toMatchObject({ _tag: "None", lacks: [{ role: "planning.local" }, { role: "government.local" }] })
    expect(value(await docket.next(plan, { asOf: day })).map(({ kind }) => kind)).toEqual([
      "PlanSubmittedForReview",
      "PlanWithdrawn"
    ])
  })
})
