import type { RequestListener } from "node:http"
import { createServer as createSecureServer } from "node:https"
import type { AddressInfo } from "node:net"
import { getCACertificates, setDefaultCACertificates } from "node:tls"
import { Directory } from "@banfa/core/port/Directory"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import { Identity } from "@banfa/core/port/Identity"
import { layer } from "@banfa/identity-oidc"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { generate } from "selfsigned"
import { actorOf, answer, opened, optionsFor, post } from "./opened.ts"
import { accessToken, type RealProvider, realProvider } from "./realProvider.ts"

const json = { "content-type": "application/json; charset=utf-8" }

const begun = Effect.gen(function* () {
  const provider = yield* realProvider
  provider.people.set("chen", { posts: [post] })
  const token = yield* Effect.promise(() => accessToken(provider, "chen"))
  return { provider, token }
})

/** What a new adapter says while the provider answers so, the cause included. */
const said = (
  provider: RealProvider,
  token: string,
  listener: RequestListener,
  at = "/.well-known",
  timeout = 30_000
) =>
  Effect.gen(function* () {
    const adapter = yield* opened({ ...optionsFor(provider), http: { timeout, maxBytes: 10_000 } })
    const { issuer } = provider
    provider.replace((request, response) => {
      if (request.url?.startsWith(at)) return listener(request, response)
      response.writeHead(200, json).end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` }))
    })
    const error = yield* Effect.flip(actorOf(adapter, token))
    if (error._tag === "NotAuthenticated") return error.reason
    return `${error.operation}: ${error.cause instanceof Error ? error.cause.message : "no error"}`
  })

describe("a provider that fails", () => {
  it.live("is unavailable, and what it did is said, when it is asked for its document", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      const { issuer } = provider
      const document = (more: object) => JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks`, ...more })
      const answered =
        (text: string): RequestListener =>
        (_, response) =>
          void response.writeHead(200, json).end(text)
      const ways: Readonly<Record<string, RequestListener>> = {
        HTML: (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html></html>"),
        "HTML that says it is JSON": answered("<html></html>"),
        "JSON without its type": (_, response) => void response.writeHead(200).end(document({})),
        "no object": answered("[]"),
        "a thing twice": answered(`{"issuer":"${issuer}","issuer":"${issuer}","jwks_uri":"${issuer}/jwks"}`),
        "another issuer": answered(document({ issuer: `${issuer}/` })),
        "no keys": answered(document({ jwks_uri: undefined })),
        "keys over http elsewhere": answered(document({ jwks_uri: "http://192.0.2.1/jwks" })),
        "keys in a file": answered(document({ jwks_uri: "file:///etc/passwd" })),
        "keys with a password": answered(document({ jwks_uri: issuer.replace("//", "//user:secret@") })),
        "introspection over http elsewhere": answered(document({ introspection_endpoint: "http://192.0.2.1/" })),
        redirect: (_, response) => void response.writeHead(301, { location: `${issuer}/.well-known/2` }).end(),
        "redirect in a circle": (request, response) =>
          void response.writeHead(307, { location: `${issuer}${request.url}` }).end(),
        "not found": (_, response) => void response.writeHead(404, json).end("{}"),
        "too busy": (_, response) => void response.writeHead(503, { ...json, "retry-after": "9" }).end("{}"),
        huge: (_, response) => {
          response.writeHead(200, json)
          const more = (): void => {
            while (response.write("[".repeat(16_384)));
          }
          response.on("drain", more)
          more()
        },
        "nothing for ever": () => {},
        "a byte at a time": (_, response) => {
          response.writeHead(200, json)
          const drip = setInterval(() => response.write(" "), 20)
          response.on("close", () => clearInterval(drip))
        },
        "half of it": (_, response) => {
          response.writeHead(200, { ...json, "content-length": "5000" }).write("{")
          setImmediate(() => response.destroy())
        },
        "no HTTP": (request) => void request.socket.end("220 mail ready\r\n")
      }
      const endless = new Set(["nothing for ever", "a byte at a time"])
      const found = yield* Effect.forEach(Object.entries(ways), ([way, listener]) =>
        Effect.map(
          // only what comes to no end is not waited for
          said(provider, token, listener, "/.well-known", endless.has(way) ? 200 : undefined),
          (text): [string, string] => [way, text]
        )
      )
      assert.deepStrictEqual(Object.fromEntries(found), {
        HTML: "discovery: the answer is no JSON",
        "HTML that says it is JSON": "discovery: the answer is no JSON object",
        "JSON without its type": "discovery: the answer is no JSON",
        "no object": "discovery: the answer is no JSON object",
        "a thing twice": "discovery: the answer is no JSON object",
        "another issuer": "discovery: the document is of another issuer",
        "no keys": "discovery: jwks_uri is no address that may be asked",
        "keys over http elsewhere": "discovery: jwks_uri is no address that may be asked",
        "keys in a file": "discovery: jwks_uri is no address that may be asked",
        "keys with a password": "discovery: jwks_uri is no address that may be asked",
        "introspection over http elsewhere": "discovery: introspection_endpoint is no address that may be asked",
        redirect: "discovery: the answer has status 301",
        "redirect in a circle": "discovery: the answer has status 307",
        "not found": "discovery: the answer has status 404",
        "too busy": "discovery: the answer has status 503",
        huge: "discovery: the answer has more than 10000 bytes",
        "nothing for ever": "discovery: there was no complete answer within 200 ms",
        "a byte at a time": "discovery: there was no complete answer within 200 ms",
        "half of it": "discovery: TypeError: UND_ERR_SOCKET",
        "no HTTP": "discovery: TypeError: HTTPParserError"
      })
    })
  )

  it.live("is unavailable, and what it did is said, when it is asked for its keys", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      const answered =
        (text: string): RequestListener =>
        (_, response) =>
          void response.writeHead(200, json).end(text)
      const ways: Readonly<Record<string, RequestListener>> = {
        HTML: (_, response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html></html>"),
        "no keys": answered("{}"),
        "keys that are none": answered(`{"keys":["es-1"]}`),
        "keys in an object": answered(`{"keys":{"es-1":{}}}`),
        "an empty set": answered(`{"keys":[]}`),
        redirect: (_, response) => void response.writeHead(302, { location: "/jwks2" }).end()
      }
      const found = yield* Effect.forEach(Object.entries(ways), ([way, listener]) =>
        Effect.map(said(provider, token, listener, "/jwks"), (text): [string, string] => [way, text])
      )
      assert.deepStrictEqual(Object.fromEntries(found), {
        HTML: "keys: the answer is no JSON",
        "no keys": "keys: the answer is no set of keys",
        "keys that are none": "keys: the answer is no set of keys",
        "keys in an object": "keys: the answer is no set of keys",
        "an empty set": "unknown-key",
        redirect: "keys: the answer has status 302"
      })
    })
  )

  it.live("keeps nobody waiting whose keys are still trusted", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      const adapter = yield* opened({
        ...optionsFor(provider),
        keys: { refreshAfter: 0 },
        http: { timeout: "10 minutes" }
      })
      assert.strictEqual(yield* answer(adapter, token), "actor chen")
      provider.replace(() => {})
      // one waits for the provider; everybody else goes on
      yield* Effect.forkScoped(answer(adapter, token))
      yield* Effect.yieldNow
      assert.strictEqual(yield* answer(adapter, token), "actor chen")
    })
  )
})

