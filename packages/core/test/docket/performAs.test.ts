import { agencies } from "@banfa/testing/project"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { Actor, Delegation, Post } from "../../src/agency/Actor.ts"
import { type Directory as AgencyDirectory, directory as build } from "../../src/agency/Directory.ts"
import { parseDirectoryData } from "../../src/agency/DirectorySchema.ts"
import { Deployment, Docket, spokenForText } from "../../src/docket/index.ts"
import { Directory } from "../../src/port/Directory.ts"
import { EventStore } from "../../src/port/EventStore.ts"
import { WorkingCalendar } from "../../src/port/WorkingCalendar.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { lookAlikes } from "../agency/lookAlikes.ts"
import { day } from "../agency/sampleDirectory.ts"
import { sample } from "../law/Law.ts"
import { of, resource } from "./cases.ts"
import {
  type AnyAnswer,
  act,
  command,
  docketOver,
  failedWith,
  held,
  inProject,
  memory,
  type Sent,
  upToDecision,
  upToOpinion,
  value
} from "./fixture.ts"
import { meeting } from "./meeting.ts"

const at = "2026-03-30T02:00:00Z"

const post = (agency: string, more: Partial<Post> = {}): Post => ({
  agency,
  offices: "all",
  from: day("2020-01-01"),
  ...more
})

const actor = (...posts: ReadonlyArray<Post>): Actor => ({
  person: "p-chen",
  name: { zh: "陈某", en: "Chen" },
  posts
})

/** What a person sends. */
const sent = (id: string, facts: ReadonlyArray<unknown>, on = at) => ({ command: id, at: on, facts })

const prepared = async (
  facts: ReadonlyArray<Sent> = upToDecision(),
  options: Parameters<typeof docketOver>[1] = {}
) => {
  const store = memory()
  const docket = await docketOver(store, options)
  if (facts.length > 0) value(await docket.record(command("story", facts, "2026-03-25T01:00:00Z")))
  return { docket, store, before: await held(store) }
}

const entrusted = (from: string, to: Delegation["to"], more: Partial<Delegation> = {}): Delegation => ({
  id: `d-${from}`,
  from,
  to,
  offices: ["investment"],
  on: day("2026-03-01"),
  until: day("2026-03-31"),
  ...more
})

/** The error of who may not speak for an agency: it says so of every fact, and in both languages. */
const notEntitled = (answer: AnyAnswer) => {
  const error = failedWith(answer, "NotEntitled")
  for (const { reasons } of error.facts)
    for (const reason of reasons) {
      expect(error.text.zh).toContain(reason.zh)
      expect(error.text.en).toContain(reason.en)
    }
  return error
}

const obstacles = (answer: AnyAnswer) =>
  notEntitled(answer).facts.map(({ agency, as, index, obstacles: found }) => [
    index,
    as,
    agency,
    ...found.map(({ _tag }) => _tag)
  ])

