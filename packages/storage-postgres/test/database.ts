import { randomUUID } from "node:crypto"
import pg from "pg"
import { afterAll, inject } from "vitest"

declare module "vitest" {
  interface ProvidedContext {
    /** The server that the run was given, or has started. */
    readonly postgres: string
  }
}

/** A database of its own for the tests of a file, removed after them; returns where it is. */
export const database = async (): Promise<string> => {
  const server = inject("postgres")
  const name = `banfa_test_${randomUUID().replaceAll("-", "")}`
  const admin = async (sql: string) => {
    const client = new pg.Client(server)
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await admin(`CREATE DATABASE ${name}`)
  afterAll(() => admin(`DROP DATABASE ${name} WITH (FORCE)`))
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