describe("a directory that is gone", () => {
  it.live("lets nobody through, whatever the token says", () =>
    Effect.gen(function* () {
      const { provider, token } = yield* begun
      const gone = new StorageUnavailable({ operation: "current", cause: new Error("no database") })
      const directory = Layer.succeed(Directory, Directory.of({ current: Effect.fail(gone) }))
      const context = yield* Layer.build(Layer.provide(layer(optionsFor(provider)), directory))
      const adapter = { identity: Context.get(context, Identity) }
      assert.strictEqual(yield* answer(adapter, token), "unavailable: directory")
    })
  )
})

/** A provider over https on loopback with a certificate for this name, and the certificate. */
const secureProvider = (name: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const alternative = /^[\d.]+$/.test(name) ? { type: 7 as const, ip: name } : { type: 2 as const, value: name }
      const { cert, private: key } = await generate([{ name: "commonName", value: name }], {
        keyType: "ec",
        algorithm: "sha256",
        extensions: [
          { name: "basicConstraints", cA: true },
          { name: "subjectAltName", altNames: [alternative] }
        ]
      })
      const server = createSecureServer({ cert, key })
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
      const issuer = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
      return { cert, issuer, server }
    }),
    ({ server }) =>
      Effect.promise(
        () =>
          new Promise<void>((resolve) => {
            server.close(() => resolve())
            server.closeAllConnections()
          })
      )
  )

/** This process trusts these certificates beside its own while the scope lasts. */
const trusting = (certificates: ReadonlyArray<string>) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const before = getCACertificates("default")
      setDefaultCACertificates([...before, ...certificates])
      return before
    }),
    (before) => Effect.sync(() => setDefaultCACertificates(before))
  )

describe("the certificate of a provider", () => {
  it.live("has to be of its name, and signed by somebody who is trusted", () =>
    Effect.gen(function* () {
      const { provider } = yield* begun
      const [own, foreign, untrusted] = [
        yield* secureProvider("127.0.0.1"),
        yield* secureProvider("login.example.org"),
        yield* secureProvider("127.0.0.1")
      ]
      yield* trusting([own.cert, foreign.cert])
      const asked = ({ issuer, server }: Effect.Success<ReturnType<typeof secureProvider>>) =>
        Effect.gen(function* () {
          server.on("request", (request, response) => {
            const keys = { keys: provider.keys().map(({ publicJwk }) => publicJwk) }
            const document = { issuer, jwks_uri: `${issuer}/jwks` }
            response.writeHead(200, json).end(JSON.stringify(request.url === "/jwks" ? keys : document))
          })
          const adapter = yield* opened({ ...optionsFor({ issuer }), httpOnLoopback: false })
          const token = yield* Effect.promise(() => accessToken(provider, "chen", { iss: issuer }))
          return yield* actorOf(adapter, token).pipe(
            Effect.match({
              onSuccess: ({ person }) => person,
              onFailure: (error) => (error._tag === "IdentityUnavailable" ? String(error.cause) : error.reason)
            })
          )
        })
      assert.deepStrictEqual(
        [yield* asked(own), yield* asked(foreign), yield* asked(untrusted)],
        ["chen", "Error: TypeError: ERR_TLS_CERT_ALTNAME_INVALID", "Error: TypeError: DEPTH_ZERO_SELF_SIGNED_CERT"]
      )
    })
  )
})
