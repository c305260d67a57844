import type { LookupFunction } from "node:net"
import { Notifier } from "@banfa/core/port/Notifier"
import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import fc from "fast-check"
import { layer, type WebhookOptions } from "../src/index.ts"
import { isNetwork, reachableWith } from "../src/networks.ts"
import { makeReceiver, secret } from "./Receiver.ts"

/** How a letter to this URL ends, whoever is named by it. */
const sentTo = (url: string, options: Partial<WebhookOptions>) =>
  Notifier.use(({ send }) => Effect.flip(send({ id: "notice/1", letter: sampleLetter(), to: [url] }))).pipe(
    Effect.provide(layer({ endpoints: [{ url, secrets: [Redacted.make(secret)] }], ...options })),
    Effect.map(({ detail, reason, retry }) => ({ detail, reason, retry }))
  )

const inside = {
  reason: "invalid-address",
  retry: false,
  detail: "the host lies in an internal network that is not allowed"
}

/** A resolver that answers with these addresses. */
const answering =
  (...addresses: ReadonlyArray<string>): LookupFunction =>
  (_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }))
    )

describe("a webhook to an internal network", () => {
  it.live("is not sent to an address that stands in the URL", () =>
    Effect.gen(function* () {
      for (const host of [
        "127.0.0.1",
        "10.1.2.3",
        "169.254.169.254",
        "[::1]",
        "[::ffff:7f00:1]",
        "[fd00::1]",
        "0.0.0.0"
      ]) {
        assert.deepStrictEqual(yield* sentTo(`https://${host}/`, {}), inside, host)
        assert.deepStrictEqual(yield* sentTo(`http://${host}/`, { http: true }), inside, host)
      }
    })
  )

  it.live("is not sent to a host whose name comes to it, nor to one of whose addresses one comes to it", () =>
    Effect.gen(function* () {
      const receiver = yield* makeReceiver
      const url = receiver.address(0)
      for (const lookup of [
        answering("127.0.0.1"),
        answering("93.184.215.14", "127.0.0.1"),
        answering("::ffff:127.0.0.1")
      ]) {
        assert.deepStrictEqual(yield* sentTo(url, { ...receiver.options, lookup, networks: [] }), inside)
      }
      assert.strictEqual(receiver.asked.length, 0)
    }).pipe(Effect.scoped)
  )

  it.live("is sent where the network is allowed, and to no other", () =>
    Effect.gen(function* () {
      const receiver = yield* makeReceiver
      const url = receiver.address(0)
      const { reason } = yield* sentTo(url, { ...receiver.options, networks: ["10.0.0.0/8"] })
      assert.strictEqual(reason, "invalid-address")
      const ended = yield* Notifier.use(({ send }) => send({ id: "a", letter: sampleLetter(), to: [url] })).pipe(
        Effect.provide(layer({ ...receiver.options, networks: ["127.0.0.1/32"] }))
      )
      assert.deepStrictEqual([ended.status, receiver.took.length], ["accepted", 1])
    }).pipe(Effect.scoped)
  )

  it.live(
    "is not sent to where a name comes a moment later: the address that was looked at is the one that is used",
    () =>
      Effect.gen(function* () {
        const receiver = yield* makeReceiver
        const url = receiver.address(0)
        let asked = 0
        const lookup: LookupFunction = (hostname, options, callback) =>
          answering(++asked === 1 ? "127.0.0.1" : "127.0.0.2")(hostname, options, callback)
        const ended = yield* Notifier.use(({ send }) => send({ id: "a", letter: sampleLetter(), to: [url] })).pipe(
          Effect.provide(layer({ ...receiver.options, lookup, networks: ["127.0.0.1/32"] }))
        )
        assert.deepStrictEqual([ended.status, asked], ["accepted", 1])
      }).pipe(Effect.scoped)
  )

  it.live("whose name cannot be resolved is tried again", () =>
    Effect.gen(function* () {
      const lookup: LookupFunction = (_, __, callback) =>
        callback(Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }), "")
      const { reason, retry } = yield* sentTo("https://hooks.banfa.test/", { lookup })
      assert.deepStrictEqual([reason, retry], ["unavailable", true])
    })
  )
})

describe("what is in the public Internet", () => {
  const reachable = reachableWith([])

  it("is no address of a special registry", () => {
    const special = [
      ["0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "169.254.169.254", "172.16.0.1"],
      ["172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1"],
      ["224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::a00:1"],
      ["100::1", "2001:db8::1", "2002:a00:1::", "fc00::1", "fdff::1", "fe80::1", "fec0::1", "ff02::1"]
    ].flat()
    for (const ip of special) assert.isFalse(reachable(ip), ip)
    const open = [
      "1.1.1.1",
      "8.8.8.8",
      "100.63.255.255",
      "100.128.0.0",
      "172.15.255.255",
      "172.32.0.0",
      "223.255.255.255"
    ]
    for (const ip of [...open, "2400:3200::1", "240e::1", "::ffff:8.8.8.8"]) assert.isTrue(reachable(ip), ip)
    for (const text of ["", "localhost", "1.1.1", "8.8.8.8 ", "::g"]) assert.isFalse(reachable(text), text)
  })

  it("is the same for an IPv4 address however IPv6 spells it", () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        assert.strictEqual(reachable(`::ffff:${ip}`), reachable(ip))
      })
    )
  })

  it("can be widened by networks, which are written in CIDR notation", () => {
    const widened = reachableWith(["10.20.0.0/16", "fd12::/16"])
    assert.deepStrictEqual(["10.20.3.4", "10.21.0.1", "fd12::1", "fd13::1"].map(widened), [true, false, true, false])
    const none = ["10.0.0.0", "10.0.0.0/33", "10.0.0/8", "::/129", "a/8", "10.0.0.0/-1", "", "/8"]
    assert.deepStrictEqual(none.filter(isNetwork), [])
  })
})
