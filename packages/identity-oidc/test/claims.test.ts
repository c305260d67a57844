import type { ClaimMapping } from "@banfa/identity-oidc"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { actorOf, answer, day, opened, optionsFor, post } from "./opened.ts"
import { accessToken, realProvider } from "./realProvider.ts"

const begun = Effect.gen(function* () {
  const provider = yield* realProvider
  const mapped = (mapping: ClaimMapping) => opened({ ...optionsFor(provider), mapping })
  const token = (claims: object, sub = "chen") => Effect.promise(() => accessToken(provider, sub, { ...claims }))
  /** What an adapter with this mapping says to these claims, each under its name. */
  const said = (mapping: ClaimMapping, ways: Readonly<Record<string, object>>) =>
    Effect.gen(function* () {
      const adapter = yield* mapped(mapping)
      const found = yield* Effect.forEach(Object.entries(ways), ([way, claims]) =>
        Effect.map(
          Effect.flatMap(token(claims), (made) => answer(adapter, made)),
          (text): [string, string] => [way, text]
        )
      )
      return Object.fromEntries(found)
    })
  return { provider, mapped, token, said }
})

const direct: ClaimMapping = { person: "sub", name: "name", posts: { claim: "posts" } }
const info = { agency: "gz-info", offices: ["info"], from: day("2026-01-01") } as const
const drc = { agency: "gz-drc", offices: ["investment"], from: day("2024-01-01"), until: day("2025-12-31") } as const
const table: ClaimMapping = {
  person: "sub",
  posts: { claim: ["realm_access", "roles"], table: { 信息化科: [info], 发改: [drc], both: [info, drc], none: [] } }
}

