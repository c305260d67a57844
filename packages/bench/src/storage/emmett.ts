/** The stores of emmett and ours, over the same events: appending under a guard, and reading a stream and folding it. */
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type AppendRequest, EventStore, type JsonObject, StreamId } from "@banfa/core/port/EventStore"
import { layer } from "@banfa/storage-sqlite"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import { print } from "../ratios.ts"
import { at, eventOf } from "./facts.ts"
import { inFolder } from "./folder.ts"
import { overOwnPool, withServer } from "./server.ts"
import { type Rounds, type Side, sharesOf, turns } from "./shares.ts"

const peers = new URL("../../peers/", import.meta.url)

type Evolve = (state: number, data: JsonObject) => number

/** A store, ours or theirs. */
interface Store {
  readonly append: (
    stream: string,
    events: ReadonlyArray<{ readonly type: string; readonly data: JsonObject }>,
    version: number
  ) => Promise<unknown>
  readonly fold: (stream: string, initial: number, evolve: Evolve) => Promise<number>
  readonly close: () => Promise<void>
}

interface Emmett {
  readonly openSqlite: (file: string) => Promise<Store>
  readonly openPostgres: (url: string, clients: number) => Promise<Store>
}

/** Appends in a block, readings in a block, and events of the stream that is read. */
const size = { append: 24, read: 40, events: 200 }

const behind = (store: EventStore["Service"], close: () => Promise<void>): Store => ({
  append: (stream, events, version) =>
    Effect.runPromise(
      store.append({
        command: `${stream}/${version}`,
        guards: [{ stream, version }],
        events: events.map((event, i) => ({ ...event, stream, id: `${stream}/${version + i + 1}`, recordedAt: at }))
      } as unknown as AppendRequest)
    ),
  fold: (stream, initial, evolve) =>
    Effect.runPromise(
      Stream.runFold(
        store.readStream(StreamId.make(stream)),
        () => initial,
        (state, { data }) => evolve(state, data)
      )
    ),
  close
})

const openSqlite = async (file: string): Promise<Store> => {
  const runtime = ManagedRuntime.make(layer({ filename: file }))
  return behind(await runtime.runPromise(EventStore), () => runtime.dispose())
}

const openPostgres = async (url: string, clients: number): Promise<Store> => {
  const { close, store } = await overOwnPool(url, clients)
  return behind(store, close)
}

/** What is folded looks at every event: a sum that no event can be left out of. */
const evolve: Evolve = (state, data) => (state * 31 + JSON.stringify(data).length) % 1_000_003

/** Each client writes to a stream of its own in every block, one event after another. */
const appending = (store: Store, clients: number) => async (round: number) => {
  const client = async (c: number) => {
    const stream = `project/P${round}-${c}`
    for (let version = 0; version < size.append; version++) await store.append(stream, [eventOf(version)], version)
  }
  await Promise.all(Array.from({ length: clients }, (_, c) => client(c)))
}

const long = "project/long"

const against = async (name: string, ours: Store, theirs: Store, clients: number, rounds: Rounds): Promise<void> => {
  const events = Array.from({ length: size.events }, (_, n) => eventOf(n))
  for (const store of [ours, theirs]) await store.append(long, events, 0)
  const [here, there] = [await ours.fold(long, 7, evolve), await theirs.fold(long, 7, evolve)]
  if (here !== there) throw new Error(`${name}: the two stores do not read the same events`)
  const sides = (block: (store: Store) => (round: number) => unknown): ReadonlyArray<Side> => [
    { name: "emmett", block: block(theirs) },
    { name: "EventStore", block: block(ours) }
  ]
  const appended = await turns(
    sides((store) => appending(store, clients)),
    rounds
  )
  const crowd = clients === 1 ? "" : `, ${clients} at a time`
  print(`${name}, one event a command${crowd}: done in the same time`, sharesOf(appended))
  if (clients === 1) {
    const imported = await turns(
      sides((store) => (round) => store.append(`project/I${round}`, events, 0)),
      rounds
    )
    print(`${name}, ${size.events} events a command: done in the same time`, sharesOf(imported))
    const read = await turns(
      sides((store) => async () => {
        for (let n = 0; n < size.read; n++) await store.fold(long, 7, evolve)
      }),
      rounds
    )
    print(`${name}, ${size.events} events of a stream read and folded: done in the same time`, sharesOf(read))
  }
  await ours.close()
  await theirs.close()
}

/** Both stores of emmett, where they are installed. */
export const emmettAgainstStores = async (rounds: Rounds): Promise<void> => {
  if (!existsSync(new URL("node_modules", peers))) {
    console.info(`\nemmett is not installed: run npm ci in ${fileURLToPath(peers)}`)
    return
  }
  const emmett: Emmett = await import(new URL("emmett.mjs", peers).href)
  await inFolder(async (file) =>
    against("SQLite", await openSqlite(file("ours.sqlite")), await emmett.openSqlite(file("theirs.sqlite")), 1, rounds)
  )
  await withServer(async ({ database }) => {
    for (const clients of [1, 8]) {
      const ours = await openPostgres(await database(), clients)
      const theirs = await emmett.openPostgres(await database(), clients)
      await against("PostgreSQL", ours, theirs, clients, rounds)
    }
  })
}
