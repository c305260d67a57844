import { randomUUID } from "node:crypto"
import { type Actor, mayAct } from "@banfa/core/agency"
import { addDays, type CivilDate } from "@banfa/core/civil"
import type { Credential, Identity } from "@banfa/core/port/Identity"
import { identityOf, lookAlikes, sampleDirectory, samplePosts } from "@banfa/testing/identity"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { Client, Control } from "ldapts"
import { inject } from "vitest"
import { type IdentityOptions, layer, type PostsMapping } from "../../src/index.ts"
import { line } from "./Line.ts"
import { type Certificate, over as ended, good, tlsLine } from "./tlsLine.ts"
import {
  add,
  administrator,
  enterPerson,
  enterPost,
  folder,
  instantOf,
  login,
  options,
  ownTree,
  port,
  secretOfService
} from "./tree.ts"

const tree = await ownTree()

type Ask = Identity["Service"]

/** How the adapter answers, in a word. */
const answer = (identity: Ask, credential: Credential): Effect.Effect<string> =>
  Effect.match(identity.actor(credential), {
    onFailure: (error) => (error._tag === "NotAuthenticated" ? error.reason : `gone: ${error.operation}`),
    onSuccess: ({ person }) => `actor ${person}`
  })

const person = (id = `p-${randomUUID()}`) => ({ id, name: { zh: "孙示例", en: "Sun Shili" } })

/** The adapter over a part of the tree that nobody else uses, and that part. */
const fresh = (change: (settings: IdentityOptions) => IdentityOptions = (settings) => settings) =>
  Effect.gen(function* () {
    const base = yield* Effect.promise(() => folder(tree))
    return { base, identity: yield* identityOf(layer(change(options(base)))) }
  })

const posted = (
  base: string,
  post: Actor["posts"][number] = samplePosts.running,
  more: Readonly<Record<string, string>> = {}
) =>
  Effect.promise(async () => {
    const entered = await enterPerson(base, person(), more)
    await enterPost(entered.dn, post)
    return entered
  })

const names: Readonly<Record<string, (name: string) => string>> = {
  "a star": () => "*",
  "a star behind a beginning": (name) => `${name.slice(0, 10)}*`,
  "another filter": () => "*)(uid=*",
  "a filter that is closed": (name) => `${name})(objectClass=*`,
  "a filter that is always true": () => "*)(|(objectClass=*",
  "a filter that is closed twice": (name) => `${name}))(|(uid=*`,
  "an escaped star": () => "\\2a",
  "a backslash behind it": (name) => `${name}\\`,
  "a NUL behind it": (name) => `${name}\0`,
  "a NUL in it": (name) => `${name.slice(0, 4)}\0${name.slice(4)}`,
  "a space behind it": (name) => `${name} `,
  "a no-break space before it": (name) => `\u00a0${name}`,
  "full-width letters": (name) => name.replace("p", "ｐ"),
  "a soft hyphen": (name) => `${name.slice(0, 4)}\u00ad${name.slice(4)}`,
  "a zero-width space": (name) => `${name}\u200b`,
  "a Cyrillic letter": (name) => name.replace("p", "р"),
  "half a surrogate pair": (name) => `${name}\ud800`,
  "the name of its entry": (name) => `uid=${name}`,
  "a combining accent": (name) => `${name}\u0301`,
  "a right-to-left mark": (name) => `\u202e${name}`,
  "a megabyte": (name) => name.repeat(25_000)
}

