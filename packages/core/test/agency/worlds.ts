/** Small worlds of agencies, people and delegations, in which much goes wrong, and acts in them. */
import * as Result from "effect/Result"
import fc from "fast-check"
import type { Actor, Delegation, Post } from "../../src/agency/Actor.ts"
import type { DirectoryData } from "../../src/agency/Agency.ts"
import { type Directory, directory } from "../../src/agency/Directory.ts"
import type { InName } from "../../src/agency/mayAct.ts"
import { addDays } from "../../src/civil/CivilDate.ts"
import { type Office, type RoleId, roles } from "../../src/regulation/roles.ts"
import { agency, day, holding, succession } from "./sampleDirectory.ts"

export interface World {
  readonly data: DirectoryData
  readonly directory: Directory
  readonly actors: ReadonlyArray<Actor>
  readonly delegations: ReadonlyArray<Delegation>
  readonly acts: ReadonlyArray<{ readonly actor: Actor; readonly act: InName }>
}

const ids = ["a", "b", "c", "d", "e", "f", "ｂ"]
const people = ["p", "q", "r", "ｐ"]
const regions = ["440000", "440100", "440104", "440106", "440300"]
const offices = ["info", "organ", "investment", "builder"] as const satisfies ReadonlyArray<Office>
const asked = Object.entries(roles)
  .filter(([, { office }]) => offices.some((one) => one === office))
  .map(([id]) => id as RoleId)

const begin = day("2026-03-01")
const anyDay = fc.nat(40).map((n) => addDays(begin, n))
const period = fc.tuple(
  fc.nat(30).map((n) => addDays(begin, n - 10)),
  fc.option(fc.nat(40), { nil: undefined })
)
const someOffices = fc.subarray([...offices], { minLength: 1 })
const anyAgency = fc.constantFrom(...ids)

const anyPost: fc.Arbitrary<Post> = fc
  .record({
    agency: anyAgency,
    offices: fc.oneof(fc.constant("all" as const), someOffices),
    period,
    acting: fc.constantFrom(false, false, false, true)
  })
  .map(({ acting, agency: of, offices: held, period: [from, length] }) => ({
    agency: of,
    offices: held,
    from,
    ...(length === undefined ? {} : { until: addDays(from, length) }),
    ...(acting ? { acting } : {})
  }))

const anyDelegation = fc.record({
  from: anyAgency,
  // mostly of somebody who holds something, and passed on by whoever was entrusted
  astray: fc.nat(5),
  to: fc.oneof(
    anyAgency.map((of) => ({ agency: of })),
    fc.constantFrom(...people).map((person) => ({ person }))
  ),
  offices: someOffices,
  on: fc.nat(30).map((n) => addDays(begin, n - 10)),
  length: fc.nat(50),
  onward: fc.constantFrom(true, true, false, undefined),
  of: fc.option(fc.nat(8), { nil: undefined })
})

/** One holding for each office of a region in turn, so that no two are in each other's way. */
const anyHoldings = fc.array(
  fc.record({
    agency: fc.constantFrom(...ids),
    office: fc.constantFrom(...offices),
    region: fc.constantFrom(...regions),
    period
  }),
  { minLength: 4, maxLength: 14 }
)

const anySuccessions = fc.uniqueArray(
  fc.record({ predecessor: fc.nat(4), further: fc.integer({ min: 1, max: 2 }), on: anyDay }),
  { selector: ({ predecessor }) => predecessor, maxLength: 3 }
)

/** Acts of which most aim at what somebody holds, by somebody who has to do with it, so that much is at stake; the others at anything. */
const actsIn = (data: DirectoryData, actors: ReadonlyArray<Actor>, delegations: ReadonlyArray<Delegation>) =>
  fc
    .record({
      actor: fc.constantFrom(...actors),
      aim: fc.nat(40),
      near: fc.nat(9),
      agency: anyAgency,
      roles: fc.subarray(asked, { maxLength: 2 }),
      region: fc.option(fc.constantFrom(...regions), { nil: undefined, freq: 20 }),
      on: anyDay,
      entered: fc.option(anyDay, { nil: undefined }),
      filled: fc.option(fc.option(anyAgency), { nil: undefined })
    })
    .map(({ actor: anybody, agency: other, aim, filled, near, region, roles: some, ...days }) => {
      const at = near < 8 ? data.holdings[aim % data.holdings.length] : undefined
      const heir = data.successions.find(({ predecessor }) => predecessor === at?.agency)
      const agency = (near < 2 ? heir?.successor : at?.agency) ?? at?.agency ?? other
      const entrusted = delegations.filter(({ from }) => from === agency)
      const close = actors.filter(
        ({ person, posts }) =>
          posts.some((post) => post.agency === agency) ||
          entrusted.some(({ to }) =>
            "person" in to ? to.person === person : posts.some((post) => post.agency === to.agency)
          )
      )
      const theirs = asked.filter((id) => roles[id].office === at?.office)
      return {
        actor: (near === 7 ? undefined : close[aim % Math.max(close.length, 1)]) ?? anybody,
        act: {
          ...days,
          agency,
          roles: at === undefined || near === 6 ? some : [...some, ...theirs],
          region: at === undefined || near === 5 ? region : at.region,
          ...(filled === undefined || (near > 2 && at?.office !== "builder") ? {} : { filled: { builder: filled } })
        } satisfies InName
      }
    })

/** Worlds with as many acts in each. */
export const worlds = (count: number): fc.Arbitrary<World> =>
  fc
    .record({
      holdings: anyHoldings,
      successions: anySuccessions,
      delegations: fc.array(anyDelegation, { minLength: 2, maxLength: 9 }),
      posts: fc.array(fc.array(anyPost, { maxLength: 4 }), { minLength: 4, maxLength: 4 })
    })
    .map((drawn) => {
      const data: DirectoryData = {
        version: "world",
        agencies: ids.map((id, i) =>
          agency(
            id,
            regions[i % regions.length] ?? "440000",
            id === "f" ? { from: day("2026-03-05"), until: day("2026-03-30") } : {}
          )
        ),
        holdings: drawn.holdings.map(({ agency: of, office, period: [from, length], region }) =>
          holding(of, office, region, from, length === undefined ? undefined : addDays(from, length))
        ),
        successions: drawn.successions.map(({ further, on, predecessor }) =>
          succession(ids[predecessor] ?? "a", ids[predecessor + further] ?? "f", on)
        )
      }
      const delegations: Array<Delegation> = []
      for (const { astray, from, length, of, offices: about, on, onward, to } of drawn.delegations) {
        const i = delegations.length
        const before = of === undefined ? undefined : delegations[of]
        const entrusted = before !== undefined && "agency" in before.to ? before.to.agency : undefined
        const holder = data.holdings[i % data.holdings.length]?.agency
        delegations.push({
          id: `d${i}`,
          from: astray === 0 ? from : (entrusted ?? holder ?? from),
          to,
          offices: about,
          on,
          until: addDays(on, length),
          ...(onward === undefined ? {} : { onward }),
          ...(of === undefined || (before === undefined && astray > 1) ? {} : { of: `d${of}` })
        })
      }
      const actors = drawn.posts.map((posts, i): Actor => ({ person: people[i] ?? "p", posts }))
      return { data, built: directory(data), delegations, actors }
    })
    .filter(({ built }) => Result.isSuccess(built))
    .chain(({ actors, built, data, delegations }) =>
      fc.array(actsIn(data, actors, delegations), { minLength: count, maxLength: count }).map((acts) => ({
        data,
        directory: Result.getOrThrow(built),
        delegations,
        actors,
        acts
      }))
    )
