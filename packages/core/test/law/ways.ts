/** The laws that hold of the ways of every subject. */
import { dayOf, days } from "@banfa/testing/supervision"
import fc from "fast-check"
import { expect } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { Course } from "../../src/path/Course.ts"
import { cheapest } from "../../src/path/cheapest.ts"
import { examples } from "../../src/path/examples.ts"
import { stepKinds } from "../../src/path/stepKinds.ts"
import type { Way } from "../../src/path/Way.ts"
import { wayfinderOf } from "../../src/path/wayfinderOf.ts"
import type { Profile } from "../../src/profile/Profile.ts"
import { type Advice, advise } from "../../src/verdict/Advice.ts"
import type { Recorded } from "../../src/verdict/record.ts"
import type { ActEvent } from "../../src/verdict/Subject.ts"
import type { Context } from "../../src/verdict/Verdict.ts"
import { lawsOf } from "./Law.ts"

/** What is known of a subject to put the laws of ways to it. */
export interface KnownWays<S extends { readonly id: string }, E extends Recorded & ActEvent, G extends string> {
  /** Its articles, for the titles. */
  readonly arts: string
  readonly histories: fc.Arbitrary<{ readonly events: ReadonlyArray<E> }>
  readonly profiles: fc.Arbitrary<Profile>
  readonly asked: (asOf: CivilDate, profile: Profile) => Context
  readonly onDay: (events: ReadonlyArray<E>, day: CivilDate) => S
  readonly goals: fc.Arbitrary<G>
  readonly path: (state: S, goal: G, ctx: Context, limit?: number) => Way<E>
  /** The course on which a case comes to a goal. */
  readonly course: (state: S, goal: G, ctx: Context) => Course<S, E>
  /** What breaks off, and so is a step only to where it leads. */
  readonly exits: ReadonlyArray<E["_tag"]>
  /** Of a hundred cases, in how many each law has to meet a step. */
  readonly floor: number
  /** Which part of all runs each law is put to. */
  readonly portion: number
}

/** Whether an act may be a step: nothing stands in its way, and whoever does it is one of those who may. */
const lawful = ({ outcome, reasons }: Advice): boolean =>
  (outcome === "Allowed" || outcome === "AllowedWithNotice") && !reasons.some(({ _tag }) => _tag === "Competence")

/** The acts of a way; none where there is no way. */
export const actsOf = <E>(way: Way<E>): ReadonlyArray<E> =>
  way._tag === "Found" ? way.steps.map(({ act }) => act) : []

/** Answers to a question about what is wanting, each asked for once. */
export const answers = <A>(ask: (wanting: ReadonlyArray<string>) => A): ((wanting: ReadonlyArray<string>) => A) => {
  const said = new Map<string, A>()
  return (wanting) => {
    const name = wanting.toSorted().join()
    const answer = said.get(name) ?? ask(wanting)
    said.set(name, answer)
    return answer
  }
}

const usual = <S extends { readonly id: string }, E extends ActEvent>(
  { subject }: Course<S, E>,
  state: S,
  act: E,
  ctx: Context
): boolean => subject.row(act._tag, state).from?.includes(subject.position(state, ctx, act)) !== false

/** How much there is to remark about an act: its notices, and as three of them that it is out of the ordinary course. */
const remarks = <S extends { readonly id: string }, E extends ActEvent>(
  { unusual }: Course<S, E>,
  state: S,
  act: E,
  { reasons }: Advice
): number => reasons.length + (unusual?.(state, act) === true ? 3 : 0)

/** What acts, done one after the other, come to: whether each is lawful and usual where the case stands, where they end, how much is remarked. */
const performed = <S extends { readonly id: string }, E extends ActEvent>(
  course: Course<S, E>,
  start: S,
  acts: ReadonlyArray<E>,
  ctx: Context
) => {
  let state = start
  let going = true
  let noticed = 0
  for (const act of acts) {
    const advice = advise(course.subject, state, act, ctx)
    going &&= lawful(advice) && usual(course, state, act, ctx)
    noticed += remarks(course, state, act, advice)
    state = course.subject.evolve(state, act)
  }
  return { going, noticed, ends: course.position(state, ctx) }
}

const enough = 1_500

/** What the plainest way costs by a search through all examples and every order of them; not known where it looked at `enough`. */
const unreduced = <S extends { readonly id: string }, E extends ActEvent>(
  course: Course<S, E>,
  start: S,
  goal: string,
  ctx: Context
): number | "none" | "unknown" => {
  const { position, subject } = course
  const kinds = stepKinds(wayfinderOf(course), position(start, ctx), goal)
  const { exhausted, found } = cheapest<{ readonly state: S; readonly done: ReadonlyArray<string> }>(
    { state: start, done: [] },
    ({ state }) => position(state, ctx) === goal,
    ({ state }) => JSON.stringify(state),
    () => true,
    (place) =>
      examples(course, place.at.state, ctx, kinds).flatMap((one) => {
        const { done, state } = place.at
        const act = { ...one.act, seq: 1_000_000 + done.length }
        // What serves no way to the goal is no step of one.
        if (done.includes(act.id) || course.serves?.(state, act) === false) return []
        const advice = advise(subject, state, act, ctx)
        if (!lawful(advice)) return []
        const cost = place.cost + 1 + 1_000 * remarks(course, state, act, advice)
        return [{ at: { state: subject.evolve(state, act), done: [...done, act.id] }, before: place, cost }]
      }),
    enough
  )
  return found?.cost ?? (exhausted ? "none" : "unknown")
}

