import { describe, expect, it } from "vitest"
import { subject as complaint } from "../../src/complaint/index.ts"
import { ownStreams } from "../../src/docket/streams.ts"
import { caseSubjects, subjects, surroundingOf } from "../../src/docket/subjects.ts"
import { subjectNames } from "../../src/explanation/subjectNames.ts"
import { subject as facility } from "../../src/facility/index.ts"
import { subject as organ } from "../../src/organ/index.ts"
import { subject as planning } from "../../src/planning/index.ts"
import { subject as project } from "../../src/project/index.ts"
import { subject as resource } from "../../src/resource/index.ts"
import { subject as standard } from "../../src/standard/index.ts"
import { subject as supervision } from "../../src/supervision/index.ts"
import { subject as system } from "../../src/system/index.ts"

describe("the subjects of the docket", () => {
  it("stand under the names that they have as subjects, each with the particular that names its cases", () => {
    const all = [complaint, facility, organ, planning, project, resource, standard, supervision, system]
    const kept = Object.entries(subjects).map(([name, { key }]) => [name, key])
    expect(kept.toSorted()).toEqual(all.map(({ id, key }) => [id, key]).toSorted())
  })

  it("have kinds of facts of their own: only what was judged and what is taken back is a fact of every subject", () => {
    const counted = new Map<string, number>()
    for (const id of caseSubjects) for (const tag of subjects[id].tags) counted.set(tag, (counted.get(tag) ?? 0) + 1)
    const shared = [...counted].filter(([, times]) => times > 1)
    expect(shared).toEqual([
      ["Judged", caseSubjects.length],
      ["Retracted", caseSubjects.length]
    ])
    expect(new Set(caseSubjects.map((id) => subjects[id].key)).size).toBe(caseSubjects.length)
  })

  it("have names that no stream of another kind begins with, and that end at the first stroke", () => {
    for (const id of caseSubjects) {
      expect(ownStreams).not.toContain(id)
      expect(id).toMatch(/^[a-z]+$/u)
    }
  })

  it("are called something in both languages", () => {
    expect(Object.keys(subjectNames).toSorted()).toEqual(caseSubjects.toSorted())
    for (const { en, zh } of Object.values(subjectNames)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/[a-z]/u)
    }
  })

  it("surround others where they are plans, instruments or facilities, and nowhere else (arts 3, 6 to 8, 17, 25)", () => {
    expect(caseSubjects.filter((id) => surroundingOf(id) !== undefined)).toEqual(["planning", "standard", "facility"])
  })
})