describe("claims that hold posts", () => {
  it.live("give exactly those posts, with their days, titles and papers", () =>
    Effect.gen(function* () {
      const { mapped, token } = yield* begun
      const posts = [
        { ...info, title: "科长", source: "穗信人〔2026〕1号（示例）" },
        drc,
        { agency: "yuexiu-info", offices: "all", from: "2026-02-01", until: "2026-08-01", acting: true }
      ]
      const actor = yield* actorOf(yield* mapped(direct), yield* token({ name: "陈示例", posts }))
      assert.deepStrictEqual(JSON.parse(JSON.stringify(actor)), {
        person: "chen",
        name: { zh: "陈示例", en: "陈示例" },
        posts
      })
    })
  )

  it.live("of the wrong type give nobody", () =>
    Effect.gen(function* () {
      const { said } = yield* begun
      const one = (more: object) => ({ posts: [{ ...post, ...more }] })
      const found = yield* said(direct, {
        "as they should be": { posts: [post] },
        "no post": { posts: [] },
        missing: {},
        null: { posts: null },
        "a text": { posts: "gz-info" },
        "JSON in a text": { posts: JSON.stringify([post]) },
        "one without a list": { posts: post },
        "a list in a list": { posts: [[post]] },
        true: { posts: true },
        "an object with numbers": { posts: { 0: post, length: 1 } },
        "an agency that is no text": one({ agency: ["gz-info"] }),
        "an agency that is a number": one({ agency: 440100 }),
        "an agency without a name": one({ agency: "" }),
        "an agency with a line break": one({ agency: "gz-info\n" }),
        "offices that are none": one({ offices: ["info", "everything"] }),
        "an office without a list": one({ offices: "info" }),
        "all in a list": one({ offices: ["all"] }),
        "a day that is a number": one({ from: 20_260_101 }),
        "a day with an hour": one({ from: "2026-01-01T00:00:00Z" }),
        "a day in Chinese": one({ from: "2026年1月1日" }),
        "a day in full-width digits": one({ from: "２０２６-01-01" }),
        "a day that is none": one({ from: "2026-02-30" }),
        "an end before its beginning": one({ until: "2025-12-31" }),
        "an end that is null": one({ until: null }),
        "acting without an end": one({ acting: true }),
        "acting as a text": one({ acting: "true" }),
        "a member that is misspelled": one({ untill: "2026-01-02" }),
        "a member of another letter": one({ "until\u200b": "2026-01-02" }),
        "a name that is no text": { posts: [post], name: ["Chen"] },
        "a name with a line break": { posts: [post], name: "Chen\r\nLi" },
        "a name of half a character": { posts: [post], name: "Chen\ud800" },
        "a name that is too long": { posts: [post], name: "陈".repeat(501) },
        "no name": { posts: [post] }
      })
      const good = Object.entries(found).flatMap(([way, text]) => (text === "actor chen" ? [way] : []))
      assert.deepStrictEqual(good, ["as they should be", "no post", "no name"])
      for (const [way, text] of Object.entries(found))
        assert.match(text, /^(actor chen|claims \((name|posts[.\w]*)\))$/, `${way}: ${text}`)
      assert.deepStrictEqual(
        [found["a day that is none"], found["a member that is misspelled"], found["a member of another letter"]],
        ["claims (posts.0.from)", "claims (posts.0.untill)", "claims (posts)"]
      )
    })
  )

  it.live("name an agency by its exact id; what only looks like it is unknown", () =>
    Effect.gen(function* () {
      const { said } = yield* begun
      const named = (agency: string) => ({ posts: [post, { ...post, agency }] })
      const found = yield* said(direct, {
        itself: named("gz-info"),
        "full-width letters": named("ｇｚ-ｉｎｆｏ"),
        "full-width hyphen": named("gz－info"),
        "Cyrillic о": named("gz-inf\u043e"),
        "Greek ο": named("gz-inf\u03bf"),
        "zero-width joiner": named("gz-\u200dinfo"),
        "soft hyphen": named("gz-in\u00adfo"),
        "right-to-left mark": named("gz-info\u200f"),
        "byte order mark": named("\ufeffgz-info"),
        "a ligature": named("gz-in\ufb01o"),
        capitals: named("GZ-INFO"),
        "a space before it": named(" gz-info"),
        "of another province": named("hn-info"),
        prototype: named("__proto__"),
        "a method of every object": named("constructor")
      })
      const { itself, ...others } = found
      assert.strictEqual(itself, "actor chen")
      assert.deepStrictEqual(new Set(Object.values(others)), new Set(["unknown-agency (posts.1.agency)"]))
    })
  )

  it.live("may be written in another way, which the host's own schema reads", () =>
    Effect.gen(function* () {
      const { mapped, said, token } = yield* begun
      /** `gz-info/info/2026-01-01`, one for each post. */
      const lines = Schema.Array(Schema.String).pipe(
        Schema.decodeTo(
          Schema.Array(
            Schema.Struct({ agency: Schema.String, offices: Schema.Array(Schema.String), from: Schema.String })
          ),
          {
            decode: SchemaGetter.transform((all) =>
              all.map((line) => {
                const [agency = "", office = "", from = "", ...more] = line.split("/")
                if (more.length > 0) throw new Error(`what is ${more.join()}?`)
                return { agency, offices: [office], from }
              })
            ),
            encode: SchemaGetter.transform(() => [])
          }
        )
      )
      const mapping: ClaimMapping = { person: "sub", posts: { claim: "职务", schema: lines } }
      const actor = yield* actorOf(yield* mapped(mapping), yield* token({ 职务: ["gz-info/info/2026-01-01"] }))
      assert.deepStrictEqual(actor, { person: "chen", posts: [info] })
      assert.deepStrictEqual(
        yield* said(mapping, {
          "what its schema does not read": { 职务: "gz-info/info/2026-01-01" },
          "what its schema reads and is no post": { 职务: ["gz-info/info/yesterday"] },
          "at what its schema throws": { 职务: ["gz-info/info/2026-01-01/2026-12-31"] },
          "an agency that is unknown": { 职务: ["gz/info/2026-01-01"] }
        }),
        {
          "what its schema does not read": "claims (职务)",
          "what its schema reads and is no post": "claims (职务.0.from)",
          "at what its schema throws": "claims (职务)",
          "an agency that is unknown": "unknown-agency (职务.0.agency)"
        }
      )
      const lying = Schema.declare((_: unknown): _ is ReadonlyArray<typeof info> => true)
      assert.deepStrictEqual(
        yield* said(
          { person: "sub", posts: { claim: "posts", schema: lying } },
          { "what its schema promises and is not there": { posts: [{ agency: "gz-info" }] } }
        ),
        { "what its schema promises and is not there": "claims (posts.0.offices)" }
      )
    })
  )
})

