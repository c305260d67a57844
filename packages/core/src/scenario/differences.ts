/** What was expected and not answered, line by line, in both languages. */

import { fen } from "../civil/Amount.ts"
import { noteTexts } from "../explanation/noteTexts.ts"
import type { Text } from "../regulation/Text.ts"
import { advice as outcomes, statuses } from "../regulation/terms.ts"
import type { ScopeNorm } from "../subjects.ts"
import type { Reason } from "../verdict/Advice.ts"
import type { Verdict } from "../verdict/Verdict.ts"
import { reasonKinds } from "./aliases.ts"
import type { Answers, BorneVerdict } from "./play.ts"
import type { ExpectedReason, ExpectedVariance, ExpectedVerdict, Then } from "./Scenario.ts"
import type { AnySubjectForm } from "./SubjectForm.ts"

/** One expectation that did not hold: of `what`, what was `expected`, and what was answered (`actual`). */
export interface Difference {
  readonly what: Text
  readonly expected: Text
  readonly actual: Text
}

const none: Text = { zh: "无", en: "none" }
const same = (text: string): Text => ({ zh: text, en: text })
const joined = (parts: ReadonlyArray<Text>): Text =>
  parts.length === 0 ? none : { zh: parts.map(({ zh }) => zh).join("；"), en: parts.map(({ en }) => en).join("; ") }
const labelled = (zh: string, en: string, value: Text): Text => ({ zh: `${zh}${value.zh}`, en: `${en} ${value.en}` })

/** What the subject that was asked about calls things. */
type Words = Pick<AnySubjectForm, "acts" | "missing" | "positions">

/** Every expectation that the answers do not meet. */
export const differences = (then: Then, answers: Answers, words: Words): ReadonlyArray<Difference> => {
  const found: Array<Difference> = []
  const differ = (what: Text, expected: Text, actual: Text): void => void found.push({ what, expected, actual })
  const { advice } = answers
  if (then.advice !== undefined && advice?.outcome !== then.advice) {
    const actual =
      advice === undefined
        ? none
        : joined([outcomes[advice.outcome], ...advice.reasons.map((reason) => reasonLine(reason, words))])
    differ({ zh: "建议", en: "advice" }, outcomes[then.advice], actual)
  }
  reasons(then, advice?.reasons ?? [], words, differ)
  verdictLists(then, answers, words, differ)
  if (then.quietUntil !== undefined && then.quietUntil !== (answers.quietUntil ?? null)) {
    differ(
      { zh: "不变至", en: "unchanged until" },
      same(then.quietUntil ?? none.zh),
      same(answers.quietUntil ?? none.zh)
    )
  }
  if (then.position !== undefined && then.position !== answers.position) {
    differ(
      { zh: "所处阶段", en: "position" },
      words.positions[then.position] ?? same(then.position),
      words.positions[answers.position] ?? same(answers.position)
    )
  }
  if (then.path !== undefined) {
    const taken = answers.way?._tag === "Found" ? answers.way.steps.map(({ act }) => act._tag) : null
    if (stepsLine(then.path, words).zh !== stepsLine(taken, words).zh)
      differ({ zh: "途径", en: "path" }, stepsLine(then.path, words), stepsLine(taken, words))
  }
  if (then.variance !== undefined) variances(then.variance, answers, differ)
  return found
}

/** The steps of a way; the goal may be reached already, or there may be no way. */
const stepsLine = (kinds: ReadonlyArray<string> | null, { acts }: Words): Text => {
  if (kinds === null) return none
  if (kinds.length === 0) return { zh: "已到达", en: "there already" }
  const names = kinds.map((kind) => acts[kind] ?? same(kind))
  return { zh: names.map(({ zh }) => zh).join("、"), en: names.map(({ en }) => en).join(", then ") }
}

type Differ = (what: Text, expected: Text, actual: Text) => void

