import { addressBook } from "@banfa/notify"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { day } from "./world.ts"

const find = (entries: ReadonlyArray<object>) => Result.getOrThrow(addressBook({ entries }))
const kinds = (input: unknown): ReadonlyArray<string> => {
  const read = addressBook(input)
  return Result.isFailure(read) ? read.failure.findings.map(({ kind, path }) => `${kind} ${path}`.trim()) : []
}
const entry = { agency: "info", channel: "smtp", addresses: ["office@info.example"] }

describe("an address book", () => {
  test("says over which channels an agency is reached with a kind of notice on a day", () => {
    const routes = find([
      entry,
      { ...entry, addresses: ["head@info.example", "office@info.example"], kinds: ["overdue"] },
      { ...entry, channel: "wecom", addresses: ["user:li"], from: "2026-03-01", until: "2026-03-31" }
    ])
    expect(routes("info", "copy", day("2026-02-28"))).toEqual([{ channel: "smtp", addresses: ["office@info.example"] }])
    expect(routes("info", "overdue", day("2026-03-01"))).toEqual([
      { channel: "smtp", addresses: ["office@info.example", "head@info.example"] },
      { channel: "wecom", addresses: ["user:li"] }
    ])
    expect(routes("info", "copy", day("2026-03-31"))).toHaveLength(2)
    expect(routes("info", "copy", day("2026-04-01"))).toHaveLength(1)
  })

  test("reaches nobody whose id is not entered character by character", () => {
    const routes = find([entry])
    for (const id of ["INFO", "ｉnfo", "info ", "inf\u043e", "info\u200b", "__proto__", "constructor", ""])
      expect(routes(id, "copy", day("2026-03-01"))).toEqual([])
  })

  test("takes ids that are names of properties for ids", () => {
    const routes = find([{ ...entry, agency: "__proto__", channel: "constructor" }])
    expect(routes("__proto__", "copy", day("2026-03-01"))).toEqual([
      { channel: "constructor", addresses: ["office@info.example"] }
    ])
  })

  test("lists everything that is wrong with its data, with its place, in both languages", () => {
    expect(
      kinds({
        entries: [
          { ...entry, from: "2026-03-31", until: "2026-03-01" },
          { ...entry, addresses: ["a@info.example", "b@info.example", "a@info.example"] },
          { ...entry, addresses: ["x@info.example", "y@info.example"], kinds: ["copy", "report"] },
          { ...entry, addresses: ["y@info.example", "x@info.example"], kinds: ["report", "copy"] }
        ]
      })
    ).toEqual([
      "EndsBeforeItBegins entries.0.until",
      "RepeatedAddress entries.1.addresses.2",
      "RepeatedEntry entries.3"
    ])
    expect(
      kinds({
        entries: [
          { ...entry, agency: "" },
          { ...entry, channel: "~" },
          { ...entry, channel: "SMTP" },
          { ...entry, addresses: [] },
          { ...entry, addresses: ["a@info.example\r\nBcc: x@evil.example"] },
          { ...entry, kinds: ["birthday"] },
          { ...entry, from: "2026-02-30" },
          { ...entry, note: "misspelt" },
          { ...entry, agency: "\ud800" }
        ]
      })
    ).toEqual(
      [
        "entries.0.agency",
        "entries.1.channel",
        "entries.2.channel",
        "entries.3.addresses.0",
        "entries.4.addresses.0",
        "entries.5.kinds.0",
        "entries.6.from",
        "entries.7.note",
        "entries.8.agency"
      ].map((path) => `Malformed ${path}`)
    )
    const read = addressBook({ entries: [{ ...entry, channel: "~" }] })
    if (!Result.isFailure(read)) throw new Error("it was read")
    expect(read.failure.text.zh).toContain("通道名称")
    expect(read.failure.text.en).not.toMatch(/[\u4e00-\u9fff]/u)
  })

  test("refuses what is no table, is hostile or is huge, and does not break", () => {
    const throws = () => {
      throw new Error("no")
    }
    for (const wrong of [
      undefined,
      null,
      1,
      "entries",
      [],
      { entries: {} },
      new Proxy({}, { get: throws, ownKeys: throws })
    ])
      expect(kinds(wrong).length).toBeGreaterThan(0)
    expect(
      kinds({ entries: [{ ...entry, addresses: Array.from({ length: 1001 }, (_, n) => `a${n}@info.example`) }] })
    ).toEqual(["Malformed entries.0.addresses"])
    const many = Array.from({ length: 20_000 }, (_, n) => ({ ...entry, agency: `agency-${n}` }))
    expect(find(many)("agency-19999", "copy", day("2026-03-01"))).toHaveLength(1)
  })
})
