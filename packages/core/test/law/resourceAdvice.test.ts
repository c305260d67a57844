import { histories, opens, profiles, provinces } from "@banfa/testing/resource"
import fc from "fast-check"
import { expect } from "vitest"
import { textOnly as profile } from "../../src/profile/Profile.ts"
import { norms } from "../../src/regulation/norms.ts"
import { advise, type Event, evolve, type Resource, subject, type Verdict } from "../../src/resource/index.ts"
import { row } from "../../src/resource/Lifecycle.ts"
import { law, lineOf } from "./Law.ts"
import { asked, onDay, says } from "./resourceLaw.ts"
import { expectTold } from "./stranger.ts"

/** The case without an act on the day of the act, and the act. */
const before = (
  events: ReadonlyArray<Event>,
  n: number,
  among = events
): { readonly r: Resource; readonly act: Event } => {
  const acts = among.filter((e) => e._tag !== "Retracted")
  const act = acts[n % Math.max(1, acts.length)] ?? (events[0] as Event)
  return {
    act,
    r: onDay(
      events.filter((e) => e.id !== act.id && e.corrects !== act.id),
      act.on
    )
  }
}
const guardsOf = (e: Event): { readonly [norm: string]: string } => row(e._tag).guards ?? {}
const gated = (events: ReadonlyArray<Event>): ReadonlyArray<Event> =>
  events.filter((e) => Object.keys(guardsOf(e)).length > 0)
const at = fc.nat(200)

law(
  "only a norm that the lifecycle makes a condition denies an act on a resource (arts 22 to 28)",
  4,
  { history: histories, n: at, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const { act, r } = before(events, n, gated(events))
    for (const reason of advise(r, act, asked(act.on, profile, province)).reasons) {
      if (reason._tag !== "Norm" || reason.outcome !== "Denied") continue
      met()
      const norm = reason.verdict.norm as keyof typeof norms
      expect(["required", "competence"], lineOf(reason.verdict)).toContain(guardsOf(act)[norm])
      expect(norms[norm].force, lineOf(reason.verdict)).not.toBe("presumptive")
    }
  }
)

const standsOpen = (v: Verdict): boolean =>
  v.gate === undefined
    ? !["Breached", "Overdue", "DoesNotQualify", "Undetermined"].includes(v.status)
    : v.gate === "met"

law(
  "no act on a resource advised as allowed leaves one of its own conditions unmet (arts 26 to 28)",
  2,
  { history: histories, n: at, profile: profiles, province: provinces },
  ({ history: { events }, n, profile, province }, met) => {
    const { act, r } = before(events, n, gated(events))
    const { outcome } = advise(r, act, asked(act.on, profile, province))
    if (outcome !== "Allowed" && outcome !== "AllowedWithNotice") return
    const after = evolve(r, act)
    const own = subject.instances(after, act)
    for (const v of says(after, act.on, profile, province)) {
      if (v.instance !== "" && !own.includes(v.instance)) continue
      if (!["required", "competence"].includes(guardsOf(act)[v.norm] ?? "")) continue
      met()
      expect(standsOpen(v), `${act._tag} is ${outcome}: ${lineOf(v)}`).toBe(true)
    }
  }
)

law(
  "somebody without a grant is told so of every act on a resource, and anybody may ask to share (arts 22 to 28)",
  90,
  { history: histories, n: at, profile: profiles, by: fc.constantFrom("stranger", "unheard-of") },
  ({ by, history: { events }, n, profile }, met) => {
    const { act, r } = before(events, n)
    // Where an agency that nobody knows opened the record, whose resource it is stays open: nothing is claimed of it.
    if (r.organ === by) return
    const advice = advise(r, { ...act, by }, asked(act.on, profile))
    met()
    if (act._tag === "SharingRequested") {
      expect(advice.reasons.some((reason) => reason._tag === "Competence")).toBe(false)
      return
    }
    // Whoever asked may withdraw, send again and end, whatever it is.
    if (act._tag.startsWith("Sharing") && row(act._tag).who.includes("applicant.any")) return
    expectTold(advice, row(act._tag))
  }
)

law(
  "deciding on an exception is the provincial authority's, on the day, and nobody else's (art. 27)",
  3,
  { history: histories, n: at, by: fc.constantFrom("p-info", "p-info-2", "info", "centre", "health", "stranger") },
  ({ by, history: { events }, n }, met) => {
    const { act, r } = before(
      events,
      n,
      events.filter((e) => e._tag === "StorageConsentGiven" || e._tag === "StorageConsentRevoked")
    )
    if (opens(act) || (act._tag !== "StorageConsentGiven" && act._tag !== "StorageConsentRevoked")) return
    const ctx = asked(act.on, profile)
    const holds = ctx.directory.holds(by, "info.provincial", "440000", act.on)
    if (holds === true) met()
    const answer = advise(r, { ...act, by }, ctx).reasons.find((reason) => reason._tag === "Competence")?.outcome
    expect(answer).toBe(holds === true ? undefined : act._tag === "StorageConsentGiven" ? "Denied" : "NotEntitled")
  }
)
