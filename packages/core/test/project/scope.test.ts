import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { advise, type Event, fold, verdicts } from "../../src/project/index.ts"
import { compare } from "../../src/verdict/compare.ts"
import { asked } from "../law/Law.ts"
import { fact } from "./story.ts"

const ctx = asked("2026-05-01" as CivilDate, textOnly)
const applied = fact("Applied", "2026-03-10", { application: "A1", to: "drc", by: "health" })
const opened = (work: "new-build" | "service-purchase"): Event => ({
  ...fact("Drafted", "2026-05-01", { region: "440100", organ: "health", by: "health", work }),
  project: "P1"
})

describe("an act that brings a project under the Measures, or shows that they do not reach it (arts 2, 36)", () => {
  test("is advised with everything that it changes: what is said no longer, too (art. 2)", () => {
    for (const work of ["new-build", "service-purchase"] as const) {
      const [before, after] = [[applied], [applied, opened(work)]].map((facts) => fold("P1", facts))
      if (before === undefined || after === undefined) throw new Error("no case")
      const told = compare(verdicts(before, ctx).verdicts, verdicts(after, ctx).verdicts)
      expect(advise(before, opened(work), ctx).changes).toEqual(told)
      expect(told.some((c) => c.before?.norm === "N31.2" && c.after === undefined)).toBe(work === "service-purchase")
    }
  })

  test("of one that was under way before them, where they are read not to reach it, nothing else is said (A36b)", () => {
    const none = { ...ctx, profile: reading(textOnly, "A36b", "none") }
    const early = fact("ConstructionStarted", "2004-12-01", { by: "company" })
    const before = fold("P1", [opened("new-build"), applied])
    const told = compare(
      verdicts(before, { ...none, asOf: "2026-05-01" as CivilDate }).verdicts,
      verdicts(fold("P1", [opened("new-build"), applied, early]), none).verdicts
    )
    expect(told.length).toBeGreaterThan(1)
    expect(verdicts(fold("P1", [opened("new-build"), applied, early]), none).verdicts.map(({ norm }) => norm)).toEqual([
      "N2.1",
      "N2.2",
      "N36.1"
    ])
  })
})

test("a project of another province is not reached, and of a region that nobody knows that cannot be told (art. 2)", () => {
  const of = (region: string) =>
    verdicts(fold("P1", [{ ...opened("new-build"), region } as Event, applied]), ctx).verdicts
  expect(of("440100").find(({ norm }) => norm === "N2.2")?.status).toBe("Qualifies")
  expect(of("449999").find(({ norm }) => norm === "N2.2")).toMatchObject({ status: "Undetermined", missing: "region" })
  expect(of("110100").map(({ norm }) => norm)).toEqual(["N2.1", "N2.2", "N36.1"])
  expect(of("110100")[1]).toMatchObject({ status: "NotApplicable", note: "outside-guangdong" })
})

describe("whose project it is (art. 2)", () => {
  const drafted = (rest: object) =>
    ({ ...fact("Drafted", "2026-03-01", { region: "440100", organ: "health", by: "health" }), ...rest }) as Event
  const { directory } = ctx
  const kind: typeof directory.kind = (id) => (id === "company" ? "enterprise" : directory.kind(id))
  const speaks = (rest: object) =>
    verdicts(fold("P1", [drafted(rest)]), { ...ctx, directory: { ...directory, kind } }).verdicts.find(
      ({ norm }) => norm === "N2.2"
    )

  test("is nobody's as long as no organ is named, and the Measures do not speak to a company alone", () => {
    expect(speaks({ work: "new-build", organ: null })).toMatchObject({ status: "Undetermined", missing: "organ" })
    expect(speaks({ work: "new-build", organ: "company" })).toMatchObject({
      status: "NotApplicable",
      note: "not-an-organ"
    })
    expect(speaks({ work: "new-build", organ: "company", with: ["health"] })?.status).toBe("Qualifies")
  })

  test("of another province is not reached, whatever is done to the system", () => {
    expect(speaks({})).toMatchObject({ status: "Undetermined", missing: "work" })
    expect(speaks({ region: "110100" })).toMatchObject({ status: "NotApplicable", note: "outside-guangdong" })
  })
})

test("what began on the day on which the Measures took force was not under way before them (art. 36)", () => {
  const none = { ...ctx, profile: reading(textOnly, "A36b", "none") }
  const begun = (on: string) =>
    verdicts(fold("P1", [opened("new-build"), fact("ConstructionStarted", on, { by: "company" })]), none).verdicts.find(
      ({ norm }) => norm === "N36.1"
    )?.status
  expect(begun("2005-02-03")).toBe("NotApplicable")
  expect(begun("2005-02-04")).toBe("Undetermined")
})

test("of a project whose organ nobody knows it cannot be told whether the Measures speak to it (art. 2)", () => {
  const { organ: _, ...nobody } = opened("new-build") as Extract<Event, { readonly _tag: "Drafted" }>
  const said = verdicts(fold("P1", [nobody as Event]), ctx).verdicts
  expect(said.find(({ norm }) => norm === "N2.2")).toMatchObject({ status: "Undetermined", missing: "organ" })
})