const reasonLine = (reason: Reason, { missing }: Words): Text => {
  switch (reason._tag) {
    case "Norm":
      return normText(reason.verdict)
    case "Missing":
      return labelled(reasonKinds.Missing.zh, reasonKinds.Missing.en, missing[reason.field] ?? same(reason.field))
    default:
      return reasonKinds[reason._tag]
  }
}

const expectedReasonLine = ({ field, kind, norm, outcome }: ExpectedReason, { missing }: Words): Text => {
  const named = kind === "Norm" ? same(norm ?? "") : reasonKinds[kind]
  const parts = [
    named,
    ...(field === undefined ? [] : [missing[field] ?? same(field)]),
    ...(outcome === undefined ? [] : [outcomes[outcome]])
  ]
  return joined(parts)
}

const gives = (expected: ExpectedReason, reason: Reason): boolean =>
  expected.kind === reason._tag &&
  (expected.norm === undefined || (reason._tag === "Norm" && reason.verdict.norm === expected.norm)) &&
  (expected.field === undefined || (reason._tag === "Missing" && reason.field === expected.field)) &&
  (expected.outcome === undefined || reason.outcome === expected.outcome)

const reasons = (then: Then, actual: ReadonlyArray<Reason>, words: Words, differ: Differ): void => {
  for (const expected of [...(then.reasons ?? []), ...(then.onlyReasons ?? [])]) {
    if (!actual.some((reason) => gives(expected, reason))) {
      differ(
        { zh: "理由", en: "reason" },
        expectedReasonLine(expected, words),
        joined(actual.map((reason) => reasonLine(reason, words)))
      )
    }
  }
  for (const reason of then.onlyReasons === undefined ? [] : actual) {
    if (!then.onlyReasons?.some((expected) => gives(expected, reason))) {
      differ({ zh: "仅有理由", en: "only reasons" }, none, reasonLine(reason, words))
    }
  }
}

const normText = ({ norm, status }: Verdict): Text => ({
  zh: `${norm}（${statuses[status].zh}）`,
  en: `${norm} (${statuses[status].en})`
})

/** Whether a verdict is about the instance that somebody named. */
const ofInstance = ({ instance, norm }: ExpectedVerdict, { verdict }: BorneVerdict): boolean =>
  verdict.norm === norm &&
  (instance === undefined || verdict.instance === instance || verdict.instance.endsWith(`/${instance}`))

const verdictLists = (then: Then, answers: Answers, words: Words, differ: Differ): void => {
  const conclusions: Text = { zh: "结论", en: "verdict" }
  const owed: Text = { zh: "待办", en: "duty" }
  for (const expected of [...(then.verdicts ?? []), ...(then.onlyVerdicts ?? [])])
    verdict(expected, answers.verdicts, conclusions, words, differ)
  for (const expected of [...(then.duties ?? []), ...(then.onlyDuties ?? [])])
    verdict(expected, answers.duties, owed, words, differ)
  surplus(then.onlyVerdicts, answers.verdicts, { zh: "仅有结论", en: "only verdicts" }, words, differ)
  surplus(then.onlyDuties, answers.duties, { zh: "仅有待办", en: "only duties" }, words, differ)
}

/** Scope and force stand before every other norm, in every case: what is expected alone need not name them. @article 2 @article 36 */
const understood: ReadonlySet<Verdict["norm"]> = new Set<ScopeNorm>(["N2.1", "N2.2", "N36.1"])

const surplus = (
  only: ReadonlyArray<ExpectedVerdict> | undefined,
  actual: ReadonlyArray<BorneVerdict>,
  what: Text,
  words: Words,
  differ: Differ
): void => {
  for (const borne of only === undefined ? [] : actual) {
    if (understood.has(borne.verdict.norm)) continue
    if (!only?.some((expected) => ofInstance(expected, borne))) differ(what, none, borneLine(borne, words))
  }
}

