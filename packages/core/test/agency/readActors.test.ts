import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import type { ActorsInvalid } from "../../src/agency/ActorsInvalid.ts"
import { readActors, readDelegations } from "../../src/agency/readActors.ts"
import { lookAlikes } from "./lookAlikes.ts"
import { build, guangdong } from "./sampleDirectory.ts"

const directory = build(guangdong)

const chen = {
  person: "chen",
  name: { zh: "陈某", en: "Chen" },
  posts: [
    { agency: "gz-info", title: "处长", offices: "all", from: "2024-01-01", source: "穗信任〔2024〕3号" },
    { agency: "gz-health", offices: ["organ"], from: "2023-01-01", until: "2023-12-31", acting: true }
  ]
}
const entrusted = {
  id: "d1",
  from: "gz-info",
  to: { agency: "gz-health" },
  offices: ["info"],
  on: "2026-01-01",
  until: "2026-12-31"
}

const findings = <A>(read: Result.Result<A, ActorsInvalid>) => {
  const error = Result.getOrThrow(Result.flip(read))
  for (const { en, zh } of error.findings) {
    expect(zh, zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/[a-z]/u)
    expect(error.text.zh).toContain(zh)
    expect(error.text.en).toContain(en)
  }
  return error.findings.map(({ at, kind }) => `${kind} ${at}`)
}

const people = (...input: ReadonlyArray<unknown>) => readActors(directory, input)
const withPost = (post: object) => people({ ...chen, posts: [{ ...chen.posts[0], ...post }] })
const delegations = (...input: ReadonlyArray<unknown>) => readDelegations(directory, input)

describe("reading people", () => {
  it("gives back what a host wrote", () => {
    expect(Result.getOrThrow(people(chen, { person: "李", posts: [] }))).toEqual([chen, { person: "李", posts: [] }])
  })

  it.each([null, undefined, 1, "chen", {}, chen])("refuses %j, which is no list", (input) => {
    expect(findings(readActors(directory, input))).toEqual(["Malformed "])
  })

  it("names everything that is malformed, each with its place", () => {
    const wrong = {
      person: "chen\n",
      name: { zh: "陈某" },
      posts: [
        { agency: "gz-info", offices: ["mayor"], from: "2024-02-30" },
        { agency: "", offices: [], from: "2024-01-01", until: null }
      ]
    }
    const found = findings(people(chen, wrong, null))
    for (const at of ["1.person", "1.name.en", "1.posts.0.from", "1.posts.1.agency", "1.posts.1.until", "2"])
      expect(found).toContain(`Malformed ${at}`)
    expect(found.some((one) => one.startsWith("Malformed 1.posts.0.offices"))).toBe(true)
    expect(found.some((one) => one.startsWith("Malformed 1.posts.1.offices"))).toBe(true)
  })

  it("refuses a misspelt key, which would make a post without an end of one that has one", () => {
    expect(findings(withPost({ untill: "2024-12-31" }))).toEqual(["Malformed 0.posts.0.untill"])
  })

  it("refuses a post for the time being of which no end is stated", () => {
    expect(findings(withPost({ acting: true }))).toEqual(["ActingWithoutEnd 0.posts.0.until"])
    expect(Result.isSuccess(withPost({ acting: true, until: "2026-06-30" }))).toBe(true)
  })

  it("refuses a post that ends before it begins, and a person who is listed twice", () => {
    expect(findings(withPost({ until: "2023-12-31" }))).toEqual(["EndsBeforeItBegins 0.posts.0.until"])
    expect(findings(people(chen, chen))).toEqual(["DuplicatePerson 1.person"])
  })

  it("refuses an agency that the directory does not know", () => {
    expect(findings(withPost({ agency: "elsewhere" }))).toEqual(["UnknownAgency 0.posts.0.agency"])
  })

  it.each(lookAlikes("gz-info"))("tells an agency from one that only looks like it: %s", (how, id) => {
    const kind = how === "a NUL behind it" ? "Malformed" : "ResemblesAgency"
    const read = withPost({ agency: id })
    expect(findings(read)).toEqual([`${kind} 0.posts.0.agency`])
    if (kind === "ResemblesAgency") expect(Result.getOrThrow(Result.flip(read)).text.zh).toContain("形似“gz-info”")
  })

  it("takes 1,000 posts and no more, and 100,000 people and no more", () => {
    const posts = Array.from({ length: 1001 }, () => chen.posts[0])
    expect(findings(people({ ...chen, posts }))).toEqual(["Malformed 0.posts"])
    expect(Result.isSuccess(people({ ...chen, posts: posts.slice(1) }))).toBe(true)
    expect(findings(readActors(directory, new Array(100_001).fill(null)))).toEqual(["TooMany "])
  })

  it("bounds the id of a person at 190 characters, none of them a control character or half a pair", () => {
    const named = (person: string) => Result.isSuccess(people({ ...chen, person }))
    expect([named("人".repeat(190)), named("人".repeat(191)), named(""), named("a\0"), named("a\ud800")]).toEqual([
      true,
      false,
      false,
      false,
      false
    ])
  })
})

