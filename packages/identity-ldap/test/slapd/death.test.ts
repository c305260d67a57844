/** A server of this file's own, which is ended while it is asked. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { startServer } from "@banfa/servers"
import { identityOf, samplePosts } from "@banfa/testing/identity"
import { assert, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Client } from "ldapts"
import { type IdentityOptions, layer } from "../../src/index.ts"

const password = "a password of somebody"

const running = Effect.acquireRelease(
  Effect.promise(async () => {
    const server = await startServer("slapd")
    let ending: Promise<void> | undefined
    const stop = () => {
      ending ??= server.stop()
      return ending
    }
    return { ...server, stop }
  }),
  ({ stop }) => Effect.promise(stop)
)

const entered = async (url: URL) => {
  const administrator = new Client({ url: `ldap://${url.host}` })
  await administrator.bind("cn=banfa,dc=banfa", url.password)
  await administrator.add("dc=banfa", { objectClass: ["organization", "dcObject"], o: "banfa", dc: "banfa" })
  await administrator.add("cn=service,dc=banfa", {
    objectClass: ["organizationalRole", "simpleSecurityObject"],
    cn: "service",
    userPassword: password
  })
  const person = { objectClass: "inetOrgPerson", cn: "x", sn: "x", uid: "chen", title: "处长", userPassword: password }
  await administrator.add("uid=chen,dc=banfa", person)
  await administrator.unbind()
}

it.live("is told as gone, and nobody is let through, when the server dies while people log in", () =>
  Effect.gen(function* () {
    const { folder, stop, url: text } = yield* running
    const url = new URL(text)
    yield* Effect.promise(() => entered(url))
    const options: IdentityOptions = {
      url: `ldap://${url.host}`,
      bind: { dn: "cn=service,dc=banfa", password: Redacted.make(password) },
      tls: { ca: readFileSync(join(folder, "certificate.pem"), "utf8") },
      people: {
        base: "dc=banfa",
        login: "uid",
        person: "uid",
        posts: { kind: "values", attribute: "title", of: "text", table: { 处长: [samplePosts.running] } }
      }
    }
    const identity = yield* identityOf(layer(options))
    const said: Array<string> = []
    const attempt = (secret: string) =>
      identity.actor({ _tag: "Login", name: "chen", password: Redacted.make(secret) }).pipe(
        Effect.match({
          onFailure: (error) => (error._tag === "NotAuthenticated" ? error.reason : "gone"),
          onSuccess: ({ person, posts }) => `${person}, posts: ${posts.length}`
        }),
        Effect.tap((answer) => Effect.sync(() => said.push(answer)))
      )
    const right = Effect.repeat(attempt(password), { until: (answer) => answer === "gone" })
    const wrong = Effect.repeat(attempt("another password"), { until: (answer) => answer === "gone" })
    const dying = Effect.gen(function* () {
      while (said.length < 40) yield* Effect.sleep("5 millis")
      yield* Effect.promise(stop)
    })
    yield* Effect.all([dying, ...Array.from({ length: 6 }, () => right), wrong, wrong], { concurrency: "unbounded" })
    assert.deepStrictEqual([...new Set(said)].toSorted(), ["chen, posts: 1", "gone", "password"])
    assert.strictEqual(yield* attempt(password), "gone")
  })
)