describe("a login at an LDAP server", () => {
  for (const [what, change] of Object.entries(names))
    it.live(`is nobody's with ${what} as its name, although the password is somebody's`, () =>
      Effect.gen(function* () {
        const { base, identity } = yield* fresh()
        const { password, uid } = yield* posted(base)
        assert.strictEqual(yield* answer(identity, login(uid, password)), `actor ${uid}`)
        assert.include(["password", "malformed"], yield* answer(identity, login(change(uid), password)))
      })
    )

  it.live("is the person's whatever characters the name has, and in capitals too", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh()
      for (const id of ["陈(示例)*", "o'neil\\x", "a=b,c+d", "<script>"]) {
        const entered = yield* Effect.promise(async () => {
          const dn = `ou=${randomUUID()},${base}`
          const password = randomUUID()
          await add(dn, {
            objectClass: ["inetOrgPerson", "banfaEntry"],
            ou: dn.slice(3, 39),
            cn: "x",
            sn: "x",
            uid: id,
            employeeNumber: id,
            userPassword: password
          })
          return password
        })
        assert.strictEqual(yield* answer(identity, login(id, entered)), `actor ${id}`)
      }
      const { password, uid } = yield* posted(base)
      assert.strictEqual(yield* answer(identity, login(uid.toUpperCase(), password)), `actor ${uid}`)
    })
  )

  it.live("with an empty password, or one that cannot be one, never reaches the server", () =>
    Effect.gen(function* () {
      const { counts, port: over } = yield* line(port)
      const { base, identity } = yield* fresh((settings) => ({ ...settings, url: `ldap://127.0.0.1:${over}` }))
      const { uid } = yield* posted(base)
      assert.strictEqual(yield* answer(identity, login(uid, "")), "password")
      assert.strictEqual(yield* answer(identity, login(uid, "\0")), "malformed")
      assert.strictEqual(yield* answer(identity, login(uid, "\ud800")), "malformed")
      assert.strictEqual(yield* answer(identity, login(uid, "x".repeat(1_048_576))), "too-large")
      assert.strictEqual(counts.made, 0)
    })
  )

  it.live("takes a password as it is, with spaces around it and in any script", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh()
      for (const password of ["  two spaces  ", "   ", "口令（示例）", "*)(uid=*"]) {
        const { uid } = yield* posted(base, samplePosts.running, { userPassword: password })
        assert.strictEqual(yield* answer(identity, login(uid, password)), `actor ${uid}`)
        assert.strictEqual(yield* answer(identity, login(uid, `${password} `)), "password")
      }
    })
  )

  it.live("costs the same connections for a name that nobody has as for a wrong password, and is answered alike", () =>
    Effect.gen(function* () {
      const { counts, port: over } = yield* line(port)
      const { base, identity } = yield* fresh((settings) => ({ ...settings, url: `ldap://127.0.0.1:${over}` }))
      const { uid } = yield* posted(base)
      const cost = (name: string) =>
        Effect.gen(function* () {
          const before = counts.made
          const said = yield* answer(identity, login(name, "a password that is nobody's"))
          return [said, counts.made - before]
        })
      yield* cost("first")
      assert.deepStrictEqual(yield* cost("p-nobody"), yield* cost(uid))
      const telling = yield* identityOf(layer({ ...options(base), unknownPeople: "tell" }))
      assert.strictEqual(yield* answer(telling, login("p-nobody", "some password")), "unknown-person")
    })
  )

  it.live("is nobody's with the password of the decoy", () =>
    Effect.gen(function* () {
      const base = yield* Effect.promise(() => folder(tree))
      const decoy = yield* posted(base)
      const identity = yield* identityOf(layer({ ...options(base), decoy: decoy.dn }))
      assert.strictEqual(yield* answer(identity, login("p-nobody", decoy.password)), "password")
    })
  )

  it.live("is refused where the server points to another one, which is not asked", () =>
    Effect.gen(function* () {
      const { counts, port: elsewhere } = yield* line(port)
      const { base, identity } = yield* fresh()
      const { password, uid } = yield* posted(base)
      yield* Effect.promise(() =>
        add(`ou=elsewhere,${base}`, {
          objectClass: ["referral", "extensibleObject"],
          ou: "elsewhere",
          ref: `ldap://127.0.0.1:${elsewhere}/${base}`
        })
      )
      assert.strictEqual(yield* answer(identity, login(uid, password)), "gone: search")
      const ignoring = yield* identityOf(layer({ ...options(base), referrals: "ignore" }))
      assert.strictEqual(yield* answer(ignoring, login(uid, password)), `actor ${uid}`)
      assert.strictEqual(counts.made, 0)
      yield* Effect.promise(() =>
        administrator.del(`ou=elsewhere,${base}`, new Control("2.16.840.1.113730.3.4.2", { critical: true }))
      )
    })
  )

  it.live("is told as ambiguous where two people have one name, with either password and with none of both", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh()
      const [one, other] = yield* Effect.promise(async () => {
        const same = person()
        return [await enterPerson(base, same), await enterPerson(await folder(base), same)] as const
      })
      for (const password of [one.password, other.password, "a password that is nobody's"])
        assert.strictEqual(yield* answer(identity, login(one.uid, password)), "ambiguous")
    })
  )

  it.live("ends with the account: one that is closed is told to whoever knows its password, and to nobody else", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh()
      const { password, uid } = yield* posted(base, samplePosts.running, { banfaActive: "FALSE" })
      assert.strictEqual(yield* answer(identity, login(uid, password)), "revoked")
      assert.strictEqual(yield* answer(identity, login(uid, "another password")), "password")
      const must = yield* identityOf(
        layer({
          ...options(base),
          people: { ...options(base).people, account: { attribute: "banfaActive", open: ["TRUE"] } }
        })
      )
      const unsaid = yield* posted(base)
      assert.strictEqual(yield* answer(must, login(unsaid.uid, unsaid.password)), "revoked")
    })
  )

  it.live("gives a post that ended yesterday, under which nothing may be done today", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh()
      const [until, today] = ["2026-03-01", "2026-03-02"] as [CivilDate, CivilDate]
      const { password, uid } = yield* posted(base, { ...samplePosts.over, from: "2020-01-01" as CivilDate, until })
      const actor = yield* identity.actor(login(uid, password))
      const on = (day: CivilDate) =>
        mayAct(sampleDirectory, [], actor, { agency: "gz-info", roles: ["info.any"], region: "440100", on: day })._tag
      assert.deepStrictEqual([on(until), on(today)], ["Competent", "NotCompetent"])
    })
  )

  it.live("counts the last second of a day in Shanghai to that day, and the next to the next", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh()
      const last = (until: string) =>
        Effect.gen(function* () {
          const { dn, password, uid } = yield* Effect.promise(() => enterPerson(base, person()))
          yield* Effect.promise(() => enterPost(dn, samplePosts.running, { banfaUntil: until }))
          return (yield* identity.actor(login(uid, password))).posts[0]?.until
        })
      assert.strictEqual(yield* last("20260301155959Z"), "2026-03-01")
      assert.strictEqual(yield* last("20260301160000Z"), "2026-03-02")
    })
  )
})

