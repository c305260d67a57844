/** Plain data from YAML, with the place of everything in it. Every value is read as the text that was written: `100.10` stays `100.10`. */
import type { Locate, Path, ScenarioFinding } from "@banfa/core/scenario"
import { pathText } from "@banfa/core/scenario"
import * as Result from "effect/Result"
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml"
import { limits, yamlTexts } from "./yamlTexts.ts"

/** Data and where each part of it stands. */
export interface Located {
  readonly data: unknown
  readonly locate: Locate
}

type Findings = ReadonlyArray<ScenarioFinding>

const whole = (zh: string, en: string): Result.Result<never, Findings> => Result.fail([{ path: "", zh, en }])

/** Reads one YAML document. Whatever the text is, the answer is data or findings, never an exception. */
export const readYaml = (text: string): Result.Result<Located, Findings> => {
  if (new TextEncoder().encode(text).length > limits.bytes)
    return whole("文件超过 2 MB", "the file is larger than 2 MB")
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, {
      schema: "failsafe",
      lineCounter: lines,
      logLevel: "error",
      prettyErrors: false
    })
    const problems = [...document.errors, ...document.warnings].map(({ code, pos }): ScenarioFinding => {
      const { col, line } = lines.linePos(pos[0])
      return { path: "", line, column: col, ...yamlTexts[code] }
    })
    const found = [...problems, ...inspect(document, lines)]
    return found.length > 0
      ? Result.fail(found)
      : Result.succeed({ data: document.toJS(), locate: locator(document, lines) })
  } catch {
    return whole("文件嵌套过深或者无法读取", "the file is nested too deeply or cannot be read")
  }
}

/** What YAML allows and a scenario file does not: deep nesting, many aliases, keys that are no text. */
const inspect = (document: Document, lines: LineCounter): Findings => {
  const found: Array<ScenarioFinding> = []
  let aliases = 0
  const report = (node: Node | null, path: Path, zh: string, en: string): void => {
    const { col, line } = lines.linePos(node?.range?.[0] ?? 0)
    found.push({ path: pathText(path), line, column: col, zh, en })
  }
  const walk = (node: Node | null, path: Path): void => {
    if (path.length > limits.depth)
      return report(node, [], `嵌套超过 ${limits.depth} 层`, `nested more than ${limits.depth} levels deep`)
    if (isAlias(node)) {
      aliases++
      if (aliases === limits.aliases + 1)
        report(node, [], `引用（*）超过 ${limits.aliases} 处`, `more than ${limits.aliases} aliases`)
      else if (node.resolve(document) === undefined)
        report(node, path, `没有名为“${node.source}”的锚（&）`, `there is no anchor "${node.source}"`)
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) walk(item as Node, [...path, index])
    } else if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key)) walk(value as Node | null, [...path, String(key.value)])
        else report(key as Node, path, yamlTexts.NON_STRING_KEY.zh, yamlTexts.NON_STRING_KEY.en)
      }
    }
  }
  walk(document.contents as Node | null, [])
  return found
}

/** Finds the place of the deepest part of a path that exists; a key stands where its name does. */
const locator = (document: Document, lines: LineCounter): Locate => {
  const step = (
    node: unknown,
    key: string | number
  ): { readonly at: Node | undefined; readonly next: unknown } | undefined => {
    const held = isAlias(node) ? node.resolve(document) : node
    if (isSeq(held) && typeof key === "number") return { at: held.items[key] as Node, next: held.items[key] }
    if (!isMap(held)) return undefined
    const pair = held.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
    return pair === undefined ? undefined : { at: pair.key as Node, next: pair.value }
  }
  return (path) => {
    let node: unknown = document.contents
    let at: Node | null | undefined = document.contents as Node | null
    for (const key of path) {
      const found = step(node, key)
      if (found === undefined) break
      at = found.at ?? at
      node = found.next
    }
    const { col, line } = lines.linePos(at?.range?.[0] ?? 0)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
}
