import { readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { isAssessmentEvent } from "../../src/assessment/Lifecycle.ts"
import { decodeFact } from "../../src/docket/facts.ts"
import { type Raises, raised, storedAs } from "../../src/docket/shapes.ts"
import { typeOf } from "../../src/docket/streams.ts"
import { caseSubjects, subjects } from "../../src/docket/subjects.ts"
import type { AppendRequest, JsonObject } from "../../src/port/EventStore.ts"
import { act, command, docketOver, failedWith, inProject, memory, P1, value } from "./fixture.ts"

interface Kept {
  readonly type: string
  readonly data: JsonObject
}

/** Facts as they were stored in each shape that ever was. Lines are added, by `scripts/keepShapes.ts`; none is ever changed. */
const kept: ReadonlyArray<Kept> = readFileSync(new URL("shapes.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line))

describe("what was ever stored can be read", () => {
  it.each(caseSubjects.map((subject) => [subject] as const))("of a %s", (subject) => {
    const own = kept.filter(
      ({ type }) => type.startsWith(`${subject}/`) || (subject === "project" && type.startsWith("assessment/"))
    )
    expect(own.length).toBeGreaterThan(0)
    for (const stored of own) {
      const data = Result.getOrThrow(raised(stored))
      const fact = Result.getOrThrowWith(
        decodeFact(data),
        (findings) => new Error(JSON.stringify({ stored, findings }))
      )
      expect(stored.type.replace(/@\d+$/u, "")).toBe(typeOf(fact))
      if (!stored.type.includes("@") && storedAs(stored.type) === stored.type) expect(fact).toEqual(stored.data)
    }
  })

  it("samples of every kind are kept in the shape of today", () => {
    const today = caseSubjects.flatMap((subject) =>
      subjects[subject].tags.map((tag) =>
        storedAs(`${subject === "project" && isAssessmentEvent({ _tag: tag }) ? "assessment" : subject}/${tag}`)
      )
    )
    const types = new Set(kept.map(({ type }) => type))
    expect(today.filter((type) => !types.has(type))).toEqual([])
  })
})

/** Applications as if their addressee had once been told as `addressee`, and once more in a list. */
const steps: Raises = {
  "project/Applied": [
    ({ addressee, ...rest }) => ({ ...rest, addressees: addressee === undefined ? [] : [addressee] }),
    ({ addressees, ...rest }) => {
      const [to] = addressees as ReadonlyArray<string>
      return to === undefined ? rest : { ...rest, to }
    }
  ]
}

describe("a kind of fact that changed its shape", () => {
  const today = { _tag: "Applied", id: "1", to: "drc" }

  it("is stored in the shape of today, with its number", () => {
    expect(storedAs("project/Applied", steps)).toBe("project/Applied@3")
    expect(storedAs("project/Drafted", steps)).toBe("project/Drafted")
  })

  it.each([
    ["the first", "project/Applied", { _tag: "Applied", id: "1", addressee: "drc" }],
    ["the second", "project/Applied@2", { _tag: "Applied", id: "1", addressees: ["drc"] }],
    ["the third", "project/Applied@3", today]
  ])("is raised from %s by the steps that lie ahead of it", (_, type, data) => {
    expect(Result.getOrThrow(raised({ type, data: data as JsonObject }, steps))).toEqual(today)
  })

  it.each([["project/Applied@4"], ["project/Drafted@2"], ["toString@2"], ["project/Applied@999999999"]])(
    "and from a shape that nobody knows here (%s) it is not read, and says why",
    (type) => {
      const { en, zh } = Result.getFailure(raised({ type, data: {} }, steps)).pipe((one) =>
        one._tag === "Some" ? one.value : { zh: "", en: "" }
      )
      expect(zh).toContain("较新的版本")
      expect(en).toContain("newer version")
    }
  )

  it("stops every question about its case with its place, and none about another", async () => {
    const store = memory()
    const docket = await docketOver(store)
    value(await docket.record(command("c", [act.drafted()])))
    const newer = {
      stream: `project/${P1}`,
      id: "newer",
      type: "project/Applied@2",
      data: {},
      recordedAt: "2026-03-10T01:00:00Z"
    }
    await Effect.runPromise(
      store.append({
        command: "newer",
        guards: [{ stream: newer.stream, version: 1 }],
        events: [newer]
      } as unknown as AppendRequest)
    )
    const error = failedWith(await docket.verdicts(inProject(), { asOf: "2026-03-31" }), "StoredFactUnreadable")
    expect(error.findings).toEqual([
      expect.objectContaining({ version: 2, en: expect.stringContaining("newer version") })
    ])
    value(await docket.record(command("d", [act.drafted("2026-03-02", "P2")])))
  })
})
