import { type Ratio, ratioOf } from "../ratios.ts"

/** One way of doing something: does so much of it at once, from a number on that no block before has had. */
export interface Side {
  /** What is printed. */
  readonly name: string
  /** Does a block, the one of this number. */
  readonly block: (number: number) => void | Promise<void>
}

/** How often the sides take turns. */
export interface Rounds {
  /** Rounds that are counted; one more goes before them, so that the engine gets to know the code. */
  readonly rounds: number
}

const timeOf = async (side: Side, number: number): Promise<number> => {
  const since = process.hrtime.bigint()
  await side.block(number)
  return Number(process.hrtime.bigint() - since)
}

/**
 * What every side gets done in the time of the first: 1 is as much, 0.5 half. In each round each side does one block; the sides take turns in
 * one order and then in the other, so that whatever slows the machine down slows all alike, and the ratio is made within the round.
 */
export const shares = async (sides: ReadonlyArray<Side>, { rounds }: Rounds): Promise<ReadonlyArray<Ratio>> => {
  const found = new Map<Side, Array<number>>(sides.map((side) => [side, []]))
  for (let round = 0; round <= rounds; round++) {
    const took = new Map<Side, number>()
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) took.set(side, await timeOf(side, round))
    if (round === 0) continue
    const reference = took.get(sides[0] as Side) as number
    for (const side of sides) found.get(side)?.push(reference / (took.get(side) as number))
  }
  return sides.map((side) => ratioOf(side.name, found.get(side) ?? []))
}

/** The same the other way round: the time of a side as a multiple of the first one's. */
export const inverse = (found: ReadonlyArray<Ratio>): ReadonlyArray<Ratio> =>
  found.map(({ high, low, median, task }) => ({ task, median: 1 / median, low: 1 / high, high: 1 / low }))
