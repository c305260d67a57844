import * as Result from "effect/Result"
import { expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { compose, type Layer, type Profile, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { explain, prose } from "../../src/project/explain.ts"
import { type Event, fold, type Verdict, verdicts } from "../../src/project/index.ts"
import { ask, facts } from "./sample.ts"

const sample = Result.getOrThrow(compose(textOnly, sampleLayer))
const without = (...ids: ReadonlyArray<string>): ReadonlyArray<Event> => facts.filter(({ id }) => !ids.includes(id))
const unconsidered = facts.map((e): Event => {
  if (e._tag !== "Approved") return e
  const { considered: _, ...rest } = e
  return rest
})
const filed: Event = {
  _tag: "InvestmentFiled",
  id: "e6",
  project: "P1",
  on: "2026-04-01" as CivilDate,
  recordedAt: "2026-04-01T08:00:00Z" as Event["recordedAt"],
  by: "info"
}

const all = [
  "feasibility",
  "effectiveness",
  "resource-integration",
  "information-sharing",
  "openness",
  "approval-reform"
]
const on = (id: string, day: string, fields: object): Event =>
  ({ id, project: "P1", on: day, recordedAt: `${day}T08:00:00Z`, ...fields }) as Event
const assessed = (id: string, day: string, fields: object): Event =>
  on(id, day, { assessment: "X1", by: "info", ...fields })

/** An ex-ante assessment, taken in-house, of which the result is issued on a day. */
const exAnte = (issued: string, taken: object): ReadonlyArray<Event> => [
  assessed("x1", "2026-01-20", { _tag: "AssessmentPlanned", type: "ex-ante", application: "A1" }),
  assessed("x2", "2026-01-21", { _tag: "AssessmentTakenInHouse", ...taken }),
  assessed("x3", "2026-01-22", { _tag: "AssessmentStarted", criteria: null, scheme: null }),
  assessed("x4", issued, { _tag: "AssessmentIssued", items: all, omitted: [], conclusion: "support" })
]
const explained = [...facts, ...exAnte("2026-02-05", { reason: "涉及敏感信息", interests: ["builds"] })]
const unexplained = [...facts, ...exAnte("2026-03-05", { reason: null, interests: null })]
const operating = [
  ...facts,
  on("w1", "2026-05-01", { _tag: "ConstructionCompleted", by: "health" }),
  on("w2", "2026-06-01", { _tag: "OperationStarted", by: "health" })
]
/** Of a report on the completed project nobody says who made it. */
const reported = [...operating, on("w3", "2026-05-08", { _tag: "CompletionReported", to: "info", onBehalfOf: null })]
const annual: Profile = { ...textOnly, readings: { ...textOnly.readings, A33: "annual" } }

/** One verdict of every status that the norms of arts 9 to 12 and 29 to 33 can take, and of some with and without a remark. */
const cases: ReadonlyArray<{
  readonly status: Verdict["status"]
  readonly norm: string
  readonly asOf: string
  readonly events?: ReadonlyArray<Event>
  readonly profile?: Profile
}> = [
  { status: "Pending", norm: "N11.1", asOf: "2026-03-01", profile: sample },
  { status: "DueUnspecified", norm: "N11.1", asOf: "2026-03-01" },
  { status: "Overdue", norm: "N11.1", asOf: "2026-04-20", profile: sample },
  { status: "Fulfilled", norm: "N10.2", asOf: "2026-03-01" },
  { status: "FulfilledLate", norm: "N11.1", asOf: "2026-04-20", events: [...facts, filed], profile: sample },
  { status: "Breached", norm: "N10.1", asOf: "2026-03-01", events: without("e3", "e4") },
  { status: "NotApplicable", norm: "N10.2", asOf: "2026-03-01", events: without("e4") },
  { status: "Undetermined", norm: "N10.2", asOf: "2026-03-01", events: unconsidered },
  { status: "Qualifies", norm: "N31.1", asOf: "2026-03-10", events: explained },
  { status: "DoesNotQualify", norm: "N31.1", asOf: "2026-03-10", events: unexplained },
  { status: "Flagged", norm: "N30.2", asOf: "2026-03-10", events: explained },
  { status: "PresumptionDefeated", norm: "N30.3", asOf: "2026-03-10", events: explained },
  { status: "PresumptionDefeated", norm: "N30.3", asOf: "2026-03-10", events: unexplained },
  { status: "Discretionary", norm: "N31.4", asOf: "2026-03-10", events: explained },
  { status: "Discretionary", norm: "N32.3", asOf: "2026-07-01", events: operating },
  { status: "Overdue", norm: "N33.2", asOf: "2027-06-02", events: operating, profile: annual },
  { status: "Undetermined", norm: "N32.2", asOf: "2026-07-01", events: reported }
]

const told = (language: "zh" | "en"): string =>
  cases
    .map(({ asOf, events = facts, norm, profile = textOnly, status }) => {
      const p = fold("P1", events)
      const ctx = ask(asOf, profile)
      const v = verdicts(p, ctx).verdicts.find((one) => one.norm === norm && one.status === status)
      if (v === undefined) throw new Error(`${norm} is not ${status} on ${asOf}`)
      return `${prose(explain(p, v, ctx))[language]}\n`
    })
    .join("\n")

test.each(["zh", "en"] as const)(
  "a verdict of every status reads as running text: %s (arts 9 to 12, 29 to 33)",
  async (language) => {
    await expect(told(language)).toMatchFileSnapshot(`./prose.${language}.txt`)
  }
)

const source = {
  title: { zh: "示例市规定（示例）", en: "Sample City rules (a sample)" },
  status: "unverified" as const
}
const layer = (
  value: NonNullable<NonNullable<Layer["parameters"]>["investmentFiling.within"]>[number]["value"]
): Layer => ({
  id: "local",
  version: "1",
  title: source.title,
  source,
  parameters: {
    "investmentFiling.within": [
      { value, source, from: "2026-01-01" as CivilDate, until: "2026-12-31" as CivilDate, region: "440100" }
    ]
  }
})

test("a value is shown with its document, how sure that is, its days and its region (art. 11)", () => {
  const ctx = ask("2026-03-01", Result.getOrThrow(compose(textOnly, layer(30))))
  const p = fold("P1", facts)
  const v = verdicts(p, { ...ctx, directory: { ...ctx.directory, within: () => true } }).verdicts
  const filing = v.find(({ norm }) => norm === "N11.1") as Verdict
  const { document } = explain(p, filing, ctx)
  expect(document && Object.entries(document).map(([key, text]) => `${key}: ${text?.zh}`)).toEqual([
    "title: 示例市规定（示例）",
    "status: 来源未核实",
    "fixes: 投资情况备案期限（第十一条）",
    "value: 30日",
    "from: 2026年1月1日",
    "until: 2026年12月31日",
    "region: 广州市"
  ])
})

test("a period in working days of a year that nobody has published is asked for from its earliest to its latest end (art. 11)", () => {
  const ctx = ask("2026-03-01", Result.getOrThrow(compose(textOnly, layer({ workdays: 5 }))))
  const p = fold("P1", facts)
  const filing = verdicts(p, ctx).verdicts.find(({ norm }) => norm === "N11.1") as Verdict
  const { inquiry } = explain(p, filing, ctx)
  expect(inquiry?.answers.map((a) => `${a.answer.zh}：${a.conclusion.zh}`)).toEqual([
    "各日均为工作日（期限最早）：逾期未办，期限2026年2月25日",
    "周一至周五为工作日：逾期未办，期限2026年2月27日",
    "每周仅周一为工作日（期限最晚）：待办，尚未到期，期限2026年3月23日"
  ])
  expect(inquiry?.decides).toBe(true)
})

test("how a norm binds is said: a duty, a reference, and a reference that a reading lets bar (art. 10)", () => {
  const p = fold("P1", facts)
  const veto = { ...textOnly, readings: { ...textOnly.readings, A10a: "veto" as const } }
  const binding = (norm: string, profile: Profile) => {
    const ctx = ask("2026-03-01", profile)
    const v = verdicts(p, ctx).verdicts.find((one) => one.norm === norm) as Verdict
    const { force, modality, says } = explain(p, v, ctx).binding
    return [force?.zh, modality?.zh, says.zh]
  }
  expect(binding("N10.1", textOnly)).toEqual(["应当履行", "应当（含必须、须及直接规定职责的表述）", "属应当履行的规定"])
  expect(binding("N10.2", textOnly)).toEqual(["参考依据", "仅作参考依据", "属参考依据，应当参考，但不具有否决效力"])
  expect(binding("N10.2", veto)[2]).toBe("属参考依据，应当参考，但不具有否决效力；按所选解释，前提未具备的，不应办理")
})
