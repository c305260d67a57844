import { describe, expect, expectTypeOf, test } from "vitest"
import { bearerRoles as ofComplaints } from "../src/complaint/bearers.ts"
import { subject as complaint } from "../src/complaint/subject.ts"
import { notEvaluable } from "../src/notEvaluable.ts"
import { bearerRoles as ofOrgans } from "../src/organ/bearers.ts"
import { subject as organ } from "../src/organ/subject.ts"
import { bearerRoles as planBearers } from "../src/planning/bearers.ts"
import { subject as planning } from "../src/planning/subject.ts"
import { bearerRoles, borneByAssessing } from "../src/project/bearers.ts"
import { fold } from "../src/project/evolve.ts"
import { verdicts } from "../src/project/index.ts"
import { register } from "../src/register.ts"
import type { StatusOf } from "../src/regulation/Norm.ts"
import { norms } from "../src/regulation/norms.ts"
import { bearerRoles as resourceBearers } from "../src/resource/bearers.ts"
import { subjectForms } from "../src/scenario/subjects/index.ts"
import { bearerRoles as ofInspections } from "../src/supervision/bearers.ts"
import { bearerRoles as ofSystems } from "../src/system/bearers.ts"
import { ask } from "./explanation/sample.ts"

describe("the register of norms", () => {
  test("has all 94, each evaluated, declared as a judgement, or nothing that an answer needs", () => {
    expect(Object.keys(register).toSorted()).toEqual(Object.keys(norms).toSorted())
    const kinds = { evaluated: 0, judgement: 0, notEvaluable: 0 }
    for (const [id, entry] of Object.entries(register)) {
      expect(entry.norm).toBe(id)
      const kind = (["notEvaluable", "judgement"] as const).find((one) => one in entry)
      kinds[kind ?? "evaluated"]++
    }
    expect(kinds).toEqual({ evaluated: 75, judgement: 16, notEvaluable: 3 })
  })

  test("says why no answer needs a purpose or a principle, in both languages (arts 1, 5)", () => {
    expect(Object.keys(notEvaluable)).toEqual(["N1.1", "N5.1", "N5.2"])
    for (const { en, zh } of Object.values(notEvaluable)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^A p[a-z]+/u)
    }
  })

  test("names the bearers of each norm as the regulation does", () => {
    for (const [id, roles] of Object.entries({
      ...planBearers,
      ...bearerRoles,
      ...resourceBearers,
      ...ofSystems,
      ...ofOrgans,
      ...ofInspections
    }))
      expect([id, roles]).toEqual([id, norms[id as keyof typeof norms].bearer.filter((role) => role !== "none")])
    expect(ofComplaints["N21.3"]).toEqual(norms["N21.3"].bearer)
  })

  test("names the norms borne by the authority that assesses as the regulation does", () => {
    const assessing = Object.entries(norms).filter(
      ([, { bearer, readings }]) =>
        (bearer as ReadonlyArray<string>).includes("info.any") && [...readings].includes("A29")
    )
    expect(assessing.map(([id]) => id)).toEqual(borneByAssessing)
  })

  test("evaluates every norm but the purpose and the principles", () => {
    const evaluated = Object.entries(register).filter(([, entry]) => "evaluate" in entry)
    const whole = [2, 36, ...Array.from({ length: 29 }, (_, i) => i + 6)]
    const ofArticles = Object.entries(norms).flatMap(([id, { article }]) => (whole.includes(article) ? [id] : []))
    const single = ["N3.1", "N3.2", "N3.3", "N3.4", "N4.1", "N4.2", "N4.3", "N4.4", "N35.1", "N35.2"]
    expect(evaluated.map(([id]) => id).toSorted()).toEqual([...ofArticles, ...single].toSorted())
    expect(planning.rules.map(({ norm }) => norm)).toEqual(["N2.2", ...Object.keys(planBearers), "N36.1"])
  })

  test("complaints have two subjects, the channel of the organ and each complaint, and both evaluate N21.3 (art. 21)", () => {
    for (const one of [organ, complaint]) {
      expect(one.rules.map(({ norm }) => norm as string)).toContain("N21.3")
    }
    expect(register["N21.3"]).toBe(organ.rules.find(({ norm }) => norm === "N21.3"))
  })

  test("an answer about a case of which nothing is said says nothing", () => {
    expect(verdicts(fold("P1", []), ask("2026-03-01")).verdicts).toEqual([])
  })

  test("every norm that gates an act is evaluated by the subject whose act it is", () => {
    for (const { acts, subject } of subjectForms) {
      const own = new Set<string>(subject.rules.map(({ norm }) => norm))
      const gating = Object.keys(acts).flatMap((tag) => Object.keys(subject.row(tag).guards ?? {}))
      // Whether a resource is updated in time is asked of the system that keeps it (art. 16).
      const elsewhere = subject.id === "resource" ? ["N16.2"] : []
      expect([subject.id, gating.filter((norm) => !own.has(norm))]).toEqual([subject.id, elsewhere])
    }
  })
})

test("a norm can only answer in the vocabulary of its force", () => {
  expectTypeOf<"Breached">().toExtend<StatusOf<"N10.1">>()
  expectTypeOf<"Discretionary">().not.toExtend<StatusOf<"N10.1">>()
  expectTypeOf<"Overdue">().not.toExtend<StatusOf<"N10.2">>()
  expectTypeOf<"Breached">().not.toExtend<StatusOf<"N15.1">>()
  expectTypeOf<"Breached">().not.toExtend<StatusOf<"N32.3">>()
  expectTypeOf<"PresumptionDefeated">().toExtend<StatusOf<"N30.3">>()
  expectTypeOf<"Fulfilled">().not.toExtend<StatusOf<"N28.1">>()
  expectTypeOf<Exclude<StatusOf<"N36.1">, "NotApplicable" | "Undetermined">>().toEqualTypeOf<
    "Pending" | "Qualifies" | "DoesNotQualify"
  >()
})
