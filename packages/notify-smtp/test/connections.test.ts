/** How mails get to the server: over which connections, encrypted how, and what is known when one breaks. */
import { type Dispatch, Notifier } from "@banfa/core/port/Notifier"
import { toldClock } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Scope from "effect/Scope"
import fc from "fast-check"
import { layer, type Options } from "../src/SmtpNotifier.ts"
import { certificates, connected, login, settings } from "./farSide.ts"
import { line } from "./Line.ts"
import { dispatch } from "./letter.ts"
import { mailServer } from "./MailServer.ts"
import { send } from "./send.ts"

const runs = fc.readConfigureGlobal()?.numRuns ?? 25

/** Does something with a channel that stays open. */
const over = <A, E>(options: Options, body: (send: Notifier["Service"]["send"]) => Effect.Effect<A, E>) =>
  Notifier.use((channel) => body(channel.send)).pipe(Effect.provide(layer(options)))

const many = (n: number): ReadonlyArray<Dispatch> => Array.from({ length: n }, (_, i) => dispatch({ id: `n${i}` }))

describe("the mail channel", () => {
  it.live("sends many letters over few connections, and closes them when it is closed", () =>
    Effect.gen(function* () {
      const { line, server } = yield* connected()
      yield* over(settings(line.port, { connections: 3 }), (send) =>
        Effect.forEach(many(60), send, { concurrency: "unbounded" })
      )
      assert.equal(server.mails.length, 60)
      assert.deepEqual([line.counts.made, line.counts.most], [3, 3])
      // whoever ends a connection says so to the server; the far end of it needs a moment
      while (line.counts.open > 0) yield* Effect.sleep(5)
    }).pipe(Effect.scoped)
  )

  it.live("opens another connection where the server has ended one that lay idle, and nobody notices", () =>
    Effect.gen(function* () {
      const { line, server } = yield* connected()
      yield* over(settings(line.port, { connections: 1 }), (send) =>
        Effect.gen(function* () {
          for (const each of many(4)) {
            yield* send(each)
            server.hangUp()
          }
        })
      )
      assert.deepEqual([server.mails.length, line.counts.made], [4, 4])
    }).pipe(Effect.scoped)
  )

  it.live("does not let the time count for which a letter waits for a connection", () =>
    Effect.gen(function* () {
      const { line, server } = yield* connected()
      const [clock, timeout] = [toldClock(), 60_000]
      // each takes more than half of the time that one may take
      server.answers = {
        rcpt: () => {
          clock.pass(timeout * 0.6)
          return undefined
        }
      }
      const sending = over(settings(line.port, { connections: 1, timeout }), (send) =>
        Effect.forEach(many(14), send, { concurrency: "unbounded" })
      )
      yield* clock.on(sending)
      assert.equal(server.mails.length, 14)
    }).pipe(Effect.scoped)
  )

  it.live("encrypts from the start where the address says smtps", () =>
    Effect.gen(function* () {
      const server = yield* mailServer({ ...certificates.own, login, options: { secure: true } })
      const { url, ...rest } = settings(server.port)
      yield* send({ ...rest, url: String(url).replace("smtp:", "smtps:") }, dispatch())
      assert.deepEqual(
        server.mails.map(({ session }) => session.secure),
        [true]
      )
    }).pipe(Effect.scoped)
  )

  it.live("sends to a server on this machine without encryption where that is said, and only there", () =>
    Effect.gen(function* () {
      const server = yield* mailServer({ ...certificates.own, options: { disabledCommands: ["STARTTLS", "AUTH"] } })
      const options = settings(0, { url: `smtp://127.0.0.1:${server.port}` })
      const error = yield* Effect.flip(send(options, dispatch()))
      assert.equal(error._tag === "NotDelivered" && error.reason, "untrusted")
      yield* send({ ...options, tls: "none" }, dispatch())
      assert.deepEqual(
        server.mails.map(({ session }) => session.secure),
        [false]
      )
    }).pipe(Effect.scoped)
  )

  it.live("never sends a password before the connection is encrypted", () =>
    Effect.gen(function* () {
      const server = yield* mailServer({
        ...certificates.own,
        login,
        options: { disabledCommands: ["STARTTLS"], allowInsecureAuth: true }
      })
      const asked: Array<string> = []
      server.server.onAuth = ({ username }, _, done) => {
        asked.push(String(username))
        done(null, { user: username })
      }
      yield* Effect.exit(send(settings(server.port), dispatch()))
      assert.deepEqual([asked, server.mails], [[], []])
    }).pipe(Effect.scoped)
  )

  it.live(
    "knows, wherever the connection breaks: what is answered as taken is there, and all else is tried again",
    () =>
      Effect.gen(function* () {
        const { line, server } = yield* connected()
        const points = fc.sample(fc.integer({ min: 0, max: 7000 }), runs)
        const ends: Array<string> = []
        for (const after of points) {
          yield* Effect.promise(() => line.become({ _tag: "Cut", after }))
          const before = server.mails.length
          const ended = yield* send(settings(line.port), dispatch()).pipe(
            Effect.map(({ status }) => `${status}, and there`),
            Effect.catchTag("NotDelivered", ({ reason, retry }) => Effect.succeed(`${reason}, ${retry}`))
          )
          assert.oneOf(ended, ["accepted, and there", "unavailable, true"], `after ${after} bytes`)
          if (ended === "accepted, and there") assert.equal(server.mails.length, before + 1, `after ${after} bytes`)
          ends.push(ended)
        }
        assert.equal(new Set(ends).size, 2, "the connection broke always or never")
      }).pipe(Effect.scoped)
  )

  it.live("does not send a letter again by itself whose answer was lost: whoever sends it decides", () =>
    Effect.gen(function* () {
      const { line, server } = yield* connected()
      yield* over(settings(line.port), (send) =>
        Effect.gen(function* () {
          yield* send(dispatch({ id: "before" }))
          server.answers = { silentAfterData: true }
          const { reason, retry } = yield* Effect.flip(send(dispatch({ id: "lost" })))
          assert.deepEqual([reason, retry], ["unavailable", true])
          server.answers = {}
          yield* send(dispatch({ id: "after" }))
        })
      )
      assert.equal(server.mails.length, 3)
    }).pipe(Effect.scoped)
  )

  it.live("gives a letter up when it is called back, and goes on with others over the same server", () =>
    Effect.gen(function* () {
      const { line: good, server } = yield* connected()
      const bad = yield* line(server.port)
      yield* over(settings(bad.port, { connections: 1 }), (send) =>
        Effect.gen(function* () {
          yield* send(dispatch({ id: "before" }))
          yield* Effect.promise(() => bad.become({ _tag: "Silent", after: 0 }))
          const waiting = yield* Effect.forkChild(send(dispatch({ id: "under way" })))
          while (bad.counts.made < 2) yield* Effect.sleep(5)
          yield* Fiber.interrupt(waiting)
          assert.isTrue(Exit.isFailure(yield* Fiber.await(waiting)))
          yield* Effect.promise(() => bad.become({ _tag: "None" }))
          yield* send(dispatch({ id: "after" }))
        })
      )
      assert.equal(server.mails.length, 2)
      yield* send(settings(good.port), dispatch())
    }).pipe(Effect.scoped)
  )

  it.live("ends a letter that is under way when it is closed", () =>
    Effect.gen(function* () {
      const { line } = yield* connected()
      yield* Effect.promise(() => line.become({ _tag: "Silent", after: 0 }))
      const scope = yield* Scope.make()
      const channel = Context.get(yield* Layer.buildWithScope(layer(settings(line.port)), scope), Notifier)
      const fiber = yield* Effect.forkChild(Effect.flip(channel.send(dispatch())))
      while (line.counts.made < 1) yield* Effect.sleep(5)
      yield* Scope.close(scope, Exit.void)
      const { reason, retry } = yield* Fiber.join(fiber)
      assert.deepEqual([reason, retry], ["unavailable", true])
      while (line.counts.open > 0) yield* Effect.sleep(5)
    }).pipe(Effect.scoped)
  )
})
