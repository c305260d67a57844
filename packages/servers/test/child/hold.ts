/** Starts the server that its arguments describe, says where it is, and keeps it until this process is killed. */
import { type Options, startServer } from "../../src/startServer.ts"

const [kind, options] = JSON.parse(process.argv[2] ?? "") as [Parameters<typeof startServer>[0], Options?]
const { created, folder, url } = await startServer(kind, options)
process.stdout.write(`${JSON.stringify({ created, folder, url })}\n`)
setInterval(() => undefined, 60_000)
