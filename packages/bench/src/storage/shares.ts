import { type Ratio, ratioOf } from "../ratios.ts"

/** One way of doing something, block by block. */
export type Side = { readonly name: string } & (
  | {
      /** Does the block of this number. */
      readonly block: (number: number) => unknown
    }
  | {
      /** Does a block, and says itself how many milliseconds it took. */
      readonly took: () => number
    }
)

/** How often the sides take turns. */
export interface Rounds {
  /** Rounds that are counted; one more goes before them, so that the engine gets to know the code. */
  readonly rounds: number
}

/** How long every side took, round by round. */
export type Turns = ReadonlyArray<{ readonly name: string; readonly took: ReadonlyArray<number> }>

const timeOf = async (side: Side, number: number): Promise<number> => {
  if ("took" in side) return side.took()
  const since = performance.now()
  await side.block(number)
  return performance.now() - since
}

/**
 * In each round each side does one block. The sides take turns in one order and then in the other, so that whatever slows the machine down slows
 * all alike.
 */
export const turns = async (sides: ReadonlyArray<Side>, { rounds }: Rounds): Promise<Turns> => {
  const found = sides.map(({ name }) => ({ name, took: [] as Array<number> }))
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 === 0 ? [...sides.keys()] : [...sides.keys()].toReversed()
    for (const i of order) {
      const time = await timeOf(sides[i] as Side, round)
      if (round > 0) found[i]?.took.push(time)
    }
  }
  return found
}

const within = (turns: Turns, reference: number, ratio: (time: number, of: number) => number): ReadonlyArray<Ratio> => {
  const base = turns[reference]?.took ?? []
  return turns.map(({ name, took }) =>
    ratioOf(
      name,
      took.map((time, i) => ratio(time, base[i] as number))
    )
  )
}

/** What every side gets done in the time of one of them, round by round: 1 is as much, 0.5 half. */
export const sharesOf = (turns: Turns, reference = 0): ReadonlyArray<Ratio> =>
  within(turns, reference, (time, of) => of / time)

/** The time of every side as a multiple of that of one of them, round by round. */
export const multiplesOf = (turns: Turns, reference = 0): ReadonlyArray<Ratio> =>
  within(turns, reference, (time, of) => time / of)
