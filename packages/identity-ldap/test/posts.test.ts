import type { Actor } from "@banfa/core/agency"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { entryOf } from "../src/Entry.ts"
import type { PostsMapping, StatedPost } from "../src/index.ts"
import type { LdapServer, Search } from "../src/makeServer.ts"
import { postsReader } from "../src/readPosts.ts"

/** In the place of a server: whatever is looked for, these are found. What a server makes of a filter is tested on a real one. */
const finds = (...found: ReadonlyArray<Parameters<typeof entryOf>[0]>) => {
  const asked: Array<Search> = []
  const server: LdapServer = {
    search: (search) =>
      Effect.sync(() => {
        asked.push(search)
        return found.map(entryOf)
      }),
    knows: () => Effect.succeed(false)
  }
  return { asked, server }
}

const person = (attributes: Readonly<Record<string, Array<string> | string | Buffer>> = {}) =>
  entryOf({ dn: "uid=chen,ou=people,dc=banfa", ...attributes })

/** The posts that are stated, or what could not be read. */
const stated = (mapping: PostsMapping, entry = person(), { server } = finds()) =>
  Effect.match(postsReader(server, mapping).of(entry), {
    onFailure: (error) => (error._tag === "NotAuthenticated" ? `${error.reason}: ${error.detail}` : error._tag),
    onSuccess: (posts): unknown => posts
  })

const post: StatedPost = { agency: "gz-info", offices: ["info"], from: "2024-01-01" }
const another: StatedPost = { agency: "gz-health", offices: "all", from: "2024-01-01" }

describe("posts from groups and values", () => {
  const byGroup = (others?: "refuse" | "ignore"): PostsMapping => ({
    kind: "values",
    attribute: "memberOf",
    of: "names",
    table: { "cn=Info,ou=Groups,dc=banfa": [post], "cn=all,ou=groups,dc=banfa": [post, another] },
    ...(others === undefined ? {} : { others })
  })

  it.live("are those of all groups, however their names are written, and of one group once", () =>
    Effect.gen(function* () {
      const groups = ["CN=info, OU=groups, DC=banfa", "cn=\\69nfo,ou=groups,dc=banfa"]
      assert.deepStrictEqual(yield* stated(byGroup(), person({ memberOf: groups })), [post])
      assert.deepStrictEqual(yield* stated(byGroup(), person({ memberof: "cn=all,ou=groups,dc=banfa" })), [
        post,
        another
      ])
      assert.deepStrictEqual(yield* stated(byGroup(), person()), [])
    })
  )

  it.live("are none where a group is not in the table, unless that is to be left out", () =>
    Effect.gen(function* () {
      const memberOf = ["cn=info,ou=groups,dc=banfa", "cn=inf\u043e,ou=groups,dc=banfa", "no name"]
      assert.strictEqual(yield* stated(byGroup(), person({ memberOf })), "claims: memberOf")
      assert.deepStrictEqual(yield* stated(byGroup("ignore"), person({ memberOf })), [post])
    })
  )

  it.live("are none where a value is no text", () =>
    Effect.gen(function* () {
      assert.strictEqual(
        yield* stated(byGroup("ignore"), person({ memberOf: Buffer.from([0xff]) })),
        "claims: memberOf"
      )
    })
  )

  it.live("are those of a plain value only character by character, and of no member that every object has", () =>
    Effect.gen(function* () {
      const mapping: PostsMapping = { kind: "values", attribute: "title", of: "text", table: { 处长: [post] } }
      assert.deepStrictEqual(yield* stated(mapping, person({ title: "处长" })), [post])
      for (const title of ["处长 ", "處長", "__proto__", "constructor", "toString", ""])
        assert.strictEqual(yield* stated(mapping, person({ title })), "claims: title")
    })
  )

  it.live("are looked for by the name of the person's entry", () =>
    Effect.gen(function* () {
      const found = finds({ dn: "cn=INFO,ou=groups,dc=banfa" })
      const mapping: PostsMapping = {
        kind: "groups",
        base: "ou=groups,dc=banfa",
        member: "member",
        table: { "cn=info, ou=groups, dc=banfa": [post] }
      }
      assert.deepStrictEqual(yield* stated(mapping, person(), found), [post])
      assert.deepStrictEqual(found.asked, [
        { base: "ou=groups,dc=banfa", where: [{}, { member: "uid=chen,ou=people,dc=banfa" }], attributes: ["1.1"] }
      ])
    })
  )
})

