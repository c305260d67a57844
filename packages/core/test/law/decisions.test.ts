/** Laws of what is decided more than once: each decision is judged by itself, by what is on record before it. */
import { dayOf, days, profiles as projectProfiles, histories as projects } from "@banfa/testing/project"
import { profiles as resourceProfiles, histories as resources } from "@banfa/testing/resource"
import fc from "fast-check"
import { expect } from "vitest"
import { subject as project } from "../../src/project/index.ts"
import { type Event as ResourceEvent, subject as resource } from "../../src/resource/index.ts"
import { type Decided, decisionsOn, perDecision } from "../../src/verdict/decisions.ts"
import { known } from "../../src/verdict/Fact.ts"
import { evaluate } from "../../src/verdict/Subject.ts"
import type { Context, Verdict } from "../../src/verdict/Verdict.ts"
import { asked, law, lineOf, onDay } from "./Law.ts"
import * as ofResources from "./resourceLaw.ts"

const finding = (verdicts: ReadonlyArray<Verdict>, norm: string, instance: string): string | undefined => {
  const found = verdicts.find((v) => v.norm === norm && v.instance === instance)
  return found && lineOf({ ...found, instance: "" })
}

/** Holds a further decision of a matter against the same decision where it is the only one. */
const judgedByItself = (
  norms: ReadonlyArray<string>,
  matter: Decided,
  together: ReadonlyArray<Verdict>,
  alone: ReadonlyArray<Verdict>,
  met: () => void
): void => {
  for (const norm of norms) {
    const expected = finding(alone, norm, matter.instance)
    const own = finding(together, norm, "decision/~further")
    if (expected === undefined)
      expect(own, `${norm} says nothing of a further decision of ${matter.instance}`).toBe(undefined)
    else {
      met()
      // What the norm found of the same acts at an earlier decision it does not say again.
      const earlier = perDecision(matter).map(({ instance }) => finding(together, norm, instance))
      expect(own === undefined ? earlier : [own], `${norm} of a further decision of ${matter.instance}`).toContainEqual(
        expected
      )
    }
  }
}

/** The same matters, of which one has its further decision alone. */
const onlyFurther = <X extends Decided>(matters: ReadonlyArray<X>, instance: string): ReadonlyArray<X> =>
  matters.map((one) =>
    one.instance === instance ? { ...one, decision: decisionsOn(one).at(-1), further: undefined } : one
  )

const ofProject = (state: Parameters<typeof project.evolve>[0], ctx: Context) => evaluate(project, state, ctx)

law(
  "each decision of a round is judged by itself, by what is on record before it (arts 9, 10, 14, 18, 31)",
  150,
  {
    history: projects,
    n: days,
    profile: projectProfiles,
    approves: fc.boolean(),
    item: fc.constantFrom(undefined, null, { plan: "plan-p", item: "item-1" }),
    considers: fc.constantFrom("all", "none", "unknown")
  },
  ({ approves, considers, history: { events }, item, n, profile }, met) => {
    const on = dayOf(events, n)
    const state = onDay(events, on)
    const matter = state.applications.find((a) => known(a.decision))
    if (matter === undefined || !known(matter.decision)) return
    // Whose an assessment of no known type is, the approvals of the whole project say.
    if (state.assessments.some(({ planned }) => !known(planned))) return
    const named = [...matter.opinions, ...state.assessments].map(({ id }) => id)
    const considered = considers === "unknown" ? {} : { considered: considers === "all" ? named : null }
    const told = { id: "~further", on, by: matter.decision.by, recordedAt: "2100-01-01T00:00:00Z", project: state.id }
    const act = { ...told, application: matter.id, ...considered }
    const further = approves
      ? { _tag: "Approved", ...act, ...(item === undefined ? {} : { planItem: item }) }
      : { _tag: "Rejected", ...act }
    const both = project.evolve(state, further as Parameters<typeof project.evolve>[1])
    const ctx = asked(on, profile)
    const alone = { ...both, applications: onlyFurther(both.applications, matter.instance) }
    // N9.2 is judged by people, who name what they judge
    const norms = ["N9.1", "N10.1", "N10.2", "N14.1", "N18.1", "N31.3", "N31.4"]
    judgedByItself(norms, matter, ofProject(both, ctx), ofProject(alone, ctx), met)
  }
)

law(
  "each decision on an acceptance is judged by itself, by what is on record before it (arts 18, 19, 32)",
  15,
  { history: projects, n: days, profile: projectProfiles, passes: fc.boolean() },
  ({ history: { events }, n, passes, profile }, met) => {
    const on = dayOf(events, n)
    const state = onDay(events, on)
    const matter = state.acceptances.find((c) => known(c.decision))
    if (matter === undefined) return
    const told = { id: "~further", on, recordedAt: "2100-01-01T00:00:00Z", project: state.id, acceptance: matter.id }
    const further = passes
      ? { _tag: "AcceptancePassed" as const, ...told, considered: null }
      : { _tag: "AcceptanceFailed" as const, ...told, considered: null, defects: null }
    const both = project.evolve(state, further as Parameters<typeof project.evolve>[1])
    const ctx = asked(on, profile)
    const alone = { ...both, acceptances: onlyFurther(both.acceptances, matter.instance) }
    judgedByItself(["N18.1", "N19.1", "N32.4"], matter, ofProject(both, ctx), ofProject(alone, ctx), met)
  }
)

law(
  "each decision on a request to share is judged by itself, by what is on record before it (arts 22, 23, 28)",
  30,
  {
    history: resources,
    n: days,
    profile: resourceProfiles,
    amount: fc.constantFrom(undefined, null, "1.00"),
    grants: fc.boolean()
  },
  ({ amount, grants, history: { events }, n, profile }, met) => {
    const on = dayOf(events, n)
    const state = ofResources.onDay(events, on)
    const matter = state.sharings.find((s) => known(s.decision))
    if (matter === undefined) return
    const told = { id: "~further", on, recordedAt: "2100-01-01T00:00:00Z", resource: state.id, sharing: matter.id }
    const further = grants
      ? { _tag: "SharingGranted", ...told, amount, ground: null, legalBasis: null }
      : { _tag: "SharingRefused", ...told }
    const both = resource.evolve(state, further as ResourceEvent)
    const ctx = ofResources.asked(on, profile)
    const alone = { ...both, sharings: onlyFurther(both.sharings, matter.instance) }
    const norms = ["N22.4", "N23.3", "N28.1"]
    judgedByItself(norms, matter, evaluate(resource, both, ctx), evaluate(resource, alone, ctx), met)
  }
)
