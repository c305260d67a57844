import type { Express } from "express"
import { type Ask, type Served, serve } from "../client.ts"
import { openDatabase } from "../host/database.ts"
import type { Host } from "../host/Host.ts"
import { addSample } from "../host/sample.ts"

/** A served host with the sample in its tables, and one signed-in user for each unit. */
export interface Hosting extends Served {
  readonly host: Host
  /** Lets the business day be another. */
  readonly on: (day: string) => void
  readonly fg: Ask
  readonly xx: Ask
  readonly cz: Ask
  readonly wj: Ask
  readonly zx: Ask
}

/** Serves a host on a database of its own. */
export const hosting = async (app: (host: Host) => Express): Promise<Hosting> => {
  const db = openDatabase()
  addSample(db, "口令")
  let day = "2026-03-02"
  const host = { db, today: () => day }
  const served = await serve(app(host))
  const as = (name: string) => served.as(name, "口令")
  return {
    ...served,
    host,
    on: (other) => {
      day = other
    },
    fg: await as("fg"),
    xx: await as("xx"),
    cz: await as("cz"),
    wj: await as("wj"),
    zx: await as("zx")
  }
}
