import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { silence } from "../../src/verdict/Coverage.ts"
import { type Act, earlier, known, later, latest } from "../../src/verdict/Fact.ts"
import { law } from "../law/Law.ts"

const day = (n: number): CivilDate => addDays("2026-01-01" as CivilDate, n)
const acts = fc.uniqueArray(fc.record({ on: fc.nat(20).map(day), ref: fc.stringMatching(/^[a-z]{1,3}$/u) }), {
  minLength: 1,
  maxLength: 8,
  selector: (a) => `${a.on}${a.ref}`
})
const order = (a: Act): string => `${a.on} ${a.ref}`

describe("facts", () => {
  law(
    "of many statements the earliest counts, however they are read; the latest is asked for by day",
    60,
    { acts, until: fc.nat(20) },
    ({ acts, until }, met) => {
      if (acts.length > 1) met()
      const sorted = acts.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
      const read = (list: ReadonlyArray<Act>) =>
        list.reduce<Act | undefined>((first, a) => earlier(first, a), undefined)
      expect(read(acts)).toEqual(sorted[0])
      expect(read(acts.toReversed())).toEqual(sorted[0])
      expect(latest(acts)).toEqual(sorted.at(-1))
      expect(latest(acts, day(until))).toEqual(sorted.filter((a) => a.on <= day(until)).at(-1))
    }
  )

  test("of two acts of one day the one with the later reference is later, and any reference is later than none", () => {
    const act = (ref?: string): Act => ({ on: day(0), ref })
    expect([later(act("A"), act()), later(act(), act("A")), later(act("B"), act("A"))]).toEqual([true, false, true])
    expect([later(act("A"), act("A")), later(act("B"), { ...act("A"), on: day(1) })]).toEqual([false, false])
  })

  test("a fact is known only when it is stated and holds", () => {
    expect([1, 0, "", false, null, undefined, "n/a"].map(known)).toEqual([true, true, true, true, false, false, false])
  })

  test("silence means absence from the day on which the record of its slice is complete, and is unknown before it", () => {
    const from = { report: day(10), copy: undefined }
    expect([day(9), day(10), day(11), undefined].map((since) => silence(from, "report", since))).toEqual([
      undefined,
      null,
      null,
      undefined
    ])
    expect(silence(from, "copy", day(30))).toBeUndefined()
    expect(silence({} as { readonly filing?: CivilDate }, "filing", day(30))).toBeUndefined()
    expect(silence(undefined, "filing", undefined)).toBeNull()
  })
})
