import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import type { NormId, Status } from "../../src/regulation/Norm.ts"
import { advise } from "../../src/verdict/Advice.ts"
import { context } from "../../src/verdict/context.ts"
import type { Row, Strength } from "../../src/verdict/Lifecycle.ts"
import type { Rule } from "../../src/verdict/Rule.ts"
import { say } from "../../src/verdict/Rule.ts"
import { ruling } from "../../src/verdict/ruling.ts"
import type { ActEvent, Subject } from "../../src/verdict/Subject.ts"
import type { Ruling } from "../../src/verdict/Verdict.ts"

const day = (text: string) => text as CivilDate

/** A case of which only the acts are recorded, in the slice that their kind names. */
interface Case {
  readonly id: string
  readonly first: ReadonlyArray<string>
  readonly second: ReadonlyArray<string>
}
const empty: Case = { id: "C1", first: [], second: [] }

interface Act extends ActEvent {
  readonly _tag: "first" | "second"
  readonly instance?: string
}
const act = (_tag: Act["_tag"], on: string, instance?: string): Act => ({
  _tag,
  id: `${_tag}-${on}`,
  on: day(on),
  ...(instance === undefined ? {} : { instance })
})

/** A norm that says something of an instance, by the acts in one slice. */
const rule = (
  norm: NormId,
  slice: "first" | "second",
  instance: string,
  says: (acts: ReadonlyArray<string>, asOf: CivilDate) => Ruling<Status> | undefined
): Rule<Case> => ({
  norm,
  reads: [slice],
  evaluate: (state, ctx, out) => {
    const r = says(state[slice], ctx.asOf)
    if (r !== undefined) say(out, norm, state.id, instance, r)
  }
})

const subjectOf = (rules: ReadonlyArray<Rule<Case>>, row: Partial<Row> = {}): Subject<Case, Act> => ({
  id: "case",
  key: "case",
  rules,
  scope: [],
  evolve: (state, e) => ({ ...state, [e._tag]: [...state[e._tag], e.id] }),
  fold: (id) => ({ id, first: [], second: [] }),
  opens: () => false,
  row: () => ({ who: [], articles: [], source: "library", ...row }),
  position: () => "open",
  instances: (_, e) => (e.instance === undefined ? [] : [e.instance]),
  decided: () => [],
  lacks: () => [],
  competence: () => ({ _tag: "Competent", role: "none" }),
  bearers: () => [],
  owing: () => [],
  addressees: () => [],
  periodsUntil: () => undefined
})

const asked = context({ asOf: day("2026-03-31") })
const guarded = (norm: NormId, strength: Strength) => ({ guards: { [norm]: strength } })
const broken = () => ruling("Breached")

