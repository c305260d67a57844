import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type InvalidScenarioFile, limits, parseScenario, scenarioSources } from "@banfa/testing/scenario"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const folder = fileURLToPath(new URL("../../scenarios/bad/", import.meta.url))

/** Line and column, path, and the Chinese of every finding. */
const expected: { readonly [file: string]: ReadonlyArray<string> } = {
  "aliases.yaml": ["3:90  引用（*）超过 20 处", "4:9 情形[1].条款 没有名为“b”的锚（&）"],
  "depth.yaml": ["1:29  嵌套超过 24 层"],
  "duplicateKeys.yaml": ["2:1  同一项写了两次"],
  "impossibleValues.yaml": [
    "3:3 背景.地区 “440199”不是名录中的行政区划代码（六位数字）",
    "8:17 情形[1].已知[1].批准立项.日期 “2026-02-30”不是存在的日期（写作 2026-03-01）",
    "9:37 情形[1].已知[2].报送投资进展情况.季度 “2026-Q5”不是季度（写作 2026-Q1 或者 2026年第一季度）",
    "9:50 情形[1].已知[2].报送投资进展情况.金额 “1e30”不是金额",
    "10:37 情形[1].已知[3].报送投资进展情况.季度 “2026年第五季度”不是季度（写作 2026-Q1 或者 2026年第一季度）",
    "10:52 情形[1].已知[3].报送投资进展情况.金额 金额不得为负数",
    "11:50 情形[1].已知[4].报送投资进展情况.金额 金额须精确到分",
    "12:33 情形[1].已知[5].投资决算.录入时刻 “2026-04-10 25:00”不是时刻（写作 2026-03-01，或者 2026-03-01 09:30）",
    "13:10 情形[1].当.截至 “二月”不是存在的日期（写作 2026-03-01）"
  ],
  "notYaml.yaml": ["3:1  缺少标点（括号、引号、冒号、逗号或者空格）"],
  "references.yaml": [
    "13:40 情形[1].已知[1].申请立项.办理机关 背景未列“市卫生居”（是否应为“市卫生局”？）；确属名录以外的，列入“名录外”",
    "14:17 情形[1].已知[2].征求意见.编号 编号“一”重复",
    "15:9 情形[1].已知[3].征求意见 不止一项，须写明各自的“征求意见函”",
    "16:9 情形[1].已知[4].批准立项 更正须写明“录入时刻”",
    "17:49 情形[1].已知[5].报送投资进展情况.项目 背景未列项目“P2”，此前也没有建档的事实",
    "16:47 情形[1].已知[4].批准立项.更正记录 没有编号为“二”的记录",
    "19:9 情形[1].检验[1].当 “截至”不得早于拟办之日2026-01-30",
    "21:9 情形[1].检验[2] 没有拟办的事项，不会有“建议”或者“理由”",
    "23:9 情形[1].检验[3].当 应写明“截至”的日期，或者拟办的事项",
    "25:5 情形[2] 应写“检验”，或者一组“当”和“则”"
  ],
  "rules.yaml": [
    "4:3 背景.机构 自1900-01-01起，“市信息化局”与“市政务数据局”同时担任440100的同一职位（info）",
    "7:19 背景.规则.参数 《办法》未定的期限须写明“依据”的文件（示例也要写明是示例）",
    "7:3 背景.规则 规则层“scenario”设定的“opinion.within”已由“sample”设定，未声明替代"
  ],
  "structure.yaml": [
    "2:1 title “title”与同义的另一项重复",
    "5:5 情形[1].说明 没有写内容：已知没有的写“无”，不知道的删去此项",
    "7:9 情形[1].检验[1] 缺少“则”",
    "4:5 情形[1] 缺少“条款”"
  ],
  "tabs.yaml": ["3:1  缩进须用空格，不得用制表符"],
  "tags.yaml": ["1:5  不得使用标记（!）"],
  "twoDocuments.yaml": ["3:1  一个文件只能有一份文档，不得用 --- 分隔"],
  "unknownNames.yaml": [
    "6:15 背景.机构.市发展改革局.职责 “投资主管部们”不是职责；是否应为“投资主管部门”？",
    "10:10 情形[1].条款[1] “N10.9”不是规范编号；是否应为“N10.1”？",
    "12:9 情形[1].已知[1].申请立顶 “申请立顶”不是事实的名称；是否应为“申请立项”？",
    "13:33 情形[1].已知[2].申请立项.办理机构 “办理机构”不是此处可用的项；是否应为“办理机关”？",
    "14:32 情形[1].当.读法.A10z “A10z”不是解释问题的编号；是否应为“A10a”？",
    "14:44 情形[1].当.读法.A10a “block”不是A10a 的一种解释",
    "15:16 情形[1].则.结论.N10.1 “未按规顶”不是结论；是否应为“未按规定”？",
    "15:31 情形[1].则.建义 “建义”不是此处可用的项；是否应为“建议”？"
  ]
}