describe("claims that stand for posts", () => {
  it.live("give the posts of the table, however deep they stand", () =>
    Effect.gen(function* () {
      const { mapped, token } = yield* begun
      const adapter = yield* mapped(table)
      const posts = (roles: unknown) =>
        Effect.flatMap(token({ realm_access: { roles } }), (made) =>
          Effect.map(actorOf(adapter, made), (actor) => actor.posts)
        )
      assert.deepStrictEqual(
        [
          yield* posts("信息化科"),
          yield* posts(["信息化科", "发改"]),
          yield* posts(["both"]),
          yield* posts(["信息化科", "信息化科"]),
          yield* posts(["none"]),
          yield* posts([])
        ],
        [[info], [info, drc], [info, drc], [info], [], []]
      )
    })
  )

  it.live("give nobody where the table does not have them exactly", () =>
    Effect.gen(function* () {
      const { said } = yield* begun
      const roles = (held: unknown) => ({ realm_access: { roles: held } })
      const found = yield* said(table, {
        "one that it does not have": roles(["信息化科", "everyone"]),
        "a space behind it": roles("信息化科 "),
        "another character": roles("信息化\uf9b3"),
        "a longer one": roles("信息化科2"),
        "a number": roles([1]),
        null: roles(null),
        "an object": roles({ 信息化科: true }),
        "a list in a list": roles([["信息化科"]]),
        prototype: roles("__proto__"),
        "a method of every object": roles(["toString"]),
        "no roles": { realm_access: {} },
        "no realm_access": {},
        "roles of a list": { realm_access: [{ roles: "信息化科" }] },
        "its path as one name": { "realm_access.roles": "信息化科" }
      })
      assert.deepStrictEqual(new Set(Object.values(found)), new Set(["claims (realm_access.roles)"]))
      const { posts } = table
      const lenient: ClaimMapping = { ...table, posts: { ...posts, others: "ignore" } as ClaimMapping["posts"] }
      assert.deepStrictEqual(
        yield* said(lenient, { "groups of all kinds": roles(["信息化科", "everyone"]), "a number": roles([1]) }),
        { "groups of all kinds": "actor chen", "a number": "claims (realm_access.roles)" }
      )
    })
  )
})

describe("the person", () => {
  it.live("is who the provider says, by a name that a record can hold", () =>
    Effect.gen(function* () {
      const { mapped, provider, token } = yield* begun
      const adapter = yield* mapped(direct)
      const both = yield* mapped({ ...direct, person: "issuer#sub" })
      const person = (sub: unknown) =>
        Effect.gen(function* () {
          const made = yield* token({ sub, posts: [] })
          return [yield* answer(adapter, made), yield* answer(both, made)]
        })
      const { issuer } = provider
      const long = "x".repeat(190)
      assert.deepStrictEqual(yield* Effect.forEach(["8f2a", "陈", long, `${long}x`], person), [
        ["actor 8f2a", `actor ${issuer}#8f2a`],
        ["actor 陈", `actor ${issuer}#陈`],
        [`actor ${long}`, "claims (sub)"],
        ["claims (sub)", "claims (sub)"]
      ])
      for (const sub of ["", "a\nb", "a\0", "\ud800", 1, null, ["chen"], { id: "chen" }])
        assert.deepStrictEqual(yield* person(sub), ["claims (sub)", "claims (sub)"])
    })
  )
})
