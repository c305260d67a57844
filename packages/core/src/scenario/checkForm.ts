/** How a check is written: what is asked, and what has to be answered. */
import { noteTexts } from "../explanation/noteTexts.ts"
import { isNormId, type NormId, type Status } from "../regulation/Norm.ts"
import { norms as register } from "../regulation/norms.ts"
import type { Text } from "../regulation/Text.ts"
import { advice, statuses } from "../regulation/terms.ts"
import { gateNames, reasonKinds } from "./aliases.ts"
import { defined, either, type Form, into, isRecord, list, may, must, orNone, record, word, wordAmong } from "./Form.ts"
import { fact } from "./factForm.ts"
import type { ExpectedReason, ExpectedVerdict } from "./Scenario.ts"
import { chosen, profile } from "./settingForm.ts"
import { subjectForms } from "./subjects/index.ts"
import { amount, day, moment, name, norm, parseQuarter, whole } from "./values.ts"

const outcome = defined("outcome", word({ zh: "建议", en: "an outcome of advice" }, advice))
const status = defined("status", word({ zh: "结论", en: "a status" }, statuses))
const kind = word({ zh: "规范编号，也不是职权、次序、缺项、施行前", en: "a norm or a kind of reason" }, reasonKinds)
const missing = defined(
  "missing",
  wordAmong(
    { zh: "所缺事实", en: "a fact that can be missing" },
    subjectForms.map((form) => form.missing)
  )
)

const shortReason: Form<ExpectedReason> = {
  write: ({ kind: said, norm: of }) => (said === "Norm" ? of : kind.write(said)),
  read: (value, at, say) => {
    if (typeof value === "string" && isNormId(value.trim())) return { kind: "Norm", norm: value.trim() as NormId }
    if (typeof value === "string" && /^N\d/u.test(value)) return norm.read(value, at, say) as undefined
    const read = kind.read(value, at, say)
    return read === undefined ? undefined : { kind: read }
  },
  schema: (defs) => ({ anyOf: [norm.schema(defs), kind.schema(defs)] })
}
const longReason: Form<ExpectedReason> = into(
  record({ reason: must("理由", shortReason), field: may("项", missing), outcome: may("建议", outcome) }),
  ({ reason, ...rest }) => ({ ...reason, ...rest }),
  ({ field, outcome, ...reason }) => ({
    reason,
    ...(field === undefined ? {} : { field }),
    ...(outcome === undefined ? {} : { outcome })
  })
)
const reasons = list(defined("reason", either(longReason, shortReason, isRecord)))

const particulars = {
  status: may("状态", status),
  due: may("期限", orNone(day)),
  note: may("附注", orNone(word({ zh: "附注", en: "a remark" }, noteTexts))),
  missing: may("所缺", missing),
  bearer: may("责任单位", orNone(name)),
  gate: may("前提", word({ zh: "前提", en: "a gate" }, gateNames))
}
const full = record(particulars)
const names = new Set(Object.entries(particulars).flatMap(([en, { zh }]) => [en, zh]))
const isFull = (value: unknown): boolean => isRecord(value) && Object.keys(value).some((key) => names.has(key.trim()))
const said = defined(
  "verdict",
  either(
    full,
    into(
      status,
      (one) => ({ status: one }),
      (one) => one.status
    ),
    isRecord
  )
)

/** What is said of a case as a whole beside what is said of its instances. */
const wholeCase = ["全案", "the whole case"]

/** The name of an instance as verdicts have it; a quarter may be written out. */
const instanceOf = (written: string): string =>
  wholeCase.includes(written.trim()) ? "" : (parseQuarter(written.trim()) ?? written.trim())

/** What norms have to say: `{ N10.1: 未按规定 }`, or one line for each instance: `{ N12.1: { 2026-Q1: 逾期未办 } }`. */
const verdicts: Form<ReadonlyArray<ExpectedVerdict>> = defined("verdicts", {
  write: (all) => {
    if (all.length === 0) return "无"
    const written: { [norm: string]: unknown } = {}
    for (const { instance, norm: of, ...rest } of all) {
      const one = Object.keys(rest).join() === "status" ? status.write(rest.status as Status) : full.write(rest)
      const alone = instance === undefined || (instance === "" && all.filter((v) => v.norm === of).length === 1)
      written[of] = alone ? one : { ...(written[of] as object | undefined), [instance || "全案"]: one }
    }
    return written
  },
  read: (value, at, say) => {
    if (value === "无" || value === "none") return []
    if (!isRecord(value)) return say(at, "写作“{ N10.1: 未按规定 }”", "is written { N10.1: Breached }")
    const read: Array<ExpectedVerdict | undefined> = []
    for (const [id, item] of Object.entries(value)) {
      const of = norm.read(id, [...at, id], say)
      const several = isRecord(item) && !isFull(item)
      const parts: ReadonlyArray<readonly [string | undefined, unknown]> = several
        ? Object.entries(item)
        : [[undefined, item]]
      for (const [instance, one] of parts) {
        const found = said.read(one, instance === undefined ? [...at, id] : [...at, id, instance], say)
        if (of === undefined || found === undefined) read.push(undefined)
        else
          read.push(
            instance === undefined ? { norm: of, ...found } : { norm: of, instance: instanceOf(instance), ...found }
          )
      }
    }
    return read.includes(undefined) ? undefined : (read as ReadonlyArray<ExpectedVerdict>)
  },
  schema: (defs) => {
    const one = said.schema(defs)
    defs.instances = { anyOf: [one, { type: "object", additionalProperties: one }] }
    return {
      anyOf: [
        { enum: ["无", "none"] },
        {
          type: "object",
          additionalProperties: false,
          properties: Object.fromEntries(Object.keys(register).map((id) => [id, { $ref: "#/$defs/instances" }]))
        }
      ]
    }
  }
})

