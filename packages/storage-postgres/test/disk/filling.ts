import { randomBytes } from "node:crypto"
import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { AppendRequest, EventStore, Receipt, StorageUnavailable, StoredEvent } from "@banfa/core/port/EventStore"
import { CommandId } from "@banfa/core/port/EventStore"
import { assert } from "@effect/vitest"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { inject } from "vitest"
import { newStream, note } from "../notes.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** The folder on a disk of its own that holds the data of the server. */
    readonly disk: string
  }
}

type Store = EventStore["Service"]

/** One command that writes three events to two streams, of a size that cannot be made smaller. */
const large = (): AppendRequest => {
  const [one, other] = [newStream(), newStream()]
  const event = (stream: typeof one) => ({ ...note(stream), data: { 附件: randomBytes(100_000).toString("base64") } })
  return {
    command: CommandId.make(one),
    guards: [one, other].map((stream) => ({ stream, version: 0 })),
    events: [event(one), event(other), event(one)]
  }
}

/** Puts something onto the disk; what is returned takes it away, so that there is room again. */
export const ballast = (): (() => void) => {
  const file = join(inject("disk"), "ballast")
  writeFileSync(file, Buffer.alloc(12 * 1024 * 1024))
  return () => rmSync(file)
}

/** What was appended until the disk was full, and the first appends that failed then. */
export interface Filled {
  readonly kept: ReadonlyArray<readonly [AppendRequest, Receipt]>
  readonly lost: Arr.NonEmptyReadonlyArray<readonly [AppendRequest, StorageUnavailable]>
}

/** Appends until it has failed three times. */
export const fill = (store: Store): Effect.Effect<Filled> =>
  Effect.gen(function* () {
    const kept: Array<Filled["kept"][number]> = []
    const lost: Array<Filled["lost"][number]> = []
    while (!Arr.isReadonlyArrayNonEmpty(lost) || lost.length < 3) {
      const request = large()
      const end = yield* Effect.result(store.append(request))
      if (end._tag === "Success") kept.push([request, end.success])
      else if (end.failure._tag === "StorageUnavailable") lost.push([request, end.failure])
      else assert.fail(end.failure.message)
    }
    assert.isNotEmpty(kept)
    return { kept, lost }
  })

const ofCommand = (all: ReadonlyArray<StoredEvent>, command: CommandId) =>
  all.filter((event) => event.command === command).map(({ data, id }) => ({ id, data }))

/** Every receipt that was given is there, with its events; of what has failed either all is there or nothing. */
export const whole = (store: Store, { kept, lost }: Filled) =>
  Effect.gen(function* () {
    const all = yield* Stream.runCollect(store.readAll())
    for (const [{ command, events }, receipt] of kept) {
      assert.deepStrictEqual(yield* store.receipt(command), Option.some(receipt))
      assert.deepStrictEqual(
        ofCommand(all, command),
        events.map(({ data, id }) => ({ id, data }))
      )
    }
    for (const [{ command }] of lost) assert.include([0, 3], ofCommand(all, command).length)
  })

/** What has failed is stored once when it comes again, and nothing else is there. */
export const goesOn = (store: Store, { kept, lost }: Filled) =>
  Effect.gen(function* () {
    for (const [request] of lost) {
      const receipt = yield* store.append(request)
      assert.deepStrictEqual(yield* store.append(request), receipt)
    }
    assert.lengthOf(yield* Stream.runCollect(store.readAll()), 3 * (kept.length + lost.length))
  })