const borneLine = ({ bearers, verdict: v }: BorneVerdict, words: Words): Text => {
  const parts: Array<Text> = [same(v.instance === "" ? v.norm : `${v.norm} ${v.instance}`), statuses[v.status]]
  if (v.due !== undefined) parts.push(labelled("期限", "due", same(v.due)))
  if (v.missing !== undefined) parts.push(labelled("所缺：", "missing", words.missing[v.missing] ?? same(v.missing)))
  if (v.note !== undefined) parts.push(noteTexts[v.note])
  for (const { agency } of bearers)
    if (agency !== undefined) parts.push(labelled("责任单位：", "borne by", same(agency)))
  return joined(parts)
}

const verdict = (
  expected: ExpectedVerdict,
  actual: ReadonlyArray<BorneVerdict>,
  what: Text,
  words: Words,
  differ: Differ
): void => {
  const { instance, norm } = expected
  const found = actual.filter((borne) => ofInstance(expected, borne))
  const where = joined([what, same(instance === undefined ? norm : `${norm} ${instance}`)])
  if (found.length === 0 && (expected.status === "NotApplicable" || expected.status === undefined)) {
    if (expected.status === "NotApplicable" && (expected.note ?? expected.gate) === undefined) return
  }
  const [one, ...others] = found
  if (one === undefined) return differ(where, expectedLine(expected, words), none)
  if (others.length > 0) {
    return differ(
      where,
      labelled("应写明事项，其一：", "name the instance:", expectedLine(expected, words)),
      joined(found.map((one) => borneLine(one, words)))
    )
  }
  if (!meets(expected, one)) differ(where, expectedLine(expected, words), borneLine(one, words))
}

const meets = (expected: ExpectedVerdict, { bearers, verdict: v }: BorneVerdict): boolean =>
  (expected.status === undefined || expected.status === v.status) &&
  (expected.due === undefined || expected.due === (v.due ?? null)) &&
  (expected.note === undefined || expected.note === (v.note ?? null)) &&
  (expected.missing === undefined || expected.missing === v.missing) &&
  (expected.gate === undefined || expected.gate === v.gate) &&
  (expected.bearer === undefined ||
    (expected.bearer === null
      ? bearers.every(({ agency }) => agency === undefined)
      : bearers.some(({ agency }) => agency === expected.bearer)))

const expectedLine = ({ bearer, due, gate, missing, note, status }: ExpectedVerdict, words: Words): Text => {
  const parts: Array<Text> = []
  if (status !== undefined) parts.push(statuses[status])
  if (due !== undefined) parts.push(labelled("期限", "due", due === null ? none : same(due)))
  if (missing !== undefined) parts.push(labelled("所缺：", "missing", words.missing[missing] ?? same(missing)))
  if (note !== undefined) parts.push(note === null ? { zh: "无附注", en: "no remark" } : noteTexts[note])
  if (bearer !== undefined)
    parts.push(labelled("责任单位：", "borne by", bearer === null ? { zh: "不明", en: "unknown" } : same(bearer)))
  if (gate !== undefined) parts.push(same(gate))
  return joined(parts)
}

const variances = (expected: ReadonlyArray<ExpectedVariance>, answers: Answers, differ: Differ): void => {
  const text = (on: string, cost: string, days: string): string => `${on} ${cost} ${days}`
  const actual = answers.variance.map(({ baseline, costFen, days }) => ({ on: baseline.on, costFen, days }))
  const holds =
    expected.length === actual.length &&
    expected.every(({ cost, days, on }, i) => {
      const found = actual[i]
      return (
        on === found?.on &&
        (cost === undefined || signedFen(cost) === found.costFen) &&
        (days === undefined || days === found.days)
      )
    })
  if (holds) return
  differ(
    { zh: "偏差", en: "variance" },
    joined(expected.map(({ cost, days, on }) => same(text(on, cost ?? "", String(days ?? ""))))),
    joined(
      actual.map(({ costFen, days, on }) =>
        same(text(on, costFen === undefined ? "" : `${costFen} 分/fen`, String(days ?? "")))
      )
    )
  )
}

const signedFen = (cost: string): bigint => (cost.startsWith("-") ? -fen(cost.slice(1) as never) : fen(cost as never))
