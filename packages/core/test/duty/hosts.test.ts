import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { aroseOn, type Case, compareCases, type Duty, dutyList, type Item, inspectCases } from "../../src/duty/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { context } from "../../src/verdict/context.ts"
import type { Bearer } from "../../src/verdict/Subject.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"

const day = (text: string) => text as CivilDate
const asOf = day("2026-07-01")
const ctx = context({ asOf })

/** A case as a host may bring it: what is asked about cases of any subject looks at nothing else. */
const brought = (id: string, more: Partial<Case>): Case => ({
  subject: "project",
  id,
  region: "440100",
  duties: () => ({ duties: [], quietUntil: undefined, basis: dutyList([], {}, ctx).basis }),
  items: () => [],
  changes: () => [],
  ...more
})
const verdict = (instance: string, more: Partial<Verdict> = {}): Verdict => ({
  norm: "N12.1",
  subject: "P1",
  instance,
  status: "Pending",
  ...more
})
const builder: Bearer = { role: "builder", agency: "company" }
const organ: Bearer = { role: "organ.any", agency: "health" }
const owing = (id: string, duties: ReadonlyArray<Duty>) =>
  brought(id, { duties: () => ({ duties, quietUntil: undefined, basis: dutyList([], {}, ctx).basis }) })
const inspected = (items: ReadonlyArray<Omit<Item, "subject" | "case" | "severity">>) =>
  brought("P1", { items: () => items.map((item) => ({ severity: "breach", subject: "project", case: "P1", ...item })) })

describe("the duties over cases that a host brings", () => {
  const owed = [
    { verdict: verdict("late", { due: day("2026-09-30") }), bearers: [builder, organ], bore: [] },
    { verdict: verdict("none"), bearers: [organ], bore: [] },
    { verdict: verdict("early", { due: day("2026-06-30"), status: "Overdue" }), bearers: [builder], bore: [organ] },
    { verdict: verdict("nobody", { due: day("2026-06-30") }), bearers: [], bore: [] },
    { verdict: verdict("last"), bearers: [builder], bore: [] }
  ] as const
  const instances = (query: Parameters<typeof dutyList>[1]) =>
    dutyList([owing("P1", owed)], query, ctx).rows.map((row) => row.verdict.instance)

  test("stand in the order of their days, those of one day and those without one as the case has them", () => {
    expect(instances({})).toEqual(["early", "nobody", "late", "none", "last"])
  })

  test("are those of a bearer who bears them with others too, and those of a role whoever fills it", () => {
    expect(instances({ bearer: "company" })).toEqual(["early", "late", "last"])
    expect(instances({ role: "organ.any" })).toEqual(["late", "none"])
    expect(instances({ role: "organ.any", bearer: "health" })).toEqual(["late", "none"])
    expect(instances({ role: "organ.any", bearer: "company" })).toEqual([])
  })

  test("are those of a subject, and their day is that of the Measures where no document fixes it", () => {
    expect(instances({ subject: "project" })).toHaveLength(5)
    expect(instances({ subject: "planning" })).toEqual([])
    expect(dutyList([owing("P1", owed)], {}, ctx).rows[0]?.term).toEqual({ statutory: "2026-06-30", local: undefined })
  })
})

describe("an inspection of cases that a host brings (art. 35)", () => {
  const act = { ref: "1", kind: "ProgressReported", on: day("2026-05-02"), by: "company" }
  const trigger = { ...act, ref: "0", on: day("2026-01-01") }
  const dated = (more: Partial<Verdict>) =>
    aroseOn({ severity: "late", subject: "project", case: "P1", bearers: [], verdicts: [verdict("", more)] })

  test("dates what is overdue or was late by the day that was missed, and a breach by the act or that day, whichever came first", () => {
    const days = { act, trigger, due: day("2026-04-10"), limit: day("2026-04-20") }
    expect(dated({ ...days, status: "Overdue" })).toBe("2026-04-10")
    expect(dated({ ...days, status: "FulfilledLate" })).toBe("2026-04-10")
    expect(dated({ ...days, status: "Breached" })).toBe("2026-04-10")
    expect(dated({ ...days, due: day("2026-05-10"), status: "Breached" })).toBe("2026-05-02")
    expect(dated({ act, trigger, limit: day("2026-04-20"), status: "FulfilledLate" })).toBe("2026-04-20")
    expect(dated({ act, trigger, status: "Overdue" })).toBe("2026-01-01")
    expect(dated({ trigger, limit: day("2026-04-20"), status: "Breached" })).toBe("2026-04-20")
    expect(dated({ trigger, status: "Breached" })).toBe("2026-01-01")
    expect(dated({ status: "Breached" })).toBeUndefined()
  })

  test("is narrowed to a subject, to one of several bearers, and by days only where days are asked for", () => {
    const cases = [
      inspected([
        { verdicts: [verdict("both", { status: "Breached", act })], bearers: [builder, organ] },
        { verdicts: [verdict("undated", { status: "Breached" })], bearers: [organ] }
      ])
    ]
    const instances = (scope: Parameters<typeof inspectCases>[1]) =>
      inspectCases(cases, scope, ctx)
        .items.map(({ verdicts }) => verdicts[0]?.instance)
        .toSorted()
    expect(instances({})).toEqual(["both", "undated"])
    expect(instances({ subject: "project" })).toEqual(["both", "undated"])
    expect(instances({ subject: "system" })).toEqual([])
    expect(instances({ bearer: "company" })).toEqual(["both"])
    expect(instances({ bearer: "health" })).toEqual(["both", "undated"])
    expect(instances({ arose: {} })).toEqual(["both"])
    expect(instances({ arose: { from: day("2026-05-03") } })).toEqual([])
  })
})

test("a verdict that is new or gone is borne by nobody else: only what is said before and after can be", () => {
  const changes = (before: Verdict | undefined, after: Verdict | undefined) =>
    compareCases(
      [
        brought("P1", {
          changes: () => [
            {
              norm: "N12.1",
              instance: "",
              before,
              after,
              bearersBefore: before === undefined ? [] : [builder],
              bearersAfter: after === undefined ? [] : [organ]
            }
          ]
        })
      ],
      { before: textOnly, after: textOnly },
      { asOf }
    ).total.changedBearers
  expect(changes(undefined, verdict(""))).toBe(0)
  expect(changes(verdict(""), undefined)).toBe(0)
  expect(changes(verdict(""), verdict(""))).toBe(1)
})
