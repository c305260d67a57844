import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { readData } from "../../scripts/Data.ts"
import { generate } from "../../scripts/generate.ts"
import { regionNames } from "../../src/agency/regionNames.ts"
import { articles, chapters } from "../../src/regulation/articles.ts"
import { clauses } from "../../src/regulation/clauses.ts"
import { lifecycleTerms } from "../../src/regulation/lifecycleTerms.ts"
import type { NormId } from "../../src/regulation/Norm.ts"
import { norms } from "../../src/regulation/norms.ts"
import { normTerms } from "../../src/regulation/normTerms.ts"
import { isRoleId, role } from "../../src/regulation/Role.ts"
import { readings } from "../../src/regulation/readings.ts"
import { readingTexts } from "../../src/regulation/readingTexts.ts"
import { roleNames } from "../../src/regulation/roleNames.ts"
import { roles } from "../../src/regulation/roles.ts"
import * as terms from "../../src/regulation/terms.ts"

const data = readData()

describe("the generated modules", () => {
  it("are what the generator makes of the data today", () => {
    for (const [path, module] of Object.entries(generate(data))) {
      expect(readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8"), path).toBe(module)
    }
  })

  it("count 36 articles, 94 norms, 59 readings, 29 roles and 160 regions", () => {
    const counts = [articles, norms, readings, roles, regionNames].map((one) => Object.keys(one).length)
    expect(counts).toEqual([36, 94, 59, 29, 160])
  })

  it("give every norm a clause and a line of its own", () => {
    expect(Object.keys(clauses)).toEqual(Object.keys(norms))
    expect(Object.keys(normTerms)).toEqual(Object.keys(norms))
  })
})

describe("references between the data", () => {
  it("every bearer of a norm is a known role", () => {
    for (const [id, { bearer }] of Object.entries(norms)) {
      expect(bearer.length, id).toBeGreaterThan(0)
      expect(
        bearer.filter((one) => !isRoleId(one)),
        id
      ).toEqual([])
    }
  })

  it("every related norm and every reading of a norm exists", () => {
    for (const [id, { readings: read, related }] of Object.entries(norms)) {
      expect(
        related.filter((one) => !Object.hasOwn(norms, one)),
        id
      ).toEqual([])
      expect(
        read.filter((one) => !Object.hasOwn(readings, one)),
        id
      ).toEqual([])
    }
  })

  it("a reading names the norms that name it", () => {
    for (const row of data.readings) {
      const naming = data.norms.filter((norm) => norm.ambiguities.includes(row.id)).map((norm) => norm.id)
      expect([...row.norms].sort(), row.id).toEqual(naming.sort())
    }
  })

  it("the default of every reading is one of its options, and every option is explained", () => {
    for (const [id, { default: standard, options }] of Object.entries(readings)) {
      expect(options as ReadonlyArray<string>, id).toContain(standard)
      expect(options.length, id).toBeGreaterThan(1)
      const text = Object.entries(readingTexts).find(([one]) => one === id)?.[1]
      expect(Object.keys(text?.options ?? {}), id).toEqual(options)
    }
  })

  it("the id of a norm starts with the number of its article", () => {
    for (const [id, { article }] of Object.entries(norms)) expect(id).toMatch(new RegExp(`^N${article}\\.\\d+$`, "u"))
  })

  it("an id that is not a norm's does not compile", () => {
    // @ts-expect-error article 37 does not exist
    const unknown: NormId = "N37.1"
    expect(Object.hasOwn(norms, unknown)).toBe(false)
  })
})

describe("roles", () => {
  it("are offices at the province, at a city or county, at exactly the region, or filled by the case", () => {
    expect(role("info.provincial")).toEqual({ office: "info", scope: "provincial" })
    expect(role("info.local")).toEqual({ office: "info", scope: "local" })
    expect(role("info.any")).toEqual({ office: "info", scope: "any" })
    expect(role("builder")).toEqual({ office: "builder", scope: "case" })
    expect(role("applicant.any").scope).toBe("case")
  })

  it("the other organs of article 4 are organs that are not the informatization authority (art. 4)", () => {
    expect(role("organ.other")).toEqual({ office: "organ", scope: "any", except: "info" })
  })
})

describe("texts", () => {
  /** Every `{ zh, en }` in a value, with the path to it. */
  const textsIn = (value: unknown, path = ""): ReadonlyArray<[string, { zh: unknown; en: unknown }]> => {
    if (typeof value !== "object" || value === null) return []
    if ("zh" in value && "en" in value) return [[path, value]]
    return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${path}/${key}`))
  }
  const all = { chapters, readingTexts, roleNames, terms: { ...terms }, normTerms, lifecycleTerms, regionNames }

  it("stand in Chinese and in English, every one", () => {
    const texts = textsIn(all)
    expect(texts.length).toBeGreaterThan(700)
    const lacking = texts.filter(([, { en, zh }]) =>
      [zh, en].some((one) => typeof one !== "string" || one.trim() === "")
    )
    expect(lacking.map(([path]) => path)).toEqual([])
  })

  it("are Chinese where they say so, and English where they say so", () => {
    const inChinese = textsIn(all).filter(([, { zh }]) => !/\p{Script=Han}/u.test(String(zh)))
    expect(inChinese.map(([path]) => path)).toEqual([])
    const { regionNames: _places, ...ours } = all
    const quoting = textsIn(ours).filter(([, { en }]) => !/[A-Za-z]{2}/u.test(String(en)))
    expect(quoting.map(([path]) => path)).toEqual([])
  })

  it("name every force, modality and degree of detectability that a norm has", () => {
    for (const { detectability, force, modality } of Object.values(norms)) {
      expect(Object.keys(terms.forces)).toEqual(expect.arrayContaining([force, modality]))
      expect(Object.keys(terms.detectability)).toContain(detectability)
    }
  })
})
