/** Goes through it once, with a browser of its own: somebody logs in, acts, and logs out at the provider. */
import { randomBytes } from "node:crypto"
import { Browser } from "./Browser.ts"
import { start } from "./start.ts"

const at = "2026-03-02T01:00:00Z"
const { host, issuer, stop } = await start({ secret: randomBytes(32).toString("base64url"), port: 0, now: () => at })

const tell = async (what: string, response: Response): Promise<void> => {
  const { error, outcome, person, text } = await response.json()
  console.log(`${what}: ${response.status} ${person ?? outcome ?? error}${text === undefined ? "" : `\n  ${text}`}`)
}
const asks = async (what: string, browser: Browser): Promise<void> =>
  tell(what, (await browser.open(`${host}/`)).response)
const acts = async (what: string, browser: Browser, by: string): Promise<void> => {
  const fact = { _tag: "Drafted", project: `P-${by}`, on: "2026-03-02", by, region: "440100", organ: by }
  const body = JSON.stringify({ command: `draft-${by}`, facts: [fact] })
  const init = { method: "POST", headers: { "content-type": "application/json" }, body }
  await tell(what, (await browser.open(`${host}/acts`, init)).response)
}

const chen = new Browser()
await asks("身份，登录前 Who, before the login", chen)
const { url } = await chen.open(`${host}/login`)
await chen.submit(url, { login: "chen" })
await asks("身份，登录后 Who, after the login", chen)
await acts("以本单位名义立项 Drafts for the own bureau", chen, "health")
await acts("以他单位名义立项 Drafts for another bureau", chen, "info")
const { response } = await chen.open(`${issuer}/session/end`)
const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(await response.text()) ?? []
await chen.submit(`${issuer}/session/end/confirm`, { xsrf, logout: "yes" })
await asks("身份，退出后 Who, after the logout", chen)
await stop()
