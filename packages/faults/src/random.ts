/** What is drawn, the same for the same seed. */
export interface Random {
  /** A whole number from 0 on, smaller than `n`. */
  readonly below: (n: number) => number
  /** Whether one of so many chances has come. */
  readonly oneIn: (n: number) => boolean
  /** One of these. */
  readonly pick: <A>(of: readonly [A, ...ReadonlyArray<A>]) => A
}

/** Numbers by the method mulberry32: which faults are tried can be drawn again. */
export const random = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, oneIn: (n) => below(n) === 0, pick: (of) => of[below(of.length)] ?? of[0] }
}
