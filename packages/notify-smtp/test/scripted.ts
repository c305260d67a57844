/** A far side that says what it is told to say, for what no real server says on demand; without encryption. */
import { once } from "node:events"
import { type AddressInfo, createServer, type Socket } from "node:net"
import * as Effect from "effect/Effect"

/** It ends the connection in the place of an answer. */
export const drop = Symbol("drop")
/** It never answers. */
export const hang = Symbol("hang")
/** It goes on and on with one answer, a line every 50 ms, and never comes to its end. */
export const trickle = Symbol("trickle")

/** What it says at a step. */
export type Says = string | typeof drop | typeof hang | typeof trickle

const usual = {
  greeting: "220 far.example ESMTP",
  EHLO: "250-far.example\r\n250-8BITMIME\r\n250 SIZE 10000000",
  HELO: "250 far.example",
  STARTTLS: "502 5.5.1 unknown",
  MAIL: "250 2.1.0 ok",
  RCPT: "250 2.1.5 ok",
  DATA: "354 go on",
  message: "250 2.0.0 kept",
  RSET: "250 2.0.0 ok",
  QUIT: "221 2.0.0 bye"
} as const

/** What it says otherwise than a server that takes everything; `RCPT` by the address. */
export type Script = Partial<Record<Exclude<keyof typeof usual, "RCPT">, Says>> & {
  readonly RCPT?: Says | ((address: string) => Says)
}

const say = (socket: Socket, says: Says, silent: () => void): void => {
  if (says === drop) socket.destroy()
  else if (says === hang) silent()
  else if (says === trickle) {
    silent()
    const timer = setInterval(() => socket.write("250-more\r\n"), 50)
    socket.on("close", () => clearInterval(timer))
  } else if (typeof says === "string") {
    socket.write(`${says}\r\n`)
    if (says.startsWith("421")) socket.end()
  }
}

/**
 * Starts one for as long as the scope lasts; answers with its port and with the commands that it was given. `silent` is called when there is
 * nothing more to be waited for.
 */
export const scripted = (script: Script, silent: () => void = () => undefined) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const heard: Array<string> = []
      const sockets = new Set<Socket>()
      const server = createServer((socket) => {
        sockets.add(socket)
        socket.on("error", () => undefined).on("close", () => sockets.delete(socket))
        let [rest, inMessage] = ["", false]
        say(socket, script.greeting ?? usual.greeting, silent)
        socket.setEncoding("utf8").on("data", (bytes: string) => {
          const lines = (rest + bytes).split("\r\n")
          rest = lines.pop() ?? ""
          for (const line of lines) {
            if (inMessage) {
              if (line === ".") {
                inMessage = false
                say(socket, script.message ?? usual.message, silent)
              }
              continue
            }
            heard.push(line)
            const verb = line.split(/[ :]/)[0] as keyof typeof usual
            const told = script[verb] ?? usual[verb]
            const says = typeof told === "function" ? told(/<(.*)>/.exec(line)?.[1] ?? "") : told
            if (verb === "DATA" && typeof says === "string" && /^[23]/.test(says)) inMessage = true
            say(socket, says ?? "500 what", silent)
          }
        })
      })
      server.listen(0, "127.0.0.1")
      await once(server, "listening")
      return { port: (server.address() as AddressInfo).port, heard, server, sockets }
    }),
    ({ server, sockets }) =>
      Effect.promise(async () => {
        const closed = once(server, "close")
        server.close()
        for (const socket of sockets) socket.destroy()
        await closed
      })
  )
