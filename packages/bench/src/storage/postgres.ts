/** PostgreSQL: what the store gets done in the time in which `pg` alone, and `pgbench`, execute the same statement with the same values. */
import type { AppendRequest, EventStore } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import pg from "pg"
import { print } from "../ratios.ts"
import { appendOf, each } from "./facts.ts"
import { inFolder } from "./folder.ts"
import { pgbench, pgbenchSide } from "./pgbench.ts"
import { relay } from "./roundTrips.ts"
import { overOwnPool, overPool, poolOf, type Server, withServer } from "./server.ts"
import { type Rounds, sharesOf, turns } from "./shares.ts"

/** How many clients there are at a time, and how many appends are in a block. */
interface Crowd {
  readonly clients: number
  readonly perBlock: number
}

const crowds: ReadonlyArray<Crowd> = [
  { clients: 1, perBlock: 50 },
  { clients: 8, perBlock: 160 },
  { clients: 32, perBlock: 320 }
]

/** A statement as the driver is given it. */
export interface Statement {
  readonly text: string
  readonly values: ReadonlyArray<string | null>
}

type Store = EventStore["Service"]

/** The append of this number: each client writes ten events to a stream of its own, then to the next. */
const requestOf = (n: number, clients: number, prefix: string): AppendRequest => {
  const place = (n % clients) * 1_000_000 + Math.floor(n / clients)
  return appendOf(place, place + 1, prefix)
}

/** Does the numbers of a block, so many at a time, each client its own one after another. */
const block =
  ({ clients, perBlock }: Crowd, each: (n: number) => Promise<unknown>) =>
  async (round: number) => {
    const client = async (c: number) => {
      for (let n = round * perBlock + c; n < (round + 1) * perBlock; n += clients) await each(n)
    }
    await Promise.all(Array.from({ length: clients }, (_, c) => client(c)))
  }

const appending = (store: Store, clients: number, prefix: string) => (n: number) =>
  Effect.runPromise(store.append(requestOf(n, clients, prefix)))

/** Writes down the statements of the appends; the common one is a single statement. */
const recorded = async (url: string, clients: number, appends: number, prefix: string) => {
  const pool = poolOf(url, 1)
  const { close, store } = await overPool(pool)
  const statements: Array<Statement> = []
  const query = pool.query.bind(pool) as (text: string, values: Array<string | null>) => Promise<pg.QueryResult>
  pool.query = ((text: string, values: Array<string | null>) => {
    statements.push({ text, values })
    return query(text, values)
  }) as unknown as typeof pool.query
  for (let n = 0; n < appends; n++) {
    await appending(store, clients, prefix)(n)
    if (statements.length !== n + 1) throw new Error(`append ${n} is not one statement`)
  }
  await close()
  await pool.end()
  return statements
}

const eventsOf = async (url: string): Promise<ReadonlyArray<string>> => {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query("SELECT stream, version, event_type, data FROM banfa_events")
  await client.end()
  return rows.map((row) => JSON.stringify(row)).sort()
}

const proveSame = async (one: string, other: string, prefix: string): Promise<void> => {
  const [here, there] = [await eventsOf(one), (await eventsOf(other)).map((row) => row.replaceAll(prefix, "bare"))]
  if (here.length === 0 || here.join("\n") !== there.join("\n"))
    throw new Error("the two databases do not hold the same events")
}

/** A database with the tables of the store. */
const prepared = async ({ database }: Server): Promise<string> => {
  const url = await database()
  await (await overOwnPool(url, 1)).close()
  return url
}

const againstDriver = async (server: Server, crowd: Crowd, rounds: Rounds): Promise<void> => {
  const { clients, perBlock } = crowd
  const statements = await recorded(await server.database(), clients, (rounds.rounds + 1) * perBlock, "bare")
  const [bareAt, overAt, ownAt] = [await prepared(server), await server.database(), await server.database()]
  const bare = poolOf(bareAt, clients)
  const pool = poolOf(overAt, clients)
  const over = await overPool(pool)
  const own = await overOwnPool(ownAt, clients)
  const alone = (n: number) => {
    const { text, values } = statements[n] as Statement
    return bare.query(text, [...values])
  }
  const found = await turns(
    [
      { name: "pg alone, the same statement", block: block(crowd, alone) },
      // what a process remembers of one store must not be believed of another
      { name: "EventStore.append over a pool of pg", block: block(crowd, appending(over.store, clients, "over")) },
      { name: "EventStore.append over its own pool", block: block(crowd, appending(own.store, clients, "owns")) }
    ],
    rounds
  )
  await over.close()
  await own.close()
  await pool.end()
  await bare.end()
  await proveSame(bareAt, overAt, "over")
  await proveSame(bareAt, ownAt, "owns")
  print(`PostgreSQL, one event a command, ${clients} at a time: done in the same time`, sharesOf(found))
}

const mark = "@@@@"

const againstPgbench = async (server: Server, crowd: Crowd, program: string, file: string, rounds: Rounds) => {
  const statements = await recorded(await server.database(), 1, each, mark)
  const own = await overOwnPool(await server.database(), crowd.clients)
  const found = await turns(
    [
      pgbenchSide({ program, url: await prepared(server), file, statements, mark, ...crowd }),
      {
        name: "EventStore.append over its own pool",
        block: block(crowd, appending(own.store, crowd.clients, `pgb${crowd.clients}-`))
      }
    ],
    rounds
  )
  await own.close()
  print(`PostgreSQL, beside pgbench, ${crowd.clients} at a time: done in the same time`, sharesOf(found))
}

const countRoundTrips = async (server: Server): Promise<void> => {
  const between = await relay(await server.database())
  const own = await overOwnPool(between.url, 1)
  const append = appending(own.store, 1, "trip")
  for (let n = 0; n < 10; n++) await append(n)
  const before = between.roundTrips()
  for (let n = 10; n < 60; n++) await append(n)
  console.info(`\nPostgreSQL, round trips of an append: ${(between.roundTrips() - before) / 50}`)
  await own.close()
  between.close()
}

/** Single appends with a guard, and how often each waits for the server. */
export const postgresAppends = (rounds: Rounds): Promise<void> =>
  withServer((server) =>
    inFolder(async (file) => {
      await countRoundTrips(server)
      for (const crowd of crowds) await againstDriver(server, crowd, rounds)
      const program = pgbench()
      if (program === undefined)
        console.info(
          "\nThere is no pgbench: the binaries from npm have none, Debian's has (apt-get install postgresql)"
        )
      else for (const crowd of crowds) await againstPgbench(server, crowd, program, file("append.sql"), rounds)
    })
  )
