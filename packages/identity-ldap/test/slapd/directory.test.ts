import { type DirectoryData, directory } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import { directorySuite, type Means, sampleData } from "@banfa/testing/directory"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { Attribute, Change, Control } from "ldapts"
import type { Stated } from "../../src/index.ts"
import { begun, begunAt } from "./begun.ts"
import { add, administrator, ownTree } from "./tree.ts"

const tree = await ownTree()
const { later, province } = sampleData
const minutes = 60_000

const means: Means = {
  begin: (data, { away = false } = {}) =>
    Effect.map(begun(tree, data, {}, away), (source) => ({
      ...source,
      grow: source.pass(16 * minutes, 16 * minutes)
    }))
}

directorySuite({ name: "LDAP", supports: { following: true }, ...means })

type Begun = Effect.Success<ReturnType<typeof begun>>

/** The version that is answered with, or that there is none. */
const version = ({ directory }: Begun) =>
  Effect.match(directory.current, { onFailure: ({ _tag }) => _tag, onSuccess: (found) => found.version })

const become = (dn: string, type: string, ...values: ReadonlyArray<string>) =>
  Effect.promise(() =>
    administrator.modify(
      dn,
      new Change({ operation: "replace", modification: new Attribute({ type, values: [...values] }) })
    )
  )

const many = (count: number): DirectoryData => ({
  ...province,
  agencies: [
    ...province.agencies,
    ...Array.from({ length: count - province.agencies.length }, (_, i) => ({
      id: `unit-${i}` as DirectoryData["agencies"][number]["id"],
      name: { zh: `第${i}单位（示例）` },
      region: province.agencies[0]?.region ?? ("440000" as DirectoryData["agencies"][number]["region"])
    }))
  ]
})

