import { defaultProfiles, histories, profiles } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { advise, type Event, evolve, type Project, type Verdict } from "../../src/project/index.ts"
import { row } from "../../src/project/Lifecycle.ts"
import { norms } from "../../src/regulation/norms.ts"
import { known } from "../../src/verdict/Fact.ts"
import { asked, law, lineOf, onDay, sample, says } from "./Law.ts"
import { guardsIn, strengthIn } from "./lifecycleData.ts"
import { expectTold } from "./stranger.ts"

/** The case without an act on the day of the act, and the act; of the facts that are no acts, the opening. */
const before = (
  events: ReadonlyArray<Event>,
  n: number,
  among = events
): { readonly p: Project; readonly act: Event } => {
  const acts = among.filter((e) => e._tag !== "Retracted")
  const act = acts[n % Math.max(1, acts.length)] ?? (events[0] as Event)
  return {
    act,
    p: onDay(
      events.filter((e) => e.id !== act.id && e.corrects !== act.id),
      act.on
    )
  }
}
/** The acts that norms gate. */
const gated = (events: ReadonlyArray<Event>): ReadonlyArray<Event> => events.filter((e) => guardsIn(e._tag).length > 0)

const at = fc.nat(200)

law(
  "references, presumptions, powers and principles never deny, unless a reading says that they bar (arts 9 to 12, 29 to 33)",
  6,
  { history: histories, n: at, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const { act, p } = before(events, n, gated(events))
    for (const r of advise(p, act, asked(act.on, profile)).reasons) {
      if (r._tag !== "Norm" || r.outcome !== "Denied") continue
      met()
      const norm = r.verdict.norm as keyof typeof norms
      if (r.verdict.bars === undefined) {
        expect(norms[norm].force, lineOf(r.verdict)).toMatch(/^(mandatory|constitutive)$/u)
        expect(["required", "competence"], lineOf(r.verdict)).toContain(strengthIn(act._tag, norm))
      } else {
        const { A10a, A10e, A30b, A32b, A34 } = profile.readings
        const read = [A10a === "veto", A10e === "wait", A30b === "forbid", A32b === "block", A34 === "no"]
        expect(read, lineOf(r.verdict)).toContain(true)
      }
    }
  }
)

/** Whether a gate stands open, read off the verdict alone. */
const standsOpen = (v: Verdict, on: string): boolean =>
  v.gate === undefined
    ? !["Breached", "Overdue", "DoesNotQualify", "Undetermined"].includes(v.status) &&
      !(v.status === "Pending" && v.due !== undefined && v.due <= on)
    : v.gate === "met"

/** The instances of which an act speaks itself. */
const own = (e: Event): ReadonlyArray<string> =>
  ["application", "request", "budget", "assessment", "acceptance", "review"].flatMap((key) =>
    key in e ? [`${key}/${String((e as unknown as Record<string, unknown>)[key])}`] : []
  )

law(
  "no act advised as allowed leaves one of its own required gates unmet (arts 9 to 12, 29 to 33)",
  7,
  { history: histories, n: at, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const { act, p } = before(events, n, gated(events))
    const { outcome } = advise(p, act, asked(act.on, profile))
    if (outcome !== "Allowed" && outcome !== "AllowedWithNotice") return
    const required = guardsIn(act._tag)
      .filter((g) => g.strength === "required" || g.strength === "competence")
      .map((g) => g.norm)
    for (const v of says(evolve(p, act), act.on, profile)) {
      if (!own(act).includes(v.instance)) continue
      if (required.includes(v.norm)) {
        met()
        expect(standsOpen(v, act.on), `${act._tag} is ${outcome}: ${lineOf(v)}`).toBe(true)
      }
      if (v.bars && guardsIn(act._tag).some((g) => g.norm === v.norm))
        expect(standsOpen(v, act.on), `${act._tag} is ${outcome}: ${lineOf(v)}`).toBe(true)
    }
  }
)

law(
  "somebody without a grant is told so: denied where a sentence gives the act to others, not entitled to what is another's (arts 4, 10 to 12, 29 to 33)",
  90,
  { history: histories, n: at, profile: profiles, by: fc.constantFrom("stranger", "unheard-of") },
  ({ by, history: { events }, n, profile }, met) => {
    const { act, p } = before(events, n)
    // Where an agency that nobody knows opened the record, whose project it is stays open: nothing is claimed of it.
    if (p.organ === by) return
    met()
    expectTold(advise(p, { ...act, by }, asked(act.on, profile)), row(act._tag))
  }
)

law(
  "whoever is allowed to decide holds the office for exactly the region, on the day (arts 9, 10)",
  5,
  {
    history: histories,
    n: at,
    profile: defaultProfiles,
    by: fc.constantFrom("drc", "old-drc", "c-drc", "p-drc", "info", "stranger", "unheard-of")
  },
  ({ by, history: { events }, n, profile }, met) => {
    const { act, p } = before(
      events,
      n,
      events.filter((e) => e._tag === "Approved" || e._tag === "OpinionRequested")
    )
    if (act._tag !== "Approved" && act._tag !== "OpinionRequested") return
    const { reasons } = advise(p, { ...act, by }, asked(act.on, profile))
    const applied = p.applications.find((a) => a.id === act.application)?.applied
    if (!known(applied) || !known(applied.to)) return
    const seat = sample.seat(applied.to, "investment", applied.on)
    const region = seat === null ? p.region : seat
    const holds = region === undefined ? undefined : sample.holds(by, "investment.any", region, act.on)
    if (holds === true) met()
    const answer = reasons.find((r) => r._tag === "Competence")?.outcome
    expect(answer).toBe(holds === true ? undefined : holds === false ? "Denied" : "Undetermined")
  }
)
