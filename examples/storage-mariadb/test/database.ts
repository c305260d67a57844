import { randomUUID } from "node:crypto"
import * as Effect from "effect/Effect"
import { createConnection } from "mysql2/promise"
import { afterAll, inject } from "vitest"

declare module "vitest" {
  interface ProvidedContext {
    /** The server that the run has started. */
    readonly mariadb: string
  }
}

/** A database of its own for the tests of a file, removed after them; returns where it is. */
export const database = async (): Promise<string> => {
  const server = inject("mariadb")
  const name = `banfa_test_${randomUUID().replaceAll("-", "")}`
  const admin = async (sql: string) => {
    const client = await createConnection(server)
    await client.query(sql)
    await client.end()
  }
  await admin(`CREATE DATABASE ${name}`)
  afterAll(() => admin(`DROP DATABASE ${name}`))
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** A connection for as long as the scope lasts. */
export const connect = (url: string) =>
  Effect.acquireRelease(
    Effect.promise(() => createConnection(url)),
    (client) => Effect.sync(() => client.destroy())
  )
