import {
  checkpointOf,
  type DisclosedField,
  type Disclosure,
  disclose,
  parseDisclosure,
  saltAt,
  signed,
  verifyDisclosure,
  withoutHeads
} from "@banfa/core/evidence"
import * as Arr from "effect/Array"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromHex, toHex } from "../../src/evidence/Hash.ts"
import { event, headsOf, histories, sealed, sha256, sm3 } from "./sample.ts"

const all = sealed([
  event("P", 1, 1, `{"申请人":"张三","金额":"100"}`),
  event("Q", 1, 2, "{}"),
  event("P", 2, 3, `{"意见":"同意"}`),
  event("P", 3, 5, "{}")
])
const rows = all.filter(({ stream }) => stream === "P")
const events = Arr.isArrayNonEmpty(rows) ? rows : ([rows[0] ?? ({} as never)] as const)
const checkpoint = checkpointOf(sha256, 5, headsOf(all).values())
const shown = disclose(sha256, events, ({ name }) => name !== "data.申请人", { checkpoint })
const kinds = (disclosure: Disclosure, held?: Parameters<typeof verifyDisclosure>[2]) =>
  verifyDisclosure(sha256, disclosure, held).findings.map(({ at, kind }) =>
    `${kind} ${at.version ?? ""} ${at.field ?? ""}`.trim()
  )

test("an export verifies by itself and against the checkpoint, however much it withholds", () => {
  const choices = fc.func(fc.boolean())
  fc.assert(
    fc.property(histories, choices, fc.nat(), (history, keeps, from) => {
      const stored = sealed(history)
      const stream = stored[0]?.stream
      const own = stored.filter((row) => row.stream === stream)
      const first = from % own.length
      const part = own.slice(first)
      if (!Arr.isArrayNonEmpty(part)) throw new Error("a stream has events")
      const prior = own[first - 1]?.digest
      const whole = checkpointOf(sha256, stored.at(-1)?.position ?? 0, headsOf(stored).values())
      const grounds = prior === undefined ? { checkpoint: whole } : { checkpoint: whole, prior }
      const disclosure = disclose(sha256, part, ({ name }, { version }) => keeps(name, version), grounds)
      const read = Result.getOrThrow(parseDisclosure(JSON.parse(JSON.stringify(disclosure))))
      expect(verifyDisclosure(sha256, read, { checkpoint: whole })).toEqual({ findings: [], anchor: "held" })
    })
  )
})

test("what is withheld is shown by nothing: neither name nor value nor salt, nor any other stream", () => {
  const less = disclose(sha256, events, ({ name }) => name === "data.金额", { checkpoint })
  const text = JSON.stringify(less)
  for (const hidden of ["申请人", "张三", "command", "header", `"Q"`]) expect(text).not.toContain(hidden)
  const salts = all.flatMap(({ leaves, salt }) => leaves.map((_, i) => toHex(saltAt(salt, i, leaves.length))))
  expect(salts.filter((salt) => text.includes(salt))).toHaveLength(1)
  expect(text).toContain("金额")
  const withheld = less.events[0].fields.filter((field) => !("name" in field))
  expect(withheld.map((field) => Object.keys(field))).toEqual([["leaf"], ["leaf"]])
})

test("any changed character of an export is found, or the export is refused as malformed", () => {
  const text = JSON.stringify(shown)
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0a9Z甲 "{}:,'), (at, by) => {
      fc.pre(text[at] !== by)
      const changed = `${text.slice(0, at)}${by}${text.slice(at + 1)}`
      const json = Result.try(() => JSON.parse(changed) as unknown)
      const read = Result.flatMap(json, parseDisclosure)
      if (Result.isFailure(read)) return
      const { findings } = verifyDisclosure(sha256, read.success, { checkpoint })
      const sameAsBefore = JSON.stringify(read.success) === text
      expect(findings.length === 0).toBe(sameAsBefore)
    })
  )
})