describe("what stands in an LDAP directory", () => {
  const hostile = ["*", ")(uid=*", "\\2a", "all,info", "<b>", "'; DROP TABLE", "x".repeat(600), "ｉｎｆｏ", "inf\u043e"]

  for (const attribute of ["banfaAgency", "banfaOffice"])
    it.live(`gives no actor where ${attribute} holds what is none, however it is written`, () =>
      Effect.gen(function* () {
        const { base, identity } = yield* fresh()
        for (const value of hostile) {
          const { dn, password, uid } = yield* Effect.promise(() => enterPerson(base, person()))
          yield* Effect.promise(() => enterPost(dn, samplePosts.running, { [attribute]: value }))
          assert.include(["claims", "unknown-agency"], yield* answer(identity, login(uid, password)), value)
        }
      })
    )

  it.live("is no agency where it only looks like one", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh()
      for (const [how, agency] of Object.entries(lookAlikes)) {
        const { password, uid } = yield* posted(base, { ...samplePosts.running, agency })
        assert.strictEqual(yield* answer(identity, login(uid, password)), "unknown-agency", how)
      }
    })
  )

  it.live("names a person on record as it is, and gives none where that is missing, twofold or unreadable", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh()
      const { dn, password, uid } = yield* posted(base)
      const become = (...values: ReadonlyArray<string>) =>
        Effect.promise(async () => {
          const { Attribute, Change } = await import("ldapts")
          const modification = new Attribute({ type: "employeeNumber", values: [...values] })
          await administrator.modify(dn, new Change({ operation: "replace", modification }))
        })
      yield* become("*)(uid=*")
      assert.strictEqual(yield* answer(identity, login(uid, password)), "actor *)(uid=*")
      yield* become()
      assert.strictEqual(yield* answer(identity, login(uid, password)), "claims")
      yield* become("a\nb")
      assert.strictEqual(yield* answer(identity, login(uid, password)), "claims")
      yield* become("x".repeat(191))
      assert.strictEqual(yield* answer(identity, login(uid, password)), "claims")
    })
  )

  it.live("stands for posts by the names of groups, however these are written, and by no name that only looks so", () =>
    Effect.gen(function* () {
      const base = yield* Effect.promise(() => folder(tree))
      const group = (cn: string, member: string) =>
        Effect.promise(() => add(`cn=${cn},${base}`, { objectClass: "groupOfNames", cn: "any", member }))
      const spelt = base.toUpperCase().replace("OU=", " ou =  ").replace(",DC", " , dc")
      const mapping = (table: string, others: "refuse" | "ignore"): PostsMapping => ({
        kind: "groups",
        base,
        member: "member",
        where: { objectClass: "groupOfNames" },
        table: { [table]: [samplePosts.running] },
        others
      })
      const people = (posts: PostsMapping) => identityOf(layer(options(base, posts)))
      const held = (posts: PostsMapping, name: string, password: string) =>
        Effect.gen(function* () {
          const identity = yield* people(posts)
          return (yield* identity.actor(login(name, password))).posts.length
        })
      const { dn, password, uid } = yield* Effect.promise(() => enterPerson(base, person()))
      assert.strictEqual(yield* held(mapping(`cn=Health, ${base}`, "refuse"), uid, password), 0)
      // the server keeps one name for what differs only in case, spaces and escapes
      yield* Effect.promise(() =>
        add(`cn=gz-health\\2c  info,${base}`, {
          objectClass: "groupOfNames",
          cn: "gz-health, info",
          member: dn.toUpperCase().replace("UID=P-", "uid = p-")
        })
      )
      assert.strictEqual(yield* held(mapping(`CN = GZ-Health\\, INFO,${spelt}`, "refuse"), uid, password), 1)
      assert.strictEqual(yield* held(mapping(`cn=gz-h\u0435alth\\, info,${base}`, "ignore"), uid, password), 0)
      assert.strictEqual(yield* held(mapping(`cn=ｇｚ-health\\, info,${base}`, "ignore"), uid, password), 0)
      const strict = yield* people(mapping(`cn=elsewhere,${base}`, "refuse"))
      assert.strictEqual(yield* answer(strict, login(uid, password)), "claims")
      yield* Effect.ignore(group("any", dn))
    })
  )

  it.live("places a person by the unit that is nearest above, compared step by step", () =>
    Effect.gen(function* () {
      const base = yield* Effect.promise(() => folder(tree))
      const unit = yield* Effect.promise(async () => {
        await add(`ou=Health\\2C  Bureau,${base}`, { objectClass: "organizationalUnit", ou: "Health, Bureau" })
        return folder(`ou=health\\, bureau,${base}`)
      })
      const posts: PostsMapping = {
        kind: "person",
        fields: {
          agency: {
            below: { [`OU=health\\, BUREAU, ${base}`]: "gz-health", [base]: "gz-info" }
          },
          offices: { always: "all" },
          from: { attribute: "banfaFrom" }
        }
      }
      const identity = yield* identityOf(layer(options(base, posts)))
      const agencyOf = (above: string) =>
        Effect.gen(function* () {
          const entered = yield* Effect.promise(() =>
            enterPerson(above, person(), { banfaFrom: instantOf("2024-01-01") })
          )
          return (yield* identity.actor(login(entered.uid, entered.password))).posts.map(({ agency }) => agency)
        })
      assert.deepStrictEqual(yield* agencyOf(unit), ["gz-health"])
      assert.deepStrictEqual(yield* agencyOf(yield* Effect.promise(() => folder(base))), ["gz-info"])
    })
  )

  it.live("is read to its end: a person with 600 posts has them all, in pages of seven", () =>
    Effect.gen(function* () {
      const { base, identity } = yield* fresh((settings) => ({ ...settings, pageSize: 7 }))
      const { dn, password, uid } = yield* Effect.promise(() => enterPerson(base, person()))
      const days = Array.from({ length: 600 }, (_, i) => addDays("2020-01-01" as CivilDate, i))
      yield* Effect.promise(() => Promise.all(days.map((from) => enterPost(dn, { ...samplePosts.running, from }))))
      const actor = yield* identity.actor(login(uid, password))
      assert.deepStrictEqual(actor.posts.map(({ from }) => from).toSorted(), days)
    })
  )
})

