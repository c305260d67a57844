import * as Result from "effect/Result"
import { type Played, play } from "../../src/scenario/play.ts"
import { readScenario } from "../../src/scenario/readScenario.ts"
import type { Scenario } from "../../src/scenario/Scenario.ts"

export type Data = { readonly [key: string]: unknown }

/** A file with one scenario in Chinese; what is given replaces its parts. */
export const data = (scenario: Data = {}, setting: Data = {}): Data => ({
  标题: "示例",
  背景: {
    地区: "440100",
    机构: {
      市卫生局: { 职责: "行政机关" },
      市发展改革局: { 职责: "投资主管部门" },
      市信息化局: { 职责: ["信息化主管部门"] }
    },
    项目: { P1: { 责任机关: "市卫生局" } },
    ...setting
  },
  情形: [
    {
      名称: "示例（第十条）",
      条款: "N10.1",
      已知: [{ 申请立项: { 日期: "2026-01-10", 办理机关: "市卫生局", 送达机关: "市发展改革局" } }],
      当: { 截至: "2026-02-01" },
      则: { 结论: { "N10.1": "待办，尚未到期" } },
      ...scenario
    }
  ]
})

export const read = (file: unknown): Scenario => Result.getOrThrow(readScenario(file)).scenarios[0] as Scenario
export const played = (file: unknown): Played => Result.getOrThrow(play(read(file)))
export const refused = (file: unknown): ReadonlyArray<string> =>
  Result.getOrThrow(Result.flip(readScenario(file))).findings.map(({ path, zh }) => `${path} ${zh}`)