describe("acts of a person who speaks for the agency", () => {
  it("are stored under the person, with the post that lets the person speak for it", async () => {
    const { docket, store } = await prepared()
    const chen = actor(post("drc", { title: "投资处处长", source: "穗发改任〔2020〕2号" }))
    const done = value(await docket.performAs(chen, sent("yes", [act.approved()])))
    expect(done.advice.outcome).toBe("Allowed")
    expect(done.spokenFor).toEqual([
      { fact: "yes/1", as: "by", agency: "drc", standing: { _tag: "Post", post: chen.posts[0] }, on: "2026-03-30" }
    ])
    expect((await held(store)).at(-1)).toMatchObject({ data: { by: "drc", recordedBy: "p-chen" } })
    expect(done.spokenFor.map((one) => spokenForText(sample, one))).toEqual([
      {
        zh: "以drc（示例）的名义，2026年3月30日持有在drc（示例）的职务“投资处处长”（依据：穗发改任〔2020〕2号）",
        en: 'in the name of drc (sample), holding, on 2026-03-30, the post "投资处处长" in drc (sample) (according to 穗发改任〔2020〕2号)'
      }
    ])
  })

  it("need no recorder, and a person who is a recorder needs a post all the same", async () => {
    const { before, docket, store } = await prepared(undefined, { recorders: [{ id: "clerk" }, { id: "p-chen" }] })
    expect(obstacles(await docket.performAs(actor(), sent("x", [act.approved()])))).toEqual([
      [0, "by", "drc", "NoPost"]
    ])
    expect(await held(store)).toEqual(before)
  })

  it("are refused to whom the agency does not know: what is missing is said by name, and nothing is stored", async () => {
    const { before, docket, store } = await prepared()
    const error = notEntitled(await docket.performAs(actor(post("info")), sent("x", [act.approved()])))
    expect([error.actor.person, error.on]).toEqual(["p-chen", "2026-03-30"])
    expect(error.text).toEqual({
      zh: "不得以有关机构的名义录入，未存入任何内容：[0] 陈某（p-chen）在drc（示例）没有职务，也没有受其委托。",
      en: "these facts may not be entered in the name of the agencies; nothing was stored: [0] Chen (p-chen) holds no post in drc (sample) and is not entrusted by it."
    })
    expect(await held(store)).toEqual(before)
  })

  it("list every fact that somebody may not enter, all or none", async () => {
    const { before, docket, store } = await prepared(upToOpinion().slice(0, 1))
    const facts = [act.applied("2026-03-26"), act.requested("2026-03-27"), act.given("2026-03-28")]
    expect(obstacles(await docket.performAs(actor(post("drc")), sent("x", facts)))).toEqual([
      [0, "by", "health", "NoPost"],
      [2, "by", "info", "NoPost"]
    ])
    expect(await held(store)).toEqual(before)
    const all = actor(post("drc"), post("health"), post("info"))
    expect(value(await docket.performAs(all, sent("x", facts))).spokenFor.map(({ agency }) => agency)).toEqual([
      "health",
      "drc",
      "info"
    ])
  })

  it("of an agency that is not competent are refused by the advice, whoever speaks for it", async () => {
    const { before, docket, store } = await prepared()
    // the authority of the county instead of that of the city
    const county = { ...act.approved(), by: "c-drc" }
    const refused = failedWith(await docket.performAs(actor(post("c-drc")), sent("x", [county])), "Refused")
    expect(refused.advice.reasons.map(({ _tag }) => _tag)).toContain("Competence")
    expect(await held(store)).toEqual(before)
  })

  it("are of the post's offices: of an act that may be done in one of two roles the first counts in which the agency is competent", async () => {
    const { docket } = await prepared()
    const post1 = post("drc", { offices: ["organ"] })
    expect(obstacles(await docket.performAs(actor(post1), sent("x", [act.approved()])))).toEqual([
      [0, "by", "drc", "PostNotForOffice"]
    ])
    const done = await docket.performAs(actor(post("drc", { offices: ["investment"] })), sent("x", [act.approved()]))
    expect(value(done).advice.outcome).toBe("Allowed")
  })

  it("are answered once: a retry gets the same, and another person with the same command is told that it was used", async () => {
    const { docket, store } = await prepared()
    const chen = actor(post("drc"))
    const done = value(await docket.performAs(chen, sent("yes", [act.approved()])))
    const stored = await held(store)
    expect(value(await docket.performAs(chen, sent("yes", [act.approved()])))).toEqual(done)
    const other = { ...chen, person: "p-li" }
    failedWith(await docket.performAs(other, sent("yes", [act.approved()])), "CommandReused")
    expect(await held(store)).toEqual(stored)
  })

  it("are decided again when another writer came first", async () => {
    const store = memory()
    value(await (await docketOver(store)).record(command("story", upToDecision(), "2026-03-25T01:00:00Z")))
    const { conflicts, raced } = meeting(store, 2)
    const [one, other] = [await docketOver(raced), await docketOver(raced)]
    const answers = await Promise.all([
      one.performAs(actor(post("drc")), sent("yes", [act.approved()])),
      other.performAs(actor(post("health")), sent("back", [act.withdrawn()]))
    ])
    expect(conflicts).toHaveLength(1)
    for (const answer of answers) expect(value(answer).spokenFor).toHaveLength(1)
  })

  it("are entered by the person: a command that names somebody else is refused", async () => {
    const { before, docket, store } = await prepared()
    const chen = actor(post("drc"))
    failedWith(await docket.performAs(chen, command("x", [act.approved()], at, "p-li")), "InvalidCommand")
    expect(await held(store)).toEqual(before)
    value(await docket.performAs(chen, command("x", [act.approved()], at, "p-chen")))
  })

  it("are of a person: a host that hands in something else is told so, and nothing is stored", async () => {
    const { before, docket, store } = await prepared()
    const posts = (more: object) => ({ person: "p-chen", posts: [{ ...post("drc"), ...more }] })
    for (const nobody of [
      null,
      undefined,
      "p-chen",
      {},
      { person: "p-chen" },
      { person: "", posts: [] },
      { person: "p\0", posts: [] },
      posts({ from: "2026-13-01" }),
      posts({ until: "~" }),
      posts({ until: null }),
      posts({ offices: "*" }),
      posts({ offices: ["mayor"] })
    ])
      failedWith(await docket.performAs(nobody as unknown as Actor, sent("x", [act.approved()])), "InvalidCommand")
    expect(await held(store)).toEqual(before)
    const stated = posts({ until: undefined, acting: undefined }) as unknown as Actor
    value(await docket.performAs(stated, sent("x", [act.approved()])))
  })

  it("are about one case at a time, and malformed ones are told as such", async () => {
    const { docket } = await prepared()
    const chen = actor(post("drc"), post("health"))
    const two = [act.approved(), act.drafted("2026-03-30", "P2")]
    failedWith(await docket.performAs(chen, sent("x", two)), "InvalidCommand")
    failedWith(await docket.performAs(chen, sent("x", [{ _tag: "Approved" }])), "InvalidEvents")
    failedWith(await docket.performAs(chen, sent("x", [act.approved()], "yesterday")), "InvalidCommand")
  })
})