const refused = (text: string, file = "x.yaml"): InvalidScenarioFile =>
  Result.getOrThrow(Result.flip(parseScenario(text, file)))
const spoken = (text: string): ReadonlyArray<string> => refused(text).findings.map(({ zh }) => zh)

describe("a file that is no scenario file", () => {
  it("is one of the files that this test knows", () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(expected))
  })

  for (const [file, lines] of Object.entries(expected)) {
    it(`${file} is refused with every finding at its line and column, in both languages`, () => {
      const { findings } = refused(readFileSync(`${folder}${file}`, "utf8"), file)
      expect(findings.map(({ column, line, path, zh }) => `${line}:${column} ${path} ${zh}`)).toEqual(lines)
      for (const { en } of findings) expect(en).toMatch(/[a-z]{3}/u)
    })
  }

  it("names the file, line and column in its message", () => {
    expect(refused("标题: 甲\n情形: []\n多余: 1\n").message).toMatch(/^x\.yaml:3:1 多余: .* \/ /u)
  })

  it("is refused when it is larger than 2 MB", () => {
    expect(spoken(`标题: ${"长".repeat(limits.bytes / 3 + 1)}`)).toEqual(["文件超过 2 MB"])
  })

  it("is refused and not thrown at when its nesting exhausts the parser", () => {
    expect(spoken("[".repeat(200_000)).length).toBeGreaterThan(0)
  })

  it("is refused when it is empty, a text, or a list", () => {
    for (const text of ["", "标题", "- 标题"]) expect(spoken(text).length).toBeGreaterThan(0)
  })

  it("is refused when it names a key that JavaScript treats specially", () => {
    expect(spoken("标题: 甲\n情形: []\n__proto__: { 标题: 乙 }\n")).toContainEqual(
      expect.stringContaining("“__proto__”不是此处可用的项")
    )
  })
})

describe("an amount in a scenario file", () => {
  const reported = (amount: string): string =>
    [
      "标题: 金额",
      "情形:",
      "  - 名称: 金额",
      "    条款: N12.1",
      "    已知:",
      `      - 投资决算: { 日期: 2026-04-10, 金额: ${amount} }`,
      "    当: { 截至: 2026-05-01 }",
      "    则: { 结论: { N12.1: 不适用 } }"
    ].join("\n")
  const read = (amount: string): unknown => {
    const [scenario] = Result.getOrThrow(parseScenario(reported(amount), "x.yaml")).scenarios
    return scenario?.given.map((event) => ("amount" in event ? event.amount : undefined)).at(-1)
  }

  it("is read from the text that was written, whatever a number would make of it", () => {
    expect(read("100.10")).toBe("100.10")
    expect(read("0.1")).toBe("0.10")
    expect(read("9999999999999.99")).toBe("9999999999999.99")
    expect(read("120万元")).toBe("1200000.00")
    expect(read(`"1,200,000.5"`)).toBe("1200000.50")
  })

  it("is refused when it is not exact, negative, or in the notation of programs", () => {
    for (const amount of ["1e30", "1e2", "-5", "100.001", "0x10", ".inf", "10000000000000"]) {
      expect(spoken(reported(amount)), amount).toHaveLength(1)
    }
  })

  it("is none where the file says 无 or null, and unknown where the key is left out", () => {
    expect(read("无")).toBeNull()
    expect(read("null")).toBeNull()
  })
})

describe("the text of a scenario file with anything in it", () => {
  it("is read or refused with findings, never thrown at", () => {
    const sources = scenarioSources(fileURLToPath(new URL("../../scenarios", import.meta.url)))
    const marks = fc.constantFrom(
      "",
      ":",
      "- ",
      "  ",
      "{",
      "}",
      "[",
      "]",
      "*a",
      "&a ",
      "!t ",
      "\t",
      "\n",
      "'",
      '"',
      "%",
      "无",
      "2026-02-30",
      "---\n"
    )
    let refusals = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(8),
        marks,
        (source, at, cut, mark) => {
          const start = Math.floor(at * 3000)
          const text = source.text.slice(0, start) + mark + source.text.slice(start + cut, 3000)
          const read = parseScenario(text, source.file)
          if (Result.isFailure(read)) {
            refusals++
            expect(read.failure.findings.length).toBeGreaterThan(0)
          }
        }
      )
    )
    expect(refusals).toBeGreaterThan(20)
  })
})
