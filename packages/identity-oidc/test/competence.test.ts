import { type Actor, mayAct } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import { type RoleId, roles } from "@banfa/core/regulation"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import fc from "fast-check"
import { actorOf, agencies, day, opened, optionsFor, post, tables } from "./opened.ts"
import { accessToken, realProvider } from "./realProvider.ts"

/** How many tokens, and how many acts with each: 100,000 acts and more in full draws. */
const tokens = fc.readConfigureGlobal()?.numRuns ?? 25
const actsEach = 400

const ids = [...tables.agencies.map(({ id }) => String(id)), "ｇｚ-ｉｎｆｏ", "gz-inf\u043e", "gz-info ", "nowhere"]
const regions = ["440000", "440100", "440104", "440105"]
const asked: ReadonlyArray<RoleId> = ["info.provincial", "info.local", "info.any", "investment.any", "organ.any"]

const days = fc
  .integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2027, 0, 1) })
  .map((at) => day(new Date(at).toISOString().slice(0, 10)))

const posts = fc.array(
  fc
    .record({
      agency: fc.constantFrom(...ids.slice(0, 5), ...ids.slice(0, 5), ...ids.slice(0, 5), ...ids),
      offices: fc.oneof(
        fc.constant("all" as const),
        fc.uniqueArray(fc.constantFrom("info", "investment", "organ"), { minLength: 1 })
      ),
      span: fc.tuple(days, days).map(([a, b]) => (a < b ? [a, b] : [b, a])),
      open: fc.boolean(),
      acting: fc.boolean()
    })
    .map(({ acting, agency, offices, open, span: [from, until] }) => ({
      ...{ agency, offices, from },
      ...(acting ? { until, acting } : open ? {} : { until })
    })),
  { maxLength: 3 }
)

type Held = { readonly from: CivilDate; readonly until?: CivilDate | undefined }
const covers = ({ from, until }: Held, on: CivilDate): boolean => from <= on && (until === undefined || on <= until)

/** Whether tables show, by a post and a holding, that somebody may act: read row by row, with nothing of the library's. */
const isShown = (held: Actor["posts"], agency: string, role: RoleId, region: string, on: CivilDate): boolean => {
  const { office, scope } = roles[role]
  return (
    held.some(
      (one) => one.agency === agency && covers(one, on) && (one.offices === "all" || one.offices.includes(office))
    ) &&
    tables.holdings.some((holding) => {
      const level =
        scope === "provincial"
          ? holding.region === "440000"
          : holding.region === region && (scope !== "local" || region !== "440000")
      return holding.agency === agency && holding.office === office && level && covers(holding, on)
    })
  )
}

describe("who shows a token", () => {
  it.live("may do nothing without a post and a competence that can be shown by name, whatever the acts", () =>
    Effect.gen(function* () {
      const provider = yield* realProvider
      const adapter = yield* opened(optionsFor(provider))
      const acts = fc.array(
        fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...asked), fc.constantFrom(...regions), days),
        { minLength: actsEach, maxLength: actsEach }
      )
      const count = { acts: 0, allowed: 0, actors: 0, nobody: 0 }
      yield* Effect.promise(() =>
        fc.assert(
          fc.asyncProperty(posts, acts, async (stated, wanted) => {
            const token = await accessToken(provider, "chen", { posts: stated })
            const actor = await Effect.runPromise(Effect.option(actorOf(adapter, token)))
            const known = stated.every(({ agency }) => tables.agencies.some(({ id }) => id === agency))
            assert.strictEqual(actor._tag === "Some", known)
            if (actor._tag === "None") {
              count.nobody++
              return
            }
            count.actors++
            assert.deepStrictEqual(JSON.parse(JSON.stringify(actor.value.posts)), stated)
            for (const [agency, role, region, on] of wanted) {
              count.acts++
              const answer = mayAct(agencies, [], actor.value, { agency, roles: [role], region, on })
              const allowed = answer._tag === "Competent"
              if (allowed) count.allowed++
              if (allowed !== isShown(actor.value.posts, agency, role, region, on))
                assert.fail(JSON.stringify({ stated, agency, role, region, on, answer }))
            }
          }),
          // each token is for hundreds of acts; to shrink them says no more
          { numRuns: Math.ceil(tokens * 1.5), endOnFailure: true }
        )
      )
      assert.isAtLeast(count.acts, tokens * actsEach)
      assert.isAbove(count.allowed, count.acts / 500)
      assert.isAbove(count.nobody, tokens / 20)
    })
  )

  it.live("with a post that ended yesterday is still the same person, who may do nothing today", () =>
    Effect.gen(function* () {
      const provider = yield* realProvider
      const adapter = yield* opened(optionsFor(provider))
      const over = { ...post, until: "2026-03-01" }
      const token = yield* Effect.promise(() => accessToken(provider, "chen", { posts: [over] }))
      const actor = yield* actorOf(adapter, token)
      const acting = (on: string) =>
        mayAct(agencies, [], actor, { agency: "gz-info", roles: ["info.any"], region: "440100", on: day(on) })
      assert.deepStrictEqual(
        ["2025-12-31", "2026-01-01", "2026-03-01", "2026-03-02"].map((on) => acting(on)._tag),
        ["NotCompetent", "Competent", "Competent", "NotCompetent"]
      )
      const denied = acting("2026-03-02")
      assert.deepStrictEqual("reasons" in denied ? denied.reasons.map(({ _tag }) => _tag) : [], ["PostOver"])
    })
  )

  it.live("of the county beside it, or of the right agency for another level, may do nothing", () =>
    Effect.gen(function* () {
      const provider = yield* realProvider
      const adapter = yield* opened(optionsFor(provider))
      const yuexiu = { agency: "yuexiu-info", offices: ["info"], from: "2020-01-01" }
      const actor = yield* Effect.flatMap(
        Effect.promise(() => accessToken(provider, "chen", { posts: [yuexiu, post] })),
        (token) => actorOf(adapter, token)
      )
      const on = day("2026-03-01")
      const may = (agency: string, role: RoleId, region: string) =>
        mayAct(agencies, [], actor, { agency, roles: [role], region, on })._tag
      assert.deepStrictEqual(
        {
          own: may("yuexiu-info", "info.local", "440104"),
          "the county beside it": may("yuexiu-info", "info.local", "440105"),
          "its city": may("yuexiu-info", "info.local", "440100"),
          "the city for its county": may("gz-info", "info.any", "440104"),
          "the city as if it were the province": may("gz-info", "info.provincial", "440100"),
          "in the name of another": may("haizhu-info", "info.local", "440105")
        },
        {
          own: "Competent",
          "the county beside it": "NotCompetent",
          "its city": "NotCompetent",
          "the city for its county": "NotCompetent",
          "the city as if it were the province": "NotCompetent",
          "in the name of another": "NotCompetent"
        }
      )
    })
  )
})