describe("the day on which a person acts", () => {
  it("is the civil day of entry in Asia/Shanghai: a post that ended yesterday lets nobody act, also for an act of yesterday", async () => {
    const { before, docket, store } = await prepared()
    const left = actor(post("drc", { until: day("2026-03-29") }))
    // 2026-03-29T16:00Z is the first moment of 30 March in Shanghai
    const midnight = sent("x", [act.approved("2026-03-29")], "2026-03-29T16:00:00Z")
    expect(obstacles(await docket.performAs(left, midnight))).toEqual([[0, "by", "drc", "PostOver"]])
    expect(await held(store)).toEqual(before)
    const eve = sent("x", [act.approved("2026-03-29")], "2026-03-29T15:59:59Z")
    expect(value(await docket.performAs(left, eve)).advice.outcome).toBe("Allowed")
  })

  it("needs the post, and the day of the act the agency's competence: whoever came later may enter what was done before", async () => {
    const { docket } = await prepared(upToOpinion().slice(0, 2))
    const came = actor(post("drc", { from: day("2026-03-30") }))
    expect(value(await docket.performAs(came, sent("x", [act.requested("2026-03-26")]))).advice.outcome).toBe("Allowed")
    // before 1 March another agency held the office
    const early = { ...act.requested("2026-02-27", "R2") }
    failedWith(await docket.performAs(came, sent("y", [early])), "Refused")
  })

  it("of an act of a later day is both days", async () => {
    const { docket } = await prepared()
    const leaving = actor(post("drc", { until: day("2026-03-30") }))
    expect(obstacles(await docket.recordAs(leaving, sent("x", [act.approved("2026-03-31")])))).toEqual([
      [0, "by", "drc", "PostOver"]
    ])
  })

  it("is no day to come, in whosever name the act is", async () => {
    const { docket } = await prepared()
    const sending = sent("x", [act.approved("2026-03-31")])
    const findings = [{ index: 0, path: "on" }]
    expect(failedWith(await docket.performAs(actor(post("drc")), sending), "InvalidEvents")).toMatchObject({ findings })
    expect(failedWith(await docket.perform({ ...sending, by: "drc" }), "InvalidEvents")).toMatchObject({ findings })
    expect(value(await docket.recordAs(actor(post("drc")), sending)).receipt).toBeDefined()
  })

  it("lets nobody act by a post for the time being that is over or has no end", async () => {
    const { docket } = await prepared()
    const acting = (more: Partial<Post>) => actor(post("drc", { acting: true, ...more }))
    const sending = sent("x", [act.approved()])
    expect(obstacles(await docket.performAs(acting({ until: day("2026-03-29") }), sending))[0]?.[3]).toBe("PostOver")
    expect(obstacles(await docket.performAs(acting({}), sending))[0]?.[3]).toBe("ActingWithoutEnd")
    value(await docket.performAs(acting({ until: day("2026-03-30") }), sending))
  })
})

