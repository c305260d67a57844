import { type InvalidScenario, type LiveCases, scenarioOf } from "@banfa/core/scenario"
import * as Result from "effect/Result"
import { Document, isMap, isPair, isScalar, visit } from "yaml"

/**
 * Writes cases down as the text of a scenario file (YAML) under Chinese names, one line a fact, as a person would write it. `parseScenario`
 * reads it; what cannot be written is told as `scenarioOf` of `@banfa/core/scenario` tells it.
 *
 * @example
 * ```ts
 * import type { CivilDate } from "@banfa/core/civil"
 * import { textOnly } from "@banfa/core/profile"
 * import { writeScenario } from "@banfa/testing/scenario"
 * import * as Result from "effect/Result"
 *
 * const on = "2026-02-20" as CivilDate
 * const drafted = { _tag: "Drafted", id: "1", project: "P1", on, recordedAt: `${on}T01:00:00Z`, region: "440100", organ: "health" }
 * const text = Result.getOrThrow(
 *   writeScenario({
 *     title: { zh: "实例", en: "A live case" },
 *     directory: { version: "1", agencies: [], holdings: [], successions: [] },
 *     profile: textOnly,
 *     facts: [drafted],
 *     asked: [{ subject: "project", case: "P1", asOf: on }]
 *   })
 * )
 * text.split("\n").slice(0, 2) // => ["标题: 实例", "英文: A live case"]
 * ```
 */
export const writeScenario = (told: LiveCases): Result.Result<string, InvalidScenario> =>
  Result.map(scenarioOf(told), (data) => {
    const document = new Document(data, { aliasDuplicateObjects: false })
    visit(document, {
      Map: (_, node, path) => {
        if (named(path.at(-1), ["当"]) || named(path.at(-3), ofEach) || named(path.at(-2), listed)) node.flow = true
        // a fact stands on one line after its name
        const [fact] = node.items
        if (named(path.at(-2), ["已知"]) && isMap(fact?.value)) fact.value.flow = true
      }
    })
    return document.toString({ lineWidth: 0, flowCollectionPadding: true })
  })

/** Under these, what is said of each name stands on one line. */
const ofEach = ["机构", "仅有结论", "参数"]
/** Lists with one line for each item. */
const listed = ["承继", "规划", "另行制定", "设施"]

const named = (node: unknown, names: ReadonlyArray<string>): boolean =>
  isPair(node) && isScalar(node.key) && names.includes(String(node.key.value))
