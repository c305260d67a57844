import { dayOf, days } from "@banfa/testing/system"
import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import type { Explanation } from "../../src/explanation/Explanation.ts"
import type { Inquiry } from "../../src/explanation/Inquiry.ts"
import { prose } from "../../src/explanation/prose.ts"
import type { Vocabulary } from "../../src/explanation/wording.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import type { Readings } from "../../src/regulation/Norm.ts"
import { type Advice, advise } from "../../src/verdict/Advice.ts"
import { compare } from "../../src/verdict/compare.ts"
import { duties, quietUntil } from "../../src/verdict/Duty.ts"
import { caseAt, type Recorded } from "../../src/verdict/record.ts"
import { type ActEvent, evaluate, type Subject } from "../../src/verdict/Subject.ts"
import { adverse, type Context, type Verdict } from "../../src/verdict/Verdict.ts"
import { law, lineOf, nameOf, now, runs } from "./Law.ts"

/** What laws look at in a fact. */
interface Seen {
  readonly seq?: number
}

/** What is known of a subject to put the laws to it that hold of every record. */
export interface Known<S extends { readonly id: string }, E extends Recorded & Seen> {
  /** Its articles, for the titles. */
  readonly arts: string
  readonly subject: Subject<S, E>
  readonly histories: fc.Arbitrary<{ readonly events: ReadonlyArray<E> }>
  readonly profiles: fc.Arbitrary<Profile>
  /** The id of the case that a history tells of. */
  readonly id: (events: ReadonlyArray<E>) => string
  readonly asked: (asOf: CivilDate, profile: Profile) => Context
  /** A question asked of surroundings that change no more after the day. */
  /** The words of the subject. */
  readonly vocabulary: Vocabulary
  readonly inquire: (state: S, v: Verdict, ctx: Context) => Inquiry | undefined
  readonly explain: (state: S, v: Verdict, ctx: Context) => Explanation
  /** Facts that a rule asks for before it knows that their answer matters. */
  readonly askedEarly: ReadonlyArray<string>
  /** A subject of one norm says less of each case: laws that count what is said of it meet less. */
  readonly oneNorm?: true
  readonly askedIn: (asOf: CivilDate, profile: Profile, frozen: CivilDate) => Context
}

/** The doors to a subject, for laws. */
export const doors = <S extends { readonly id: string }, E extends Recorded & Seen>({
  asked,
  id,
  subject
}: Known<S, E>) => {
  const onDay = (events: ReadonlyArray<E>, day: CivilDate): S => caseAt(subject, id(events), events, day, now)
  const says = (events: ReadonlyArray<E>, day: CivilDate, profile: Profile): ReadonlyArray<Verdict> =>
    evaluate(subject, onDay(events, day), asked(day, profile))
  return { onDay, says }
}

const shuffled = <E>(events: ReadonlyArray<E>, lots: ReadonlyArray<number>): ReadonlyArray<E> => {
  const out = [...events]
  for (let i = out.length; --i > 0; ) {
    const j = (lots[i % lots.length] ?? 0) % (i + 1)
    const [a, b] = [out[i] as E, out[j] as E]
    out[i] = b
    out[j] = a
  }
  return out
}
const lots = fc.array(fc.nat(1000), { minLength: 7, maxLength: 20 })

const shown = (changes: Advice["changes"]): ReadonlyArray<string> =>
  changes.map((c) => [c.before, c.after].map((v) => v && lineOf(v)).join(" > ")).sort()

const spans = (found: ReadonlyArray<Verdict>): ReadonlyArray<string> =>
  found.flatMap((v) => (v.intervals ?? []).map(({ from, until }) => `${v.norm} ${v.instance} ${from}..${until}`))

