import { describe, expect, it } from "vitest"
import { docketOver, failedWith, inProject, memory, value } from "./fixture.ts"

const at = { asOf: "2026-03-31" }

/** What a caller without types may hand in. */
const any = (given: unknown): never => given as never

const queries = [
  [{ bearer: 1 }, "bearer"],
  [{ role: "mayor" }, "role 没有这一角色"],
  [{ subject: "projects" }, "subject"],
  [{ status: ["Late"] }, "status.0"],
  [{ due: { from: "2026-02-30" } }, "due.from"],
  [{ until: "2026-03-01" }, "until"],
  [null, "所问义务不能识别"],
  ["health", "所问义务不能识别"]
] as const

describe("a question narrowed by what cannot be understood is refused in both languages, with the place:", () => {
  it.each(queries)("which duties, %j", async (query, place) => {
    const docket = await docketOver(memory())
    for (const answer of [docket.owed(any(query), at), docket.dutyList([inProject()], any(query), at)]) {
      const { text } = failedWith(await answer, "InvalidQuestion")
      expect(text.zh).toContain(place)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it.each([
    [{ arose: { until: "2026-13-01" } }, "arose.until"],
    [{ subject: "" }, "subject"],
    [{ role: "organ.any" }, "role"]
  ])("which inspection, %j", async (scope, place) => {
    const docket = await docketOver(memory())
    const { text } = failedWith(await docket.inspect([inProject()], any(scope), at), "InvalidQuestion")
    expect([text.zh, text.en]).toEqual([expect.stringContaining(place), expect.stringContaining(place)])
  })

  it.each([
    [{ limit: 0 }, "limit"],
    [{ limit: 1.5 }, "limit"],
    [{ limit: "10" }, "limit"],
    [{ after: "P1" }, "after"],
    [{ subject: "toString" }, "subject"]
  ])("which cases, %j", async (lookup, place) => {
    const docket = await docketOver(memory())
    const { text } = failedWith(await docket.cases(any(lookup)), "InvalidQuestion")
    expect([text.zh, text.en]).toEqual([expect.stringContaining(place), expect.stringContaining(place)])
  })

  it.each([0, -1, Number.NaN, "all", null])("how many messages, %j", async (limit) => {
    const docket = await docketOver(memory())
    failedWith(await docket.waiting(any(limit)), "InvalidQuestion")
  })

  it.each(["m1", [1], null])("which messages were told, %j", async (ids) => {
    const docket = await docketOver(memory())
    failedWith(await docket.told(any(ids)), "InvalidQuestion")
  })
})

it("what is left out or undefined does not narrow a question", async () => {
  const docket = await docketOver(memory())
  const query = { bearer: undefined, role: undefined, due: { from: undefined }, status: [] }
  expect(value(await docket.dutyList([inProject()], query, at)).rows).toEqual([])
  expect(value(await docket.inspect([inProject()], { arose: undefined, region: "440100" }, at)).items).toEqual([])
})
