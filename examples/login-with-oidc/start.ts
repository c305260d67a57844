import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { openHost } from "./host.ts"
import { agencies, people } from "./people.ts"
import { provider } from "./provider.ts"

const listening = async (port: number): Promise<{ readonly server: Server; readonly url: string }> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const stopped = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** How the two are started. */
export interface Start {
  /** The secret that the host and the provider share. */
  readonly secret: string
  /** The port of the host; a free one for 0. */
  readonly port: number
  /** The instant in UTC. */
  readonly now: () => string
}

/** Starts a provider and a host that know each other, on this machine. */
export const start = async ({ now, port, secret }: Start) => {
  const [there, here] = [await listening(0), await listening(port)]
  const client = { id: "approval", secret, back: `${here.url}/back`, loggedOut: `${here.url}/logged-out` }
  there.server.on("request", provider(there.url, client, people))
  const { close, listener } = await openHost({ issuer: there.url, client, agencies, now })
  here.server.on("request", listener)
  return {
    host: here.url,
    issuer: there.url,
    stop: async (): Promise<void> => {
      await Promise.all([stopped(here.server), stopped(there.server)])
      await close()
    }
  }
}