describe("delegations", () => {
  const company = actor(post("company"))

  it("let people act in the name of who entrusts them, from the first day to the last", async () => {
    const delegation = entrusted("drc", { agency: "company" })
    const on = async (d: string, delegations: ReadonlyArray<Delegation> = [delegation]) => {
      const { docket } = await prepared(undefined, { delegations })
      return docket.performAs(company, sent("x", [act.approved()], `${d}T02:00:00Z`))
    }
    expect(value(await on("2026-03-31")).spokenFor).toMatchObject([
      { agency: "drc", standing: { _tag: "Delegation", delegations: [delegation] } }
    ])
    // the delegation of the day before
    expect(obstacles(await on("2026-04-01"))).toEqual([[0, "by", "drc", "DelegationOver"]])
    expect(obstacles(await on("2026-03-31", []))).toEqual([[0, "by", "drc", "NoPost"]])
    expect(obstacles(await on("2026-03-31", [entrusted("info", { agency: "company" })]))).toEqual([
      [0, "by", "drc", "NoPost"]
    ])
    expect(obstacles(await on("2026-03-31", [entrusted("drc", { agency: "company" }, { offices: ["info"] })]))).toEqual(
      [[0, "by", "drc", "DelegationNotForOffice"]]
    )
  })

  it("give nothing that the entrusting agency does not hold itself", async () => {
    const { docket } = await prepared(undefined, { delegations: [entrusted("c-drc", { agency: "company" })] })
    failedWith(await docket.performAs(company, sent("x", [{ ...act.approved(), by: "c-drc" }])), "Refused")
  })

  it("are asked for every command, so that one that was taken back counts no longer", async () => {
    let delegations: ReadonlyArray<Delegation> = [entrusted("drc", { person: "p-chen" })]
    const { docket, store } = await prepared(undefined, { delegations: () => Promise.resolve(delegations) })
    value(await docket.performAs(actor(), sent("x", [act.rejected()])))
    const before = await held(store)
    delegations = []
    expect(obstacles(await docket.performAs(actor(), sent("y", [act.approved()])))).toEqual([
      [0, "by", "drc", "NoPost"]
    ])
    expect(await held(store)).toEqual(before)
  })

  it("that cannot be asked for let nobody act meanwhile", async () => {
    for (const delegations of [
      () => Promise.reject(new Error("gone")),
      () => {
        throw new Error("gone")
      }
    ]) {
      const { before, docket, store } = await prepared(undefined, { delegations })
      const error = failedWith(
        await docket.performAs(actor(post("drc")), sent("x", [act.approved()])),
        "StorageUnavailable"
      )
      expect(error.operation).toBe("delegations")
      expect(await held(store)).toEqual(before)
    }
  })
})

describe("an agency that is written almost as another", () => {
  it.each(lookAlikes("drc").filter(([how]) => how !== "a NUL behind it"))("is not that one: %s", async (_, id) => {
    const { before, docket, store } = await prepared()
    const imitation = { ...act.approved(), by: id }
    // a post in the right agency does not let anybody speak for the imitation
    expect(obstacles(await docket.performAs(actor(post("drc")), sent("x", [imitation])))).toEqual([
      [0, "by", id, "NoPost"]
    ])
    // a post in the imitation does not let anybody speak for the right one
    expect(obstacles(await docket.performAs(actor(post(id)), sent("x", [act.approved()])))).toEqual([
      [0, "by", "drc", "NoPost"]
    ])
    // a post in the imitation lets people speak for it, and nobody granted it anything
    failedWith(await docket.performAs(actor(post(id)), sent("x", [imitation])), "Refused")
    expect(await held(store)).toEqual(before)
  })
})