describe("a directory that is read from LDAP", () => {
  it.live("holds all of 5,000 units, more than the server gives in one answer", () =>
    Effect.gen(function* () {
      const source = yield* begun(tree, many(5000))
      const found = yield* source.directory.current
      assert.strictEqual(found.name("unit-0")?.zh, "第0单位（示例）")
      assert.strictEqual(found.name("unit-4991")?.zh, "第4991单位（示例）")
      const first = found.version

      // broken off in the middle of an answer of a megabyte, it is never a part of the whole
      for (const after of [20_000, 100_000, 300_000, 600_000]) {
        yield* Effect.promise(() => source.way.become({ _tag: "Cut", after }))
        const { problem } = yield* source.readAnew
        assert.include(problem?.text.en ?? "", "search")
        assert.strictEqual(yield* version(source), first)
      }
      yield* source.giveBack
      assert.strictEqual((yield* source.readAnew).problem, undefined)

      const fewer = yield* begunAt(source.base, many(5000), { maxEntries: 4999 })
      assert.strictEqual(yield* version(fewer), "StorageUnavailable")
      assert.include((yield* fewer.state).problem?.text.en ?? "", "more than 4999 entries")
    })
  )

  it.live("is never served when it is too old, also where the clock was set back", () =>
    Effect.gen(function* () {
      const source = yield* begun(tree, province)
      const first = yield* version(source)
      yield* source.takeAway
      yield* source.pass(15 * minutes - 1000, 15 * minutes - 1000)
      assert.strictEqual(yield* version(source), first)
      yield* source.pass(-60 * minutes, 2000)
      assert.strictEqual(yield* version(source), "StorageUnavailable")
      assert.strictEqual((yield* source.state).version, undefined)
      yield* source.giveBack
      yield* source.readAnew
      assert.strictEqual(yield* version(source), first)
      // a machine that slept: the steady clock has stood
      yield* source.pass(20 * minutes, 0)
      assert.strictEqual(yield* version(source), "StorageUnavailable")
    })
  )

  it.live("is read anew by itself, and again soon after that has failed", () =>
    Effect.gen(function* () {
      const source = yield* begun(tree, province, { refreshEvery: "20 millis", retryEvery: "10 millis" })
      const first = yield* version(source)
      yield* source.fill(later)
      while ((yield* version(source)) === first) yield* Effect.sleep("5 millis")
      yield* source.takeAway
      while ((yield* source.state).problem === undefined) yield* Effect.sleep("5 millis")
      yield* source.fill(province)
      yield* source.giveBack
      while ((yield* version(source)) !== first) yield* Effect.sleep("5 millis")
    })
  )

  it.live("says in both languages why what it has read did not become the directory, and keeps the last good one", () =>
    Effect.gen(function* () {
      const source = yield* begun(tree, province)
      const first = yield* version(source)
      yield* source.fill(sampleData.contradicting)
      const { age, problem, version: kept } = yield* source.readAnew
      assert.strictEqual(kept, first)
      assert.isDefined(age)
      assert.match(problem?.text.zh ?? "", /同时担任/)
      assert.match(problem?.text.en ?? "", /both .* hold the office/)
      assert.lengthOf(source.log, 1)
      assert.match(source.log[0] ?? "", /上次读取的名录沿用至其期满.*What was read before stands until it is too old/s)
      const none = yield* begun(tree, sampleData.contradicting)
      assert.match(none.log[0] ?? "", /至今没有可用的名录.*There is none so far/s)
    })
  )

  const unit = (base: string) => `ou=1,ou=agencies,${base}`
  const holding = (base: string) => `cn=1,ou=holdings,${base}`
  const hostile = [
    "*",
    ")(uid=*",
    "\\2a",
    "ｉｎｆｏ",
    "４４０１００",
    "inf\u043e",
    "440100 ",
    "\u202e440100",
    "x".repeat(10_000)
  ]
  const wrong: Readonly<
    Record<string, readonly [(base: string) => string, string, ReadonlyArray<ReadonlyArray<string>>]>
  > = {
    "the id of a unit": [unit, "banfaAgency", [[], ["gz-info", "gz-data2"], ["x".repeat(65)], ["a\nb"], ["gz-health"]]],
    "the name of a unit": [unit, "description", [[], ["一", "二"]]],
    "the region of a unit": [unit, "banfaRegion", [[], ["440100", "440300"], ...hostile.map((text) => [text])]],
    "what a unit is": [unit, "businessCategory", hostile.map((text) => [text])],
    "the first day of a unit": [unit, "banfaFrom", [["18990101000000Z"], ["99990101000000Z"]]],
    "the agency of a holding": [
      holding,
      "banfaAgency",
      [[], ["gz-info", "gz-health"], ["ｇｚ-ｉｎｆｏ"], ["gz-inf\u043e"], ["GZ-INFO"], ["gz-info "], ["*"]]
    ],
    "the office of a holding": [holding, "banfaOffice", [[], ...hostile.map((text) => [text]), ["info", "mayor"]]],
    "the region of a holding": [holding, "banfaRegion", [[], ["440100", "440300"], ...hostile.map((text) => [text])]],
    "the first day of a holding": [holding, "banfaFrom", [[], ["18990101000000Z"]]]
  }
  for (const [what, [dn, attribute, values]] of Object.entries(wrong))
    it.live(`is not renewed where ${what} is missing, twofold, hostile or only looks right`, () =>
      Effect.gen(function* () {
        const source = yield* begun(tree, province)
        const first = yield* version(source)
        for (const given of values) {
          yield* become(dn(source.base), attribute, ...given)
          const { problem, version: kept } = yield* source.readAnew
          assert.isDefined(problem, JSON.stringify(given))
          assert.strictEqual(kept, first)
        }
        yield* source.fill(province)
        assert.strictEqual((yield* source.readAnew).problem, undefined)
      })
    )

  it.live("holds an agency whose id only looks like that of another as another one", () =>
    Effect.gen(function* () {
      const source = yield* begun(tree, {
        ...province,
        agencies: [
          ...province.agencies,
          ...["ｇｚ-ｉｎｆｏ", "gz-inf\u043e", "GZ-INFO"].map((id) => ({
            id: id as DirectoryData["agencies"][number]["id"],
            name: { zh: id },
            region: "440100" as DirectoryData["agencies"][number]["region"]
          }))
        ]
      })
      const found = yield* source.directory.current
      const held = (id: string) => found.holds(id, "info.any", "440100", "2010-01-01" as CivilDate)
      assert.deepStrictEqual(["gz-info", "ｇｚ-ｉｎｆｏ", "gz-inf\u043e", "GZ-INFO", "gz-info "].map(held), [
        true,
        false,
        false,
        false,
        undefined
      ])
    })
  )

  it.live("is not renewed where the server points to another one", () =>
    Effect.gen(function* () {
      const source = yield* begun(tree, province)
      const dn = `ou=elsewhere,ou=agencies,${source.base}`
      yield* Effect.promise(() =>
        add(dn, { objectClass: ["referral", "extensibleObject"], ou: "elsewhere", ref: "ldap://127.0.0.1:1/dc=banfa" })
      )
      assert.include((yield* source.readAnew).problem?.text.en ?? "", "not whole")
      yield* Effect.promise(() => administrator.del(dn, new Control("2.16.840.1.113730.3.4.2", { critical: true })))
      assert.strictEqual((yield* source.readAnew).problem, undefined)
    })
  )

  it.live("is not renewed where the program of the host fails or breaks, and is when that has been put right", () =>
    Effect.gen(function* () {
      let stated: Effect.Effect<Stated, unknown> = Effect.succeed({ successions: province.successions })
      const source = yield* begun(tree, province, { stated: Effect.suspend(() => stated) })
      const first = yield* version(source)
      for (const [broken, says] of [
        [Effect.fail(new Error("the table is locked")), "the table is locked"],
        [Effect.die(new TypeError("a slip")), "a slip"],
        [
          Effect.succeed({
            successions: province.successions.map((one) => ({ ...one, on: "2019-02-30" as CivilDate }))
          }),
          ""
        ]
      ] as const) {
        stated = broken
        const { problem, version: kept } = yield* source.readAnew
        assert.include(problem?.text.en ?? "nothing", says)
        assert.strictEqual(kept, first)
      }
      stated = Effect.succeed({ successions: province.successions })
      assert.strictEqual((yield* source.readAnew).problem, undefined)
    })
  )

  it.live("has one version for one content, in whatever order that was entered", () =>
    Effect.gen(function* () {
      const one = yield* begun(tree, province)
      const other = yield* begun(tree, {
        ...province,
        agencies: province.agencies.toReversed(),
        holdings: province.holdings.toReversed()
      })
      assert.strictEqual(yield* version(one), yield* version(other))
      assert.isTrue(Result.isSuccess(directory(province)))
    })
  )
})