describe("a change is named:", () => {
  type Change = (fields: ReadonlyArray<DisclosedField>) => ReadonlyArray<DisclosedField>
  const changed = (change: Change): Disclosure => {
    const [first, ...rest] = shown.events
    return { ...shown, events: [{ ...first, fields: change(first.fields) }, ...rest] }
  }
  const with_ =
    (name: string, part: object): Change =>
    (fields) =>
      fields.map((field) => ("name" in field && field.name === name ? { ...field, ...part } : field))

  test("another value, name or salt of a field that is kept", () => {
    expect(kinds(shown)).toEqual([])
    expect(kinds(changed(with_("data.金额", { value: `"900"` })))).toEqual(["FieldChanged 1 data.金额"])
    expect(kinds(changed(with_("data.金额", { salt: "00".repeat(32) })))).toEqual(["FieldChanged 1 data.金额"])
    expect(kinds(changed(with_("data.金额", { name: "data.余额" })))).toEqual(["FieldChanged 1 data.余额"])
  })

  test("another leaf, a field that is gone, two that changed places", () => {
    const [first, second] = shown.events[0].fields
    if (first === undefined || second === undefined) throw new Error("two fields")
    expect(kinds(changed((fields) => fields.slice(1)))).toEqual(["EventChanged 1"])
    expect(kinds(changed((fields) => fields.toReversed()))).toEqual(["FieldsDisordered 1", "EventChanged 1"])
    expect(kinds(changed((fields) => fields.with(0, { leaf: second.leaf })))).toEqual(["EventChanged 1"])
  })

  test("an event that is gone, or another beginning", () => {
    const [first, second, third] = shown.events
    if (second === undefined || third === undefined) throw new Error("three events")
    expect(kinds({ ...shown, events: [first, third] })).toEqual([
      "FieldChanged 2 header",
      "EventChanged 2",
      "NotInCheckpoint 2"
    ])
    expect(kinds({ ...shown, events: [first, second] })).toEqual(["NotInCheckpoint 2"])
    expect(kinds({ ...shown, prior: "00".repeat(32) })).toEqual(["LinkBroken 1", "EventChanged 1"])
    expect(kinds({ ...shown, stream: "Q" })).toEqual([
      "FieldChanged 1 header",
      "FieldChanged 2 header",
      "FieldChanged 3 header",
      "NotInCheckpoint 3"
    ])
  })

  test("another hash function", () => {
    expect(kinds({ ...shown, algorithm: "sm3" })).toEqual(["AlgorithmDiffers"])
    expect(verifyDisclosure(sm3, shown).findings[0]?.text.en).toContain("another hash function (sha-256)")
  })
})

describe("what an export was put to is said:", () => {
  const { anchor: _, ...bare } = shown
  const of = (disclosure: Disclosure, held?: Parameters<typeof verifyDisclosure>[2]) =>
    verifyDisclosure(sha256, disclosure, held).anchor

  test("nothing but itself, its own checkpoint, a signature of it, or one that came another way", () => {
    expect(of(bare)).toBe("none")
    expect(of(shown)).toBe("brought")
    const mark = (bytes: Uint8Array) => sha256.digest(bytes)
    const verify = (_: string, bytes: Uint8Array, signature: Uint8Array) =>
      Buffer.compare(sha256.digest(bytes), signature) === 0
    const attested = disclose(sha256, events, () => true, { checkpoint: signed(checkpoint, "k", mark) })
    expect(verifyDisclosure(sha256, attested, { verify })).toEqual({ findings: [], anchor: "signed" })
    expect(kinds(shown, { verify })).toEqual(["SignatureMissing"])
    expect(of(shown, { checkpoint })).toBe("held")
  })

  test("whoever holds a checkpoint is told that an export has none, or another one", () => {
    expect(kinds(bare)).toEqual([])
    expect(kinds(bare, { checkpoint })).toEqual(["NotInCheckpoint"])
    expect(kinds(shown, { checkpoint: { ...checkpoint, position: 6 } })).toEqual(["OtherCheckpoint"])
  })

  test("a checkpoint that lists no heads gives an export nothing to stand on", () => {
    expect(disclose(sha256, events, () => true, { checkpoint: withoutHeads(checkpoint) }).anchor).toBeUndefined()
  })
})

test("an export may begin later in the stream, on the digest before it", () => {
  const [one, two, three] = rows
  if (one === undefined || two === undefined || three === undefined) throw new Error("three rows")
  const later = disclose(sha256, [two, three], () => true, { prior: one.digest, checkpoint })
  expect(kinds(later, { checkpoint })).toEqual([])
  expect(later.from).toBe(2)
  expect(fromHex(later.prior)).toEqual(Uint8Array.from(one.digest))
})

test.each([
  ["nothing", undefined],
  ["no events", { ...shown, events: [] }],
  [
    "a field with a name and no salt",
    { ...shown, events: [{ ...shown.events[0], fields: [{ leaf: checkpoint.root, name: "x" }] }] }
  ],
  [
    "a salt that is no bytes",
    { ...shown, events: [{ ...shown.events[0], fields: [{ ...shown.events[0].fields[1], salt: "abc" }] }] }
  ],
  ["a version of 0", { ...shown, from: 0 }]
])("what is no export is refused with what is wrong: %s", (_, input) => {
  const refused = parseDisclosure(input)
  expect(
    Result.isFailure(refused) && refused.failure.every(({ en, zh }) => en !== "" && /\p{Script=Han}/u.test(zh))
  ).toBe(true)
})
