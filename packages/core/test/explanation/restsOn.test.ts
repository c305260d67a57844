import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { compose, type Layer, reading, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { explain } from "../../src/project/explain.ts"
import { fold, type Verdict, verdicts } from "../../src/project/index.ts"
import { ask, facts } from "./sample.ts"

const title = { zh: "示例市意见（示例）", en: "Sample City opinions (a sample)" }
const choosing = (readings: Layer["readings"], status: "sample" | "unverified" = "sample"): Layer => ({
  id: "city",
  version: "1",
  title,
  source: { title, status },
  readings
})
const project = fold("P1", facts)
const told = (norm: string, profile = textOnly) => {
  const ctx = ask("2026-03-01", profile)
  return explain(project, verdicts(project, ctx).verdicts.find((v) => v.norm === norm) as Verdict, ctx)
}
const read = (...layers: ReadonlyArray<Layer>) => Result.getOrThrow(compose(textOnly, ...layers))

test("a verdict under a reading that a layer chose names the layer's document (art. 10)", () => {
  const said = told("N10.2", read(choosing({ A10a: "veto" })))
  expect(said.conclusion.zh).toBe("未按规定")
  expect(said.restsOn).toEqual({
    zh: "据《办法》原文；解释依部署所选（示例市意见（示例））：A10a",
    en: "rests on the text of the Measures; read as chosen (Sample City opinions (a sample)): A10a"
  })
  expect(said.readings.map((r) => [r.id, r.chosen.option, r.chosen.by])).toEqual([
    ["A10a", "veto", title],
    ["A10c", "same-level", undefined],
    ["A10e", "after-asking", undefined],
    ["A31e", "counts", undefined]
  ])
})

test("so does one under a reading that a layer chose although the analysis recommends it, and says when nobody verified the document", () => {
  const said = told("N10.2", read(choosing({ A10a: "reference", A10e: "after-asking" }, "unverified")))
  expect(said.restsOn.zh).toBe("据《办法》原文；解释依部署所选（示例市意见（示例）（来源未核实））：A10a、A10e")
})

test("a reading that bears on other norms, or that no layer chose, is not the layer's", () => {
  expect(told("N11.1", read(choosing({ A10a: "veto" }))).restsOn.zh).toBe("仅据《办法》原文")
  const undocumented = reading(read(choosing({ A10a: "reference" })), "A10a", "veto")
  expect(told("N10.2", undocumented).restsOn.zh).toBe("据《办法》原文；解释依部署所选（未注明文件）：A10a")
})

test("a day and a reading can come from two documents, and both are named (art. 11)", () => {
  const said = told("N11.1", read(sampleLayer, choosing({ A11a: "fiscal" })))
  expect(said.restsOn.zh).toBe(
    "期限依据本地规则，非《办法》规定：示例市电子政务项目管理规定（示例，非现行规定）；解释依部署所选（示例市意见（示例））：A11a"
  )
})

test("layers on layers are the same profile as all of them at once, and the base keeps what it chose", () => {
  const city = choosing({ A10a: "reference" })
  const twice = Result.getOrThrow(compose(read(sampleLayer), city))
  expect(twice).toEqual(read(sampleLayer, city))
  expect(twice.id).toBe("sample+city")
  const refused = Result.getOrThrow(Result.flip(compose(twice, { ...choosing({ A10a: "veto" }), id: "later" })))
  expect(refused.findings.map((f) => [f.layer, f.key, f.earlier])).toEqual([["later", "A10a", "sample+city"]])
})
