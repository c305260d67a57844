/** Starts a server, says where it is, and keeps it until this process is killed. */
import { startPostgres } from "../../src/startPostgres.ts"

const { created, url } = await startPostgres()
process.stdout.write(`${JSON.stringify({ created, url })}\n`)
setInterval(() => undefined, 60_000)
