import type { Row } from "../verdict/Lifecycle.ts"
import { type ActEvent, type Bearer, evaluate } from "../verdict/Subject.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import type { Course, Particulars } from "./Course.ts"
import { unstated } from "./lacks.ts"
import type { Proposal } from "./Wayfinder.ts"

/** An example of a kind of act. */
export interface Example<E extends ActEvent> extends Proposal<E> {
  /** The kind of fact that the act is. */
  readonly kind: E["_tag"]
}

/** What a row asks an act to state; nothing suggests an act of a track by itself. */
const needed = ({ from, needs = [] }: Row): ReadonlyArray<Particulars> =>
  from === undefined ? [] : [Object.fromEntries(needs.map((field) => [field, unstated]))]

/**
 * The acts that a case suggests on the day asked: usual where it stands, or asked for by an open duty. Each is an example with the
 * particulars that the case knows; ids and texts that only a person can give begin with `…`. An id says what the act is and on which
 * instance, so the same act has the same id wherever it stands among others.
 */
export const examples = <S extends { readonly id: string }, E extends ActEvent>(
  course: Course<S, E>,
  state: S,
  ctx: Context,
  among: Iterable<E["_tag"]> = course.kinds
): ReadonlyArray<Example<E>> => {
  const { agency, named, openings, parts, subject, templates } = course
  let verdicts: ReadonlyArray<Verdict> | undefined
  const owed = (): ReadonlyArray<Verdict> => {
    verdicts ??= evaluate(subject, state, ctx)
    return verdicts
  }
  const begun = course.begun(state)
  const found: Array<Example<E>> = []
  for (const kind of among) {
    const row = subject.row(kind, state)
    if (begun === openings.has(kind)) continue
    if (parts?.(kind) !== true && row.from?.includes(course.position(state, ctx)) === false) continue
    for (const particulars of templates(kind, state, ctx, owed) ?? needed(row)) {
      const who = (course.roles?.(kind, state, ctx, particulars) ?? row.who).map(
        (role): Bearer => ({ role, agency: agency(role, state, ctx, particulars) })
      )
      const by = who.find((b) => b.agency !== undefined)?.agency
      const act = {
        _tag: kind,
        id: [`${unstated}${kind}`, named.map((field) => particulars[field]).find((id) => id != null)]
          .filter((part) => part)
          .join("/"),
        [subject.key]: state.id,
        on: ctx.asOf,
        recordedAt: `${ctx.asOf}T00:00:00Z`,
        ...(by === undefined ? {} : { by }),
        ...particulars
      } as unknown as E
      if (row.from?.includes(subject.position(state, ctx, act)) === false) continue
      found.push({ kind, who, act })
    }
  }
  return found
}
