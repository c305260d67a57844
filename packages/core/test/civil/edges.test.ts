import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { parseAmount } from "../../src/civil/Amount.ts"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { isQuarter, quarterAt, quarterIndex } from "../../src/civil/Quarter.ts"

const refused = (given: string | number) => Result.getOrThrow(Result.flip(parseAmount(given)))

describe("the edges of money", () => {
  test("zeros after the fen change nothing", () => {
    expect(Result.getOrThrow(parseAmount("1.5000元"))).toBe("1.50")
    expect(Result.getOrThrow(parseAmount("0.0100000000万元"))).toBe("100.00")
  })

  test.each(["1234,567", "1,234,56", ",123", "1,,234"])("the separators of %s are misplaced", (text) => {
    expect(refused(text).en).toBe("the thousands separators are misplaced")
  })

  test.each([0.5, 2 ** 53, Number.NaN, " "])("%s is no exact value, and the answer says how to write one", (given) => {
    expect(refused(given).en).toBe("the amount is not exact: write decimals as quoted text")
    expect(refused(given).given).toBe(String(given))
  })

  test("an answer repeats no more than forty characters of what was written", () => {
    const whole = refused("x".repeat(40))
    expect(whole.given).toBe("x".repeat(40))
    const cut = refused("x".repeat(41))
    expect(cut.given).toBe(`${"x".repeat(40)}…`)
    expect([cut.zh, cut.en]).toEqual([whole.zh, whole.en])
    expect(cut.message).toBe(`“${"x".repeat(40)}”不是金额 / "${"x".repeat(40)}" is not an amount`)
  })
})

describe("the edges of the table of quarters", () => {
  test("days after the table count to its last quarter but one, which still has a next one; days before it to the first", () => {
    for (const day of ["2149-07-01", "2149-12-31", "2199-12-31"] as Array<CivilDate>)
      expect(quarterAt(quarterIndex(day)).id).toBe("2149-Q3")
    expect(quarterAt(quarterIndex("2149-06-30" as CivilDate)).id).toBe("2149-Q2")
    expect(quarterAt(quarterIndex("1900-01-01" as CivilDate)).id).toBe("1990-Q1")
  })

  test("a name that only ends like a quarter is none", () => expect(isQuarter("12026-Q1")).toBe(false))
  test("the first and the last that are known are quarters, and those next to them are none", () => {
    expect(["1990-Q1", "1999-Q4", "2149-Q4"].map(isQuarter)).toEqual([true, true, true])
    expect(["1989-Q4", "2150-Q1"].map(isQuarter)).toEqual([false, false])
  })
})
