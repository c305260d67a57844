import { type SealedRow, verifyAll, verifyStream } from "@banfa/core/evidence"
import { EventId } from "@banfa/core/port/EventStore"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { full } from "../law/Law.ts"
import { event, histories, sealed, sha256, sm3, withoutLeaves } from "./sample.ts"

const columns = [
  "stream",
  "version",
  "position",
  "id",
  "command",
  "type",
  "recordedAt",
  "json",
  "salt",
  "digest",
  "placed"
] as const
type Column = (typeof columns)[number]

/** Another byte in the place of one of the bytes that stand in a column, or nothing where what is read is the same text. */
const withByte = (row: SealedRow, column: Column, at: number, by: number): SealedRow | undefined => {
  const value = row[column]
  const bytes = value instanceof Uint8Array ? Uint8Array.from(value) : new TextEncoder().encode(String(value))
  const place = at % bytes.length
  bytes[place] = (bytes[place] ?? 0) ^ by
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
  const changed = value instanceof Uint8Array ? bytes : typeof value === "number" ? Number(text) : text
  return changed === value || Number.isNaN(changed) ? undefined : ({ ...row, [column]: changed } as SealedRow)
}

/** What is said of a changed byte in a column. A salt is of one field, and nothing tells which of the two was changed. */
const namedFor = (column: Column): RegExp => {
  switch (column) {
    case "json":
      return /^data(\.|$)/
    case "salt":
      return /^(salt|header|data(\..*)?)$/
    case "position":
    case "placed":
      return /^position$/
    case "digest":
      return /^digest$/
    default:
      return /^header$/
  }
}

const draws = {
  history: histories,
  which: fc.nat(),
  column: fc.constantFrom(...columns),
  at: fc.nat(),
  by: fc.integer({ min: 1, max: 255 })
}

describe.each([
  ["sha-256", sha256],
  ["sm3", sm3]
] as const)("by %s", (_, hash) => {
  test("a history that nobody touched has nothing wrong with it", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const rows = sealed(history, { hash })
        expect([...verifyAll(hash, rows)]).toEqual([])
        expect([...verifyAll(hash, rows.map(withoutLeaves))]).toEqual([])
      })
    )
  })

  test("any changed byte of any column of any event is found, and the event is named", () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(fc.record(draws), ({ at, by, column, history, which }) => {
        const rows = sealed(history, { hash }).map(withoutLeaves)
        const place = which % rows.length
        const before = rows[place]
        const after = before && withByte(before, column, at, by)
        fc.pre(before !== undefined && after !== undefined)
        const findings = [...verifyAll(hash, rows.with(place, after))]
        for (const { kind } of findings) kinds.add(kind)
        const named = findings.filter(
          ({ at: { position, stream, version } }) =>
            position === after.position || (stream === before.stream && version === before.version)
        )
        expect(named).not.toEqual([])
      })
    )
    const often = full ? ["EventChanged", "DigestChanged", "PlaceChanged"] : ["EventChanged"]
    expect([...kinds]).toEqual(expect.arrayContaining(often))
  })

  test("where the leaves are stored, the field is named as well", () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(fc.record(draws), ({ at, by, column, history, which }) => {
        const rows = sealed(history, { hash })
        const place = which % rows.length
        const before = rows[place]
        const after = before && withByte(before, column, at, by)
        fc.pre(before !== undefined && after !== undefined)
        const found = [
          ...verifyAll(
            hash,
            rows.map((row, i) => (i === place ? after : row))
          )
        ]
        const fields = found.flatMap(({ at: { field, position } }) =>
          position === after.position && field !== undefined ? [field] : []
        )
        expect(fields.some((field) => namedFor(column).test(field))).toBe(true)
        met.add(column)
      })
    )
    expect(met.size).toBeGreaterThanOrEqual(full ? columns.length : 5)
  })
})

const history = [
  event("P", 1, 1, `{"意见":"同意","金额":"100"}`),
  event("P", 2, 2, `{"金额":"200"}`),
  event("P", 3, 3, "{}")
]

