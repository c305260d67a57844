import type { Row } from "@banfa/core/project"
import type { NormId, Text } from "@banfa/core/regulation"

/** A position that is read from the acts of another lifecycle: by which act, and where the case stood before it. */
export interface Derived {
  readonly act: string
  readonly from: ReadonlyArray<string>
  readonly to: string
}

/** The lifecycle of a subject: its typed rows, and what its acts and positions are called. */
export interface Lifecycle {
  /** The name of its files under `docs/lifecycles`. */
  readonly id: string
  readonly name: Text
  /** Where a case stands before any act. */
  readonly initial: string
  readonly positions: Readonly<Record<string, Text>>
  readonly acts: Readonly<Record<string, Text>>
  readonly rows: Readonly<Record<string, Row>>
  /** What the acts of other lifecycles, named among `acts`, do to the position. */
  readonly derived?: ReadonlyArray<Derived>
}

/** The heading of a lifecycle, in both languages. */
export const titleOf = ({ name }: Lifecycle): string => `${name.zh}办理流程 Lifecycle of the ${name.en}`

/** A norm that gates an act, and whether it denies the act while it is unmet or only tells. */
export interface Guard {
  readonly norm: NormId
  readonly strength: string
  readonly denies: boolean
}

/** One act with its row, its name and its guards, those that deny first. */
export interface Act {
  readonly tag: string
  readonly name: Text
  readonly row: Row
  readonly guards: ReadonlyArray<Guard>
}

const guardsOf = ({ guards = {} }: Row): ReadonlyArray<Guard> =>
  Object.entries(guards)
    .map(([norm, strength]) => ({
      norm: norm as NormId,
      strength,
      denies: strength === "required" || strength === "competence"
    }))
    .sort((a, b) => Number(b.denies) - Number(a.denies))

const named = (names: Readonly<Record<string, Text>>, key: string, id: string): Text => {
  const name = names[key]
  if (name === undefined) throw new Error(`the lifecycle "${id}" has no name for "${key}"`)
  return name
}

/** The acts of a lifecycle, in the order of its rows. An act without a name is an error. */
export const actsOf = ({ acts, id, rows }: Lifecycle): ReadonlyArray<Act> =>
  Object.entries(rows).map(([tag, row]) => ({ tag, name: named(acts, tag, id), row, guards: guardsOf(row) }))

/** Where a case stands before an act that moves it: an act leaves the positions that it `stays` in as they are. */
export const movesFrom = ({ from = [], stays = [] }: Row): ReadonlyArray<string> =>
  from.filter((position) => !stays.includes(position))

/** What an act of another lifecycle is called. An act without a name is an error. */
export const derivedName = ({ acts, id }: Lifecycle, { act }: Derived): Text => named(acts, act, id)

/** What a position is called. A position without a name is an error. */
export const positionName = ({ id, positions }: Lifecycle, position: string): Text => named(positions, position, id)

/** The positions that the rows and the derived moves speak of, the initial one first. */
export const positionsOf = ({ derived = [], initial, rows }: Lifecycle): ReadonlyArray<string> => [
  ...new Set([
    initial,
    ...Object.values(rows).flatMap(({ from = [], to }) => (to === undefined ? from : [...from, to])),
    ...derived.flatMap(({ from, to }) => [...from, to])
  ])
]
