import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Browser } from "../Browser.ts"
import { start } from "../start.ts"

let running: Awaited<ReturnType<typeof start>>
let now = "2026-03-02T01:00:00Z"

beforeAll(async () => {
  running = await start({ secret: "secret-of-the-tests", port: 0, now: () => now })
})
afterAll(() => running.stop())

/** Somebody logs in by the page of the provider, as with a browser. */
const loggedIn = async (login: string): Promise<Browser> => {
  const browser = new Browser()
  const { response, url } = await browser.open(`${running.host}/login`)
  expect(await response.text()).toContain(`value="${login}"`)
  const arrived = await browser.submit(url, { login })
  expect([arrived.url.href, arrived.response.status]).toEqual([`${running.host}/`, 200])
  return browser
}

const who = async (browser: Browser) => {
  const { response } = await browser.open(`${running.host}/`)
  return [response.status, await response.json()]
}

const act = async (browser: Browser, command: string, fact: object) => {
  const { response } = await browser.open(`${running.host}/acts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ command, facts: [fact] })
  })
  return { status: response.status, body: await response.json() }
}

const drafted = (project: string, by: string) => ({
  ...{ _tag: "Drafted", project, on: "2026-03-02", by, region: "440100", organ: by }
})

describe("a host whose people log in with OpenID Connect", () => {
  test("knows nobody who has not logged in", async () => {
    expect((await who(new Browser()))[0]).toBe(401)
    expect((await act(new Browser(), "c0", drafted("P0", "health"))).status).toBe(401)
  })

  test("knows who has logged in, with the posts that the provider states", async () => {
    expect(await who(await loggedIn("chen"))).toEqual([
      200,
      {
        person: "chen",
        name: { zh: "陈示例", en: "陈示例" },
        posts: [{ agency: "health", title: "信息科科长", offices: ["organ"], from: "2024-01-01" }]
      }
    ])
  })

  test("lets somebody act for the agency of the post, and keeps by what", async () => {
    const { body, status } = await act(await loggedIn("chen"), "c1", drafted("P1", "health"))
    expect([status, body.outcome]).toEqual([200, "Allowed"])
    expect(body.spokenFor).toMatchObject([
      { agency: "health", standing: { _tag: "Post", post: { title: "信息科科长" } } }
    ])
  })

  test("lets nobody act for another agency, without a post, or after it has ended", async () => {
    const found = [
      await act(await loggedIn("chen"), "c2", drafted("P2", "info")),
      await act(await loggedIn("zhang"), "c3", drafted("P3", "health")),
      await act(await loggedIn("li"), "c4", drafted("P4", "health"))
    ]
    expect(found.map(({ body, status }) => [status, body.error])).toEqual([
      [403, "NotEntitled"],
      [403, "NotEntitled"],
      [403, "NotEntitled"]
    ])
    expect(found[2]?.body.text).toContain("2025-12-31")
    // while the post was held, it was another matter
    now = "2025-12-30T01:00:00Z"
    const { body } = await act(await loggedIn("li"), "c5", { ...drafted("P5", "health"), on: "2025-12-30" })
    now = "2026-03-02T01:00:00Z"
    expect(body.outcome).toBe("Allowed")
  })

  test("knows somebody no longer who has logged out at the provider", async () => {
    const [browser, other] = [await loggedIn("chen"), await loggedIn("chen")]
    expect((await who(browser))[0]).toBe(200)
    const { response } = await browser.open(`${running.issuer}/session/end`)
    const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(await response.text()) ?? []
    await browser.submit(`${running.issuer}/session/end/confirm`, { xsrf, logout: "yes" })
    const [status, said] = await who(browser)
    expect([status, said.error]).toEqual([401, "NotAuthenticated"])
    expect(said.text).toContain("已撤销")
    expect((await act(browser, "c6", drafted("P6", "health"))).status).toBe(401)
    // in another browser, the same person has not
    expect((await who(other))[0]).toBe(200)
  })

  test("believes only the provider that somebody has logged out", async () => {
    const browser = await loggedIn("chen")
    for (const token of ["", "rubbish", "eyJhbGciOiJub25lIn0.e30."]) {
      const { response } = await new Browser().submit(`${running.host}/logged-out`, { logout_token: token })
      expect(response.status).toBe(400)
    }
    expect((await who(browser))[0]).toBe(200)
  })

  test("takes back nobody whom it has not sent, and no code twice", async () => {
    const { response } = await new Browser().open(`${running.host}/back?code=made-up&state=made-up`)
    expect(response.status).toBe(400)
    const sent = new Browser()
    await sent.open(`${running.host}/login`)
    expect((await sent.open(`${running.host}/back?code=made-up&state=made-up`)).response.status).toBe(401)
  })
})
