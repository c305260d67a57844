/** A line to a server that can be bad: it passes on what it is given, until it is told otherwise. */
import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import * as Effect from "effect/Effect"

/** What a line does from now on. `after` counts the bytes that a client sends on a connection. */
export type Fault =
  | { readonly _tag: "None" }
  /** Nobody answers. */
  | { readonly _tag: "Refuses" }
  /** It takes connections and passes nothing on from so many bytes on. */
  | { readonly _tag: "Silent"; readonly after: number }
  /** It ends a connection after so many bytes. */
  | { readonly _tag: "Cut"; readonly after: number }

/** A line that is open. */
export interface Line {
  readonly port: number
  /** Changes what it does; connections that are open are ended. */
  readonly become: (fault: Fault) => Promise<void>
  /** How many connections were made over it, and the most at a time. */
  readonly counts: { made: number; open: number; most: number }
}

/** Opens a line to a port of loopback for as long as the scope lasts. `silent` is called whenever it passes something on to nobody. */
export const line = (to: number, silent: () => void = () => undefined) =>
  Effect.acquireRelease(
    Effect.promise(async (): Promise<Line & { readonly close: () => Promise<void> }> => {
      let fault: Fault = { _tag: "None" }
      const sockets = new Set<Socket>()
      const counts = { made: 0, open: 0, most: 0 }
      const server = createServer({ noDelay: true }, (client) => {
        const far = connect({ port: to, host: "127.0.0.1", noDelay: true })
        const both = [client, far]
        counts.made++
        counts.most = Math.max(counts.most, ++counts.open)
        const end = () => {
          for (const socket of both) socket.destroy()
        }
        for (const socket of both) {
          sockets.add(socket)
          socket.on("error", end).on("close", () => {
            sockets.delete(socket)
            end()
          })
        }
        client.on("close", () => counts.open--)
        let sent = 0
        client.on("data", (bytes) => {
          const left = "after" in fault ? Math.max(fault.after - sent, 0) : bytes.length
          sent += bytes.length
          far.write(bytes.subarray(0, left))
          if (bytes.length > left && fault._tag === "Silent") silent()
          if (bytes.length > left && fault._tag === "Cut") {
            far.end()
            client.destroy()
          }
        })
        far.on("data", (bytes) => {
          if (fault._tag !== "Silent" || sent < fault.after) client.write(bytes)
          else silent()
        })
      })
      const listen = async (port: number) => {
        server.listen(port, "127.0.0.1")
        await once(server, "listening")
      }
      const hangUp = () => {
        for (const socket of sockets) socket.destroy()
      }
      const close = async () => {
        if (!server.listening) return
        const closed = once(server, "close")
        server.close()
        hangUp()
        await closed
      }
      await listen(0)
      const { port } = server.address() as AddressInfo
      return {
        port,
        counts,
        close,
        become: async (next) => {
          fault = next
          hangUp()
          if (next._tag === "Refuses") await close()
          else if (!server.listening) await listen(port)
        }
      }
    }),
    ({ close }) => Effect.promise(close)
  )
