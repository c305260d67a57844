import type { Bearer } from "./Subject.ts"

/** Whether two bearers are the same agency in the same role. */
export const sameBearer = (a: Bearer, b: Bearer | undefined): boolean => a.role === b?.role && a.agency === b.agency

/** Whether the same bear, in the same order. */
export const sameBearers = (a: ReadonlyArray<Bearer>, b: ReadonlyArray<Bearer>): boolean =>
  a.length === b.length && a.every((one, i) => sameBearer(one, b[i]))

/** Whether one bearer is among others. */
export const bears = (all: ReadonlyArray<Bearer>, one: Bearer): boolean => all.some((other) => sameBearer(one, other))
