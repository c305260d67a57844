import { readFileSync } from "node:fs"
import { sampleLetter } from "@banfa/testing/notifier"
import { assert, describe, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { messageIdOf, NoticePayload, noticeJsonSchema } from "../src/index.ts"
import { bodyOf } from "../src/payload.ts"

const strings = fc.string({ unit: "binary", maxLength: 120 })

describe("what is posted", () => {
  it("is the same at every attempt, and reads as the schema of its version says", () => {
    const sent = { id: "notice/1", letter: sampleLetter({ notice: { kind: "opinion-requested" } }), to: ["a"] }
    assert.strictEqual(bodyOf(sent), bodyOf({ ...sent, to: ["b"] }))
    const payload = Schema.decodeUnknownSync(NoticePayload)(JSON.parse(bodyOf(sent)))
    assert.strictEqual(payload.type, "banfa.notice.opinion_requested")
    assert.strictEqual(payload.timestamp, "2026-04-08T00:00:00+08:00")
    assert.deepStrictEqual(payload.data.body, sent.letter.body)
    assert.strictEqual(payload.data.notice.norm, "N12.2")
    assert.isFalse("due" in payload.data.notice)
  })

  it("holds any text as it was written", () => {
    fc.assert(
      fc.property(strings, strings, strings, (id, zh, en) => {
        const { data } = JSON.parse(bodyOf({ id, letter: sampleLetter({ title: { zh, en } }), to: [] }))
        assert.deepStrictEqual([data.id, data.title], [id, { zh, en }])
      })
    )
  })

  it("is described by the file that the package brings", () => {
    const file = JSON.parse(readFileSync(new URL("../notice.v1.schema.json", import.meta.url), "utf8"))
    assert.deepStrictEqual(file, JSON.parse(JSON.stringify(noticeJsonSchema())))
  })
})

describe("the id in the header", () => {
  it("is the id of the letter where it can stand there, and a hash of it elsewhere", () => {
    assert.strictEqual(messageIdOf("copy/P1/2026-Q1"), "copy/P1/2026-Q1")
    assert.strictEqual(messageIdOf(""), "sha256_e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    assert.strictEqual(messageIdOf("a".repeat(100)), "a".repeat(100))
    assert.match(messageIdOf("a".repeat(101)), /^sha256_[0-9a-f]{64}$/u)
    // printf '\x7c\xa4' | sha256sum
    assert.strictEqual(messageIdOf("粤"), "sha256_73768f78ec553c671b19d48341bb770d069f61b5c84fdd38251b9d1dc997be5d")
  })

  it("can stand in a header, holds no full stop, and differs wherever the ids do", () => {
    const ids = fc.oneof(
      strings,
      fc.string({ maxLength: 120 }),
      strings.map((id) => messageIdOf(id))
    )
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        assert.match(messageIdOf(one), /^[\w/:~-]{1,100}$/u)
        assert.strictEqual(messageIdOf(one) === messageIdOf(other), one === other)
      })
    )
  })
})
