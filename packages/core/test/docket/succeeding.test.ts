import { describe, expect, it } from "vitest"
import type { Actor } from "../../src/agency/Actor.ts"
import { addDays } from "../../src/civil/CivilDate.ts"
import { day } from "../agency/sampleDirectory.ts"
import { sample } from "../law/Law.ts"
import { act, command, docketOver, failedWith, inProject, memory, upToOpinion, value } from "./fixture.ts"

/** In the sample directory `info-2` takes over from `info` on this day. */
const takeover = day("2026-09-01")
const eve = addDays(takeover, -1)
const at = (on: string) => `${on}T02:00:00Z`

const posted = (agency: string, until?: string): Actor => ({
  person: "p-chen",
  posts: [{ agency, offices: "all", from: day("2020-01-01"), ...(until === undefined ? {} : { until: day(until) }) }]
})

/** An opinion was asked for, and nobody has given it. */
const waiting = async () => {
  const docket = await docketOver(memory())
  value(await docket.record(command("story", upToOpinion().slice(0, 3), at("2026-03-25"))))
  return docket
}

const given = (by: string, on: string) => ({ ...act.given(on), by })

describe("an authority that another takes over", () => {
  it("hands its open duties on from that day: until then it is the one that owes, from then on the other (arts 4, 10)", async () => {
    const docket = await waiting()
    const bearers = async (asOf: string) =>
      value(await docket.duties(inProject(), { asOf }))
        .duties.filter(({ verdict }) => verdict.norm === "N10.3")
        .flatMap(({ bearers: all }) => all.map(({ agency }) => agency))
    expect([await bearers("2026-03-25"), await bearers(eve), await bearers(takeover)]).toEqual([
      ["info"],
      ["info"],
      ["info-2"]
    ])
    // asked again about the day before, after everything: it was the other's then
    expect(await bearers(eve)).toEqual(["info"])
    const owed = async (bearer: string, asOf: string) =>
      value(await docket.dutyList([inProject()], { bearer }, { asOf })).rows.filter(
        ({ verdict }) => verdict.norm === "N10.3"
      ).length
    expect([await owed("info", eve), await owed("info-2", eve)]).toEqual([1, 0])
    expect([await owed("info", takeover), await owed("info-2", takeover)]).toEqual([0, 1])
  })

  it("keeps what was found of it: what it did or failed to do stays its own, also years later (arts 4, 35)", async () => {
    const docket = await waiting()
    value(await docket.record(command("late", [{ ...given("info", "2026-08-20"), plan: null }], at("2026-08-20"))))
    const found = async (asOf: string) => {
      const { items } = value(await docket.inspect([inProject()], {}, { asOf }))
      return items.map(({ bearers, severity, verdicts }) => [
        severity,
        ...verdicts.map(({ norm }) => norm),
        ...bearers.map(({ agency }) => agency)
      ])
    }
    const ofInfo = (all: Awaited<ReturnType<typeof found>>) => all.filter((row) => row.includes("info"))
    const then = await found(eve)
    expect(ofInfo(then).length).toBeGreaterThan(0)
    expect(ofInfo(await found("2028-01-01"))).toEqual(ofInfo(then))
  })

  it("is spoken for by its people until the day before; from that day on by whoever has a post in the other (art. 10)", async () => {
    const docket = await waiting()
    const giving = (who: Actor, by: string, on: string) =>
      docket.performAs(who, { command: `${who.posts[0]?.agency}-${by}-${on}`, at: at(on), facts: [given(by, on)] })
    const stayed = posted("info")
    // who stayed in the old one can do nothing from the day on, in either name
    failedWith(await giving(stayed, "info", takeover), "Refused")
    const refused = failedWith(await giving(stayed, "info-2", takeover), "NotEntitled")
    expect(refused.facts[0].obstacles).toMatchObject([{ _tag: "PostInPredecessor" }])
    expect(refused.text.zh).toContain("转任后须载明新的职务")
    // who has a post in the new one can do nothing before it, in either name
    failedWith(await giving(posted("info-2"), "info-2", eve), "Refused")
    failedWith(await giving(posted("info-2"), "info", eve), "NotEntitled")
    const done = value(await giving(posted("info-2"), "info-2", takeover))
    expect(done.spokenFor).toMatchObject([{ agency: "info-2" }])
    expect(sample.successorOn("info", takeover)).toBe("info-2")
  })
})