const longDuty: Form<ExpectedVerdict> = into(
  record({ norm: must("规范", norm), instance: may("事项", name), ...particulars }),
  ({ instance, ...rest }) => (instance === undefined ? rest : { ...rest, instance: instanceOf(instance) }),
  (one) => one
)
const duty: Form<ExpectedVerdict> = defined(
  "duty",
  either(
    longDuty,
    into(
      norm,
      (id): ExpectedVerdict => ({ norm: id }),
      (one) => one.norm
    ),
    isRecord
  )
)
const several = list(duty)
const duties: Form<ReadonlyArray<ExpectedVerdict>> = {
  write: (all) => (all.length === 0 ? "无" : several.write(all)),
  read: (value, at, say) => (value === "无" || value === "none" ? [] : several.read(value, at, say)),
  schema: (defs) => ({ anyOf: [...(several.schema(defs).anyOf as ReadonlyArray<unknown>), { enum: ["无", "none"] }] })
}

const signed: Form<string> = {
  write: (value) => value,
  read: (value, at, say) => {
    const below = typeof value === "string" && value.trim().startsWith("-")
    const read = amount.read(below ? value.trim().slice(1) : value, at, say)
    return read === undefined ? undefined : `${below ? "-" : ""}${read}`
  },
  schema: () => ({ anyOf: [{ type: "number" }, { type: "string", pattern: "^-?[\\d,]+(\\.\\d+)?(元|万元|亿元)?$" }] })
}
const variance = record({
  on: must("基准日", day),
  cost: may("费用偏差", signed),
  days: may("工期偏差", whole(-99_999, 99_999))
})

const position = wordAmong(
  { zh: "所处阶段", en: "a position" },
  subjectForms.map(({ positions }) => positions)
)
const goal = wordAmong(
  { zh: "目标", en: "a goal" },
  subjectForms.map(({ goals, positions }) => goals ?? positions)
)
const kindOfAct = wordAmong(
  { zh: "事项", en: "a kind of act" },
  subjectForms.map(({ acts }) => acts)
)
/** Which case is asked about: the particular that names the cases of its subject. */
const cases = Object.fromEntries(
  subjectForms.map(({ fields, subject }) => [subject.key, may((fields[subject.key] as Text).zh, name)])
)

/** What is asked. */
export const whenForm = defined(
  "when",
  record({
    acts: may("拟办", list(fact)),
    asOf: may("截至", day),
    goal: may("目标", goal),
    knownAt: may("已知于", moment),
    profile: may("规则", profile),
    readings: may("读法", chosen),
    ...cases
  })
)
/** What has to be answered. */
export const thenForm = defined(
  "then",
  record({
    advice: may("建议", outcome),
    reasons: may("理由", reasons),
    onlyReasons: may("仅有理由", reasons),
    verdicts: may("结论", verdicts),
    onlyVerdicts: may("仅有结论", verdicts),
    duties: may("待办", duties),
    onlyDuties: may("仅有待办", duties),
    quietUntil: may("不变至", orNone(day)),
    position: may("所处阶段", position),
    path: may("途径", orNone(list(kindOfAct))),
    variance: may("偏差", list(variance))
  })
)
/** A question as read; beside its keys stands the one that names the case. */
export type WrittenWhen = NonNullable<ReturnType<typeof whenForm.read>> & { readonly [key: string]: unknown }
/** An answer as read. */
export type WrittenThen = NonNullable<ReturnType<typeof thenForm.read>>

/** A question and its answer. */
// biome-ignore lint/suspicious/noThenProperty: a check is data; nothing awaits it
export const check = record({ when: must("当", whenForm), then: must("则", thenForm) })