describe("posts from entries", () => {
  const mapping: PostsMapping = {
    kind: "below",
    fields: {
      agency: { attribute: "o", table: { "440100-1": "gz-info" } },
      offices: { attribute: "businessCategory" },
      from: { attribute: "validFrom" },
      until: { attribute: "validUntil" },
      title: { attribute: "title" },
      acting: { attribute: "acting" },
      source: { always: "穗府〔2024〕1号（示例）" }
    }
  }
  const entry = (change: Readonly<Record<string, Array<string> | string>> = {}) =>
    finds({
      dn: "cn=1,uid=chen,ou=people,dc=banfa",
      o: "440100-1",
      businessCategory: ["info", "organ", "info"],
      validFrom: "20231231160000Z",
      ...change
    })

  it.live("have each part where the mapping says, days in Shanghai, and each office once", () =>
    Effect.gen(function* () {
      const whole = entry({ validUntil: "20241231", title: "处长", acting: "TRUE" })
      assert.strictEqual(yield* stated(mapping, person(), whole), "claims: until")
      const read = entry({ validUntil: "20241231155959Z", title: "处长", acting: "TRUE" })
      assert.deepStrictEqual(yield* stated(mapping, person(), read), [
        {
          agency: "gz-info",
          offices: ["info", "organ"],
          from: "2024-01-01",
          until: "2024-12-31",
          title: "处长",
          acting: true,
          source: "穗府〔2024〕1号（示例）"
        } satisfies Omit<Actor["posts"][number], "from" | "until"> & { from: string; until: string }
      ])
      const all = yield* stated(mapping, person(), entry({ businessCategory: "all" }))
      assert.deepInclude(Array.isArray(all) ? all[0] : {}, { offices: "all" })
    })
  )

  const unread: Readonly<Record<string, readonly [Readonly<Record<string, Array<string> | string>>, string]>> = {
    "an agency that the table does not have": [{ o: "440100-2" }, "agency"],
    "two agencies": [{ o: ["440100-1", "440100-1"] }, "agency"],
    "no agency": [{ o: [] }, "agency"],
    "no first day": [{ validFrom: [] }, "from"],
    "two first days": [{ validFrom: ["20240101000000Z", "20250101000000Z"] }, "from"],
    "a first day without a zone": [{ validFrom: "20240101000000" }, "from"],
    "a last day that is none": [{ validUntil: "never" }, "until"],
    "two last days": [{ validUntil: ["20240101000000Z", "20250101000000Z"] }, "until"],
    "neither true nor false": [{ acting: "yes" }, "acting"],
    "true in small letters": [{ acting: "true" }, "acting"]
  }
  for (const [what, [change, detail]] of Object.entries(unread))
    it.live(`give no actor with ${what}, and the part is told but not what stands there`, () =>
      Effect.gen(function* () {
        assert.strictEqual(yield* stated(mapping, person(), entry(change)), `claims: ${detail}`)
      })
    )

  it.live("are never the entry of the person itself", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* stated(mapping, person(), finds({ dn: "uid=chen,ou=people,dc=banfa", o: "x" })), [])
    })
  )

  it.live("are one at most where the entry of the person states it, and none without an agency", () =>
    Effect.gen(function* () {
      const own: PostsMapping = {
        kind: "person",
        fields: { agency: { attribute: "o" }, offices: { always: "organ" }, from: { attribute: "validFrom" } }
      }
      assert.deepStrictEqual(yield* stated(own, person({ o: "gz-info", validFrom: "2024-01-01" })), [
        { agency: "gz-info", offices: ["organ"], from: "2024-01-01" }
      ])
      assert.deepStrictEqual(yield* stated(own, person({ validFrom: "2024-01-01" })), [])
      assert.strictEqual(yield* stated(own, person({ o: "gz-info" })), "claims: from")
      assert.strictEqual(
        yield* stated(own, person({ o: Buffer.from([0xff]), validFrom: "2024-01-01" })),
        "claims: agency"
      )
    })
  )
})
