/** Laws of order and identity: what facts make of a case does not depend on how they are read. */
import fc from "fast-check"
import { expect } from "vitest"
import { duties } from "../../../src/verdict/Duty.ts"
import { caseAt } from "../../../src/verdict/record.ts"
import { evaluate } from "../../../src/verdict/Subject.ts"
import { nameOf, now } from "../Law.ts"
import { type Case, doors, type Known, stating, type Told } from "./Known.ts"

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

export const recordLaws = <S extends Case, E extends Told, P>(k: Known<S, E, P>): void => {
  const { arts, subject } = k
  const { onDay } = doors(k)
  const claim = stating(k)
  const moves = ["moves", ...(k.moves ?? [])]

  stating({ ...k, histories: k.floods })(
    "flood",
    `a record in which one fact is told some hundred times is read as any other (${arts})`,
    { lots },
    ({ ctx, day, events, met, state }, { lots }) => {
      if (events.length > 100) met()
      const other = shuffled(events, lots)
      const once = subject.fold("x", events)
      expect(subject.fold("x", [...events, ...other])).toEqual(once)
      expect(other.reduce(subject.evolve, subject.fold("x", []))).toEqual(once)
      expect(evaluate(subject, onDay(other, day), ctx)).toEqual(evaluate(subject, state, ctx))
      const known = other[0]?.recordedAt ?? now
      const then = events.filter((e) => e.recordedAt <= known)
      expect(caseAt(subject, "x", then, day, now)).toEqual(caseAt(subject, "x", other, day, known))
      const again = JSON.parse(JSON.stringify(state)) as S
      expect(evaluate(subject, again, ctx)).toEqual(evaluate(subject, state, ctx))
    },
    { portion: 0.1 }
  )

  claim(
    "order",
    `the order in which facts are read does not matter, and a fact told twice is told once (${arts})`,
    { lots },
    ({ events, met }, { lots }) => {
      const other = shuffled(events, lots)
      if (other.some((e, i) => e !== events[i])) met()
      const once = subject.fold("x", events)
      expect(subject.fold("x", other)).toEqual(once)
      expect(subject.fold("x", [...events, ...other])).toEqual(once)
    }
  )

  claim(
    "enteredAfter",
    `an act entered after the entry of a decision that it precedes carries that, and what was entered together carries nothing (${arts})`,
    {},
    ({ ctx, day, events, met }) => {
      const together = events.map((e) => ({ ...e, recordedAt: "2100-01-01T00:00:00Z" }))
      const state = onDay(together, day)
      for (const v of evaluate(subject, state, ctx)) {
        expect(v.precedes, nameOf(v)).toBe(undefined)
        const decision = subject.decided(state, v.instance).find(({ on }) => v.act !== undefined && v.act.on < on)
        if (decision === undefined) continue
        const late = together.map((e) => (e.id === v.act?.ref ? { ...e, recordedAt: "2100-01-02T00:00:00Z" } : e))
        const then = evaluate(subject, onDay(late, day), ctx).find((one) => nameOf(one) === nameOf(v))
        // An entry that others correct or retract is told by what took its place.
        if (then?.act?.ref !== v.act?.ref) continue
        met()
        expect(then?.precedes?.ref, nameOf(v)).toBe(decision.ref)
        expect({ ...then, act: v.act, trigger: v.trigger, precedes: undefined }).toEqual({ ...v, precedes: undefined })
      }
    }
  )

  claim(
    "oneMore",
    `one fact more leaves what it does not touch the same, and folding one by one is folding all (${arts})`,
    { lots },
    ({ events, met }, { lots }) => {
      let one = subject.fold("x", [])
      for (const e of shuffled(events, lots)) {
        const next = subject.evolve(one, e)
        const touched = Object.keys(next).filter((key) => next[key as keyof S] !== one[key as keyof S])
        const filled = touched.filter((key) => !moves.includes(key))
        const own = k.fills?.(e)
        if (own !== undefined) expect(own, e._tag).toEqual(expect.arrayContaining(filled))
        else if (!subject.opens(e)) expect(filled.length, `${e._tag} fills ${filled}`).toBeLessThanOrEqual(1)
        one = next
      }
      if (events.length > 2) met()
      expect(one).toEqual(subject.fold("x", events))
    }
  )

  claim(
    "bytes",
    `the same facts give the same bytes, in whatever order they are read and through JSON (${arts})`,
    { lots },
    ({ ctx, day, events, met, state }, { lots }) => {
      const bytes = (one: S): string => JSON.stringify([evaluate(subject, one, ctx), duties(subject, one, ctx)])
      const once = bytes(state)
      if (once.includes('"norm"')) met()
      expect(bytes(onDay(shuffled(structuredClone(events) as Array<E>, lots), day))).toBe(once)
      expect(bytes(JSON.parse(JSON.stringify(state)) as S)).toBe(once)
    }
  )

  claim(
    "knownThen",
    `what was known then stays as it was known (${arts})`,
    { late: fc.nat(500) },
    ({ day, events, met }, { late }) => {
      const instants = events.map((e) => e.recordedAt).toSorted()
      const known = instants[late % Math.max(1, instants.length)] ?? now
      const then = events.filter((e) => e.recordedAt <= known)
      if (then.length > 0 && then.length < events.length) met()
      expect(caseAt(subject, "x", then, day, now)).toEqual(caseAt(subject, "x", events, day, known))
    }
  )

  claim(
    "reads",
    `a rule reads no part of a case that it did not name, and no two verdicts share a name (${arts})`,
    {},
    ({ ctx, met, said, state }) => {
      const names = said().map(nameOf)
      expect(new Set(names).size).toBe(names.length)
      for (const rule of subject.rules) {
        const read = new Set<PropertyKey>()
        const watched = new Proxy(state, {
          get: (one, key) => {
            read.add(key)
            return Reflect.get(one, key)
          }
        })
        rule.evaluate(watched, ctx, { verdicts: [], shared: new Map() })
        if (read.size > 1) met()
        const named: ReadonlyArray<PropertyKey> = ["id", ...rule.reads]
        expect(
          [...read].filter((key) => !named.includes(key)),
          rule.norm
        ).toEqual([])
      }
    }
  )
}