describe("reading delegations", () => {
  it("gives back what a host wrote", () => {
    const onward = { ...entrusted, onward: true, source: "穗信委〔2026〕1号" }
    const passedOn = { ...entrusted, id: "d2", from: "gz-health", to: { person: "chen" }, of: "d1" }
    expect(Result.getOrThrow(delegations(onward, passedOn))).toEqual([onward, passedOn])
  })

  it("refuses one without an end, without an office, or to nobody in particular", () => {
    const { until: _, ...endless } = entrusted
    expect(findings(delegations(endless))).toEqual(["Malformed 0.until"])
    expect(findings(delegations({ ...entrusted, offices: [] }))[0]).toMatch(/^Malformed 0\.offices/)
    expect(findings(delegations({ ...entrusted, offices: "all" }))[0]).toMatch(/^Malformed 0\.offices/)
    for (const to of [{}, { agency: "gz-health", person: "chen" }, null, "gz-health"])
      expect(findings(delegations({ ...entrusted, to }))[0]).toMatch(/^Malformed 0\.to/)
  })

  it("refuses repeated ids, unknown agencies and those that look like one, and an agency that entrusts itself", () => {
    expect(findings(delegations(entrusted, entrusted))).toEqual(["DuplicateDelegation 1.id"])
    expect(findings(delegations({ ...entrusted, from: "elsewhere", to: { agency: "gz-hea1th" } }))).toEqual([
      "UnknownAgency 0.from",
      "UnknownAgency 0.to.agency"
    ])
    expect(findings(delegations({ ...entrusted, to: { agency: "ｇｚ-health" } }))).toEqual([
      "ResemblesAgency 0.to.agency"
    ])
    expect(findings(delegations({ ...entrusted, to: { agency: "gz-info" } }))).toEqual(["EntrustsItself 0.to.agency"])
    expect(findings(delegations({ ...entrusted, until: "2025-12-31" }))).toEqual(["EndsBeforeItBegins 0.until"])
  })

  it("refuses what is passed on although it must not be, by whoever was not entrusted, from nowhere or in a circle", () => {
    const second = { ...entrusted, id: "d2", from: "gz-health", to: { agency: "sz-info" }, of: "d1" }
    expect(findings(delegations(entrusted, second))).toEqual(["NotOnward 1.of"])
    const onward = { ...entrusted, onward: true }
    expect(findings(delegations(onward, { ...second, from: "prov-info" }))).toEqual(["NotOfWhomIsEntrusted 1.of"])
    expect(findings(delegations({ ...onward, to: { person: "gz-health" } }, second))).toEqual([
      "NotOfWhomIsEntrusted 1.of"
    ])
    expect(findings(delegations(second))).toEqual(["UnknownDelegation 0.of"])
    const circle = [
      { ...onward, of: "d2" },
      { ...second, to: { agency: "gz-info" }, onward: true }
    ]
    expect(findings(delegations(...circle))).toEqual(["CircularDelegation 0.of", "CircularDelegation 1.of"])
  })
})
