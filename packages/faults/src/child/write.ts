import { writeSync } from "node:fs"
import { setTimeout } from "node:timers/promises"
import { embed } from "@banfa/core/docket"
import type { EventStore } from "@banfa/core/port/EventStore"
import type * as Layer from "effect/Layer"
import { commandOf, type Writing } from "../commandOf.ts"
import { world } from "../world.ts"

/** What a process that writes is told, and what it tells, a line each. */
export interface Told extends Writing {
  /** The file, or the address of the database. */
  readonly place: string
  /** How many commands, where it is to end by itself. */
  readonly commands?: number
}

/**
 * One line of a process that writes: that it sends its n-th command, the receipt that it was given and whether the storage was gone meanwhile, or
 * why it ends.
 */
export type Line =
  | { readonly sends: number }
  | { readonly receipt: unknown; readonly gone: boolean }
  | { readonly failed: string }

const say = (line: Line): void => void writeSync(1, `${JSON.stringify(line)}\n`)

/**
 * Enters one command after the other through a docket of its own until it is killed. What was beaten by others, or could not reach the storage,
 * is sent again unchanged, as a host would.
 */
export const write = async (storeAt: (place: string) => Layer.Layer<EventStore, unknown>): Promise<void> => {
  const { commands = Number.POSITIVE_INFINITY, place, ...writing }: Told = JSON.parse(process.argv[2] ?? "")
  const opened = await embed({ ...world, store: storeAt(place) })
  if (!opened.ok) return say({ failed: `not opened: ${opened.error}` })
  for (let n = 1; n <= commands; n++) {
    const command = commandOf(writing, n)
    say({ sends: n })
    let gone = false
    let answer = await opened.value.record(command)
    while (!answer.ok) {
      const { _tag } = answer.error
      if (_tag !== "Conflict" && _tag !== "StorageUnavailable") return say({ failed: `${n}: ${answer.error}` })
      gone ||= _tag === "StorageUnavailable"
      await setTimeout(20)
      answer = await opened.value.record(command)
    }
    say({ receipt: answer.value.receipt, gone })
  }
  await opened.value.close()
}
