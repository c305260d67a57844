import type { Brand } from "effect/Brand"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

/** Money in yuan, exact to the fen, as a decimal text: `"1200000.00"`. Never a float, never negative, below 10^13 yuan. */
export type Amount = string & Brand<"Amount">

const canonical = /^(0|[1-9]\d{0,12})\.\d\d$/u

/** Decodes an amount in its canonical form, two decimals. */
export const AmountSchema = Schema.String.check(
  Schema.isPattern(canonical, {
    message: "金额应为两位小数的元，如 1200000.00 / an amount is yuan with two decimals, such as 1200000.00"
  })
).pipe(Schema.brand("Amount"), Schema.annotate({ identifier: "Amount", description: "Yuan with two decimals" }))

/** A text or number (`given`) that is not an exact amount of money; `zh` and `en` say why. */
export class InvalidAmount extends Schema.TaggedError<InvalidAmount>()("InvalidAmount", {
  given: Schema.String,
  zh: Schema.String,
  en: Schema.String
}) {
  override get message(): string {
    return `${this.zh} / ${this.en}`
  }
}

const refuse = (given: string, zh: string, en: string): Result.Result<never, InvalidAmount> =>
  Result.fail(new InvalidAmount({ given: given.length > 40 ? `${given.slice(0, 40)}…` : given, zh, en }))

/** Integer fen of an amount. */
export const fen = (amount: Amount): bigint => BigInt(amount.replace(".", ""))

/** The amount of so many fen; `undefined` outside the range of amounts. */
export const fromFen = (value: bigint): Amount | undefined => {
  if (value < 0n || value >= 10n ** 15n) return undefined
  const digits = value.toString().padStart(3, "0")
  return `${digits.slice(0, -2)}.${digits.slice(-2)}` as Amount
}

/**
 * Reads what people write: `"1200000"`, `"1,200,000.5"`, `"120万元"`, `"0.01元"`, or a whole number of yuan.
 * Refuses what is not exact to the fen, negative, or 10^13 yuan and more.
 *
 * @example
 * ```ts
 * import { parseAmount } from "@banfa/core/civil"
 * import * as Result from "effect/Result"
 *
 * Result.getOrThrow(parseAmount("120.5万元")) // => "1205000.00"
 * ```
 */
export const parseAmount = (given: string | number): Result.Result<Amount, InvalidAmount> => {
  const text = typeof given === "number" ? (Number.isSafeInteger(given) ? String(given) : "") : given.trim()
  if (text === "") {
    return refuse(
      String(given),
      "金额不是精确数值：小数须加引号写成文字",
      "the amount is not exact: write decimals as quoted text"
    )
  }
  const match = /^(-?)([\d,]{1,40})(?:\.(\d{1,20}))?(元|万元|亿元)?$/u.exec(text)
  if (match === null) return refuse(text, `“${text.slice(0, 40)}”不是金额`, `"${text.slice(0, 40)}" is not an amount`)
  const [, sign, whole = "", fraction = "", unit] = match
  if (sign === "-") return refuse(text, "金额不得为负数", "an amount cannot be negative")
  if (whole.includes(",") && !/^\d{1,3}(,\d{3})+$/u.test(whole)) {
    return refuse(text, "千位分隔符位置不对", "the thousands separators are misplaced")
  }
  const shift = unit === "万元" ? 6 : unit === "亿元" ? 10 : 2
  if (/[^0]/u.test(fraction.slice(shift))) {
    return refuse(text, "金额须精确到分", "the amount is not exact to the fen")
  }
  const amount = fromFen(BigInt(whole.replaceAll(",", "") + fraction.slice(0, shift).padEnd(shift, "0")))
  return amount === undefined
    ? refuse(text, "金额超出范围（须小于 10 万亿元）", "the amount is out of range (below 10^13 yuan)")
    : Result.succeed(amount)
}
