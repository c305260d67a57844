import type { Text } from "@banfa/core/regulation"
import { actCard, type Card, chipWidth, derivedCard, positionCard, type, widthOf } from "./Card.ts"
import { chip, flow, left } from "./draw.ts"
import type { Guard } from "./Lifecycle.ts"

const sample = (source: "text" | "library", name: Text): Card =>
  actCard({ tag: "", name, guards: [], row: { who: [], articles: [], source } })

/** What the boxes and the guards mean; `derived`: acts of another lifecycle are drawn too. */
export const legend = (width: number, derived: boolean): { readonly drawn: string; readonly bottom: number } => {
  const boxes = flow(
    [
      positionCard({ zh: "起始阶段", en: "initial position" }, true),
      positionCard({ zh: "所处阶段", en: "position" }, false),
      sample("text", { zh: "条文所定步骤", en: "step of the text" }),
      sample("library", { zh: "库内补充步骤", en: "step of the library" }),
      ...(derived ? [derivedCard({ zh: "其他流程的事项", en: "act of another lifecycle" })] : [])
    ],
    width,
    40
  )
  const notes: ReadonlyArray<readonly [boolean, string]> = [
    [true, "未满足则不应办理 while unmet, the act is denied"],
    [false, "仅作提示 a notice, never in the way"]
  ]
  const y = boxes.bottom + 14
  let x = 0
  const chips = notes.map(([denies, words]) => {
    const guard: Guard = { norm: "N10.1", strength: "", denies }
    const drawn = chip(guard, x, y) + left("en", words, x + chipWidth(guard) + 6, y + 12)
    x += chipWidth(guard) + 30 + widthOf(words, type.en)
    return drawn
  })
  return { drawn: [boxes.drawn, ...chips].join("\n"), bottom: y + type.chipHeight }
}
