/**
 * Letters into files, for development and for tests: `letters.jsonl` holds each as a line of JSON, `letters.txt` as it is read.
 *
 * @module
 */
import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs"
import { join } from "node:path"
import { type Dispatch, type Letter, NotDelivered, Notifier, type Supports } from "@banfa/core/port/Notifier"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type DevelopmentOptions, developmentAddresses } from "./developmentAddresses.ts"
import { readableLetter } from "./readableLetter.ts"

export type { DevelopmentOptions } from "./developmentAddresses.ts"

/** A letter that was taken is on the disk. */
export const supports: Supports = { acceptance: true, severalAddresses: true }

/** Where the files are. */
export interface FileOptions extends DevelopmentOptions {
  /** The folder of the files, which is there. */
  readonly folder: string
}

/** A line of `letters.jsonl`. */
export interface FiledLetter {
  /** The id of the dispatch. */
  readonly id: string
  /** The instant at which it was written, in UTC with milliseconds. */
  readonly at: string
  /** Where it goes. */
  readonly to: ReadonlyArray<string>
  /** The letter. */
  readonly letter: Letter
}

/**
 * The channel. A letter is flushed to the disk before it is taken, and what could not be written whole is taken back. The program waits for the
 * disk meanwhile, which is right for development and for nothing else.
 */
export const make = ({ folder, ...options }: FileOptions): Notifier["Service"] =>
  Notifier.of({
    channel: options.channel ?? "file",
    send: Effect.fnUntraced(function* (dispatch: Dispatch) {
      const { to, ...told } = yield* developmentAddresses(dispatch, options)
      const at = new Date(yield* Clock.currentTimeMillis).toISOString()
      const filed: FiledLetter = { id: dispatch.id, at, to, letter: dispatch.letter }
      return yield* Effect.try({
        try: () => {
          // the line of JSON last: with it the letter is taken
          append(join(folder, "letters.txt"), `${readableLetter({ ...dispatch, to })}\n`)
          append(join(folder, "letters.jsonl"), `${JSON.stringify(filed)}\n`)
          return { status: "accepted" as const, ...told }
        },
        catch: (cause) =>
          new NotDelivered({
            reason: "unavailable",
            retry: true,
            detail: `不能写入文件 (the file cannot be written): ${cause instanceof Error ? cause.message : ""}`.slice(
              0,
              500
            ),
            cause
          })
      })
    })
  })

/** {@link make} as a layer. */
export const layer = (options: FileOptions): Layer.Layer<Notifier> => Layer.succeed(Notifier, make(options))

// without O_NONBLOCK, to open a pipe that nobody reads would never end
const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK

/** Adds a text that ends a line, whole or not at all; after a line that was broken off it begins a new one. */
const append = (path: string, text: string): void => {
  const file = openSync(path, flags, 0o600)
  try {
    const { size } = fstatSync(file)
    try {
      const bytes = Buffer.from(size > 0 && !endsLine(file, size) ? `\n${text}` : text)
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
      fsyncSync(file)
    } catch (error) {
      if (fstatSync(file).isFile()) ftruncateSync(file, size)
      throw error
    }
  } finally {
    closeSync(file)
  }
}

const endsLine = (file: number, size: number): boolean => {
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last[0] === 0x0a
}
