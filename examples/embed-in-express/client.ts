import { once } from "node:events"
import type { AddressInfo } from "node:net"
import type { Express } from "express"

/** What a host answered. */
export interface Answer {
  readonly status: number
  // What JSON holds is for the reader to know.
  // biome-ignore lint/suspicious/noExplicitAny: JSON
  readonly body: any
}

/** Asks as one user: with a body it posts, without one it gets. */
export type Ask = (path: string, body?: object) => Promise<Answer>

/** A host that listens on a free port of the loopback interface. */
export interface Served {
  /** Signs a user in, and answers how to ask as him. */
  readonly as: (name: string, password: string) => Promise<Ask>
  /** Asks without having signed in. */
  readonly ask: Ask
  readonly close: () => Promise<void>
}

/** Lets an application listen. */
export const serve = async (app: Express): Promise<Served> => {
  const server = app.listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  const send = async (path: string, body: object | undefined, cookie: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/api${path}`, {
      headers: { "content-type": "application/json", cookie },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) })
    })
  const asking =
    (cookie: string): Ask =>
    async (path, body) => {
      const answer = await send(path, body, cookie)
      const text = await answer.text()
      return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) }
    }
  return {
    ask: asking(""),
    as: async (name, password) => {
      const answer = await send("/login", { 用户名: name, 口令: password }, "")
      return asking(answer.headers.get("set-cookie")?.split(";")[0] ?? "")
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, "close")
    }
  }
}
