import { once } from "node:events"
import { connect, isIP, type Socket } from "node:net"
import { connect as connectTls, type TLSSocket } from "node:tls"
import { Client } from "ldapts"
import { failureOf, type Operation } from "./LdapFailure.ts"
import type { ServerSettings } from "./settings.ts"

const startTls = "1.3.6.1.4.1.1466.20037"

const nothing = (): void => {}

/** A client over a connection that stands already. It never makes another one: that would carry what follows in the clear. */
export const clientOver = (socket: Socket, { timeout }: Pick<ServerSettings, "timeout">): Client => {
  let given = false
  return new Client({
    url: "ldap://127.0.0.1",
    timeout,
    createConnection: () => {
      if (given || socket.destroyed) throw new Error("the connection has ended")
      given = true
      return socket
    }
  })
}

/** Waits until a socket stands. That it ends instead is an error, also where it gives none. */
const standing = (socket: Socket, event: "connect" | "secureConnect"): Promise<unknown> => {
  // an error that comes when nobody listens any more would end the process
  socket.on("error", nothing)
  const ended = new AbortController()
  return Promise.race([
    once(socket, event, { signal: ended.signal }),
    once(socket, "close", { signal: ended.signal }).then(() => Promise.reject(new Error("the connection has ended")))
  ]).finally(() => ended.abort())
}

const encrypted = async (below: Socket, { ca, certified }: ServerSettings): Promise<TLSSocket> => {
  const socket = connectTls({
    socket: below,
    // whom the certificate has to be made out for
    host: certified,
    ...(isIP(certified) === 0 ? { servername: certified } : {}),
    ...(ca === undefined ? {} : { ca }),
    minVersion: "TLSv1.2",
    rejectUnauthorized: true
  })
  await standing(socket, "secureConnect")
  return socket
}

const at = async <A>(operation: Operation, work: Promise<A>): Promise<A> => {
  try {
    return await work
  } catch (cause) {
    throw failureOf(operation)(cause)
  }
}

/**
 * Opens a connection that can be trusted, and nothing over which a password could go before that. What was opened is told by `opened`, so that
 * whoever gives up can end it.
 *
 * StartTLS is asked for by a client of its own, which ends with the answer: what somebody has sent in the clear behind the answer is never read as if
 * the server had said it.
 */
export const openSocket = async (settings: ServerSettings, opened: (socket: Socket) => void): Promise<Socket> => {
  const { encryption, host, port } = settings
  const socket = connect(port, host)
  opened(socket)
  await at("connect", standing(socket, "connect"))
  if (encryption === "none") return socket
  if (encryption === "StartTLS") {
    await at("encrypt", clientOver(socket, settings).exop(startTls))
    socket.removeAllListeners()
    socket.on("error", nothing)
  }
  return at("encrypt", encrypted(socket, settings))
}
