import { connect as connectTo, createServer, type Server, type Socket } from "node:net"
import { Deliveries } from "@banfa/core/port/Deliveries"
import { EventStore } from "@banfa/core/port/EventStore"
import * as PostgresEventStore from "@banfa/storage-postgres"
import type { Means as DeliveryMeans } from "@banfa/testing/deliveries"
import type { Means } from "@banfa/testing/event-store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Record from "effect/Record"
import type * as Scope from "effect/Scope"
import pg from "pg"
import { connect } from "./host.ts"

const { fromClient, fromPool, layer, layerOver } = PostgresEventStore

/** Something in use, and how its server is taken away under it and given back. */
interface Way<A> {
  readonly subject: A
  readonly takeAway: Effect.Effect<void, unknown>
  readonly giveBack: Effect.Effect<A, unknown, Scope.Scope>
}

const asked = (client: pg.Client, sql: string) => Effect.promise(() => client.query(sql))

/** Ends the connections to the database that this one does not need, or one of them. */
const terminate = (admin: pg.Client, database: string, pid = "pid") =>
  asked(admin, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}' AND pid = ${pid}`)

/** A pool of the host's, for as long as the scope lasts or until it is ended. */
const poolOf = (url: string) =>
  Effect.acquireRelease(
    Effect.sync(() => new pg.Pool({ connectionString: url })),
    (pool) => Effect.promise(async () => pool.ended || pool.end())
  )

/** What stands between a store and the server, and can be taken away without the server noticing more than closed connections. */
const gateway = ({ hostname, port: serverPort }: URL) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const open = new Set<Socket>()
      const gate: Server = createServer({ noDelay: true }, (near) => {
        const far = connectTo({ port: Number(serverPort), host: hostname, noDelay: true })
        for (const [one, other] of [
          [near, far],
          [far, near]
        ] as const) {
          open.add(one)
          one.pipe(other)
          one.on("error", () => other.destroy())
          one.on("close", () => {
            open.delete(one)
            other.destroy()
          })
        }
      })
      const listen = (port: number) => new Promise<void>((resolve) => gate.listen(port, "127.0.0.1", resolve))
      const close = () =>
        new Promise<void>((resolve) => {
          gate.close(() => resolve())
          for (const socket of open) socket.destroy()
        })
      await listen(0)
      const address = gate.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      return { close, listen: () => listen(port), port, isOpen: () => gate.listening }
    }),
    ({ close, isOpen }) => Effect.promise(async () => isOpen() && close())
  )

/** The ways in which a server can be gone. `server` is an address of it that is not of the database, which is sealed as the options say. */
const ways = <I extends Deliveries | EventStore, S>(
  url: string,
  server: string,
  service: Context.Key<I, S>,
  options: PostgresEventStore.SealOptions = {}
): Readonly<Record<string, Effect.Effect<Way<S>, unknown, Scope.Scope>>> => {
  const name = new URL(url).pathname.slice(1)
  const built = <E>(made: Layer.Layer<Deliveries | EventStore, E>) =>
    Effect.map(Layer.build(Layer.fresh(made)), (context) => Context.get(context, service))
  return {
    "the server ends the connections and lets nobody in": Effect.gen(function* () {
      const admin = yield* connect(server)
      const allow = (may: boolean) => asked(admin, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${may}`)
      yield* Effect.addFinalizer(() => allow(true))
      const subject = yield* built(layer({ url, ...options }))
      return {
        subject,
        takeAway: Effect.andThen(allow(false), terminate(admin, name)),
        giveBack: Effect.as(allow(true), subject)
      }
    }),
    "nobody listens at the address": Effect.gen(function* () {
      const address = new URL(url)
      const gate = yield* gateway(address)
      address.port = String(gate.port)
      const subject = yield* built(layer({ url: address.href, maxConnections: 3, ...options }))
      return {
        subject,
        takeAway: Effect.promise(gate.close),
        giveBack: Effect.as(Effect.promise(gate.listen), subject)
      }
    }),
    "the server ends the connection of the host's": Effect.gen(function* () {
      const admin = yield* connect(server)
      const client = yield* connect(url)
      const gone = new Promise<void>((resolve) => client.on("end", () => resolve()))
      // the driver tells the host of it; what whoever uses it is told is what is looked at
      client.on("error", () => undefined)
      const { rows } = yield* asked(client, "SELECT pg_backend_pid() AS pid")
      return {
        subject: yield* built(layerOver(fromClient(client), options)),
        takeAway: Effect.andThen(
          terminate(admin, name, rows[0].pid),
          Effect.promise(() => gone)
        ),
        giveBack: Effect.flatMap(connect(url), (again) => built(layerOver(fromClient(again), options)))
      }
    }),
    "the host ends its pool": Effect.gen(function* () {
      const pool = yield* poolOf(url)
      return {
        subject: yield* built(layerOver(fromPool(pool), options)),
        takeAway: Effect.promise(() => pool.end()),
        giveBack: Effect.flatMap(poolOf(url), (again) => built(layerOver(fromPool(again), options)))
      }
    })
  }
}

/**
 * The ways in which a server can be gone under a store. `server` is an address of it that is not of the store's database, which is sealed as the
 * options say.
 */
export const interruptions = (
  url: string,
  server: string,
  options?: PostgresEventStore.SealOptions
): NonNullable<Means["interruptions"]> =>
  Record.map(
    ways(url, server, EventStore, options),
    Effect.map(({ subject, ...way }) => ({ store: subject, ...way }))
  )

/** The ways in which it can be gone under deliveries. */
export const deliveryInterruptions = (url: string, server: string): NonNullable<DeliveryMeans["interruptions"]> =>
  Record.map(
    ways(url, server, Deliveries),
    Effect.map(({ subject, ...way }) => ({ deliveries: subject, ...way }))
  )
