/** How single values are written in a scenario file: days, moments, quarters, money, words. */
import * as Result from "effect/Result"
import { isRegionCode } from "../agency/Region.ts"
import { type Amount, parseAmount } from "../civil/Amount.ts"
import { type CivilDate, isCivilDate } from "../civil/CivilDate.ts"
import { isQuarter, type Quarter } from "../civil/Quarter.ts"
import type { Period } from "../profile/Parameter.ts"
import { isNormId, type NormId } from "../regulation/Norm.ts"
import { norms } from "../regulation/norms.ts"
import type { Text } from "../regulation/Text.ts"
import { defined, either, type Form, isRecord, leaf, may, must, record, unknownWord } from "./Form.ts"

const printable = /^[^\p{Cc}\p{Cs}]{1,190}$/u

/** A name that the file gives: of an agency, an application, a request. */
export const name: Form<string> = defined(
  "name",
  leaf(
    { zh: "名称或者编号（1 至 190 字）", en: "a name or an id (1 to 190 characters)" },
    (text) => (printable.test(text) ? text : undefined),
    {
      type: ["string", "number"]
    }
  )
)

/** A text of some length. */
export const prose: Form<string> = defined(
  "prose",
  leaf(
    { zh: "文字（至多 10000 字）", en: "a text (at most 10,000 characters)" },
    (text) => (text.length <= 10_000 ? text : undefined),
    {
      type: ["string", "number"]
    }
  )
)

/** A text in Chinese, or in both languages: `{ 中文: …, 英文: … }`. */
export const title: Form<Text> = defined("title", {
  write: ({ en, zh }) => (en === zh ? zh : inBoth.write({ zh, en })),
  read: (value, at, say) => {
    if (isRecord(value)) return inBoth.read(value, at, say)
    const text = prose.read(value, at, say)
    return text === undefined ? undefined : { zh: text, en: text }
  },
  schema: (defs) => ({ anyOf: [prose.schema(defs), inBoth.schema(defs)] })
})
const inBoth = record({ zh: must("中文", prose), en: must("英文", prose) })

const dayShape = "^(19|2[01])\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$"

/** A day, `2026-03-01`. */
export const day: Form<CivilDate> = defined(
  "day",
  leaf(
    { zh: "存在的日期（写作 2026-03-01）", en: "a day that exists (written 2026-03-01)" },
    (text) => (isCivilDate(text) ? text : undefined),
    {
      type: "string",
      pattern: dayShape
    }
  )
)

/** The last instant of a civil day in Asia/Shanghai. */
export const endOf = (on: CivilDate): string => `${on}T15:59:59.999Z`

const clock = /^(\d{4}-\d\d-\d\d)[ T](([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)$/u
const utc = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{3})?Z$/u

/** A moment: a day (its end), a day with a time in Asia/Shanghai (`2026-03-01 09:30`), or an instant in UTC. Read into an instant. */
export const moment: Form<string> = defined(
  "moment",
  leaf(
    { zh: "时刻（写作 2026-03-01，或者 2026-03-01 09:30）", en: "a moment (written 2026-03-01 or 2026-03-01 09:30)" },
    (text) => {
      if (isCivilDate(text)) return endOf(text)
      const local = clock.exec(text)
      if (local !== null && isCivilDate(local[1] as string))
        return new Date(`${local[1]}T${local[2]}+08:00`).toISOString()
      const instant = utc.exec(text)
      return instant !== null && isCivilDate(instant[1] as string) ? text : undefined
    },
    { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d([ T][0-9:.]+Z?)?$" }
  )
)

const ordinals = ["一", "二", "三", "四"]
const quarterText = /^(\d{4})年第?([一二三四1-4])季度$/u

/** The quarter that a text names: `2026-Q1` or `2026年第一季度`. */
export const parseQuarter = (text: string): Quarter | undefined => {
  const match = quarterText.exec(text)
  const number = match === null ? 0 : ordinals.indexOf(match[2] as string) + 1 || Number(match[2])
  const written = match === null ? text : `${match[1]}-Q${number}`
  return isQuarter(written) ? written : undefined
}

/** A quarter. */
export const quarter: Form<Quarter> = defined(
  "quarter",
  leaf({ zh: "季度（写作 2026-Q1 或者 2026年第一季度）", en: "a quarter (written 2026-Q1)" }, parseQuarter, {
    type: "string",
    pattern: "^\\d{4}(-Q[1-4]|年第?[一二三四1-4]季度)$"
  })
)

/** Money: `1200000.50`, `1,200,000`, `120万元`. Exact to the fen. */
export const amount: Form<Amount> = defined("amount", {
  write: (value) => value,
  read: (value, at, say) => {
    if (typeof value !== "string" && typeof value !== "number") return say(at, "此处应为金额", "an amount belongs here")
    const parsed = parseAmount(value)
    return Result.isSuccess(parsed) ? parsed.success : say(at, parsed.failure.zh, parsed.failure.en)
  },
  schema: () => ({
    anyOf: [
      { type: "number", minimum: 0, exclusiveMaximum: 1e13 },
      { type: "string", pattern: "^[\\d,]+(\\.\\d+)?(元|万元|亿元)?$" }
    ],
    description: "金额，以元计，精确到分，可写作 120万元 / an amount in yuan, exact to the fen"
  })
})

/** A whole number within bounds. */
export const whole = (least: number, most: number): Form<number> =>
  leaf(
    { zh: `${least} 至 ${most} 的整数`, en: `a whole number from ${least} to ${most}` },
    (text) => (/^-?\d{1,9}$/u.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
    {
      anyOf: [
        { type: "integer", minimum: least, maximum: most },
        { type: "string", pattern: "^-?\\d+$" }
      ]
    }
  )

/** Yes or no. */
export const flag: Form<boolean> = defined(
  "flag",
  leaf(
    { zh: "“是”或者“否”", en: "yes or no" },
    (text) => (["是", "true", "yes"].includes(text) ? true : ["否", "false", "no"].includes(text) ? false : undefined),
    { enum: ["是", "否", "yes", "no", true, false] },
    (value) => (value ? "是" : "否")
  )
)

/** The code of a region of Guangdong, six digits. */
export const region: Form<string> = defined(
  "region",
  leaf(
    { zh: "名录中的行政区划代码（六位数字）", en: "a region code of the register (six digits)" },
    (text) => (isRegionCode(text) ? text : undefined),
    {
      anyOf: [
        { type: "string", pattern: "^\\d{6}$" },
        { type: "integer", minimum: 440000, maximum: 459999 }
      ]
    }
  )
)

/** The id of a norm, `N10.1`. */
export const norm: Form<NormId> = defined("norm", {
  write: (value) => value,
  read: (value, at, say) =>
    typeof value === "string" && isNormId(value.trim())
      ? (value.trim() as NormId)
      : unknownWord(say, at, { zh: "规范编号", en: "the id of a norm" }, value, Object.keys(norms)),
  schema: () => ({ enum: Object.keys(norms) })
})

const days = whole(0, 3660)
/** Calendar days, or working days: `20`, `{ 工作日: 20 }`. */
export const period: Form<Period> = defined(
  "period",
  either(record({ workdays: must("工作日", whole(0, 2000)) }), days, isRecord)
)

/** How a plan item is named. */
export const planItem = record({ plan: must("规划", name), item: must("项", name) })
/** What a project is to cost and when it is to be finished. */
export const baseline = record({ amount: may("金额", amount), completeBy: may("计划完成日", day) })
