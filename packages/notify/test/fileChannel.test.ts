import { execFileSync } from "node:child_process"
import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type FarSide, type Interruption, notifierSuite, type Received, sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type FiledLetter, layer, make, supports } from "../src/fileChannel.ts"
import { readableLetter } from "../src/readableLetter.ts"

/** A folder of its own, and what is in it. */
const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "banfa-letters-"))),
  (dir) => Effect.sync(() => rmSync(dir, { recursive: true, force: true }))
)

const linesIn = (dir: string): ReadonlyArray<string> => {
  const path = join(dir, "letters.jsonl")
  const isThere = lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  return isThere ? readFileSync(path, "utf8").split("\n").slice(0, -1) : []
}

const receivedIn = (dir: string): ReadonlyArray<Received> =>
  linesIn(dir).map((line) => {
    const filed: FiledLetter = JSON.parse(line)
    const { article, body, quote, title } = filed.letter
    const all = [title, ...body, article, quote]
    const shape = [...Object.keys(filed), ...Object.keys(filed.letter)]
    const text = { zh: all.map(({ zh }) => zh).join("\n"), en: all.map(({ en }) => en).join("\n") }
    return { id: filed.id, to: filed.to, text, shape }
  })

const farSideIn = (dir: string): FarSide => ({
  layer: layer({ folder: dir, refuses: ["user:nobody"] }),
  refused: "user:nobody",
  received: Effect.sync(() => receivedIn(dir)),
  address: (number) => `user:unit-${number}`
})

/** A way in which the files cannot be written. */
const failing = (
  begin: (dir: string) => void,
  end: (dir: string) => void
): Effect.Effect<Interruption, never, Scope.Scope> =>
  Effect.map(folder, (root) => {
    const dir = join(root, "letters")
    mkdirSync(dir)
    return {
      ...farSideIn(dir),
      begin: Effect.sync(() => begin(dir)),
      end: Effect.sync(() => end(dir)),
      ends: { reason: "unavailable", retry: true }
    }
  })

/** The file is set aside, and something else stands in its place. */
const insteadOf = (name: string, put: (path: string) => void, take: (path: string) => void) =>
  failing(
    (dir) => {
      const path = join(dir, name)
      appendFileSync(path, "")
      renameSync(path, `${path}.aside`)
      put(path)
    },
    (dir) => {
      const path = join(dir, name)
      take(path)
      renameSync(`${path}.aside`, path)
    }
  )

notifierSuite({
  name: "files",
  supports,
  farSide: Effect.map(folder, farSideIn),
  interruptions: {
    "the folder is gone": failing(
      (dir) => renameSync(dir, `${dir}.away`),
      (dir) => renameSync(`${dir}.away`, dir)
    ),
    "a folder stands in the place of the file": insteadOf("letters.jsonl", mkdirSync, (path) =>
      rmSync(path, { recursive: true })
    ),
    "the disk is full": insteadOf("letters.jsonl", (path) => symlinkSync("/dev/full", path), unlinkSync),
    "a pipe that nobody reads stands in the place of the text": insteadOf(
      "letters.txt",
      (path) => execFileSync("/usr/bin/env", ["mkfifo", path]),
      unlinkSync
    )
  },
  notAddresses: (good) => [`${good},b`, `<${good}>`, "a b", "a\u200Bb"]
})

describe("the file channel", () => {
  const letter = sampleLetter()

  it.effect("writes a letter as it is and as it is read, with the instant", () =>
    Effect.gen(function* () {
      const dir = yield* folder
      const dispatch = { id: "notice/1", letter, to: ["user:li"] }
      assert.deepStrictEqual(yield* make({ folder: dir }).send(dispatch), { status: "accepted" })
      assert.deepStrictEqual(
        linesIn(dir).map((line) => JSON.parse(line)),
        [{ ...dispatch, at: "1970-01-01T00:00:00.000Z" }]
      )
      assert.strictEqual(readFileSync(join(dir, "letters.txt"), "utf8"), `${readableLetter(dispatch)}\n`)
    })
  )

  it.effect("begins a new line after one that was broken off, and leaves that as it is", () =>
    Effect.gen(function* () {
      const dir = yield* folder
      writeFileSync(join(dir, "letters.jsonl"), '{"id":"broken off')
      yield* make({ folder: dir }).send({ id: "notice/1", letter, to: ["a"] })
      const [first, second = ""] = linesIn(dir)
      assert.strictEqual(first, '{"id":"broken off')
      assert.strictEqual(JSON.parse(second).id, "notice/1")
    })
  )

  it.effect("of several programs over one folder mixes no lines", () =>
    Effect.gen(function* () {
      const dir = yield* folder
      const ids = Array.from({ length: 40 }, (_, i) => `notice/${i}`)
      yield* Effect.forEach(ids, (id) => make({ folder: dir }).send({ id, letter, to: ["a"] }), {
        concurrency: "unbounded"
      })
      assert.deepStrictEqual(
        receivedIn(dir)
          .map(({ id }) => id)
          .toSorted(),
        ids.toSorted()
      )
    })
  )
})
