/** A server that is encrypted from the start (`ldaps://`), in front of one that is not, with a certificate of one's choice. */
import { once } from "node:events"
import { type AddressInfo, connect } from "node:net"
import { createServer } from "node:tls"
import * as Effect from "effect/Effect"
import { generate } from "selfsigned"
import { port } from "./tree.ts"

const day = 24 * 3_600_000

/** What a certificate is like. */
export interface Certificate {
  /** The address or the name that it is made out for. */
  readonly to: { readonly ip: string } | { readonly name: string }
  /** The last day, in ms since 1970. */
  readonly until: number
}

const made = async ({ to, until }: Certificate) => {
  const { cert, private: key } = await generate([{ name: "commonName", value: "Banfa tests" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() - 30 * day),
    notAfterDate: new Date(until),
    extensions: [
      { name: "subjectAltName", altNames: ["name" in to ? { type: 2, value: to.name } : { type: 7, ip: to.ip }] }
    ]
  })
  return { cert, key }
}

/** A certificate that is good for this machine. */
export const good: Certificate = { to: { ip: "127.0.0.1" }, until: Date.now() + 30 * day }

/** The same, over since yesterday. */
export const over: Certificate = { ...good, until: Date.now() - day }

/** Opens the server for as long as the scope lasts; its certificate vouches for itself. */
export const tlsLine = (certificate: Certificate) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const { cert, key } = await made(certificate)
      const received: Array<Buffer> = []
      const server = createServer({ cert, key }, (client) => {
        const far = connect(port, "127.0.0.1")
        client.on("data", (bytes) => received.push(bytes))
        client.pipe(far).pipe(client)
        for (const socket of [client, far]) {
          socket
            .on("error", () => {})
            .on("close", () => {
              client.destroy()
              far.destroy()
            })
        }
      })
      server.listen(0, "127.0.0.1")
      await once(server, "listening")
      const { port: here } = server.address() as AddressInfo
      return { server, ca: cert, url: `ldaps://127.0.0.1:${here}`, received: () => Buffer.concat(received).length }
    }),
    ({ server }) =>
      Effect.promise(async () => {
        const closed = once(server, "close")
        server.close()
        await closed
      })
  )
