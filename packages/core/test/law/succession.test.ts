import { dayOf, days, defaultProfiles, histories, profiles, projectId } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { isAssessmentEvent } from "../../src/assessment/Lifecycle.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { bearers, owing } from "../../src/project/bearers.ts"
import { duties, type Event, evolve, fold, position } from "../../src/project/index.ts"
import { norms } from "../../src/regulation/norms.ts"
import { findingDay } from "../../src/verdict/bearing.ts"
import { open, type Verdict } from "../../src/verdict/Verdict.ts"
import { asked, folded, law, lineOf, named, nameOf, onDay, sample, says, unentered } from "./Law.ts"

law(
  "every open duty has a bearer, and it is one who holds the office on the day asked (arts 4, 9 to 12, 29 to 33)",
  90,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    for (const { bearers, verdict } of duties(onDay(events, day), asked(day, profile)).duties) {
      const { bearer } = norms[verdict.norm as keyof typeof norms]
      if (bearer.every((role) => role === "none")) continue
      met()
      expect(bearers.length, lineOf(verdict)).toBeGreaterThan(0)
      for (const { agency, role } of bearers) {
        if (agency === undefined) continue
        expect(sample.successorOn(agency, day), `${lineOf(verdict)} ${role} on ${day}`).toBe(agency)
      }
    }
  }
)

law(
  "what was found stays with whoever bore it then; what is open passes to whoever succeeds (arts 4, 12, 32)",
  90,
  { history: histories, n: days, wait: fc.nat(500), profile: defaultProfiles },
  ({ history: { events }, n, profile, wait }, met) => {
    const day = dayOf(events, n)
    const then = addDays(day, wait)
    const p = onDay(events, day)
    const later = named(says(p, then, profile))
    for (const v of says(p, day, profile)) {
      const w = later.get(nameOf(v))
      if (w === undefined || lineOf(w) !== lineOf(v) || v.status === "Undetermined") continue
      met()
      if (open(v)) {
        const [now, next] = [owing(v, p, asked(day, profile)), owing(w, p, asked(then, profile))]
        const passed = now.map((b) => ({ ...b, agency: b.agency && sample.successorOn(b.agency, then) }))
        const held = next.filter((_, i) => passed[i]?.agency !== undefined)
        expect(held, lineOf(v)).toEqual(passed.filter(({ agency }) => agency !== undefined))
      }
      if (findingDay(v) !== undefined)
        expect(bearers(w, p, asked(then, profile)), lineOf(v)).toEqual(bearers(v, p, asked(day, profile)))
    }
  }
)

law(
  "the streams of a project and of its assessments give one case, read apart, together or one fact at a time (arts 29 to 33)",
  60,
  { history: histories },
  ({ history: { events } }, met) => {
    const [assessing, others] = [events.filter(isAssessmentEvent), events.filter((e) => !isAssessmentEvent(e))]
    if (assessing.length > 0) met()
    const p = folded(events)
    expect(folded([...assessing, ...others])).toEqual(p)
    expect(folded([...others, ...assessing])).toEqual(p)
    const step = (list: ReadonlyArray<Event>) => list.reduce(evolve, fold(projectId, []))
    expect(step(events)).toEqual(p)
    const ctx = asked(events.at(-1)?.on ?? ("2026-01-05" as CivilDate), textOnly)
    expect(position(step([...assessing, ...others]), ctx)).toBe(position(p, ctx))
  }
)

const entered = "2190-01-01T00:00:00Z"
const plain = (ref: string | undefined): string | undefined => ref?.replace("!", "")
const told = (v: Verdict): string =>
  lineOf({
    ...v,
    ...(v.trigger === undefined ? {} : { trigger: { ...v.trigger, ref: plain(v.trigger.ref) } }),
    ...(v.act === undefined ? {} : { act: { ...v.act, ref: plain(v.act.ref) } })
  })

law(
  "a correction that says the same changes no verdict, and one that leaves a particular out leaves it unknown",
  90,
  { history: histories, n: fc.nat(200), later: days, profile: defaultProfiles },
  ({ history, later, n, profile }, met) => {
    const events = history.events.filter((e) => e._tag !== "Retracted" && e.corrects === undefined)
    const acts = events.filter((e) => e._tag !== "Drafted" && e._tag !== "TakenOver")
    const e = acts[n % Math.max(1, acts.length)]
    if (e === undefined) return
    met()
    const day = dayOf(events, later)
    // Its id keeps the place of the fact among those of one day.
    const same = { ...e, id: `${e.id}!`, corrects: e.id, recordedAt: entered } as Event
    const before = says(onDay(events, day), day, profile).map(lineOf)
    expect(says(onDay([...events, same], day), day, profile).map(told)).toEqual(before)
    const {
      by: _,
      considered: __,
      ...rest
    } = { considered: null, ...same } as Event & { readonly considered?: unknown }
    const {
      by: ___,
      considered: ____,
      ...less
    } = { considered: null, ...e } as Event & { readonly considered?: unknown }
    const stated = events.map((x) => (x === e ? (less as Event) : x))
    expect(says(onDay([...events, rest as Event], day), day, profile).map(told)).toEqual(
      says(onDay(stated, day), day, profile).map(lineOf)
    )
  }
)

law(
  "an assessment told late, or not at all, changes nothing that was known before (arts 29 to 33)",
  40,
  { history: histories, n: days, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const late = events.map((e): Event => (isAssessmentEvent(e) ? { ...e, recordedAt: entered } : e))
    const never = events.filter((e) => !isAssessmentEvent(e))
    if (never.length < events.length) met()
    const known = (list: ReadonlyArray<Event>) =>
      says(
        onDay(
          list.filter((e) => e.recordedAt < entered),
          day
        ),
        day,
        profile
      ).map(lineOf)
    expect(known(late)).toEqual(known(never))
    const all = "2198-12-31" as CivilDate
    expect(unentered(onDay(late, all))).toEqual(unentered(onDay(events, all)))
  }
)
