/** Many writers on one stream: what they get stored, beside one writer on it and as many writers on streams of their own. */
import { type AppendRequest, Conflict, type EventStore } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { print } from "../ratios.ts"
import { at } from "./facts.ts"
import { overOwnPool, withServer } from "./server.ts"
import { type Rounds, sharesOf, turns } from "./shares.ts"

/** Writers at a time. */
const crowd = 32
/** Events that are stored in a block. */
const perBlock = 320

const requestOf = (stream: string, version: number, id: string): AppendRequest =>
  ({
    command: id,
    guards: [{ stream, version }],
    events: [{ stream, id, type: "note/Noted", data: { note: id }, recordedAt: at }]
  }) as unknown as AppendRequest

/** Writers that go on until so many events are stored. Whoever comes too late is told the version, and comes again with it. */
const writing = async (
  store: EventStore["Service"],
  writers: number,
  streamOf: (writer: number) => string,
  name: string
): Promise<number> => {
  let left = perBlock
  let refused = 0
  const writer = async (number: number) => {
    const stream = streamOf(number)
    let version = 0
    while (left > 0) {
      left--
      const id = `${name}/${left}`
      for (let stored = false; !stored; ) {
        const answer = await Effect.runPromise(Effect.result(store.append(requestOf(stream, version, id))))
        if (Result.isSuccess(answer)) {
          version += 1
          stored = true
        } else if (answer.failure instanceof Conflict) {
          version = answer.failure.moved[0].actual
          refused++
        } else throw answer.failure
      }
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, number) => writer(number)))
  return refused
}

/** One stream that everybody writes to. */
export const hotStream = (rounds: Rounds): Promise<void> =>
  withServer(async ({ database }) => {
    const { close, store } = await overOwnPool(await database(), crowd)
    let refused = 0
    const found = await turns(
      [
        {
          name: "one writer, one stream",
          block: (n) => writing(store, 1, () => `note/one${n}`, `one${n}`)
        },
        {
          name: `${crowd} writers, one stream`,
          block: async (n) => {
            refused += await writing(store, crowd, () => `note/hot${n}`, `hot${n}`)
          }
        },
        {
          name: `${crowd} writers, a stream each`,
          block: (n) => writing(store, crowd, (writer) => `note/own${n}-${writer}`, `own${n}`)
        }
      ],
      rounds
    )
    await close()
    const perEvent = refused / ((rounds.rounds + 1) * perBlock)
    print(`PostgreSQL, ${crowd} writers on one stream: stored in the same time`, sharesOf(found))
    print("the same, beside as many writers on streams of their own", sharesOf(found, 2))
    console.info(`  refused for each that is stored: ${perEvent.toFixed(1)}`)
  })
