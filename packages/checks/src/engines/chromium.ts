import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Wanted } from "../debian.ts"
import type { Told } from "./corpus.ts"
import { environment, type Place } from "./Place.ts"

const program = "/usr/bin/chromium"
/** Chromium with its languages, which it speaks beside English when they are there. */
export const chromiumOfDebian: Wanted = {
  title: "Chromium",
  packages: ["chromium", "chromium-l10n"],
  files: [program, "/usr/lib/chromium/locales/tr.pak"]
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