describe("facts that a person records", () => {
  it("are stored where the person speaks for the agency, also of several cases and whatever the law says of them", async () => {
    const store = memory()
    const docket = await docketOver(store)
    const nurse = actor(post("health"))
    const done = value(await docket.recordAs(nurse, sent("c", [act.drafted(), of.identified(), of.classified()])))
    expect(done.changes.map((one) => one.case)).toEqual([inProject(), resource()])
    expect(done.spokenFor.map(({ agency, fact }) => `${fact} ${agency}`)).toEqual([
      "c/1 health",
      "c/2 health",
      "c/3 health"
    ])
    // out of order and against the law, but what happened is recorded
    const unlawful = { ...act.approved("2026-03-29"), by: "c-drc" }
    value(await docket.recordAs(actor(post("c-drc")), sent("d", [unlawful])))
  })

  it("are refused in the name of other agencies, each with its place", async () => {
    const { before, docket, store } = await prepared(upToOpinion().slice(0, 1))
    const facts = [act.applied(), act.requested(), of.identified()]
    expect(obstacles(await docket.recordAs(actor(post("health")), sent("c", facts)))).toEqual([
      [1, "by", "drc", "NoPost"]
    ])
    expect(await held(store)).toEqual(before)
  })

  it("need an agency in whose name they are", async () => {
    const { docket } = await prepared()
    const { by: _, ...anonymous } = act.applied()
    const error = notEntitled(await docket.recordAs(actor(post("health")), sent("c", [anonymous])))
    expect(error.facts).toMatchObject([{ index: 0, agency: undefined, obstacles: [] }])
    expect(error.text.zh).toContain("未载明办理机关")
  })

  it("that say that others acted or signed too need a post in each, or its delegation", async () => {
    const { docket } = await prepared()
    const planned = (more: object): Sent => ({
      _tag: "AssessmentPlanned",
      project: "P1",
      on: "2026-03-26",
      assessment: "X-2",
      type: "ex-ante",
      application: "A1",
      by: "info",
      ...more
    })
    const clerk = actor(post("info"))
    expect(obstacles(await docket.recordAs(clerk, sent("c", [planned({ with: ["fin", "drc"] })])))).toEqual([
      [0, "with", "fin", "NoPost"],
      [0, "with", "drc", "NoPost"]
    ])
    const all = actor(post("info"), post("fin"), post("drc", { offices: ["organ"] }))
    expect(value(await docket.recordAs(all, sent("c", [planned({ with: ["fin", "drc"] })]))).spokenFor).toMatchObject([
      { as: "by", agency: "info" },
      { as: "with", agency: "fin" },
      { as: "with", agency: "drc" }
    ])
  })

  it("that take back or correct an entry of another agency need a post in that one too", async () => {
    const { before, docket, store } = await prepared()
    const retracted: Sent = { _tag: "Retracted", project: "P1", on: "2026-03-30", of: "story/2", by: "drc" }
    expect(obstacles(await docket.recordAs(actor(post("drc")), sent("c", [retracted])))).toEqual([
      [0, "of", "health", "NoPost"]
    ])
    const corrected = { ...act.requested("2026-03-13"), corrects: "story/2" }
    expect(obstacles(await docket.recordAs(actor(post("drc")), sent("c", [corrected])))).toEqual([
      [0, "of", "health", "NoPost"]
    ])
    expect(await held(store)).toEqual(before)
    const both = actor(post("drc"), post("health"))
    expect(value(await docket.recordAs(both, sent("c", [retracted]))).spokenFor.map(({ as }) => as)).toEqual([
      "by",
      "of"
    ])
  })

  it("of the same command are taken back only by whoever may", async () => {
    const { docket } = await prepared([])
    const drafted = { ...act.drafted(), id: "mine" }
    const back: Sent = { _tag: "Retracted", project: "P1", on: "2026-03-30", of: "mine", by: "drc" }
    expect(obstacles(await docket.recordAs(actor(post("drc")), sent("c", [drafted, back])))).toEqual([
      [0, "by", "health", "NoPost"],
      [1, "of", "health", "NoPost"]
    ])
  })
})

describe("a directory that changes while a docket is open", () => {
  it("is asked for every command: what it granted before counts no longer, and the answer names the version", async () => {
    const data = Result.getOrThrow(parseDirectoryData(agencies))
    const without = Result.getOrThrow(
      build({ ...data, version: "without", holdings: data.holdings.filter(({ agency }) => agency !== "drc") })
    )
    let now: AgencyDirectory = sample
    const programs = Docket.layer.pipe(
      Layer.provide(
        Layer.mergeAll(
          EventStore.layerMemory,
          Layer.succeed(Directory, Directory.of({ current: Effect.sync(() => now) })),
          WorkingCalendar.layerMemory(undefined),
          Layer.succeed(Deployment, Deployment.of({ profile: textOnly, recorders: [{ id: "clerk" }] }))
        )
      )
    )
    const outcome = await Effect.runPromise(
      Effect.gen(function* () {
        const docket = yield* Docket
        yield* docket.record(command("story", upToOpinion().slice(0, 2), "2026-03-25T01:00:00Z"))
        const chen = actor(post("drc"))
        const first = yield* docket.performAs(chen, sent("a", [act.requested("2026-03-26")]))
        now = without
        const second = yield* Effect.flip(docket.performAs(chen, sent("b", [act.requested("2026-03-27", "R2")])))
        return [first.advice.basis.directory, second._tag, second._tag === "Refused" && second.advice.basis.directory]
      }).pipe(Effect.provide(programs))
    )
    expect(outcome).toEqual(["sample-agencies-1", "Refused", "without"])
  })
})
