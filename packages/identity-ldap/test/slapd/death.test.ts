/** A server that is killed while it is asked, and started again. */
import { readFileSync } from "node:fs"
import { identityOf, samplePosts } from "@banfa/testing/identity"
import { assert, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { Client } from "ldapts"
import { inject } from "vitest"
import { type IdentityOptions, layer } from "../../src/index.ts"

declare module "vitest" {
  interface ProvidedContext {
    /** A server to be killed, by the process whose number stands in the file; it is started again by itself. */
    readonly slapdToKill: { readonly url: string; readonly certificate: string; readonly pidFile: string }
  }
}

const { certificate, pidFile, url: text } = inject("slapdToKill")
const url = new URL(text)
const password = "a password of somebody"

const enter = async () => {
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

const kill = Effect.sync(() => process.kill(Number(readFileSync(pidFile, "utf8")), "SIGKILL"))

const options: IdentityOptions = {
  url: `ldap://${url.host}`,
  bind: { dn: "cn=service,dc=banfa", password: Redacted.make(password) },
  tls: { ca: certificate },
  people: {
    base: "dc=banfa",
    login: "uid",
    person: "uid",
    posts: { kind: "values", attribute: "title", of: "text", table: { 处长: [samplePosts.running] } }
  }
}

it.live(
  "lets nobody through while the server is killed under people who log in, and everybody again when it is back",
  () =>
    Effect.gen(function* () {
      yield* Effect.promise(enter)
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
      const until = (secret: string, last: string) =>
        Effect.repeat(attempt(secret), { until: (answer) => answer === last })
      const killing = Effect.gen(function* () {
        while (said.length < 40) yield* Effect.sleep("5 millis")
        yield* kill
      })
      for (let i = 0; i < 3; i++) {
        said.length = 0
        const right = Array.from({ length: 6 }, () => until(password, "gone"))
        const wrong = Array.from({ length: 2 }, () => until("another password", "gone"))
        yield* Effect.all([killing, ...right, ...wrong], { concurrency: "unbounded" })
        assert.deepStrictEqual([...new Set(said)].toSorted(), ["chen, posts: 1", "gone", "password"])
        yield* until(password, "chen, posts: 1")
        assert.strictEqual(yield* attempt("another password"), "password")
      }
    })
)
