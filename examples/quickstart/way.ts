import type { CaseRef, EmbeddedDocket } from "@banfa/core/docket"
import type { Context, Position } from "@banfa/core/project"
import { describeWay } from "@banfa/core/project/explain"
import { positionNames } from "@banfa/core/project/vocabulary"
import { answered } from "./outlook.ts"
import type { Telling } from "./Telling.ts"

const ended: ReadonlyArray<Position> = ["retired", "cancelled", "withdrawn", "rejectedFinal"]
const built: ReadonlyArray<Position> = [
  "approved",
  "constructing",
  "suspended",
  "completed",
  "completionReported",
  "acceptancePending",
  "rectifying",
  "accepted"
]

/** Where a project is bound for: its establishment, then its operation, then its retirement. */
const goalOf = (position: Position): Position | undefined => {
  if (ended.includes(position)) return undefined
  if (position === "inOperation") return "retired"
  return built.includes(position) ? "inOperation" : "approved"
}

/** The lawful way onward, step by step, with whoever can take each; or what is missing. */
export const sayWay = async (
  docket: EmbeddedDocket,
  project: CaseRef<"project">,
  position: Position,
  asOf: string,
  ctx: Context,
  { say }: Telling
): Promise<boolean> => {
  const goal = goalOf(position)
  if (goal === undefined) {
    const { en, zh } = positionNames[position]
    say({ zh: `已到终点：${zh}`, en: `at its end: ${en}` }, 1)
    return true
  }
  const way = answered(await docket.path(project, goal, { asOf }), say)
  if (way === undefined) return false
  const { lacks, optional, steps, summary } = describeWay(way, ctx)
  say(summary, 1)
  for (const [beside, acts] of [
    [false, steps],
    [true, optional]
  ] as const) {
    for (const { act, asks, place, who } of acts) {
      const sign = beside ? "+" : "→"
      say({ zh: `${sign} ${act.zh}（${who.zh}）${place.zh}`, en: `${sign} ${act.en} (${who.en}) ${place.en}` }, 2)
      for (const { article, quote } of asks)
        say({ zh: `${article.zh}：“${quote.zh}”`, en: `${article.en}: "${quote.en}"` }, 3)
    }
  }
  for (const { norm, text } of lacks) {
    say(text, 2)
    if (norm !== undefined)
      say({ zh: `${norm.article.zh}：“${norm.quote.zh}”`, en: `${norm.article.en}: "${norm.quote.en}"` }, 3)
  }
  return true
}
