/** Laws of where a case stands: what is entered late, and what is another's, leads it nowhere back. */
import fc from "fast-check"
import { expect } from "vitest"
import { type Case, doors, type Known, stating, type Told } from "./Known.ts"

/** Every kind of fact leads a case of a subject with these stages as the laws say. */
export const positionLaws = <S extends Case, E extends Told, P>(k: Known<S, E, P>): void => {
  const { arts, stages: along, subject } = k
  if (along === undefined) return
  const { onDay } = doors(k)
  const claim = stating(k)
  const agencies = ["health", "county-bureau", "finance", "police", undefined]

  claim(
    "late",
    `an act that is not usual where the case stands never leads it back, whoever did it and however late it is entered (${arts})`,
    { by: fc.constantFrom(...agencies) },
    ({ ctx, day, events, met, n, state }, { by }) => {
      const told = events[n % Math.max(events.length, 1)]
      if (told === undefined || subject.opens(told) || k.begins?.(told) === true) return
      const late = { ...told, id: "late", on: day, seq: 1_000_000, by: by ?? told.by }
      const row = subject.row(late._tag, state)
      const stages = along(late)
      const before = subject.position(state, ctx, late)
      if (row.to === undefined || row.from?.includes(before) === true) return
      const after = subject.evolve(state, late)
      const now = subject.position(after, ctx, late)
      met()
      expect(stages[now], `${late._tag} led from ${before} to ${now}`).toBeGreaterThanOrEqual(stages[before] ?? 0)
    }
  )

  claim(
    "stranger",
    `what a sentence gives to somebody, and what ends or takes another's case, leads it nowhere by a stranger (${arts})`,
    { by: fc.constantFrom("health", "county-bureau", "c-health", "p-health", "finance", "police") },
    ({ ctx, day, events, met, n, state }, { by }) => {
      const told = events[n % Math.max(events.length, 1)]
      if (told === undefined || subject.opens(told)) return
      const act = { ...told, id: "stranger", on: day, seq: 1_000_000, by }
      const after = subject.evolve(state, act)
      const { owned, reserved, to } = subject.row(act._tag, after)
      if (to === undefined || (owned === undefined && reserved === undefined)) return
      if (subject.competence(after, act, ctx)._tag !== "NotCompetent") return
      met()
      expect(subject.position(after, ctx, act)).toBe(subject.position(state, ctx, act))
      expect(subject.position(onDay([...events, act], day), ctx)).toBe(subject.position(state, ctx))
    }
  )
}
