import type { Text } from "@banfa/core/regulation"
import { type ClauseRow, checkSource } from "./checkSource.ts"
import type { Standing, Trace } from "./Trace.ts"
import { unmapped } from "./unmapped.ts"

/** The sources whose sentence is not to be found in the text, or not where they say. */
const changed = ({ copies }: Trace): ReadonlyArray<string> =>
  checkSource(copies).map(({ expected, found, where }) => `${where}: expected "${expected}", found "${found}"`)

/** A quote above a rule leaves words out as `(…)`; what it gives has to stand in the clause, in that order. */
const isQuote = (quote: string, clause: string): boolean => {
  const parts = quote.split(/\(?…\)?/u)
  let at = 0
  return parts.every((part) => {
    const found = clause.indexOf(part, at)
    at = found + part.length
    return part !== "" && found >= 0
  })
}

/** What stands between a clause and its answers, and should not. */
const broken = ({ clause, id }: ClauseRow, { rules, scenarios, signs, standing }: Trace): ReadonlyArray<string> => {
  const own = rules.filter(({ norm }) => norm === id)
  const misquoted = own
    .filter(({ quote }) => !isQuote(quote, clause))
    .map(({ file, line, quote }) => `${file}:${line}: "${quote}" is not what ${id} says: "${clause}"`)
  const untranslated = [signs[id]?.fulfilled, signs[id]?.breached]
    .filter((sign) => sign !== undefined && (sign.zh === "") !== (sign.en === ""))
    .map((sign) => `${id} "${clause}": "${sign?.zh || sign?.en}" is said in one language alone`)
  const kind = standing[id]?.kind
  const missing =
    kind === undefined
      ? ["is in no register"]
      : kind === "notEvaluable"
        ? own.map(({ file, line }) => `has a rule in ${file}:${line}, and the register does not know it`)
        : [
            ...(own.length > 0 ? [] : ["is evaluated, and no rule of its name stands under it"]),
            ...(scenarios.some(({ norms }) => norms.includes(id)) ? [] : ["is evaluated, and no scenario names it"])
          ]
  return [...misquoted, ...untranslated, ...missing.map((what) => `${id} "${clause}" ${what}`)]
}

/** What names something that is not there: a norm of the register, an article of a property. */
const astray = ({ copies: { articles, norms }, laws, standing }: Trace): ReadonlyArray<string> => [
  ...Object.keys(standing)
    .filter((norm) => !norms.some(({ id }) => id === norm))
    .map((norm) => `the register has ${norm}, which is no norm of the text`),
  ...laws.flatMap(({ articles: named, file, title }) =>
    named
      .filter((number) => !articles.some(({ article }) => article === number))
      .map((number) => `${file}: "${title}" names article ${number}, which does not exist`)
  )
]

/** Everything that cannot be followed from a sentence to what protects it, each by its words. */
export const untraceable = (trace: Trace): ReadonlyArray<string> => [
  ...changed(trace),
  ...unmapped(trace.copies, trace.notNormative),
  ...trace.copies.norms.flatMap((row) => broken(row, trace)),
  ...astray(trace)
]

/** How many norms stand how. */
export const tallies = ({ standing }: Trace): Text => {
  const count = (kind: Standing["kind"]): number => Object.values(standing).filter((one) => one.kind === kind).length
  const [evaluated, judged, never] = [count("evaluated"), count("judgement"), count("notEvaluable")]
  return {
    zh: `已评价 ${evaluated} 项规范，由人判断 ${judged} 项，不作评价 ${never} 项`,
    en: `${evaluated} norms evaluated, ${judged} for a person to judge, ${never} not evaluable`
  }
}
