import { type Interruption, sentOn, toldClock } from "@banfa/testing/notifier"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { layer, type WebhookOptions } from "../src/index.ts"
import { certificates } from "./certificates.ts"
import { type Answering, makeReceiver, patient, type Receiver } from "./Receiver.ts"

type Ends = Interruption["ends"]
const unavailable: Ends = { reason: "unavailable", retry: true }
const untrusted: Ends = { reason: "untrusted", retry: false }
const refused: Ends = { reason: "refused", retry: false }
const notAuthorized: Ends = { reason: "not-authorized", retry: false }

/** A channel that does not listen long to what a refusal says. */
const impatient: Partial<WebhookOptions> = { timeouts: { ...patient, body: 50 } }

/** A far side that fails in this way; `silent` is called when it says no more. */
const failing = (
  begin: (receiver: Receiver, silent: () => void) => Effect.Effect<void>,
  ends: Ends,
  more: Partial<WebhookOptions> = {},
  mayHold = false
): Effect.Effect<Interruption, unknown, Scope.Scope> =>
  Effect.map(makeReceiver, (receiver) => {
    const clock = toldClock()
    return {
      // who waits for what does not come waits until the far side has fallen silent, and not a moment longer
      layer: sentOn(clock, layer({ ...receiver.options, ...more })),
      received: receiver.received,
      address: receiver.address,
      begin: begin(receiver, () => clock.pass()),
      end: receiver.restore,
      ends,
      mayHold
    }
  })

/** A far side that answers so. */
const answering = (answer: Answering, ends: Ends, more: Partial<WebhookOptions> = {}) =>
  failing(({ answers }) => answers(answer), ends, more)

/** A far side that answers so, and says no more. */
const falling = (answer: Answering) =>
  failing(
    ({ answers }, silent) =>
      answers((...asked) => {
        answer(...asked)
        silent()
      }),
    unavailable
  )

const status = (code: number, ends: Ends, headers: Readonly<Record<string, string>> = {}, body = "") =>
  answering((response) => response.writeHead(code, headers).end(body), ends)

/** A drop every 20 ms, without an end. */
const dripping: Answering = (_, socket) => {
  socket.write("HTTP/1.1 200 OK\r\n")
  const timer = setInterval(() => socket.write("x"), 20)
  socket.on("close", () => clearInterval(timer))
}

const drippingBody =
  (code: number): Answering =>
  (response, socket) => {
    response.writeHead(code)
    const timer = setInterval(() => response.write("x"), 20)
    socket.on("close", () => clearInterval(timer))
  }

const wrongCertificates = [
  "is of another host",
  "is over",
  "is not valid yet",
  "certifies itself",
  "is of an authority that nobody knows"
] as const

/** The ways in which a far side of webhooks fails. */
export const interruptions: Readonly<Record<string, Effect.Effect<Interruption, unknown, Scope.Scope>>> = {
  "nobody listens": failing(({ close }) => close, unavailable),
  "it ends the connection at once": failing(({ connecting }) => connecting((socket) => socket.destroy()), unavailable),
  "it takes the connection and is silent": failing(({ connecting }, silent) => connecting(silent), unavailable),
  "it speaks no TLS": failing(
    ({ connecting }) => connecting((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
    unavailable
  ),
  "it reads and is silent": falling(() => undefined),
  "it drips its headers without an end": falling(dripping),
  "it ends the connection before its headers": answering((_, socket) => socket.destroy(), unavailable),
  "it has the letter, and ends the connection": failing(
    ({ answers, keep }) =>
      answers((_, socket) => {
        keep()
        socket.destroy()
      }),
    unavailable,
    {},
    true
  ),
  "it ends the connection within its headers": answering(
    (_, socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-le"),
    unavailable
  ),
  "it answers something else than HTTP": answering(
    (_, socket) => socket.end("220 mail.example ESMTP\r\n"),
    unavailable
  ),
  "its headers are huge": answering(
    (_, socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(200_000)}\r\n\r\n`),
    unavailable
  ),
  "it has an error": status(500, unavailable, {}, "<html><body>错误 Internal error</body></html>"),
  "it breaks off in the middle of an error": answering((response, socket) => {
    response.writeHead(502, { "content-length": "1000" }).write("half", () => socket.destroy())
  }, unavailable),
  "it drips an error without an end": answering(drippingBody(502), unavailable, impatient),
  "it refuses, and breaks off in the middle of saying why": answering((response, socket) => {
    response.writeHead(404, { "content-length": "1000" }).write("half", () => socket.destroy())
  }, refused),
  "it refuses, and says why without an end": answering(drippingBody(422), refused, impatient),
  "it is closed for two minutes": status(503, { ...unavailable, after: 120_000 }, { "retry-after": "120" }),
  "it is closed until a day that it cannot spell": status(503, unavailable, { "retry-after": "tomorrow" }),
  "it throttles": status(429, { reason: "throttled", retry: true, after: 7_000 }, { "retry-after": "7" }),
  "it did not read in time": status(408, unavailable),
  "it is too early for it": status(425, unavailable),
  "it is gone for good": status(410, refused),
  "it cannot be found": status(404, refused),
  "it does not know who sends": status(401, notAuthorized),
  "it does not let in who sends": status(403, notAuthorized),
  "it finds the letter too large": status(413, { reason: "too-large", retry: false }),
  "it sends to itself again and again": status(307, refused, { location: "/agency-0" }),
  "it sends to somebody else": status(302, refused, { location: "http://127.0.0.1:9/" }),
  ...Object.fromEntries(
    wrongCertificates.map((what) => [
      `its certificate ${what}`,
      failing(({ shows }) => shows(certificates[what]), untrusted)
    ])
  )
}
