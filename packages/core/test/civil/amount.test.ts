import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { AmountSchema, fen, fromFen, InvalidAmount, parseAmount } from "../../src/civil/Amount.ts"
import { law } from "../law/Law.ts"

const limit = 10n ** 15n
const fens = fc.bigInt({ min: 0n, max: limit - 1n })
const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/gu, ",")

describe("amounts of money", () => {
  law(
    "an amount is exact to the fen: written out and read again it is the same",
    100,
    { value: fens },
    ({ value }, met) => {
      met()
      const amount = fromFen(value)
      expect(amount && fen(amount)).toBe(value)
      expect(Result.getOrThrow(parseAmount(amount as string))).toBe(amount)
      expect(Schema.decodeUnknownSync(AmountSchema)(amount)).toBe(amount)
    }
  )

  law(
    "an amount means the same with thousands separators, in yuan, in ten thousands and in hundred millions",
    100,
    { value: fens },
    ({ value }, met) => {
      met()
      const yuan = `${value / 100n}`
      const cents = `${value % 100n}`.padStart(2, "0")
      const scaled = (zeros: number): string => {
        const digits = `${value}`.padStart(zeros + 1, "0")
        return `${digits.slice(0, -zeros)}.${digits.slice(-zeros)}`
      }
      const same = fromFen(value)
      for (const text of [
        `${yuan}.${cents}`,
        ` ${yuan}.${cents}元 `,
        `${grouped(yuan)}.${cents}`,
        `${scaled(6)}万元`,
        `${scaled(10)}亿元`
      ]) {
        expect(Result.getOrThrow(parseAmount(text)), text).toBe(same)
      }
    }
  )

  law(
    "a whole number of yuan is exact, and a fraction of one as a number is refused",
    90,
    { n: fc.integer({ min: 0, max: 2 ** 40 }), part: fc.integer({ min: 1, max: 99 }) },
    ({ n, part }, met) => {
      met()
      expect(Result.getOrThrow(parseAmount(n))).toBe(`${n}.00`)
      const refused = Result.getOrThrow(Result.flip(parseAmount(n + part / 100)))
      expect(refused).toBeInstanceOf(InvalidAmount)
      expect(refused.zh).toMatch(/\p{Script=Han}/u)
      expect(refused.en).toMatch(/[a-z]/u)
    }
  )

  law(
    "no text makes it throw, and what it accepts is an amount",
    15,
    {
      text: fc.oneof(
        fc.string(),
        fc.stringMatching(/^[\d,.元万亿-]{0,12}$/u),
        fc.stringMatching(/^\d{1,9}(\.\d{1,3})?(元|万元)?$/u)
      )
    },
    ({ text }, met) => {
      const read = parseAmount(text)
      if (Result.isFailure(read)) return
      met()
      expect(fromFen(fen(read.success))).toBe(read.success)
    }
  )

  test.each(["", "-1", "1,00", "1.2.3", "1e5", "10000000000000", "0.001", "0.0000001万元", "NaN", "9".repeat(1000)])(
    "%s is refused in both languages",
    (text) => {
      const { en, given, zh } = Result.getOrThrow(Result.flip(parseAmount(text)))
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[^\p{Script=Han}]*[a-z][^\p{Script=Han}]*$/u)
      expect(given.length).toBeLessThan(50)
    }
  )

  test("nothing below zero and nothing from 10^13 yuan on is an amount", () => {
    expect([fromFen(-1n), fromFen(limit), fromFen(limit - 1n), fromFen(0n)]).toEqual([
      undefined,
      undefined,
      "9999999999999.99",
      "0.00"
    ])
  })
})
