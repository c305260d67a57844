/** Starts a server, says where it is, and keeps it until this process is killed. */
import { startServer } from "../../src/startServer.ts"

const { created, url } = await startServer("postgres")
process.stdout.write(`${JSON.stringify({ created, url })}\n`)
setInterval(() => undefined, 60_000)
