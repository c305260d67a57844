import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { AndFilter, BerReader, BerWriter, EqualityFilter, FilterParser } from "ldapts"
import { filterOf } from "../src/makeServer.ts"

const overTheLine = (where: Readonly<Record<string, string>>) => {
  const writer = new BerWriter()
  filterOf([{ objectClass: "person" }, where]).write(writer)
  return FilterParser.parse(new BerReader(writer.buffer))
}

describe("a filter", () => {
  it("asks for the very value, whatever is in it, and for nothing else", () => {
    const hostile = fc.constantFrom(
      "*",
      ")(uid=*",
      "*)(|(objectClass=*",
      "\\2a",
      "\\",
      "\0",
      "(",
      "&",
      "|",
      "!",
      "\u202e"
    )
    const value = fc
      .array(fc.oneof(hostile, fc.string({ unit: "binary" })), { maxLength: 5 })
      .map((parts) => parts.join(""))
    fc.assert(
      fc.property(value, (uid) => {
        const read = overTheLine({ uid })
        assert.instanceOf(read, AndFilter)
        const parts = read instanceof AndFilter ? read.filters : []
        assert.lengthOf(parts, 2)
        const [, asked] = parts
        assert.instanceOf(asked, EqualityFilter)
        assert.deepStrictEqual(asked instanceof EqualityFilter && [asked.attribute, asked.value], ["uid", uid])
      })
    )
  })
})
