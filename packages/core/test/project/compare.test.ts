import { histories } from "@banfa/testing/project"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { compose, reading, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { compare } from "../../src/project/compare.ts"
import { fold, type Project } from "../../src/project/index.ts"
import { amended, regulation } from "../../src/regulation/index.ts"
import { agencies, facts } from "../explanation/sample.ts"
import { asked, onDay } from "../law/Law.ts"

const day = (text: string): CivilDate => text as CivilDate
const project = fold(
  "P1",
  facts.map((e) => (e._tag === "Approved" ? { ...e, builder: "company" } : e))
)
const question = { asOf: day("2026-08-01"), directory: agencies }
const sample = Result.getOrThrow(compose(textOnly, sampleLayer))

describe("comparing profiles", () => {
  test("shows the duties that move from the construction unit to the organ under another reading, without a change of status (art. 12, A12e)", () => {
    const { byBearer, byNorm, cases, differences, total } = compare(
      textOnly,
      reading(textOnly, "A12e", "organ"),
      [project],
      question
    )
    expect(differences.readings).toEqual([{ id: "A12e", before: { option: "named" }, after: { option: "organ" } }])
    expect([total.changes, total.changedBearers, total.newDuties, total.transitions]).toEqual([6, 6, 0, []])
    expect(byNorm.map(({ changedBearers, norm }) => [norm, changedBearers])).toEqual([
      ["N12.1", 3],
      ["N12.2", 3]
    ])
    expect(
      byBearer.map(({ agency, newDuties, role, vanishedDuties }) => [role, agency, newDuties, vanishedDuties])
    ).toEqual([
      ["builder", "company", 0, 4],
      ["builder", "health", 4, 0]
    ])
    expect(cases.map(({ changes, region, subject }) => [subject, region, changes.length])).toEqual([
      ["P1", "440100", 6]
    ])
  })

  test("shows the days that a document would fix, with the document, and what is late by them (arts 11 and 12)", () => {
    const { basis, byNorm, differences, total } = compare(textOnly, sample, [project], question)
    expect(byNorm.find(({ norm }) => norm === "N11.1")?.transitions).toEqual([
      { from: "DueUnspecified", to: "Overdue", count: 1 }
    ])
    expect(total.changedDays).toBeGreaterThan(0)
    expect(differences.layers).toEqual({ before: [], after: ["sample@1"] })
    const filing = differences.parameters.find(({ id }) => id === "investmentFiling.within")
    expect([filing?.before, filing?.after]).toEqual([
      [],
      [{ value: 30, source: sampleLayer.source, from: "2005-02-04" }]
    ])
    expect([basis.before.profile, basis.after.profile]).toEqual(["text-only@1", "sample@1"])
  })

  test("takes its cases one after another, and keeps none of those that it hands over", () => {
    let alive = 0
    const seen: Array<string> = []
    const cases = function* (): Generator<Project> {
      for (let i = 0; i < 50; i++) {
        expect(seen.length).toBe(alive)
        alive++
        yield { ...project, id: `P${i}` }
      }
    }
    const said = compare(textOnly, sample, cases(), { ...question, each: ({ subject }) => seen.push(subject) })
    expect([said.asked, said.total.cases, said.cases, seen.length]).toEqual([50, 50, [], 50])
  })

  test("a layer that only names a document for a recommended reading differs in that, and changes no verdict", () => {
    const chosen = Result.getOrThrow(
      compose(textOnly, { ...sampleLayer, parameters: {}, readings: { A10a: "reference" } })
    )
    const { differences, total } = compare(textOnly, chosen, [project], question)
    expect(total.changes).toBe(0)
    expect(differences.readings).toEqual([
      { id: "A10a", before: { option: "reference" }, after: { option: "reference", source: sampleLayer.source } }
    ])
  })

  test("an amendment alone changes no verdict, and its articles are listed with the norms that still rest on the words of 2005", () => {
    const after = Result.getOrThrow(
      amended(regulation, {
        id: "sample-1",
        documentNumber: "示例〔2030〕1号",
        title: { zh: "示例修改", en: "a sample amendment" },
        effectiveFrom: day("2030-01-01"),
        source: "示例，非现行规定",
        articles: [{ article: 12, text: { zh: "第十二条（示例）", en: "Article 12 (a sample)" } }]
      })
    )
    const { profile: _, ...later } = asked(day("2031-01-01"), textOnly)
    const projects = fc.sample(histories, { numRuns: 20, seed: 1 }).map(({ events }) => onDay(events, later.asOf))
    const said = compare(textOnly, textOnly, projects, { ...later, texts: { before: regulation, after } })
    expect([said.asked, said.total.changes]).toEqual([20, 0])
    expect(said.differences.articles.map((d) => [d.article, d.in, d.amendment.id, d.norms])).toEqual([
      [12, "after", "sample-1", ["N12.1", "N12.2", "N12.3"]]
    ])
    const back = compare(textOnly, textOnly, [], { ...later, texts: { before: after, after: regulation } })
    expect(back.differences.articles.map((d) => d.in)).toEqual(["before"])
  })
})