/** The laws that hold of every record: order, knowledge, time, advice. */
export const commonLaws = <S extends { readonly id: string }, E extends Recorded & ActEvent>(k: Known<S, E>): void => {
  const { arts, askedIn, asked, askedEarly, explain, histories, id, inquire, profiles, subject, vocabulary } = k
  const { onDay, says } = doors(k)

  law(
    `the order in which facts are read does not matter (${arts})`,
    80,
    { history: histories, lots },
    ({ history: { events }, lots }, met) => {
      const other = shuffled(events, lots)
      if (other.some((e, i) => e !== events[i])) met()
      expect(subject.fold("x", other)).toEqual(subject.fold("x", events))
      expect(subject.fold("x", [...events, ...other])).toEqual(subject.fold("x", events))
    }
  )

  law(
    `one fact more leaves what it does not touch the same, and folding one by one is folding all (${arts})`,
    80,
    { history: histories },
    ({ history: { events } }, met) => {
      let state = subject.fold("x", [])
      for (const e of events) {
        const next = subject.evolve(state, e)
        const touched = Object.keys(next).filter((key) => next[key as keyof S] !== state[key as keyof S])
        // A takeover says where, whose and what is covered; every other fact fills one slice and may move the position.
        if (!subject.opens(e))
          expect(touched.filter((key) => key !== "position" && key !== "since").length).toBeLessThanOrEqual(1)
        state = next
      }
      if (events.length > 2) met()
      expect(state).toEqual(subject.fold("x", events))
    }
  )

  law(
    `the same facts give the same bytes, and a case that went through JSON is judged the same (${arts})`,
    70,
    { history: histories, lots, n: days, profile: profiles },
    ({ history: { events }, lots, n, profile }, met) => {
      const day = dayOf(events, n)
      const ctx = asked(day, profile)
      const bytes = (list: ReadonlyArray<E>): string => {
        const s = onDay(list, day)
        return JSON.stringify([evaluate(subject, s, ctx), duties(subject, s, ctx)])
      }
      const once = bytes(events)
      if (once.includes('"norm"')) met()
      expect(bytes(shuffled(structuredClone(events) as Array<E>, lots))).toBe(once)
      const again = JSON.parse(JSON.stringify(onDay(events, day))) as S
      expect(evaluate(subject, again, ctx).map(lineOf)).toEqual(says(events, day, profile).map(lineOf))
    }
  )

  law(
    `what was known then stays as it was known (${arts})`,
    15,
    { history: histories, n: days, late: fc.nat(500) },
    ({ history: { events }, late, n }, met) => {
      const day = dayOf(events, n)
      const known = `${addDays((events[0] as E).on, late)}T12:00:00Z`
      const then = events.filter((e) => e.recordedAt <= known)
      if (then.length > 0 && then.length < events.length) met()
      expect(caseAt(subject, "x", then, day, now)).toEqual(caseAt(subject, "x", events, day, known))
    }
  )

  law(
    `a verdict sees no later fact (${arts})`,
    30,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      const day = dayOf(events, n)
      const found = says(events, day, profile)
      if (found.length > 0 && events.some((e) => e.on > day)) met()
      for (const v of found)
        for (const act of [v.trigger, v.act, ...(v.intervals ?? []).map((i) => i.act)])
          if (act !== undefined) expect(act.on <= day, `${lineOf(v)} on ${day}`).toBe(true)
    }
  )

  law(
    `a case that is left alone reads the same until the day it names, and differently on the day after (${arts})`,
    1,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      const day = dayOf(events, n)
      const s = onDay(events, day)
      const reading = (on: CivilDate): string =>
        evaluate(subject, s, askedIn(on, profile, day))
          .map(lineOf)
          .join("\n")
      const before = reading(day)
      const until = quietUntil(subject, s, askedIn(day, profile, day))
      if (until === undefined) {
        for (let i = 1; i < 400; i++)
          expect(reading(addDays(day, i)), `quiet for ever, but not ${i} days after ${day}`).toBe(before)
        return
      }
      met()
      expect(until >= day).toBe(true)
      for (let d = day; d <= until; d = addDays(d, 1))
        expect(reading(d), `quiet until ${until}, but not on ${d}`).toBe(before)
      expect(reading(addDays(until, 1)), `quiet until ${until}, and still after it`).not.toBe(before)
    }
  )

  law(
    `nothing is owed, late or in breach before 2005-02-04 (${arts}, 36)`,
    50,
    { history: histories, back: fc.integer({ min: 1, max: 900 }), profile: profiles },
    ({ back, history: { events }, profile }, met) => {
      const day = addDays("2005-02-04" as CivilDate, -back)
      const shift = (e: E): E => ({ ...e, on: "2004-01-01" as CivilDate })
      if (says(events, "2026-12-01" as CivilDate, profile).length > 0) met()
      expect(says(events.map(shift), day, profile)).toEqual([])
    }
  )

  law(
    `advice tells exactly what recording the act would change (${arts})`,
    30,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      const acts = events.filter((e) => e._tag !== "Retracted")
      const act = acts[n % Math.max(1, acts.length)] as E
      const rest = events.filter((e) => e.id !== act.id && e.corrects !== act.id)
      const s = caseAt(subject, id(events), rest, act.on, now)
      const ctx = asked(act.on, profile)
      const full = compare(evaluate(subject, s, ctx), evaluate(subject, subject.evolve(s, act), ctx))
      if (full.length > 0) met()
      const advice = advise(subject, s, act, ctx)
      expect(shown(advice.changes)).toEqual(shown(full))
    }
  )

  law(
    `what was not as provided and was put right stays on record whatever happens later (${arts}, 35)`,
    0.4,
    { history: histories, n: days, later: fc.nat(400), profile: profiles },
    ({ history: { events }, later, n, profile }, met) => {
      const plain = events.filter((e) => e._tag !== "Retracted" && e.corrects === undefined)
      const day = dayOf(plain, n)
      const end = addDays(day, later)
      const before = spans(says(plain, day, profile))
      const after = spans(says(plain, end, profile))
      const gone = new Set(
        evaluate(subject, onDay(plain, end), asked(end, profile)).map((v) => `${v.norm} ${v.instance}`)
      )
      met(before.length)
      for (const span of before) if (gone.has(span.slice(0, span.lastIndexOf(" ")))) expect(after).toContain(span)
    }
  )

  law(
    `a document of another region changes nothing (${arts})`,
    30,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      const day = dayOf(events, n)
      const parameters = Object.fromEntries(
        Object.entries(profile.parameters).map(([name, entries]) => [
          name,
          entries?.map((e) => ({ ...e, region: "440300" }))
        ])
      ) as Profile["parameters"]
      const foreign = says(events, day, { ...profile, parameters })
      if (Object.keys(parameters).length > 0 && foreign.length > 0) met()
      expect(foreign.map(lineOf)).toEqual(says(events, day, { ...profile, parameters: {} }).map(lineOf))
    }
  )

  law(
    `every missing fact has a name, and nothing else does (${arts})`,
    50,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      for (const v of says(events, dayOf(events, n), profile)) {
        met()
        expect(v.missing !== undefined, lineOf(v)).toBe(v.status === "Undetermined")
      }
    }
  )

  let all = 0
  const idle: Array<string> = []
  law(
    `every missing fact has answers, each once (${arts})`,
    k.oneNorm ? 15 : 50,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      const day = dayOf(events, n)
      const s = onDay(events, day)
      for (const v of says(events, day, profile)) {
        if (v.missing === undefined) continue
        met()
        all += 1
        const inquiry = inquire(s, v, asked(day, profile))
        if (inquiry === undefined) return expect.fail(`nothing is supposed of ${lineOf(v)}`)
        const { answers, decides, fact, name } = inquiry
        expect(fact, lineOf(v)).toBe(vocabulary.missing[name])
        expect(answers.length, lineOf(v)).toBeGreaterThan(1)
        expect(new Set(answers.map((a) => a.answer.zh)).size, lineOf(v)).toBe(answers.length)
        const next = answers.some(({ missing }) => missing !== undefined && missing !== fact)
        if (!decides && !next && !askedEarly.includes(name))
          idle.push([lineOf(v), ...answers.map((a) => `${a.answer.en} -> ${a.conclusion.en}`)].join("\n"))
      }
    }
  )
  test(`two of its answers lead to different conclusions, or one names what is missing next, but for one in a hundred (${arts})`, () => {
    expect(all).toBeGreaterThan(runs < 500 ? 0 : 100)
    expect(idle.length, idle.slice(0, 5).join("\n\n")).toBeLessThanOrEqual(
      runs < 500 ? Math.ceil(all / 100) : all / 100
    )
  })

  law(
    `every verdict is said in Chinese and in English, with its article and nothing left out (${arts})`,
    50,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      const day = dayOf(events, n)
      const s = onDay(events, day)
      for (const v of says(events, day, profile)) {
        met()
        const text = prose(explain(s, v, asked(day, profile)))
        for (const said of [text.zh, text.en]) expect(said, lineOf(v)).not.toMatch(/undefined|null|\[object/u)
        expect(text.zh).toMatch(/第.+条/u)
        if (v.note !== undefined) expect(text.zh).not.toContain(v.note)
      }
    },
    0.3
  )

  law(
    `a record that is complete from its beginning accuses of nothing less than one that is not (${arts})`,
    k.oneNorm ? 1 : 5,
    { history: histories, n: days, profile: profiles },
    ({ history: { events }, n, profile }, met) => {
      const day = dayOf(events, n)
      const s = onDay(events, day)
      if (!("coverage" in s) || s.coverage === undefined) return
      const accused = evaluate(subject, s, asked(day, profile)).filter((v) => adverse(v.status))
      const whole = evaluate(subject, { ...s, coverage: undefined }, asked(day, profile)).map(
        (v) => `${nameOf(v)} ${v.status}`
      )
      met(accused.length)
      for (const v of accused) expect(whole, lineOf(v)).toContain(`${nameOf(v)} ${v.status}`)
    },
    2
  )
}

/** For each option of each reading the first sampled case that it tells otherwise than the recommended one. */
export const witnesses = <S extends { readonly id: string }, E extends Recorded & Seen>(
  k: Known<S, E>,
  options: { readonly [reading: string]: ReadonlyArray<string> }
): ReadonlyArray<readonly [reading: string, option: string, found: boolean]> => {
  const { says } = doors(k)
  const cases = fc.sample(fc.tuple(k.histories, days, k.profiles), { numRuns: 1500, seed: 11 })
  return Object.entries(options).flatMap(([name, all]) =>
    all.slice(1).map((option) => {
      const by = (chosen: string, [{ events }, n, profile]: (typeof cases)[number]): string => {
        const readings = { ...profile.readings, [name]: chosen } as unknown as Readings
        return says(events, dayOf(events, n), { ...profile, readings })
          .map(lineOf)
          .join("\n")
      }
      return [name, option, cases.some((one) => by(option, one) !== by(all[0] as string, one))] as const
    })
  )
}