/** The laws: a way is what it says, needs its steps, costs least, is the same to the byte, and claims no more than was searched. */
export const waysLaws = <S extends { readonly id: string }, E extends Recorded & ActEvent, G extends string>({
  arts,
  asked,
  course: courseTo,
  exits,
  floor,
  goals,
  histories,
  onDay,
  path,
  portion,
  profiles
}: KnownWays<S, E, G>): void => {
  type Given = {
    readonly history: { readonly events: ReadonlyArray<E> }
    readonly n: number
    readonly profile: Profile
    readonly goal: G
    readonly limit: number
  }
  /** A case that is asked for a way to a goal, and the answer. */
  const question = ({ goal, history: { events }, limit, n, profile }: Given) => {
    const day = dayOf(events, n)
    const start = onDay(events, day)
    const ctx = asked(day, profile)
    let found: Way<E> | undefined
    const way = (): Way<E> => {
      found ??= path(start, goal, ctx)
      return found
    }
    return { course: courseTo(start, goal, ctx), ctx, day, events, goal, limit, start, way }
  }

  lawsOf<Given, ReturnType<typeof question>>(
    { history: histories, n: days, profile: profiles, goal: goals, limit: fc.integer({ min: 1, max: 40 }) },
    question,
    portion,
    [
      {
        title: `whoever performs a way step by step is advised at every step what the way said, and arrives (${arts})`,
        floor,
        holds: ({ course, ctx, start, way: answer }, met) => {
          const { subject } = course
          const way = answer()
          if (way._tag === "None") return
          if (course.position(start, ctx) === way.goal) expect(way.steps).toEqual([])
          const left = exits.map((kind) => subject.row(kind).to)
          let state = start
          for (const { act, advice, who } of way.steps) {
            met()
            expect(advise(subject, state, act, ctx)).toEqual(advice)
            expect(lawful(advice), `${act._tag} ${advice.outcome}`).toBe(true)
            expect(usual(course, state, act, ctx), act._tag).toBe(true)
            expect(who.map(({ agency }) => agency)).toContain(act.by)
            if (!left.includes(way.goal)) expect(exits).not.toContain(act._tag)
            state = subject.evolve(state, act)
          }
          expect(course.position(state, ctx)).toBe(way.goal)
        }
      },
      {
        title: `no step of a way can be left out: the rest fails, misses the goal, or has more remarked about it (${arts})`,
        floor,
        holds: ({ course, ctx, start, way: answer }, met) => {
          const way = answer()
          if (way._tag === "None") return
          const acts = actsOf(way)
          const whole = performed(course, start, acts, ctx)
          for (const [index, step] of way.steps.entries()) {
            met()
            const others = acts.filter((_, i) => i !== index)
            const rest = performed(course, start, others, ctx)
            expect(step.required, step.act._tag).toBe(!rest.going || rest.ends !== way.goal)
            if (!step.required) expect(rest.noticed, step.act._tag).toBeGreaterThan(whole.noticed)
          }
        }
      },
      {
        title: `a search that looks at every order of steps finds no way that costs less, and none where there is said to be none (${arts})`,
        floor: floor / 3,
        holds: ({ course, ctx, start, way: answer }, met) => {
          const way = answer()
          // one that says that it gave up claims nothing
          if (way._tag === "None" && !way.exhausted) return
          const all = unreduced(course, start, way.goal, ctx)
          if (all === "unknown") return
          expect(way._tag).toBe(all === "none" ? "None" : "Found")
          if (all === "none") return
          const acts = actsOf(way)
          if (acts.length > 0) met()
          expect(acts.length + 1_000 * performed(course, start, acts, ctx).noticed).toBe(all)
        }
      },
      {
        title: `the same case, goal and day get the same answer to the byte (${arts})`,
        floor: 95,
        holds: ({ ctx, day, events, goal, way }, met) => {
          met()
          const again = onDay(events.toReversed(), day)
          expect(JSON.stringify(path(again, goal, ctx))).toBe(JSON.stringify(way()))
        }
      },
      {
        title: `an answer that claims to have searched everything stands however long one searches, and one that gave up does not claim it (${arts})`,
        floor: 40,
        holds: ({ ctx, goal, limit, start, way }, met) => {
          const [short, long] = [path(start, goal, ctx, limit), way()]
          met()
          if (long._tag === "None") expect(long.exhausted).toBe(true)
          if (short._tag === "Found") expect(actsOf(short)).toEqual(actsOf(long))
          else if (short.exhausted) expect(short).toEqual(long)
          else expect(short.visited).toBeGreaterThanOrEqual(limit)
        }
      }
    ]
  )
}
