import { resolve } from "node:path"
import { describe, expect, test } from "vitest"
import { readTrace, type Trace } from "../../src/articles/Trace.ts"
import { tallies, untraceable } from "../../src/articles/untraceable.ts"

const trace = readTrace(resolve(import.meta.dirname, "../../../.."))
const of = (part: Partial<Trace>) => untraceable({ ...trace, ...part })
const without = (norm: string) => ({
  ...trace.copies,
  norms: trace.copies.norms.filter(({ id }) => id !== norm)
})

test("every sentence of the Measures can be followed to its norms, rules and scenarios", () => {
  expect(untraceable(trace)).toEqual([])
  expect(tallies(trace).en).toMatch(/^\d+ norms evaluated, \d+ for a person to judge, 3 not/u)
})

describe("a sentence is named", () => {
  test("whose words change in the source (art. 31)", () => {
    const source = trace.copies.source.replace("事前评估是电子政务项目在立项前", "事前评估是电子政务项目在立项后")
    expect(of({ copies: { ...trace.copies, source } })).toEqual([
      'article 31, sentence 1: expected "第三十一条　事前评估是电子政务项目在立项前进行的效果评估。", found "第三十一条　事前评估是电子政务项目在立项后进行的效果评估。"',
      expect.stringContaining('article 31, place "第三十一条　事前评估'),
      'N31.1 "事前评估是电子政务项目在立项前进行的效果评估": expected "事前评估是电子政务项目在立项前进行的效果评估", found "事前评估是电子政务项目在立项后进行的效果评估"'
    ])
  })

  test("on part of which no norm rests (art. 10)", () => {
    expect(of({ copies: without("N10.2") })).toEqual([
      'article 10, "第十条　投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见，以信息化主管部门的意见作为审批的参考依据。": no norm rests on "以信息化主管部门的意见作为审批的参考依据"; map it, or give the reason in packages/core/data/notNormative.json',
      "the register has N10.2, which is no norm of the text"
    ])
  })

  test("on which no norm rests at all (art. 36)", () => {
    expect(of({ copies: without("N36.1") })[0]).toMatch(/^article 36, ".*": no norm rests on "本办法自颁布之日起实施"/u)
  })

  test("whose words without a norm lose their reason (art. 15)", () => {
    const notNormative = { ...trace.notNormative, passages: [] }
    expect(of({ notNormative })).toEqual([
      expect.stringMatching(/^article 15, "第十五条　.*，提高行政效率。": no norm rests on "提高行政效率"/u)
    ])
  })

  test("that is nobody's although a reason is given: the reason is idle", () => {
    const passages = [
      ...trace.notNormative.passages,
      { article: 15, words: "行政机关", reason: { zh: "无", en: "none" } }
    ]
    expect(of({ notNormative: { ...trace.notNormative, passages } })).toEqual([
      'packages/core/data/notNormative.json: "行政机关" stands nowhere outside the clause of a norm'
    ])
  })
})

describe("a norm is named by its words", () => {
  test("that is evaluated and that no scenario names any more (art. 32)", () => {
    const scenarios = trace.scenarios.filter(({ norms }) => !norms.includes("N32.5"))
    expect(scenarios.length).toBeLessThan(trace.scenarios.length)
    expect(of({ scenarios })).toContain('N32.5 "财政资金投入的参考依据" is evaluated, and no scenario names it')
  })

  test("that stands in no register (art. 9)", () => {
    const { "N9.1": gone, ...standing } = trace.standing
    expect(gone?.kind).toBe("evaluated")
    expect(of({ standing })).toEqual([
      'N9.1 "有关部门安排电子政务投资时，应当以电子政务发展规划为主要依据" is in no register'
    ])
  })

  test("whose rule is gone, and whose rule nobody registered (arts 11, 12)", () => {
    const rules = trace.rules.filter(({ norm }) => norm !== "N11.1")
    const standing = {
      ...trace.standing,
      "N12.2": { kind: "notEvaluable", why: { zh: "示例", en: "an example" } }
    } as const
    expect(of({ rules, standing })).toEqual([
      'N11.1 "信息化主管部门对行政机关电子政务建设投资情况进行备案" is evaluated, and no rule of its name stands under it',
      expect.stringMatching(
        /^N12\.2 "抄送信息化主管部门备案" has a rule in packages\/core\/src\/project\/art12\.ts:\d+, and the register/u
      )
    ])
  })

  test("whose rule quotes it otherwise; what it leaves out it has to mark (art. 12)", () => {
    const quoting = (quote: string) =>
      of({ rules: trace.rules.map((rule) => (rule.norm === "N12.1" ? { ...rule, quote } : rule)) })
    expect(quoting("行政机关电子政务项目投资进展情况，由建设单位按季度(…)报送投资主管部门")).toEqual([])
    for (const quote of ["由建设单位按季度报送投资主管部门", "由建设单位按月(…)报送投资主管部门", ""]) {
      expect(quoting(quote)).toEqual([
        expect.stringMatching(/^packages\/core\/src\/project\/art12\.ts:\d+: ".*" is not what N12\.1 says: "行政机关/u)
      ])
    }
  })

  test("whose signs stand in one language alone (art. 12)", () => {
    const fulfilled = { zh: "", en: "reported" }
    const signs = { ...trace.signs, "N12.1": { fulfilled, breached: { zh: "", en: "" } } }
    expect(of({ signs })).toEqual([expect.stringMatching(/^N12\.1 ".*": "reported" is said in one language alone$/u)])
  })
})

test("a property of an article that does not exist is found", () => {
  const laws = [{ file: "packages/core/test/law/x.test.ts", title: "it holds", articles: [36, 37] }]
  expect(of({ laws })).toEqual(['packages/core/test/law/x.test.ts: "it holds" names article 37, which does not exist'])
})
