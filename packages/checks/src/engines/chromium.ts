import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { command } from "../command.ts"
import type { Told } from "./corpus.ts"
import { environment, type Place } from "./Place.ts"

const program = "/usr/bin/chromium"
/** Present when Chromium speaks the languages of the places, and not English alone. */
const languages = "/usr/lib/chromium/locales/tr.pak"

/** Whether this machine can install packages of Debian, or the sentence that says why not. */
const obstacle = async (): Promise<string | undefined> => {
  if (process.platform !== "linux" || (await command("apt-get", ["--version"], { cwd: "/" })).code !== 0)
    return "Chromium is not installed, and there is no apt-get to install it with: run this on Debian"
  return process.getuid?.() === 0
    ? undefined
    : "Chromium is not installed, and only root may install it: apt-get install chromium chromium-l10n"
}

/** Chromium and its languages, installed from Debian where they are missing. Answers what stood in the way. */
export const installChromium = async (say: (line: string) => void): Promise<string | undefined> => {
  if (existsSync(program) && existsSync(languages)) return undefined
  const why = await obstacle()
  if (why !== undefined) return why
  say("installing Chromium from Debian")
  const env = { DEBIAN_FRONTEND: "noninteractive" }
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium", "chromium-l10n"]]) {
    const { code, output } = await command("apt-get", args, { cwd: "/", env })
    if (code !== 0) return `Chromium could not be installed: apt-get ${args[0]} ended with code ${code}\n${output}`
  }
  return existsSync(program) ? undefined : `apt-get installed no ${program}`
}

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

const page = `<!doctype html><meta charset="utf-8"><script type="module" src="/corpus.js"></script>`

/** How long a browser may take to start and to tell everything. */
const patience = 120_000

/** Serves the page and the corpus on the loopback address, and hands on what is told there. */
const serve = (corpus: string, told: (body: string) => void): Server =>
  createServer((request, response) => {
    if (request.method === "POST") {
      let body = ""
      request.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk
      })
      request.on("end", () => {
        response.end()
        told(body)
      })
    } else if (request.url === "/corpus.js") {
      response.setHeader("content-type", "text/javascript; charset=utf-8").end(readFileSync(corpus))
    } else response.setHeader("content-type", "text/html; charset=utf-8").end(page)
  })

/** Opens the corpus in Chromium, somewhere, and waits for what it tells. */
export const toldByChromium = async (corpus: string, place: Place): Promise<Told> => {
  const profile = mkdtempSync(join(tmpdir(), "banfa-chromium-"))
  let told: (body: string) => void = () => undefined
  const server = serve(corpus, (body) => told(body))
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as AddressInfo
  const language = place.locale === "C" ? "en-US" : place.locale.replace("_", "-")
  const args = [...flags, `--lang=${language}`, `--user-data-dir=${profile}`, `http://127.0.0.1:${port}/`]
  const browser = spawn(program, args, { env: { ...process.env, ...environment(place) }, stdio: "ignore" })
  const gone = new Promise<void>((done) => browser.once("close", () => done()))
  try {
    return await new Promise<Told>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`Chromium told nothing in ${patience / 1000} s`)), patience)
      told = (body) => resolve(JSON.parse(body))
      browser.once("error", reject)
      browser.once("close", (code) => {
        clearTimeout(late)
        reject(new Error(`Chromium ended with code ${code} before it told anything`))
      })
    })
  } finally {
    browser.kill("SIGKILL")
    await gone
    server.closeAllConnections()
    server.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
