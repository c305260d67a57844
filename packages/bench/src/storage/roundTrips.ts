import { once } from "node:events"
import { type AddressInfo, connect, createServer } from "node:net"

/** Passes on what a client and a server say to each other. */
export interface Relay {
  /** The server's address, with the relay in its place. */
  readonly url: string
  /** How often a client has spoken after the server had. */
  readonly roundTrips: () => number
  /** Ends it. */
  readonly close: () => void
}

/** Stands between the clients and a server and counts: whatever driver is behind it, a client that speaks after an answer has waited for it. */
export const relay = async (url: string): Promise<Relay> => {
  const to = new URL(url)
  let count = 0
  const listening = createServer((client) => {
    const server = connect(Number(to.port), to.hostname)
    let answered = true
    client.on("data", (bytes) => {
      if (answered) count++
      answered = false
      server.write(bytes)
    })
    server.on("data", (bytes) => {
      answered = true
      client.write(bytes)
    })
    client.on("close", () => server.destroy()).on("error", () => server.destroy())
    server.on("close", () => client.destroy()).on("error", () => client.destroy())
  }).listen(0, "127.0.0.1")
  await once(listening, "listening")
  const at = new URL(url)
  at.port = String((listening.address() as AddressInfo).port)
  return { url: at.href, roundTrips: () => count, close: () => listening.close() }
}
