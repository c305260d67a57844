import { describe, expect, test } from "vitest"
import type { Lifecycle } from "../../src/lifecycles/Lifecycle.ts"
import { markdown } from "../../src/lifecycles/markdown.ts"
import { svg } from "../../src/lifecycles/svg.ts"

const sample: Lifecycle = {
  id: "sample",
  name: { zh: "样例", en: "sample" },
  initial: "draft",
  positions: { draft: { zh: "起草", en: "draft" }, approved: { zh: "已批准", en: "approved" } },
  acts: {
    Approved: { zh: "批准", en: "approve <it>" },
    Imported: { zh: "导入", en: "import" },
    Noted: { zh: "备注", en: "note" }
  },
  rows: {
    Approved: {
      from: ["draft"],
      to: "approved",
      who: ["investment.any"],
      articles: [10],
      source: "text",
      guards: { "N10.2": "advisory", "N10.1": "required" }
    },
    Imported: { to: "approved", who: [], articles: [], source: "library" },
    Noted: { from: ["draft"], who: ["builder"], articles: [12], source: "library" }
  }
}

const count = (text: string, part: string): number => text.split(part).length - 1

describe("the page of a lifecycle", () => {
  test("has a row for each act: from, to, who, articles, guards that deny first, source", () => {
    expect(markdown(sample)).toContain(
      "| 批准<br>approve <it><br>`Approved` | 起草 draft | 已批准 approved | 投资主管部门 investment authority | 第十条 art. 10 | **N10.1** required<br>N10.2 advisory | 条文<br>text |"
    )
    expect(markdown(sample)).toContain(
      "| 导入<br>import<br>`Imported` | 随时 at any time | 已批准 approved |  |  |  | 库内<br>library |"
    )
    expect(markdown(sample)).toContain("| 备注<br>note<br>`Noted` | 起草 draft | 不变 stays |")
  })
})

describe("the diagram of a lifecycle", () => {
  test("draws a line from each position to the act and from the act to where it leads, in the manner of its source", async () => {
    const drawn = await svg(sample)
    expect(count(drawn, '<path class="line text"')).toBe(2)
    expect(count(drawn, '<path class="line library"')).toBe(1)
  })

  test("tells guards that deny from those that tell; both stand once more in the legend", async () => {
    const drawn = await svg(sample)
    expect(count(drawn, '<g class="denies">')).toBe(2)
    expect(count(drawn, '<g class="tells">')).toBe(2)
    expect(drawn.indexOf(">N10.2<")).toBeGreaterThan(drawn.lastIndexOf(">N10.1<"))
  })

  test("names every act and position in both languages, and escapes what is not text in SVG", async () => {
    const drawn = await svg(sample)
    for (const { en, zh } of [...Object.values(sample.positions), ...Object.values(sample.acts)]) {
      expect(drawn).toContain(`>${zh}<`)
      expect(drawn).toContain(`>${en.replace("<", "&lt;").replace(">", "&gt;")}<`)
    }
  })

  test("draws no line from a position that the act leaves as it is", async () => {
    const { Approved } = sample.rows
    const rows = {
      Approved: { ...Approved, who: [], articles: [], source: "text", from: ["draft", "approved"] }
    } as const
    const stays = { Approved: { ...rows.Approved, stays: ["approved"] } }
    expect(count(await svg({ ...sample, rows }), '<path class="line text"')).toBe(3)
    expect(count(await svg({ ...sample, rows: stays }), '<path class="line text"')).toBe(2)
    expect(markdown({ ...sample, rows: stays })).toContain("已批准 approved<br>不变 stays: 已批准 approved |")
  })

  test("draws dashed what the acts of another lifecycle do, with their names; the page lists them below the rows", async () => {
    const lifecycle: Lifecycle = { ...sample, derived: [{ act: "Noted", from: ["draft"], to: "approved" }], rows: {} }
    const drawn = await svg(lifecycle)
    expect(count(drawn, '<path class="line derived"')).toBe(2)
    expect(drawn).toContain(">备注<")
    expect(markdown(lifecycle)).toContain("| 备注<br>note<br>`Noted` | 起草 draft | 已批准 approved |")
    expect(await svg(sample)).not.toContain('class="line derived"')
  })

  test("is the same bytes whenever it is drawn", async () => {
    expect(await svg(sample)).toBe(await svg(sample))
  })

  test("cannot be drawn while an act or a position has no name", async () => {
    await expect(svg({ ...sample, acts: {} })).rejects.toThrow('the lifecycle "sample" has no name for "Approved"')
    await expect(svg({ ...sample, positions: {} })).rejects.toThrow('the lifecycle "sample" has no name for "draft"')
  })
})
