import { fromPool, layer, verify } from "@banfa/storage-postgres"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import pg from "pg"
import type { Storage } from "./Storage.ts"

/** A database, which is opened anew each time. */
export const inDatabase = (url: string): Storage => ({
  layer: layer({ url, maxConnections: 2 }),
  findings: () => {
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    return Effect.runPromise(
      Effect.ensuring(
        Stream.runCollect(verify(fromPool(pool))),
        Effect.promise(() => pool.end())
      )
    )
  },
  place: url
})

/** Makes a database on a server, and answers with its address. */
export const newDatabase = async (server: string, name: string): Promise<string> => {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Whether a database can be used. */
export const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client(url)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
