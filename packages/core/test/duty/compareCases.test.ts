import { histories } from "@banfa/testing/project"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Case, caseOf, compareCases } from "../../src/duty/index.ts"
import { compose, reading, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { fold, subject } from "../../src/project/index.ts"
import { amended, regulation } from "../../src/regulation/index.ts"
import { fold as agreed, subject as instruments } from "../../src/standard/index.ts"
import { agencies, facts } from "../explanation/sample.ts"
import { asked, onDay } from "../law/Law.ts"
import { drafted, issued, sample as province } from "../standard/story.ts"

const day = (text: string): CivilDate => text as CivilDate
const state = fold(
  "P1",
  facts.map((e) => (e._tag === "Approved" ? { ...e, builder: "company" } : e))
)
const project = caseOf(subject, state)
const question = { asOf: day("2026-08-01"), directory: agencies }
const sample = Result.getOrThrow(compose(textOnly, sampleLayer))

describe("comparing profiles", () => {
  test("shows the duties that move from the construction unit to the organ under another reading, without a change of status (art. 12, A12e)", () => {
    const { byBearer, byNorm, cases, differences, total } = compareCases(
      [project],
      { before: textOnly, after: reading(textOnly, "A12e", "organ") },
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
      ["builder", "company", 0, 6],
      ["builder", "health", 6, 0]
    ])
    expect(cases.map((one) => [one.subject, one.case, one.region, one.changes.length])).toEqual([
      ["project", "P1", "440100", 6]
    ])
  })

  test("of cases of several subjects is one answer, in which each case is named by its subject and its id (arts 12, 23)", () => {
    const after = reading(reading(textOnly, "A12e", "organ"), "A28c", "bilateral")
    const agreement = agreed("P1", [drafted("exchange-agreement"), issued({ by: "p-police", with: ["health"] })])
    const { asked, byNorm, bySubject, cases, total } = compareCases(
      [project, caseOf(instruments, agreement)],
      { before: textOnly, after },
      { ...question, directory: province }
    )
    expect([asked, total.cases, total.changes]).toEqual([2, 2, 7])
    expect(cases.map((one) => [one.subject, one.case, one.region, one.changes.length])).toEqual([
      ["project", "P1", "440100", 6],
      ["standard", "P1", "440000", 1]
    ])
    expect(bySubject.map(({ changedBearers, changes, subject }) => [subject, changes, changedBearers])).toEqual([
      ["project", 6, 6],
      ["standard", 1, 0]
    ])
    expect(byNorm.map(({ norm }) => norm)).toEqual(["N12.1", "N12.2", "N23.3"])
  })

  test("shows the days that a document would fix, with the document, and what is late by them (arts 11 and 12)", () => {
    const { basis, byNorm, differences, total } = compareCases([project], { before: textOnly, after: sample }, question)
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
    const cases = function* (): Generator<Case> {
      for (let i = 0; i < 50; i++) {
        expect(seen.length).toBe(alive)
        alive++
        yield caseOf(subject, { ...state, id: `P${i}` })
      }
    }
    const said = compareCases(
      cases(),
      { before: textOnly, after: sample },
      { ...question, each: (one) => seen.push(one.case) }
    )
    expect([said.asked, said.total.cases, said.cases, seen.length]).toEqual([50, 50, [], 50])
  })

  test("a layer that only names a document for a recommended reading differs in that, and changes no verdict", () => {
    const chosen = Result.getOrThrow(
      compose(textOnly, { ...sampleLayer, parameters: {}, readings: { A10a: "reference" } })
    )
    const { differences, total } = compareCases([project], { before: textOnly, after: chosen }, question)
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
    const same = { before: textOnly, after: textOnly }
    const projects = fc
      .sample(histories, { numRuns: 20, seed: 1 })
      .map(({ events }) => caseOf(subject, onDay(events, later.asOf)))
    const said = compareCases(projects, same, { ...later, texts: { before: regulation, after } })
    expect([said.asked, said.total.changes]).toEqual([20, 0])
    expect(said.differences.articles.map((d) => [d.article, d.in, d.amendment.id, d.norms])).toEqual([
      [12, "after", "sample-1", ["N12.1", "N12.2", "N12.3"]]
    ])
    const back = compareCases([], same, { ...later, texts: { before: after, after: regulation } })
    expect(back.differences.articles.map((d) => d.in)).toEqual(["before"])
  })
})
