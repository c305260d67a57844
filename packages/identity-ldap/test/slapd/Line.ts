/** A line to a server that can be bad: it passes on what it is given, until it is told otherwise. */
import { once } from "node:events"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import * as Effect from "effect/Effect"

/** What a line does from now on. */
export type Fault =
  | { readonly _tag: "None" }
  /** Nobody answers. */
  | { readonly _tag: "Refuses" }
  /** It takes connections and passes nothing on. */
  | { readonly _tag: "Silent" }
  /** It ends a connection after so many bytes of the server; what is behind them is lost. */
  | { readonly _tag: "Cut"; readonly after: number }
  /** It passes on so many bytes of the server, and then none. */
  | { readonly _tag: "Stalls"; readonly after: number }
  /** It answers the first message of a client itself, with this, and passes on the rest. */
  | { readonly _tag: "Answers"; readonly bytes: Buffer }
  /** Behind the first answer of the server, which has so many bytes, it puts these. */
  | { readonly _tag: "Precedes"; readonly bytes: Buffer; readonly answer: number }

/** A line that is open. */
export interface Line {
  readonly port: number
  /** Changes what it does; connections that are open are ended, unless they are to be kept. */
  readonly become: (fault: Fault, keep?: "keep") => Promise<void>
  /** What clients have sent over it, all of it. */
  readonly sent: () => Buffer
  /** How many connections were made over it, and the most at a time. */
  readonly counts: { made: number; open: number; most: number }
}

/** Opens a line to a port of 127.0.0.1 for as long as the scope lasts, on that address or on another one of this machine. */
export const line = (to: number, address = "127.0.0.1") =>
  Effect.acquireRelease(
    Effect.promise(async (): Promise<Line & { readonly close: () => Promise<void> }> => {
      let fault: Fault = { _tag: "None" }
      const sockets = new Set<Socket>()
      const counts = { made: 0, open: 0, most: 0 }
      const sent: Array<Buffer> = []
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
        let [first, came] = [true, 0]
        client.on("data", (bytes) => {
          sent.push(bytes)
          if (fault._tag === "Answers" && first) client.write(fault.bytes)
          else if (fault._tag !== "Silent") far.write(bytes)
          first = false
        })
        far.on("data", (bytes) => {
          const left = "after" in fault ? Math.max(fault.after - came, 0) : bytes.length
          came += bytes.length
          if (fault._tag === "Precedes" && came === fault.answer) client.write(Buffer.concat([bytes, fault.bytes]))
          else if (fault._tag !== "Silent") client.write(bytes.subarray(0, left))
          if (bytes.length > left && fault._tag === "Cut") client.end(() => end())
        })
      })
      const listen = async (port: number) => {
        server.listen(port, address)
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
        sent: () => Buffer.concat(sent),
        become: async (next, keep) => {
          fault = next
          if (keep === undefined) hangUp()
          if (next._tag === "Refuses") await close()
          else if (!server.listening) await listen(port)
        }
      }
    }),
    ({ close }) => Effect.promise(close)
  )
