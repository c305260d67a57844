import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, describe, expect, test } from "vitest"

const main = resolve(import.meta.dirname, "../../main.ts")
const folder = mkdtempSync(join(tmpdir(), "banfa-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: ReadonlyArray<string>) => {
  const node = ["--conditions=@banfa/source", "--disable-warning=ExperimentalWarning", main, ...args]
  const { status, stderr, stdout } = spawnSync(process.execPath, node, {
    encoding: "utf8",
    cwd: folder,
    env: { ...process.env, TMPDIR: folder, INIT_CWD: folder }
  })
  return { status, stdout, stderr }
}
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const smallest = `
标题: 最小的情形
背景:
  地区: "440100"
  机构: { 发改局: { 职责: [投资主管部门] }, 卫生局: { 职责: [行政机关] } }
  项目: { 甲: { 责任机关: 卫生局 } }
情形:
  - 名称: 未征求意见即批准
    条款: [N10.1]
    已知:
      - 批准立项: { 日期: 2026-02-20, 办理机关: 发改局, 申请: 一 }
    当: { 截至: 2026-03-01 }
    则: { 结论: { N10.1: STATUS } }
`

describe("the main job", () => {
  test("tells the story in Chinese, ends by itself, and leaves nothing behind", () => {
    const { status, stderr, stdout } = run()
    expect([status, stderr]).toEqual([0, ""])
    for (const line of [
      "《广东省电子政务建设管理办法》（粤府办〔2005〕11号）",
      "决定与意见不一致；意见仅为参考依据，不妨碍决定",
      "✗ 不应办理，规定的前提未具备，perform 不予办理",
      "第十条：“投资主管部门在审批电子政务项目立项时，应征求信息化主管部门的意见”",
      "      未按规定（示例市发展改革局（投资主管部门））",
      "      未按规定（示例市应急办（行政机关））",
      "== 二、截至2026-05-31的未了事项：仅依《办法》原文 ==",
      "逾期未办，期限2025年7月15日",
      "依次建设完成、报送建设情况、申请验收、验收通过、投入运行，到达“运行中”。",
      "== 八、检查汇总（截至2026-05-31） ==",
      "第三十一条 申请立项同时提交建设规划或者建设方案（N31.2）：未按规定 1 项",
      "示例市应急办（建设单位）：未按规定 3 项",
      "结论供检查、考核参考，不作违法认定",
      "另一解释：一律为省信息化主管部门——结论不变",
      "○ 抄送投资进展情况（示例市信息中心）：可以办理",
      "6 项相符，0 项不符",
      "现行效力未核实"
    ]) {
      expect(stdout).toContain(line)
    }
    expect(stdout).not.toMatch(/undefined|\[object|NaN/)
    expect(readdirSync(folder).filter((name) => name.startsWith("banfa-"))).toEqual([])
  })

  test("tells it in English, with no Chinese but the names of the story", () => {
    const { status, stdout } = run("--lang", "en")
    expect(status).toBe(0)
    expect(stdout).toContain("✗ Denied, a required precondition is not met: perform refuses")
    expect(stdout).toContain("Not as provided (Sample City Development and Reform Bureau (investment authority))")
    expect(stdout).toContain("6 hold, 0 do not")
    const chinese = stdout.match(/[\u4e00-\u9fff]+/g) ?? []
    const names = /^(项目|甲|乙|函|意见|粤府办|号|以|参考依据|要求|作为|示例省规划|基层|信息化|录入员|示例|一)+/u
    expect(chinese.filter((word) => !names.test(word))).toEqual([])
  })

  test("plays a file of the user's own, and its exit code says whether the checks hold", () => {
    expect(run(file("holds.yaml", smallest.replace("STATUS", "未按规定"))).status).toBe(0)
    const { status, stdout } = run(file("fails.yaml", smallest.replace("STATUS", "已按规定履行")))
    expect(status).toBe(1)
    expect(stdout).toContain("0 项相符，1 项不符")
    expect(stdout).toContain("未按规定")
  })
})

describe("input that cannot be played", () => {
  test.each([
    ["an act that does not exist", smallest.replace("批准立项:", "批准立頂:"), /bad\.yaml:\d+:\d+ .*批准立頂/u],
    ["a day that does not exist", smallest.replace("2026-02-20", "2026-02-30"), /bad\.yaml:\d+:\d+ .*2026-02-30/u],
    ["a norm that does not exist", smallest.replace("[N10.1]", "[N10.9]"), /bad\.yaml:\d+:\d+ .*N10\.9/u],
    ["broken YAML", "标题: [", /bad\.yaml:\d+:\d+/u]
  ])("%s is located in the file, in both languages, without a stack trace", (_, text, located) => {
    const { status, stderr, stdout } = run(file("bad.yaml", text))
    expect([status, stdout]).toEqual([2, ""])
    expect(stderr).toMatch(located)
    expect(stderr).not.toMatch(/\n\s+at /u)
  })

  test("a file that is not there, a second file, and an unknown option are said plainly", () => {
    expect(run("nowhere.yaml").stderr).toContain("无法读取文件 / the file cannot be read: nowhere.yaml")
    expect(run("a.yaml", "b.yaml").stderr).toContain("一次只演示一个文件")
    expect(run("--colour").stderr).toContain("没有此选项")
    expect(run("--lang", "fr").stderr).toContain("--lang")
    expect(run("nowhere.yaml").status).toBe(2)
  })
})
