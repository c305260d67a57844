import { randomUUID } from "node:crypto"
import "@banfa/servers/globalSetup"
import pg from "pg"
import { afterAll, inject } from "vitest"

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
  // another collation than C, where the server has one, would be found out here
  await admin(`CREATE DATABASE ${name}`)
  afterAll(() => admin(`DROP DATABASE ${name} WITH (FORCE)`))
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
