/** A mail server in a process of its own: says its port, and when it is asked what it took. */
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { SMTPServer } from "smtp-server"

let took: Array<string> = []

const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _, done) => {
    text(stream).then((mail) => {
      took.push(mail)
      done(null)
    }, done)
  }
})
await once(server.listen(0, "127.0.0.1"), "listening")
process.on("message", () => {
  process.send?.(took)
  took = []
})
process.on("disconnect", () => process.exit(0))
process.send?.((server.server.address() as AddressInfo).port)