describe("what is advised", () => {
  test("is asked about the day of the latest of the acts, whenever it is asked", () => {
    const days: Array<CivilDate> = []
    const watching = subjectOf([
      rule("N10.1", "first", "", (_, asOf) => {
        days.push(asOf)
        return undefined
      })
    ])
    const of = (...acts: ReadonlyArray<Act>) => {
      days.length = 0
      advise(watching, empty, acts, asked)
      return [...new Set(days)]
    }
    expect(of(act("first", "2026-03-02"))).toEqual(["2026-03-02"])
    expect(of(act("first", "2026-03-05"), act("first", "2026-03-02"))).toEqual(["2026-03-05"])
    expect(of(act("first", "2026-03-02"), act("first", "2026-03-05"))).toEqual(["2026-03-05"])
    expect(of(act("first", "2026-04-02"))).toEqual(["2026-04-02"])
    expect(advise(watching, empty, [], asked)).toMatchObject({ outcome: "Allowed", reasons: [], changes: [] })
  })

  test("names the last of the acts for what turns adverse beside their guards, and names it once", () => {
    const late = rule("N12.1", "first", "quarter/2026-Q1", (acts) => (acts.length > 1 ? ruling("Overdue") : undefined))
    const acts = [act("first", "2026-03-02"), act("first", "2026-03-05")]
    expect(advise(subjectOf([late]), empty, acts, asked)).toMatchObject({
      outcome: "AllowedWithNotice",
      reasons: [{ _tag: "Norm", act: "first-2026-03-05", strength: "incidental" }]
    })
    const { reasons } = advise(subjectOf([late], guarded("N12.1", "required")), empty, acts, asked)
    expect(reasons.map((r) => r._tag === "Norm" && r.strength)).toEqual(["required", "required"])
  })

  test("hears a guard about the instance of which the act speaks, about the whole case, and about what the act changes", () => {
    const reasons = (about: string, said: () => Ruling<Status> | undefined, e: Act) =>
      advise(subjectOf([rule("N10.1", "first", about, said)], guarded("N10.1", "required")), empty, e, asked).reasons
        .length
    const second = act("second", "2026-03-02", "application/A2")
    expect(reasons("application/A1", broken, second)).toBe(0)
    expect(reasons("application/A2", broken, second)).toBe(1)
    expect(reasons("", broken, second)).toBe(1)
    const changed = rule("N10.1", "first", "application/A1", (acts) => (acts.length > 0 ? broken() : undefined))
    const told = advise(
      subjectOf([changed], guarded("N10.1", "required")),
      empty,
      act("first", "2026-03-02", "application/A2"),
      asked
    )
    expect(told).toMatchObject({ outcome: "Denied", reasons: [{ strength: "required" }] })
  })

  test("asks a guard that the act does not touch, beside others that it does", () => {
    const touched = rule("N10.2", "second", "", () => ruling("Fulfilled"))
    const untouched = rule("N10.1", "first", "", broken)
    const said = advise(
      subjectOf([touched, untouched], guarded("N10.1", "required")),
      empty,
      act("second", "2026-03-02"),
      asked
    )
    expect(said).toMatchObject({ outcome: "Denied", changes: [], reasons: [{ verdict: { norm: "N10.1" } }] })
    expect(said.reasons.length).toBe(1)
  })

  test.each<readonly [what: string, strength: Strength, outcome: string, said: Ruling<Status>]>([
    ["due on the day of the act", "required", "Denied", ruling("Pending", undefined, undefined, day("2026-03-02"))],
    ["due the day after", "required", "Allowed", ruling("Pending", undefined, undefined, day("2026-03-03"))],
    ["due the day after", "advisory", "AllowedWithNotice", ruling("Pending", undefined, undefined, day("2026-03-03"))],
    ["overdue", "competence", "Denied", ruling("Overdue")],
    ["overdue", "advisory", "AllowedWithNotice", ruling("Overdue")],
    ["undetermined", "required", "Undetermined", ruling("Undetermined")],
    ["undetermined", "advisory", "AllowedWithNotice", ruling("Undetermined")],
    ["a presumption defeated", "advisory", "AllowedWithNotice", ruling("PresumptionDefeated")],
    ["a presumption defeated", "required", "Allowed", ruling("PresumptionDefeated")],
    ["fulfilled", "advisory", "Allowed", ruling("Fulfilled")],
    ["fulfilled with a remark", "required", "AllowedWithNotice", { ...ruling("Fulfilled"), note: "earlier-scheme" }],
    ["lapsed", "required", "Allowed", { ...ruling("Fulfilled"), note: "lapsed" }],
    ["displaced", "required", "Allowed", { ...ruling("Fulfilled"), note: "displaced" }],
    ["fulfilled, but not met", "advisory", "AllowedWithNotice", { ...ruling("Fulfilled"), gate: "unmet" }],
    ["barred by a reading", "advisory", "Denied", { ...ruling("Fulfilled"), gate: "unmet", bars: true }],
    ["breached, but met", "required", "Allowed", { ...ruling("Breached"), gate: "met" }]
  ])("%s, with a guard that is %s: %s", (_what, strength, outcome, said) => {
    const standing = rule("N10.1", "first", "", () => said)
    const e = act("second", "2026-03-02")
    expect(advise(subjectOf([standing], guarded("N10.1", strength)), empty, e, asked).outcome).toBe(outcome)
  })

  test("lists every reason beside the norms: the order, what is missing, the day, and who acts", () => {
    const nobody = { agency: undefined, roles: [], region: undefined, on: day("2005-02-03") } as const
    const tell = (e: Act, row: Partial<Row>, over: Partial<Subject<Case, Act>> = {}) =>
      advise({ ...subjectOf([], row), ...over }, empty, e, asked)
    const e = act("first", "2005-02-04")
    expect(tell(e, { from: ["open"] })).toMatchObject({ outcome: "Allowed", reasons: [] })
    expect(tell(e, { from: ["draft"] })).toMatchObject({
      outcome: "AllowedWithNotice",
      reasons: [{ _tag: "Order", position: "open", from: ["draft"], lacks: [] }]
    })
    expect(tell(e, {}, { lacks: () => ["request"] })).toMatchObject({
      outcome: "OutOfOrder",
      reasons: [{ _tag: "Order", from: [], lacks: ["request"] }]
    })
    expect(tell({ ...e, instance: "application/A1" }, { needs: ["instance", "by"] }).reasons).toMatchObject([
      { _tag: "Missing", outcome: "AllowedWithNotice", field: "by" }
    ])
    expect(tell({ ...e, by: null } as unknown as Act, { needs: ["by"] }).reasons).toMatchObject([{ field: "by" }])
    expect(tell({ ...e, on: day("2005-02-03") }, {})).toMatchObject({
      outcome: "AllowedWithNotice",
      reasons: [{ _tag: "BeforeCommencement", act: e.id, on: "2005-02-03" }]
    })
    const who = ["info.any"] as const
    for (const [row, _tag, outcome] of [
      [{ who, reserved: "N10.3" }, "NotCompetent", "Denied"],
      [{ who, reserved: "N10.3" }, "Unknown", "Undetermined"],
      [{ who, owned: true }, "NotCompetent", "NotEntitled"],
      [{ who, owned: true }, "Unknown", "Undetermined"],
      [{ who: [] }, "NotCompetent", "NotEntitled"],
      [{ who }, "NotCompetent", "AllowedWithNotice"],
      [{ who }, "Unknown", "AllowedWithNotice"]
    ] as const)
      expect(tell(e, row, { competence: () => ({ _tag, asked: nobody }) })).toMatchObject({
        outcome,
        reasons: [{ _tag: "Competence", outcome, by: undefined, needs: row.who }]
      })
  })
})
