/** Starts the approval system on a database in memory that holds a sample: `node host/server.ts [port]`. */
import type { AddressInfo } from "node:net"
import { app } from "./app.ts"
import { openDatabase } from "./database.ts"
import { addSample } from "./sample.ts"

const password = process.env.SAMPLE_PASSWORD ?? "sample"
const db = openDatabase()
addSample(db, password)

const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format()
const server = app({ db, today }).listen(Number(process.argv[2] ?? 0), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api`)
})
