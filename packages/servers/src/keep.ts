/**
 * Makes a server of the kind that is named, with options as JSON, says on one line where it is, and keeps it until its standard input ends. As
 * root, everything is put where the account `nobody` can reach it, and runs as that account, since servers refuse to run as root.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process"
import { randomUUID } from "node:crypto"
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { freePort } from "./freePort.ts"
import type { Place } from "./Kind.ts"
import { type KindName, kinds } from "./kinds.ts"
import { type Disk, smallDisk } from "./smallDisk.ts"
import type { Options } from "./startServer.ts"
import { temporaryRoot } from "./temporaryRoot.ts"

const [name, given] = process.argv.slice(2) as [KindName, string]
const { again = false, disk: asked }: Options = JSON.parse(given)
const { make, title } = kinds[name]

const idOf = (flag: "-u" | "-g") => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
const account = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : undefined

const folder = mkdtempSync(join(temporaryRoot(), `banfa-${name}-`))
const [data, log] = [join(folder, "data"), join(folder, "log")]
let disk: Disk | undefined

const remove = () => {
  disk?.remove()
  rmSync(folder, { recursive: true, force: true })
}

const fail = (reason: string): never => {
  process.stderr.write(`${reason}\n`)
  remove()
  process.exit(1)
}

const give = (path: string) => account && chownSync(path, account.uid, account.gid)
const settings = { ...account, cwd: folder, env: { PATH: process.env.PATH, HOME: folder, LC_ALL: "C", TZ: "UTC" } }

const place: Place = {
  folder,
  data,
  journal: asked?.journal === false ? join(folder, "journal") : undefined,
  password: randomUUID(),
  write: (file, text) => {
    const path = join(folder, file)
    writeFileSync(path, text, { mode: 0o600 })
    give(path)
    return path
  },
  run: (program, args) => {
    const made = spawnSync(program, args, { ...settings, encoding: "utf8" })
    if (made.status !== 0) fail(`${program}: ${made.error ?? made.stdout + made.stderr}`)
  },
  fail
}

/** The server, from the moment when it is started, whether it can be used already or not. */
let current: ChildProcess | undefined

/** Starts the server on a port; `undefined` when it ends before it can be used, as it does when another process has taken the port meanwhile. */
const startOn = (port: number) => {
  writeFileSync(log, "")
  const server = spawn(program, args(port), { ...settings, stdio: ["ignore", "ignore", "pipe"] })
  current = server
  return new Promise<typeof server | undefined>((resolve) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      writeFileSync(log, text, { flag: "a" })
      if (text.includes(ready)) resolve(server)
    })
    server.on("error", (error) => fail(`${program}: ${error}`))
    server.on("exit", () => {
      current = undefined
      resolve(undefined)
    })
  })
}

chmodSync(folder, 0o755)
// where a server puts a socket, and what it writes beside its data
give(folder)
mkdirSync(data, { mode: 0o700 })
if (asked !== undefined) disk = smallDisk(data, asked.room, fail)
give(data)
const { args, program, ready, stop, url } = make(place)

type Running = NonNullable<Awaited<ReturnType<typeof startOn>>>

const ended = () => fail(`${title} ended: ${readFileSync(log, "utf8").slice(-4000)}`)

let port = await freePort()
let running = await startOn(port)
for (let tried = 1; running === undefined && tried < 6; tried++) {
  port = await freePort()
  running = await startOn(port)
}

let ending = false
/** Keeps a server that is running. Where that is asked, and on a small disk, it is started again when it ends, as a service is, until it can run. */
const keep = (server: Running) => {
  server.on("exit", async () => {
    if (!ending && !again && disk === undefined) ended()
    let next: Running | undefined
    while (!ending && next === undefined) {
      await setTimeout(200)
      next = await startOn(port)
    }
    if (next !== undefined) keep(next)
    if (ending) end()
  })
}
keep(running ?? ended())

const end = () => {
  ending = true
  if (current === undefined) {
    remove()
    process.exit(0)
  }
  // should the orderly way not be enough: as in a crash
  globalThis.setTimeout(() => current?.kill("SIGKILL"), 10_000).unref()
  current.kill(stop)
}
process.stdin.on("end", end).on("error", end).resume()
process.on("SIGTERM", end)

const who = account === undefined ? "" : ", which run as the account nobody"
process.stdout.write(
  `${JSON.stringify({
    url: url(port),
    folder: data,
    created: `${title} on 127.0.0.1:${port}; its files are in ${folder}${who}, until the tests end`
  })}\n`
)
