import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { EventStore, type Supports } from "@banfa/core/port/EventStore"
import * as SqliteEventStore from "@banfa/storage-sqlite"
import { type Check, checks, type Host, type Mutant, mutants, sqlHost } from "@banfa/testing/event-store"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import { temporaryFolder } from "../temporaryFolder.ts"

const supports: Supports = { restart: true, sharing: true, ownTransaction: true, readSide: true }

const filename = join(temporaryFolder(), "host.sqlite")
const file = SqliteEventStore.layer({ filename, busyTimeout: 10 })

/** A memory that all openings share, as a file is. */
const memory = Effect.map(Layer.build(EventStore.layerMemory), (context) =>
  Layer.succeed(EventStore, Context.get(context, EventStore))
)

const open = Effect.acquireRelease(
  Effect.sync(() => {
    const db = new DatabaseSync(filename)
    db.exec("PRAGMA busy_timeout = 10")
    const run = (sql: string) => Effect.try({ try: () => db.prepare(sql).all(), catch: (cause) => cause })
    return { run, store: SqliteEventStore.storeIn(db), close: () => db.close() }
  }),
  ({ close }) => Effect.sync(close)
)

/** A host of the file, broken in this way. */
const hostOf = (broken: Mutant["host"] = (sound) => sound): Effect.Effect<Host, unknown, Scope.Scope> =>
  Effect.gen(function* () {
    const [inside, outside] = [yield* open, yield* open]
    return broken(yield* sqlHost(inside, outside), outside.store)
  })

/** A memory has no host, so what is asked of hosts is asked of a file. */
const findingsOf = ({ findings, guarantee }: Check, mutant?: Mutant) =>
  Effect.gen(function* () {
    const sound = guarantee === "own transaction" ? file : yield* memory
    return yield* findings(mutant === undefined ? sound : mutant.of(sound), hostOf(mutant?.host))
  })

/** The titles of the checks that find this store out. */
const foundBy = (mutant?: Mutant) =>
  Effect.forEach(
    checks.filter(
      ({ applies, guarantee }) => applies(supports) && (mutant === undefined || guarantee === mutant.breaks)
    ),
    (check) => Effect.map(findingsOf(check, mutant), (found) => (found.length > 0 ? [check.title] : []))
  ).pipe(Effect.map((titles) => titles.flat()))

describe("the suite of the event store", () => {
  const biting = new Set<string>()

  it.live("finds nothing in a sound store", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* foundBy(), [])
    })
  )

  for (const mutant of mutants) {
    it.live(
      `finds out a store that ${mutant.name} (${mutant.breaks})`,
      () =>
        Effect.gen(function* () {
          const titles = yield* foundBy(mutant)
          assert.isNotEmpty(titles)
          for (const title of titles) biting.add(title)
        }),
      30_000
    )
  }

  for (const guarantee of ["kinds", "limits", "own transaction"] as const) {
    it.live(
      `finds out a store that breaks its word on ${guarantee} by the checks of that alone`,
      () =>
        Effect.gen(function* () {
          const alone = mutants.filter(({ breaks }) => breaks === guarantee)
          assert.isNotEmpty(alone)
          const others = checks.filter((each) => each.applies(supports) && each.guarantee !== guarantee)
          for (const mutant of alone) {
            const found = yield* Effect.forEach(others, (each) => findingsOf(each, mutant))
            assert.deepStrictEqual(found.flat(), [], mutant.name)
          }
        }),
      60_000
    )
  }

  it("has no check that never bites", () => {
    const idle = checks.filter(({ applies, title }) => applies(supports) && !biting.has(title))
    assert.deepStrictEqual(
      idle.map(({ title }) => title),
      []
    )
  })
})
