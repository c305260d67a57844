import { deepStrictEqual } from "node:assert/strict"

/** Compares what an example gives with what its document says it gives. The types of the two need not agree. */
export const shows = (given: unknown, stated: unknown): void => deepStrictEqual(given, stated)
