import { expect, test } from "vitest"
import { deviations, environment, places } from "../src/engines/Place.ts"

const place = { timeZone: "Pacific/Apia", locale: "tr_TR" }
const told = { timeZone: "Pacific/Apia", locale: "tr-TR", cases: ["a: 1 bytes, 00", "b: 2 bytes, 01"] }

test("an engine that tells the same bytes where it was put deviates in nothing", () => {
  expect(deviations("Node 20", place, told, told)).toEqual([])
})

test("a case told otherwise is named with the place, and what was expected", () => {
  const other = { ...told, cases: ["a: 1 bytes, 00", "b: 2 bytes, ff"] }
  expect(deviations("Node 20", place, other, told)).toEqual([
    "Node 20 in Pacific/Apia, tr_TR: b: 2 bytes, ff instead of b: 2 bytes, 01"
  ])
})

test("fewer cases than expected, and an engine that was not where it was put, are found", () => {
  const lost = { timeZone: "UTC", locale: "en-US", cases: [] }
  expect(deviations("Chromium", place, lost, { ...told, cases: [] })).toEqual([
    "Chromium in Pacific/Apia, tr_TR believed to be in UTC, en-US"
  ])
  expect(deviations("Chromium", place, { ...told, cases: [] }, told)).toContain(
    "Chromium in Pacific/Apia, tr_TR told 0 cases"
  )
})

test("every turn visits every time zone and every locale, paired otherwise than the turn before", () => {
  const [first, second] = [places(0), places(1)]
  for (const key of ["timeZone", "locale"] as const) {
    expect(new Set(second.map((one) => one[key]))).toEqual(new Set(first.map((one) => one[key])))
    expect(new Set(first.map((one) => one[key])).size).toBe(4)
  }
  expect(first.some((one) => second.some((other) => JSON.stringify(one) === JSON.stringify(other)))).toBe(false)
  expect(environment(place)).toEqual({
    TZ: "Pacific/Apia",
    LANG: "tr_TR.UTF-8",
    LC_ALL: "tr_TR.UTF-8",
    LANGUAGE: "tr_TR"
  })
})