describe("what is said of", () => {
  const rows = sealed(history)
  const found = (version: number, change: Partial<SealedRow>, all: ReadonlyArray<SealedRow> = rows) =>
    [
      ...verifyStream(
        sha256,
        "P",
        all.map((row) => (row.version === version ? { ...row, ...change } : row))
      )
    ].map(({ at, kind }) => `${kind} ${at.version} ${at.field ?? ""}`.trim())
  const bare = rows.map(withoutLeaves)

  test("one changed value: this field, and nothing of the events after it", () => {
    expect(found(1, { json: `{"意见":"同意","金额":"900"}` })).toEqual(["FieldChanged 1 data.金额"])
    expect(found(1, { json: `{"意见":"同意","金额":"900"}` }, bare)).toEqual(["EventChanged 1"])
    expect(found(2, { id: EventId.make("other") })).toEqual(["FieldChanged 2 header"])
  })

  test("a key that is gone, is new or has another name: data, or the key", () => {
    expect(found(1, { json: `{"金额":"100"}` })).toEqual(["FieldChanged 1 data"])
    expect(found(3, { json: `{"金额":"100"}` })).toEqual(["FieldChanged 3 data.金额"])
    expect(found(1, { json: `{"余额":"100","意见":"同意"}` })).toEqual(["FieldChanged 1 data.余额"])
    expect(found(1, { json: `{"意见":"同意","金额":"100" }` })).toEqual(["FieldChanged 1 data"])
  })

  test("another version: the header, and no event that is missing", () => {
    expect(found(2, { version: 7 })).toEqual(["FieldChanged 7 header"])
    expect(found(2, { version: 7 }, bare)).toEqual(["EventsMissing 2", "EventRepeated 3"])
  })

  test("another salt, digest, position or leaf: this column", () => {
    expect(found(2, { salt: new Uint8Array(32) })).toEqual(["SaltChanged 2 salt"])
    expect(found(2, { salt: new Uint8Array(0) })).toEqual(["SaltChanged 2 salt"])
    const [one, other] = [rows[1]?.salt.slice(0, 16) ?? [], rows[1]?.salt.slice(16) ?? []]
    expect(found(2, { salt: Uint8Array.of(...other, ...one) })).toEqual(["SaltChanged 2 salt"])
    expect(found(2, { salt: Uint8Array.of(...one, ...other, 0) })).toEqual(["SaltChanged 2 salt"])
    expect(found(2, { salt: Uint8Array.of(...one, ...one) })).toEqual(["FieldChanged 2 header"])
    expect(found(3, { salt: new Uint8Array(16) })).toEqual(["FieldChanged 3 header"])
    expect(found(2, { digest: new Uint8Array(32) })).toEqual(["DigestChanged 2 digest"])
    expect(found(2, { digest: new Uint8Array(31) }, bare)).toEqual(["DigestChanged 2 digest"])
    expect(found(3, { position: 4 })).toEqual(["PlaceChanged 3 position"])
    expect(found(3, { placed: new Uint8Array(32) })).toEqual(["PlaceChanged 3 position"])
    expect(found(2, { leaves: [] })).toEqual(["LeavesChanged 2 leaves"])
    expect(found(2, { leaves: rows[0]?.leaves ?? [] })).toEqual(["LeavesChanged 2 leaves"])
  })

  test("another stream: the field, in the stream that is verified and among all", () => {
    const moved = rows.map((row) => (row.version === 2 ? { ...row, stream: event("Q", 1, 1, "{}").stream } : row))
    expect([...verifyStream(sha256, "P", moved)].map(({ at, kind }) => `${kind} ${at.version} ${at.field}`)).toEqual([
      "ForeignEvent 2 stream",
      "EventsMissing 2 undefined"
    ])
    expect([...verifyAll(sha256, moved)].map(({ at, kind }) => `${kind} ${at.stream} ${at.field}`)).toEqual([
      "EventsMissing Q undefined",
      "FieldChanged Q header",
      "EventsMissing P undefined"
    ])
  })

  test("each of them, in Chinese and in English, with its place", () => {
    const [finding] = verifyStream(
      sha256,
      "P",
      rows.map((row) => ({ ...row, json: `{"意见":"同意","金额":"900"}` }))
    )
    expect(finding?.text).toEqual({
      zh: "事件流 P，第 1 个事件，位置 1，字段 data.金额：该字段或者其盐值与存入时不同。",
      en: "stream P, event 1, position 1, field data.金额: this field, or its salt, is not what was stored."
    })
  })
})
