/** Where a case stands: its acts in their order, each leading where its row says, and none back to where the case has passed. */
import type { Competence } from "../agency/Competence.ts"
import type { Row } from "./Lifecycle.ts"
import { byId, put } from "./lists.ts"
import type { Recorded } from "./record.ts"
import type { ActEvent } from "./Subject.ts"
import { type Filed, orderOf } from "./stated.ts"

/** An act that leads somewhere. */
export interface Move<E> {
  /** Orders such acts by day, sequence and id. */
  readonly id: string
  /** The act itself, without when and in whose place it was entered. */
  readonly act: E
}

/** How far each position of a lifecycle is along its course. Positions of one stage are alternatives to each other. */
export type Stages<P extends string> = { readonly [position in P]: number }

/** The stages of a lifecycle, from its first to its last. */
export const stagesOf = <P extends string>(...stages: ReadonlyArray<ReadonlyArray<P>>): Stages<P> =>
  Object.fromEntries(stages.flatMap((positions, stage) => positions.map((position) => [position, stage]))) as Stages<P>

/** Files an act among those that lead somewhere, once, in a list that nobody else shares. When and in whose place it was entered is no part of a case. */
export const moved = <E extends Filed>(moves: ReadonlyArray<Move<E>>, e: E): void => {
  const { corrects: _, recordedAt: __, ...act } = e as E & Partial<Recorded>
  const move = { id: orderOf(e), act: act as unknown as E }
  put<Move<E>>(
    moves,
    byId(move.id),
    () => move,
    (one) => one
  )
}

/** The acts that lead somewhere, with one more where its row says that it does. */
export const withMove = <E extends Filed>(
  moves: ReadonlyArray<Move<E>>,
  act: E,
  { to }: Pick<Row, "to">
): ReadonlyArray<Move<E>> => {
  if (to === undefined) return moves
  const own = moves.slice()
  moved(own, act)
  return own
}

/**
 * Where an act leads from a position. It leads where its row says from where it is usual. From elsewhere it leads only further along the
 * course: an act of an earlier stage that is entered late moves nothing. One that runs on beside some positions never leads from elsewhere.
 */
const ledTo = <P extends string>(
  { from, stays, to }: Pick<Row<P>, "from" | "stays" | "to">,
  position: P,
  stages: Stages<P>
): P => {
  if (to === undefined || stays?.includes(position)) return position
  if (from?.includes(position)) return to
  return stays === undefined && stages[to] >= stages[position] ? to : position
}

/**
 * Whether an act moves a case at all. What happened in fact does, whoever did it. What a sentence gives to somebody, and what ends or takes
 * another's case, does only where it can be theirs: nobody knows the contrary.
 */
export const canMove = <S, E extends ActEvent>(
  state: S,
  act: E,
  { owned, reserved }: Pick<Row, "owned" | "reserved">,
  competence: (state: S, act: E) => Competence
): boolean => (owned === undefined && reserved === undefined) || competence(state, act)._tag !== "NotCompetent"

/** What is to be known of a lifecycle to tell where a case stands in it. */
export interface Standing<S, P extends string, E extends ActEvent> {
  /** Where a case stands of which nothing is said. */
  readonly initial: P
  readonly stages: Stages<P>
  readonly row: (tag: E["_tag"], state: S) => Row<P>
  /** The round that an act is about; `undefined`: whichever is running. One that another has followed is over, and its acts lead nowhere. */
  readonly round?: (act: E) => string | undefined
  /** Whether an act on a new round begins the course anew where the case stands. */
  readonly begins?: (act: E, position: P) => boolean
}

/** Where a case stands after its moves, and in which round. */
export const standingAfter = <S, P extends string, E extends ActEvent>(
  { begins, initial, round, row, stages }: Standing<S, P, E>,
  state: S,
  moves: ReadonlyArray<Move<E>>,
  competence: (state: S, act: E) => Competence
): { readonly position: P; readonly round: string | undefined } => {
  let position = initial
  let running: string | undefined
  const rounds = new Set<string>()
  for (const { act } of moves) {
    const said = row(act._tag, state)
    if (!canMove(state, act, said, competence)) continue
    const named = round?.(act) ?? running
    if (named !== undefined && named !== running) {
      if (rounds.has(named)) continue
      rounds.add(named)
      running = named
      if (begins?.(act, position)) position = initial
    }
    position = ledTo(said, position, stages)
  }
  return { position, round: running }
}

/** Where a case stands after its moves. */
export const positionAfter = <S, P extends string, E extends ActEvent>(
  standing: Standing<S, P, E>,
  state: S,
  moves: ReadonlyArray<Move<E>>,
  competence: (state: S, act: E) => Competence
): P => standingAfter(standing, state, moves, competence).position
