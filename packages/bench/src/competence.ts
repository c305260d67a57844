/** What a decision on who may act costs as agencies, people and delegations grow in number, as multiples of the same among ten agencies. */
import {
  type Actor,
  type Delegation,
  type Directory,
  directory,
  type InName,
  mayAct,
  parseDirectoryData,
  regionOn,
  roleFilled
} from "@banfa/core/agency"
import { addDays, type CivilDate } from "@banfa/core/civil"
import * as Result from "effect/Result"
import { print, ratios } from "./ratios.ts"

const begin = "2020-01-01" as CivilDate
const on = "2026-03-02" as CivilDate
/** The regions of Guangdong that stand on the day. */
const regions = Array.from({ length: 5400 }, (_, i) => String(440_000 + i)).filter((code) => regionOn(code, on))

interface World {
  readonly directory: Directory
  readonly delegations: ReadonlyArray<Delegation>
  readonly allowed: ReadonlyArray<readonly [Actor, InName]>
  readonly denied: ReadonlyArray<readonly [Actor, InName]>
}

const regionOf = (i: number) => regions[i % regions.length] ?? "440100"

/** So many agencies, each an organ for which two people act: one by a post in it, one in the next agency by a delegation of it. */
const worldOf = (count: number): World => {
  const ids = Array.from({ length: count }, (_, i) => `agency-${i}`)
  const data = Result.getOrThrow(
    parseDirectoryData({
      version: `bench-${count}`,
      agencies: ids.map((id, i) => ({ id, name: { zh: `${id}（示例）` }, region: regionOf(i) })),
      holdings: ids.map((agency, i) => ({ agency, office: "organ", region: regionOf(i), from: begin })),
      successions: []
    })
  )
  const delegations = ids.map(
    (from, i): Delegation => ({
      id: `delegation-${i}`,
      from,
      to: { agency: `agency-${(i + 1) % count}` },
      offices: ["organ"],
      on: begin,
      until: addDays(on, 30)
    })
  )
  const posted = (i: number, until?: CivilDate): Actor => ({
    person: `person-${i}`,
    posts: [
      { agency: `agency-${i % count}`, offices: ["organ"], from: begin, ...(until === undefined ? {} : { until }) }
    ]
  })
  const act = (i: number, region = regionOf(i)): InName => ({ agency: `agency-${i}`, roles: ["organ.any"], region, on })
  const tried = Array.from({ length: 50 }, (_, n) => Math.floor((n * count) / 50))
  return {
    directory: Result.getOrThrow(directory(data)),
    delegations,
    allowed: tried.flatMap((i) => [[posted(i), act(i)] as const, [posted(i + 1), act(i)] as const]),
    denied: tried.flatMap((i) => [
      [posted(i, addDays(on, -1)), act(i)] as const,
      [posted(i), act(i, regionOf(i + 1))] as const
    ])
  }
}

const decided = ({ delegations, directory: of }: World, all: World["allowed"]): number => {
  let allowed = 0
  for (const [actor, act] of all) if (mayAct(of, delegations, actor, act)._tag === "Competent") allowed++
  return allowed
}

const agencyOnly = ({ directory: of }: World, all: World["allowed"]): number => {
  let filled = 0
  for (const [, { agency, on: day, region, roles }] of all)
    if (typeof roleFilled(of, agency, roles, region, day) === "string") filled++
  return filled
}

/** Decisions on who may act, among 10 to 100,000 agencies. */
export const competenceAsItGrows = async (): Promise<void> => {
  const worlds = [10, 100, 1000, 10_000, 100_000].map((count) => [count, worldOf(count)] as const)
  for (const [count, world] of worlds) {
    const counts = [decided(world, world.allowed), decided(world, world.denied), agencyOnly(world, world.allowed)]
    if (counts.join() !== "100,0,100") throw new Error(`${count} agencies are decided on otherwise: ${counts.join()}`)
  }
  print(
    "Who may act, 100 decisions that allow, as agencies, people and delegations grow in number",
    await ratios(
      Object.fromEntries(worlds.map(([count, world]) => [`${count} agencies`, () => decided(world, world.allowed)]))
    )
  )
  print(
    "The same, 100 decisions that deny, with every reason",
    await ratios(
      Object.fromEntries(worlds.map(([count, world]) => [`${count} agencies`, () => decided(world, world.denied)]))
    )
  )
  print(
    "Who may act, among 100,000 agencies, to whether the agency may alone",
    await ratios(
      Object.fromEntries(
        worlds.slice(-1).flatMap(([, world]) => [
          ["the agency alone", () => agencyOnly(world, world.allowed)],
          ["agency and person", () => decided(world, world.allowed)]
        ])
      )
    )
  )
}
