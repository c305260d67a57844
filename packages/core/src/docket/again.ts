import * as Effect from "effect/Effect"

/** Whoever was beaten by another writer reads again and decides again; the sixth defeat is told. */
export const again = <A, E extends { readonly _tag: string }, R>(
  self: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> => Effect.retry(self, { while: (e) => e._tag === "Conflict", times: 5 })
