import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { directory } from "../../src/agency/Directory.ts"
import { parseDirectoryData, parseRegion } from "../../src/agency/DirectorySchema.ts"
import { data, guangdong } from "./sampleDirectory.ts"

const error = <A, E>(result: Result.Result<A, E>): E => Result.getOrThrow(Result.flip(result))
const plain = JSON.parse(JSON.stringify(data(guangdong)))

describe("reading a directory", () => {
  it("gives back what a host wrote, ready to be built", () => {
    const read = Result.getOrThrow(parseDirectoryData(plain))
    expect(read).toEqual(data(guangdong))
    expect(Result.isSuccess(directory(read))).toBe(true)
  })

  it("names every field that does not fit", () => {
    const wrong = {
      ...plain,
      agencies: [{ id: "a\u0000", name: { zh: "" }, region: "999999" }],
      holdings: [{ agency: "a", office: "mayor", region: "440100", from: "2005-02-30" }]
    }
    const unreadable = error(parseDirectoryData(wrong))
    expect(unreadable._tag).toBe("DirectoryUnreadable")
    for (const words of ["不含控制字符", "999999", "office", "没有这一天", "zh"])
      expect(unreadable.detail).toContain(words)
    expect(unreadable.message).toContain("机构名录数据格式不符 / The data of the agency directory does not fit")
  })

  it.each([null, 1, "text", [], {}])("refuses %j", (input) => {
    expect(error(parseDirectoryData(input))._tag).toBe("DirectoryUnreadable")
  })

  it("bounds an agency's id at 64 characters", () => {
    const named = (id: string) =>
      parseDirectoryData({ ...plain, agencies: [{ ...plain.agencies[0], id }], holdings: [] })
    expect(Result.isSuccess(named("机".repeat(64)))).toBe(true)
    expect(Result.isSuccess(named("机".repeat(65)))).toBe(false)
    expect(Result.isSuccess(named(""))).toBe(false)
  })
})

describe("the code of a region", () => {
  it("is one that the lists know", () => {
    expect(parseRegion("440102")).toEqual(Result.succeed("440102"))
  })

  it.each(["", "44", "440199", "110000", "toString", "__proto__"])("%j is refused in both languages", (input) => {
    const unknown = error(parseRegion(input))
    expect(unknown._tag).toBe("UnknownRegion")
    expect([unknown.zh, unknown.en].every((text) => text.includes(input))).toBe(true)
  })
})
