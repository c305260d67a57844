import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { ScenarioFile, scenarioJsonSchema } from "@banfa/core/scenario"
import { parseScenario, scenarioSources } from "@banfa/testing/scenario"
import { Ajv2020 } from "ajv/dist/2020.js"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"

const folder = fileURLToPath(new URL("../../scenarios", import.meta.url))
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(scenarioJsonSchema())
const bad = (file: string): unknown => parse(readFileSync(`${folder}/bad/${file}`, "utf8"))

describe("the JSON Schema of scenario files", () => {
  for (const { file, text } of scenarioSources(folder)) {
    it(`accepts ${file} as an editor reads it`, () => {
      const valid = validate(parse(text))
      expect(validate.errors ?? []).toEqual([])
      expect(valid).toBe(true)
    })
  }

  it("accepts a file in English, and one that mixes both languages", () => {
    const english = {
      title: "In English",
      setting: { region: "440100", agencies: { bureau: { offices: "info" } }, projects: { P1: { organ: "bureau" } } },
      scenarios: [
        {
          name: "mixed",
          norms: "N10.1",
          given: [{ Applied: { 日期: "2026-01-10", by: "bureau" } }],
          when: { asOf: "2026-02-01" },
          则: { verdicts: { "N10.1": "Pending" } }
        }
      ]
    }
    expect(validate(english)).toBe(true)
  })

  for (const file of ["unknownNames.yaml", "impossibleValues.yaml", "structure.yaml"]) {
    it(`refuses ${file}`, () => {
      expect(validate(bad(file))).toBe(false)
    })
  }

  it("refuses what is no scenario file at all", () => {
    for (const data of [null, "标题", [], {}, { 标题: "甲", 情形: [{}] }]) expect(validate(data)).toBe(false)
  })

  it("has a published copy that says the same", () => {
    const published = fileURLToPath(new URL("../../../../docs/scenario.schema.json", import.meta.url))
    expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())))
  })
})

describe("the canonical form", () => {
  it("of every file satisfies its Schema and comes back from JSON as it was", () => {
    expect(readdirSync(folder).length).toBeGreaterThan(0)
    for (const { file, text } of scenarioSources(folder)) {
      const read = Result.getOrThrow(parseScenario(text, file))
      const back = Schema.decodeUnknownResult(ScenarioFile)(JSON.parse(JSON.stringify(read)))
      expect(Result.isSuccess(back) ? back.success : String(back.failure), file).toEqual(read)
    }
  })
})
