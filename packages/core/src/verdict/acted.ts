import type { Competence } from "../agency/Competence.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { ActEvent, Subject } from "./Subject.ts"
import type { Context } from "./Verdict.ts"

/** An act with who may do it. */
export interface Acted {
  /** The id of the act. */
  readonly id: string
  /** The roles of which one may do its kind; empty where nobody does it as an act. */
  readonly roles: ReadonlyArray<RoleId>
  /** Whether whoever acted may act so in this case, and in which role. */
  readonly competence: Competence
}

/** Of acts done together, one after the other, who may do each. Nothing else is asked of them. */
export const acted = <S extends { readonly id: string }, E extends ActEvent>(
  subject: Pick<Subject<S, E>, "competence" | "evolve" | "row">,
  state: S,
  acts: ReadonlyArray<E>,
  ctx: Context
): ReadonlyArray<Acted> => {
  let after = state
  return acts.map((act) => {
    after = subject.evolve(after, act)
    const roles = subject.row(act._tag, after).who
    return { id: act.id, roles, competence: subject.competence(after, act, ctx) }
  })
}
