import { agencies } from "@banfa/testing/identity"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import {
  type DirectoryOptions,
  directoryLayer,
  type IdentityOptions,
  LdapRejected,
  layer,
  type PostsMapping
} from "../src/index.ts"

const secret = "the password of the service"

const posts: PostsMapping = {
  kind: "values",
  attribute: "memberOf",
  of: "names",
  table: { "cn=info,dc=banfa": [{ agency: "gz-info", offices: ["info"], from: "2024-01-01" }] }
}

const good: IdentityOptions = {
  url: "ldap://ldap.example.cn",
  bind: { dn: "cn=service,dc=banfa", password: Redacted.make(secret) },
  people: { base: "ou=people,dc=banfa", login: "uid", person: "uid", posts }
}

const directory: DirectoryOptions = {
  url: good.url,
  bind: good.bind,
  agencies: {
    base: "ou=units,dc=banfa",
    where: { objectClass: "organizationalUnit" },
    id: { attribute: "ou" },
    name: { zh: { attribute: "description" } },
    region: { always: "440100" }
  }
}

const rejected = (build: Layer.Layer<never, LdapRejected> | Layer.Layer<unknown, LdapRejected>) =>
  Effect.match(Effect.scoped(Layer.build(build)), { onFailure: (error) => error, onSuccess: () => undefined })

const of = (change: Partial<IdentityOptions>) => rejected(Layer.provide(layer({ ...good, ...change }), agencies))
const people = (change: Partial<IdentityOptions["people"]>) => of({ people: { ...good.people, ...change } })
const directoryOf = (change: Partial<DirectoryOptions>) => rejected(directoryLayer({ ...directory, ...change }))

const post = { agency: "gz-info", offices: ["info"], from: "2024-01-01" }
const wrong: Readonly<Record<string, readonly [ReturnType<typeof of>, string]>> = {
  "an address that is none": [of({ url: "ldap.example.cn" }), "url"],
  "an address of the web": [of({ url: "http://ldap.example.cn" }), "url"],
  "an address with a password": [of({ url: `ldap://cn:${encodeURIComponent(secret)}@ldap.example.cn` }), "url"],
  "an address with a query": [of({ url: "ldap://ldap.example.cn/dc=banfa?uid" }), "url"],
  "a server elsewhere without encryption": [of({ encryption: "none" }), "encryption"],
  "an encrypted address without encryption": [of({ url: "ldaps://127.0.0.1", encryption: "none" }), "encryption"],
  "an account that is no name of an entry": [of({ bind: { ...good.bind, dn: "EXTERNAL" } }), "bind.dn"],
  "nobody's account": [of({ bind: { ...good.bind, dn: "" } }), "bind.dn"],
  "an empty password": [of({ bind: { ...good.bind, password: Redacted.make("") } }), "bind.password"],
  "no connections": [of({ connections: 0 }), "connections"],
  "half a page": [of({ pageSize: 0.5 }), "pageSize"],
  "no entries": [of({ maxEntries: Number.NaN }), "maxEntries"],
  "an endless time": [of({ timeout: Number.POSITIVE_INFINITY }), "timeout"],
  "no time": [of({ connectTimeout: 0 }), "connectTimeout"],
  "people below the root": [people({ base: "" }), "people.base"],
  "an attribute with a filter in it": [people({ login: "uid=*)(cn" }), "people.login"],
  "an attribute that is the name of the entry": [people({ person: "dn" }), "people.person"],
  "a condition on what is no attribute": [people({ where: { "(uid": "x" } }), "people.where.(uid"],
  "a bit of nothing": [
    people({ account: { attribute: "userAccountControl", closedBit: 0 } }),
    "people.account.closedBit"
  ],
  "a group that is no name of an entry": [
    people({ posts: { ...posts, table: { info: [post] } } }),
    "people.posts.table"
  ],
  "one group twice": [
    people({ posts: { ...posts, table: { "cn=info,dc=banfa": [post], "CN=INFO, dc=banfa": [post] } } }),
    "people.posts.table"
  ],
  "a post in a table that is none": [
    people({ posts: { ...posts, table: { "cn=info,dc=banfa": [{ ...post, offices: ["mayor"] }] } } }),
    "people.posts.table.cn=info,dc=banfa.0.offices.0"
  ],
  "a unit that is no name of an entry": [
    people({
      posts: {
        kind: "person",
        fields: { agency: { below: { units: "gz-info" } }, offices: { always: "all" }, from: { always: "2024-01-01" } }
      }
    }),
    "people.posts.fields.agency.below"
  ],
  "a decoy that is no name of an entry": [of({ decoy: "nobody" }), "decoy"],
  "units below the root": [directoryOf({ agencies: { ...directory.agencies, base: " " } }), "agencies.base"],
  "an id from what is no attribute": [
    directoryOf({ agencies: { ...directory.agencies, id: { attribute: "*" } } }),
    "agencies.id.attribute"
  ],
  "an age that is over before the next reading": [directoryOf({ refreshEvery: "1 hour", maxAge: "1 hour" }), "maxAge"]
}

describe("options for an LDAP server", () => {
  it.live("are taken where nothing is wrong with them, while no server is there", () =>
    Effect.gen(function* () {
      assert.isUndefined(yield* of({}))
      assert.isUndefined(yield* of({ url: "ldaps://[::1]:1636/" }))
      assert.isUndefined(yield* of({ url: "ldap://localhost", encryption: "none" }))
    })
  )

  for (const [what, [build, at]] of Object.entries(wrong))
    it.live(`are refused in both languages for ${what}, and no password is told`, () =>
      Effect.gen(function* () {
        const error = yield* build
        assert.instanceOf(error, LdapRejected)
        assert.include(
          error?.findings.map((finding) => finding.at),
          at
        )
        assert.match(error?.text.zh ?? "", /\p{Script=Han}/u)
        assert.include(error?.message ?? "", at)
        assert.notInclude(JSON.stringify(error) + error?.message, secret)
      })
    )

  it.live("are refused for everything that is wrong with them at once", () =>
    Effect.gen(function* () {
      const error = yield* of({ url: "", connections: 0, pageSize: 0, bind: { dn: "", password: Redacted.make("") } })
      assert.deepStrictEqual(
        error?.findings.map(({ at }) => at),
        ["url", "bind.dn", "bind.password", "connections", "pageSize"]
      )
    })
  )
})
