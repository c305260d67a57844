/**
 * Makes a PostgreSQL server, says on one line where it is, and keeps it until its standard input ends. As root, everything is put where the
 * account `nobody` can reach it, and runs as that account, since PostgreSQL refuses to run as root.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process"
import { randomUUID } from "node:crypto"
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { copyBinaries } from "./copyBinaries.ts"
import { temporaryRoot } from "./temporaryRoot.ts"

const idOf = (flag: "-u" | "-g") => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
const account = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : undefined

const folder = mkdtempSync(join(temporaryRoot(), "banfa-postgres-"))
const [data, log, words] = [join(folder, "data"), join(folder, "log"), join(folder, "password")]
const password = randomUUID()

const remove = () => rmSync(folder, { recursive: true, force: true })
const give = (path: string) => account && chownSync(path, account.uid, account.gid)

const fail = (reason: string): never => {
  process.stderr.write(`${reason}\n`)
  remove()
  process.exit(1)
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

const environment = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" }

const initialise = (bin: string) => {
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(words, password, { mode: 0o600 })
  for (const path of [data, words]) give(path)
  const settings = ["--locale=C", "--encoding=UTF8", "--auth=scram-sha-256", "--no-sync", "--no-instructions"]
  const args = ["-D", data, "-U", "banfa", `--pwfile=${words}`, ...settings]
  const made = spawnSync(join(bin, "initdb"), args, { ...account, cwd: folder, env: environment, encoding: "utf8" })
  if (made.status !== 0) fail(`initdb: ${made.error ?? made.stderr}`)
}

/** Starts the server on a port; `undefined` when another process has taken the port meanwhile. */
const startOn = (bin: string, port: number) => {
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", port: String(port) }
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const server = spawn(join(bin, "postgres"), ["-D", data, ...args], {
    ...account,
    cwd: folder,
    env: environment,
    stdio: ["ignore", "ignore", "pipe"]
  })
  return new Promise<typeof server | undefined>((resolve) => {
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      writeFileSync(log, text, { flag: "a" })
      if (text.includes("ready to accept connections")) resolve(server)
    })
    server.on("error", (error) => fail(`postgres: ${error}`))
    server.on("exit", () => {
      const said = readFileSync(log, "utf8")
      if (said.includes("could not bind")) resolve(undefined)
      else fail(`postgres ended: ${said.slice(-4000)}`)
    })
  })
}

chmodSync(folder, 0o755)
const copied = copyBinaries(join(folder, "postgresql"))
if (copied === undefined) fail(`There is no package of PostgreSQL for ${process.platform} on ${process.arch}.`)
const bin = join(folder, "postgresql", "bin")
initialise(bin)

let port = await freePort()
let server = await startOn(bin, port)
for (let again = 0; server === undefined && again < 5; again++) {
  port = await freePort()
  server = await startOn(bin, port)
}
const running = server ?? fail("postgres: no port was free")

let ending = false
const end = () => {
  if (ending) return
  ending = true
  running.removeAllListeners("exit")
  // SIGINT: ends at once, and orderly; SIGQUIT, should that not be enough: ends as in a crash
  const insist = setTimeout(() => running.kill("SIGQUIT"), 10_000)
  running.on("exit", () => {
    clearTimeout(insist)
    remove()
    process.exit(0)
  })
  running.kill("SIGINT")
}
process.stdin.on("end", end).on("error", end).resume()
process.on("SIGTERM", end)

const who = account === undefined ? "" : ", which run as the account nobody"
process.stdout.write(
  `${JSON.stringify({
    url: `postgres://banfa:${password}@127.0.0.1:${port}/postgres`,
    created: `PostgreSQL on 127.0.0.1:${port}; its files are in ${folder}${who}, until the tests end`
  })}\n`
)
