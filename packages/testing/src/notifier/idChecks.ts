import * as Effect from "effect/Effect"
import { type Check, check, type Probe } from "./Check.ts"
import { dispatch, newId, sampleLetter } from "./letters.ts"

/** Sends one letter under each of these ids, one after the other, and gives with what the far side tells apart what has come. */
const toldApart = ({ deliver, far }: Probe, ids: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    for (const id of ids) yield* deliver(id.slice(0, 40), dispatch([far.address(0)], sampleLetter(), id))
    return [...new Set((yield* far.received).map(({ id }) => id))]
  })

/** Guarantee 2: one id. */
export const idChecks: ReadonlyArray<Check> = [
  check("one id", "a letter that is sent again carries the id that it had", (probe) =>
    Effect.gen(function* () {
      const id = newId()
      // a far side may drop what comes again itself
      const ids = yield* toldApart(probe, [id, id, id])
      probe.same("how many the far side tells apart", ids.length, 1)
      probe.holds("it has none", ids[0] !== "")
    })
  ),

  check("one id", "a channel that is opened anew gives the id that the one before it gave", (probe) =>
    Effect.gen(function* () {
      const id = newId()
      const first = yield* toldApart(probe, [id])
      const again = yield* Effect.scoped(
        Effect.flatMap(probe.open(probe.far), (channel) =>
          probe.send(dispatch([probe.far.address(0)], sampleLetter(), id), channel)
        )
      )
      probe.same("again", again._tag, "Accepted")
      probe.same("what the far side tells apart", yield* toldApart(probe, []), first)
    })
  ),

  check("one id", "letters that say the same under two ids are two letters", (probe) =>
    Effect.gen(function* () {
      const id = newId()
      const long = `${id}/`.padEnd(999, "长")
      const alike = [
        id,
        id.toUpperCase(),
        `${id} `,
        `${id}\u00e9`,
        `${id}e\u0301`,
        `${id}%20`,
        `${id}+`,
        `${id}/`,
        `${id}_`,
        `${id}-`,
        `${id}=`,
        `${long}一`,
        `${long}二`
      ]
      const ids = yield* toldApart(probe, alike)
      probe.same("how many the far side tells apart", ids.length, alike.length)
    })
  )
]