describe("the way to an LDAP server", () => {
  const secrets = (sent: Buffer, password: string) =>
    [password, secretOfService].filter((secret) => sent.includes(secret))

  /** Somebody logs in over a line that is bad in one way. */
  const over = (
    change: (settings: IdentityOptions) => IdentityOptions,
    fault?: Parameters<Effect.Success<ReturnType<typeof line>>["become"]>[0],
    address?: string
  ) =>
    Effect.gen(function* () {
      const way = yield* line(port, address)
      if (fault !== undefined) yield* Effect.promise(() => way.become(fault))
      const { base, identity } = yield* fresh((settings) =>
        change({ ...settings, url: `ldap://${address ?? "127.0.0.1"}:${way.port}` })
      )
      const { password, uid } = yield* posted(base)
      const said = yield* answer(identity, login(uid, password))
      return { said, leaked: secrets(way.sent(), password), sent: way.sent().length }
    })

  const extended = (code: number) => Buffer.from([0x30, 0x0c, 2, 1, 2, 0x78, 7, 0x0a, 1, code, 4, 0, 4, 0])
  const plain = (settings: IdentityOptions) => settings

  it.live("shows no password in the clear", () =>
    Effect.gen(function* () {
      const { leaked, said, sent } = yield* over(plain)
      assert.include(said, "actor")
      assert.deepStrictEqual(leaked, [])
      assert.isAbove(sent, 500)
      // so it would look
      const clear = yield* over((settings) => ({ ...settings, encryption: "none" }))
      assert.lengthOf(clear.leaked, 2)
    })
  )

  it.live("is not gone where StartTLS is stripped, and no password is sent", () =>
    Effect.gen(function* () {
      for (const code of [2, 1, 53, 0]) {
        const { leaked, said } = yield* over((settings) => ({ ...settings, connectTimeout: "500 millis" }), {
          _tag: "Answers",
          bytes: extended(code)
        })
        assert.include(["gone: encrypt", "gone: connect"], said, String(code))
        assert.deepStrictEqual(leaked, [])
      }
    })
  )

  it.live("takes nothing for the server's that somebody has put in the clear behind the answer to StartTLS", () =>
    Effect.gen(function* () {
      // the beginning of "the password is right", to be completed by the first byte that is encrypted
      const forged = (id: number) => Buffer.from([0x30, 0x0d, 2, 1, id, 0x61, 8, 0x0a, 1, 0, 4, 0, 4, 1])
      const way = yield* line(port)
      const { base, identity } = yield* fresh((settings) => ({ ...settings, url: `ldap://127.0.0.1:${way.port}` }))
      const { dn, uid } = yield* posted(base)
      const precede = (id: number) =>
        Effect.promise(() => way.become({ _tag: "Precedes", answer: extended(0).length, bytes: forged(id) }))
      for (const id of [1, 2, 3, 4]) {
        yield* precede(id)
        assert.notInclude(yield* answer(identity, login(uid, "a password that is nobody's")), "actor")
      }
      // a client that reads on in what it has read in the clear is taken in by it
      yield* precede(3)
      const alone = new Client({ url: `ldap://127.0.0.1:${way.port}`, timeout: 2000 })
      yield* Effect.promise(() => alone.startTLS({ host: "127.0.0.1", ca: inject("slapdCertificate") }))
      yield* Effect.promise(() => alone.bind(dn, "a password that is nobody's"))
      yield* Effect.promise(() => alone.unbind())
    })
  )

  it.live("is not gone with a certificate that is made out for another, or that nobody trusts", () =>
    Effect.gen(function* () {
      const another = yield* over(plain, undefined, "127.0.0.2")
      assert.deepStrictEqual([another.said, another.leaked], ["gone: encrypt", []])
      const named = yield* over((settings) => ({
        ...settings,
        tls: { ...settings.tls, serverName: "ldap.example.cn" }
      }))
      assert.deepStrictEqual([named.said, named.leaked], ["gone: encrypt", []])
      const untrusted = yield* over(({ tls: _, ...settings }) => settings)
      assert.deepStrictEqual([untrusted.said, untrusted.leaked], ["gone: encrypt", []])
      const told = yield* over(
        (settings) => ({ ...settings, tls: { ...settings.tls, serverName: "127.0.0.1" } }),
        undefined,
        "127.0.0.2"
      )
      assert.include(told.said, "actor")
    })
  )

  it.live(
    "is encrypted from the start where that is asked, and not gone with a certificate that is over or of another",
    () =>
      Effect.gen(function* () {
        const logged = (certificate: Certificate) =>
          Effect.scoped(
            Effect.gen(function* () {
              const { ca, received, url } = yield* tlsLine(certificate)
              const { base, identity } = yield* fresh((settings) => ({ ...settings, url, tls: { ca } }))
              const { password, uid } = yield* posted(base)
              const said = yield* answer(identity, login(uid, password))
              return [said.replace(uid, "somebody"), received() > 0]
            })
          )
        assert.deepStrictEqual(yield* logged(good), ["actor somebody", true])
        assert.deepStrictEqual(yield* logged(ended), ["gone: encrypt", false])
        assert.deepStrictEqual(yield* logged({ ...good, to: { ip: "127.0.0.2" } }), ["gone: encrypt", false])
        assert.deepStrictEqual(yield* logged({ ...good, to: { name: "localhost" } }), ["gone: encrypt", false])
      })
  )

  it.live("is told as gone where the server hangs or dies, at any place of the conversation", () =>
    Effect.gen(function* () {
      for (const after of [0, 10, 14, 200, 900, 1300, 1500, 1700, 1900])
        for (const _tag of ["Cut", "Stalls"] as const) {
          const { leaked, said } = yield* over(
            (settings) => ({ ...settings, connectTimeout: "300 millis", timeout: "300 millis" }),
            { _tag, after }
          )
          assert.match(said, /^gone|^actor/, `${_tag} ${after}`)
          assert.deepStrictEqual(leaked, [])
        }
    })
  )

  it.live("is found again after it was lost between two logins, and leaves no connection behind", () =>
    Effect.gen(function* () {
      const way = yield* line(port)
      yield* Effect.scoped(
        Effect.gen(function* () {
          const { base, identity } = yield* fresh((settings) => ({ ...settings, url: `ldap://127.0.0.1:${way.port}` }))
          const { password, uid } = yield* posted(base)
          for (let i = 0; i < 5; i++) {
            assert.strictEqual(yield* answer(identity, login(uid, password)), `actor ${uid}`)
            yield* Effect.promise(() => way.become({ _tag: "None" }))
          }
          const many = Array.from({ length: 40 }, () => answer(identity, login(uid, password)))
          const said = yield* Effect.all(many, { concurrency: "unbounded" })
          assert.deepStrictEqual([...new Set(said)], [`actor ${uid}`])
          // eight to ask and eight to log in; the line hears a little later that one has ended
          assert.isAtMost(way.counts.most, 24)
        })
      )
      while (way.counts.open > 0) yield* Effect.sleep("5 millis")
    })
  )
})
