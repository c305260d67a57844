import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { badInputs } from "../../src/verdict/BadInput.ts"

const text = (message: string) => Schema.String.check(Schema.makeFilter(() => message))

/** What is wrong with a value, as the schema finds it. */
const found = <A>(schema: Schema.Decoder<A>, value: unknown) =>
  badInputs(
    Result.getOrThrow(
      Result.flip(Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(value))
    ).issue
  )

const nested = Schema.Struct({ given: Schema.Struct({ days: Schema.Array(Schema.Int) }), name: Schema.String })

describe("what is wrong with input", () => {
  test("stands where it is wrong, by a dotted path, every time", () => {
    expect(found(nested, { given: { days: [1, 0.5, "x"] }, other: 1 })).toEqual([
      { path: "other", zh: "没有此项，或者此处不应有此项", en: "there is no such key here" },
      { path: "given.days.1", zh: "应为 an integer", en: "Expected an integer" },
      { path: "given.days.2", zh: "应为 number", en: "Expected number" },
      { path: "name", zh: "缺少此项", en: "this key is missing" }
    ])
    expect(found(Schema.String, 5)).toEqual([{ path: "", zh: "应为 string", en: "Expected string" }])
  })

  test("is said as it was said where that is in both languages, and otherwise without pretending to translate it", () => {
    expect(found(text("没有这一天 / there is no such day"), "a")).toEqual([
      { path: "", zh: "没有这一天", en: "there is no such day" }
    ])
    expect(found(text("Not what was Expected of it"), "a")).toEqual([
      { path: "", zh: "不符合要求：Not what was Expected of it", en: "Not what was Expected of it" }
    ])
    const keyed = Schema.Struct({
      a: Schema.String.pipe(Schema.annotateKey({ messageMissingKey: "缺少甲 / a is missing" }))
    })
    expect(found(keyed, {})).toEqual([{ path: "a", zh: "缺少甲", en: "a is missing" }])
  })

  test("is cut after two hundred characters, the place as well as the words", () => {
    const [whole] = found(text("y".repeat(200)), "a")
    expect(whole?.en).toBe("y".repeat(200))
    const [cut] = found(text("y".repeat(201)), "a")
    expect(cut?.en).toBe(`${"y".repeat(200)}…`)
    const [place] = found(nested, { given: { days: [] }, name: "", ["k".repeat(300)]: 1 })
    expect(place?.path).toBe(`${"k".repeat(200)}…`)
  })
})
