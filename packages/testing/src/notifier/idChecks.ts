import * as Effect from "effect/Effect"
import { type Check, check, type Probe } from "./Check.ts"
import { dispatch, newId, sampleLetter } from "./letters.ts"

/** With what the far side tells these apart, sent one after the other over the channel as it is now. */
const idsOf = ({ deliver, far }: Probe, ids: ReadonlyArray<string>) =>
  Effect.forEach(ids, (id) =>
    Effect.map(deliver(id.slice(0, 40), dispatch([far.address(0)], sampleLetter(), id)), (came) => came[0]?.id)
  )

/** Guarantee 2: one id. */
export const idChecks: ReadonlyArray<Check> = [
  check("one id", "a letter that is sent again carries the id that it had", (probe) =>
    Effect.gen(function* () {
      const id = newId()
      const [first, ...again] = yield* idsOf(probe, [id, id, id])
      probe.holds("it has none", first !== undefined && first !== "")
      probe.same("again", again, [first, first])
    })
  ),

  check("one id", "a channel that is opened anew gives the id that the one before it gave", (probe) =>
    Effect.gen(function* () {
      const id = newId()
      const [first] = yield* idsOf(probe, [id])
      const before = (yield* probe.far.received).length
      const again = yield* Effect.scoped(
        Effect.flatMap(probe.open(probe.far), (channel) =>
          probe.send(dispatch([probe.far.address(0)], sampleLetter(), id), channel)
        )
      )
      probe.same("again", again._tag, "Accepted")
      probe.same(
        "its id",
        (yield* probe.far.received).slice(before).map(({ id }) => id),
        [first]
      )
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
      const ids = yield* idsOf(probe, alike)
      probe.same("how many the far side tells apart", new Set(ids).size, alike.length)
    })
  )
]
