/** Whoever is loaded from the server may do only what can be shown by name to rest on what was entered there. */
import { type Actor, mayAct, type Trail } from "@banfa/core/agency"
import { addDays, type CivilDate } from "@banfa/core/civil"
import { Directory } from "@banfa/core/port/Directory"
import { Identity } from "@banfa/core/port/Identity"
import { type Office, type RoleId, roles } from "@banfa/core/regulation"
import { sampleData } from "@banfa/testing/directory"
import { assert, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import fc from "fast-check"
import { layer } from "../../src/index.ts"
import { begun } from "./begun.ts"
import { enter, folder, options, ownTree } from "./tree.ts"

const tree = await ownTree()
const { province } = sampleData
type Post = Actor["posts"][number]

const numRuns = 100_000
const roleIds = Object.keys(roles) as ReadonlyArray<RoleId>
const agencies = province.agencies.map(({ id }): string => id)
const regions = [...new Set(province.agencies.map(({ region }): string => region))]
const offices: ReadonlyArray<Office> = ["info", "organ", "investment"]
const around = ["2003-01-01", "2004-02-29", "2006-01-01", "2016-06-30", "2018-12-31", "2019-01-10", "2026-03-01"]
const days = around.flatMap((day) => [-1, 0, 1].map((by) => addDays(day as CivilDate, by)))

const post: fc.Arbitrary<Post> = fc
  .record({
    agency: fc.constantFrom(...agencies),
    offices: fc.oneof(fc.constant("all" as const), fc.uniqueArray(fc.constantFrom(...offices), { minLength: 1 })),
    first: fc.constantFrom(...days),
    length: fc.option(fc.integer({ min: 0, max: 6000 })),
    acting: fc.boolean()
  })
  .map(({ acting, agency, first: from, length, offices }) => ({
    agency,
    offices,
    from,
    ...(length === null ? {} : { until: addDays(from, length), ...(acting ? { acting } : {}) })
  }))

/** What an allowed act lacks of a competence that can be shown by name, from what was entered alone. */
const lacking = (entered: ReadonlyArray<Post>, agency: string, region: string, role: RoleId, trail: Trail) => {
  const { grant, on, standing } = trail
  const lacks: Array<string> = []
  const holds = (what: string, condition: boolean) => {
    if (!condition) lacks.push(what)
  }
  const held = (from: string, until: string | undefined) => from <= on && (until === undefined || on <= until)
  const { office } = roles[role]
  holds("a post", standing._tag === "Post")
  if (standing._tag === "Post") {
    const stated = entered.find(
      (one) =>
        (["agency", "from", "until", "acting"] as const).every((key) => one[key] === standing.post[key]) &&
        JSON.stringify(one.offices) === JSON.stringify(standing.post.offices)
    )
    holds("a post that was entered", stated !== undefined)
    holds("a post in the agency", stated?.agency === agency)
    holds("a post for the office", stated?.offices === "all" || stated?.offices.includes(office) === true)
    holds("a post on the day", stated !== undefined && held(stated.from, stated.until))
  }
  const holding = province.holdings.find(
    (one) => one.agency === grant?.holding.agency && one.office === office && one.region === grant.holding.region
  )
  holds("a holding that was entered", holding !== undefined)
  // a role of the province is filled there, whatever the region that it is about
  holds("a holding for the region", holding?.region === (roles[role].scope === "provincial" ? "440000" : region))
  holds("a holding on the day", holding !== undefined && held(holding.from, holding.until))
  let at: string | undefined = holding?.agency
  for (const { on: day, predecessor, successor } of province.successions)
    if (at === predecessor && day <= on) at = successor
  holds("a holding of the agency, or of one that it has succeeded", at === agency)
  return lacks
}

it.live(
  `allows nobody an act without a competence that can be shown by name, over ${numRuns} of people, acts and days`,
  () =>
    Effect.gen(function* () {
      const base = yield* Effect.promise(() => folder(tree))
      const { directory } = yield* begun(tree, province)
      const identity = yield* Effect.map(
        Layer.build(Layer.provide(layer(options(base)), Layer.succeed(Directory, directory))),
        (context) => Context.get(context, Identity)
      )
      const people = yield* Effect.forEach(
        fc.sample(fc.array(post, { maxLength: 6 }), 60),
        Effect.fnUntraced(function* (posts, i) {
          const { credentials } = yield* enter(base, { id: `p-${i}`, name: { zh: "示例", en: "Shili" }, posts })
          const [credential] = credentials
          if (credential === undefined) return yield* Effect.die("no credential")
          return { posts, actor: yield* identity.actor(credential) }
        })
      )
      const agenciesNow = yield* directory.current
      const tally = { allowed: 0, refused: 0 }
      fc.assert(
        fc.property(
          fc.constantFrom(...people),
          fc.constantFrom(...agencies, "gz-inf\u043e", "ｇｚ-ｉｎｆｏ", "GZ-INFO"),
          fc.constantFrom(...roleIds.filter((role) => roles[role].scope !== "case")),
          fc.constantFrom(...regions),
          fc.oneof(
            fc.constantFrom(...days),
            fc.integer({ min: 0, max: 9000 }).map((by) => addDays("2002-12-30" as CivilDate, by))
          ),
          ({ actor, posts }, agency, role, region, on) => {
            const answer = mayAct(agenciesNow, [], actor, { agency, roles: [role], region, on })
            if (answer._tag !== "Competent") {
              tally.refused++
              return
            }
            tally.allowed++
            assert.deepStrictEqual(lacking(posts, agency, region, role, answer.by), [])
          }
        ),
        { numRuns }
      )
      // a property of which nothing is met says nothing
      assert.isAbove(tally.allowed, 100)
      assert.isAbove(tally.refused, 50_000)
    })
)
