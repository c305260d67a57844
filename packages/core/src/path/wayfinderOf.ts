import { commencement } from "../verdict/Rule.ts"
import type { ActEvent } from "../verdict/Subject.ts"
import type { Course } from "./Course.ts"
import { examples } from "./examples.ts"
import type { Wayfinder } from "./Wayfinder.ts"

/** What a kind of act writes to: asked of the folding itself. */
const written = <S extends { readonly id: string }, E extends ActEvent>(
  { anyInstance, subject, unopened }: Course<S, E>,
  kind: E["_tag"]
): ReadonlyArray<keyof S & string> => {
  const before = unopened("")
  const act = { _tag: kind, id: "", [subject.key]: "", on: commencement, recordedAt: "", ...anyInstance }
  const after = subject.evolve(before, act as unknown as E)
  return (Object.keys(after) as ReadonlyArray<keyof S & string>).filter(
    (slice) => slice !== "moves" && after[slice] !== before[slice]
  )
}

/** How ways through the cases of a subject are found. */
export const wayfinderOf = <S extends { readonly id: string }, E extends ActEvent>(
  course: Course<S, E>
): Wayfinder<S, E> => {
  const { exits, filledBy, kinds, openings, parts, position, serves, since, subject, unknown, unusual } = course
  // The same for every case, so it is asked once.
  const touched = new Map<E["_tag"], ReadonlyArray<keyof S & string>>()
  const touches = (kind: E["_tag"]): ReadonlyArray<keyof S & string> => {
    const slices = touched.get(kind) ?? written(course, kind)
    touched.set(kind, slices)
    return slices
  }
  const moves: Wayfinder<S, E>["moves"] = (kind) => {
    const { from = [], stays, to } = subject.row(kind)
    if (to === undefined || parts?.(kind) === true) return []
    return from.filter((at) => stays?.includes(at) !== true).map((at) => ({ from: at, to }))
  }
  return {
    subject,
    kinds,
    position,
    moves: (kind) => course.moves?.(kind) ?? moves(kind),
    propose: (state, ctx, among) => {
      const seq = since(state)[1] + 1
      return examples(course, state, ctx, among).flatMap(({ act, who }) =>
        serves?.(state, act) === false ? [] : [{ who, act: { ...act, seq } }]
      )
    },
    touches,
    filledBy,
    since,
    openings,
    exits,
    unknown: unknown ?? (() => undefined),
    unusual: unusual ?? (() => false)
  }
}
