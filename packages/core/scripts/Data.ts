import { readFileSync } from "node:fs"
import type { Text } from "../src/regulation/Text.ts"

export interface ArticleRow {
  readonly article: number
  readonly chapter: number
  readonly chapterTitle: string
  readonly chapterTitleEn: string
  readonly label: string
  readonly text: string
  readonly body: string
  readonly offset: readonly [number, number]
  readonly en: string
}

export interface NormRow {
  readonly id: string
  readonly article: number
  readonly clause: string
  readonly clauseOffset: readonly [number, number]
  readonly en: string
  readonly modality: string
  readonly force: string
  readonly bearer: ReadonlyArray<string>
  readonly ambiguities: ReadonlyArray<string>
  readonly detectability: string
  readonly related: ReadonlyArray<string>
}

export interface ReadingRow {
  readonly id: string
  readonly article: number
  readonly norms: ReadonlyArray<string>
  readonly question: string
  readonly options: ReadonlyArray<{ readonly id: string; readonly text: string }>
  readonly default: string
  readonly rationale: string
  readonly confidence: string
}

/** The Chinese of a reading, kept with the library's own terms. */
export interface ReadingTerms {
  readonly question: string
  readonly options: Readonly<Record<string, string>>
  readonly rationale: string
}

export interface LifecycleTerms {
  readonly events: Readonly<Record<string, Text>>
  readonly guards: Readonly<Record<string, string>>
}

export interface Terms {
  readonly readings: Readonly<Record<string, ReadingTerms>>
  readonly lifecycles: Readonly<Record<string, LifecycleTerms>>
  readonly parameters: Readonly<Record<string, Text>>
  readonly statuses: Readonly<Record<string, Text>>
  readonly advice: Readonly<Record<string, Text>>
  readonly forces: Readonly<Record<string, Text>>
  readonly detectability: Readonly<Record<string, Text>>
  readonly standing: Readonly<Record<string, Text>>
  readonly norms: Readonly<Record<string, { readonly summary: Text; readonly remedy: Text | null }>>
}

export interface LifecycleRow {
  readonly id: string
  readonly zh: string
  readonly states: ReadonlyArray<{ readonly id: string; readonly zh: string }>
}

export interface RegionRow {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parent: string | null
  readonly firstListed: string | null
  readonly lastListed: string | null
  readonly notYetListed?: string
  readonly noLongerListed?: string
  readonly successors?: ReadonlyArray<string>
}

/** Everything under `data/`, as read from disk. */
export interface Data {
  readonly source: string
  readonly articles: ReadonlyArray<ArticleRow>
  readonly norms: ReadonlyArray<NormRow>
  readonly readings: ReadonlyArray<ReadingRow>
  readonly roles: Readonly<Record<string, Text>>
  readonly terms: Terms
  readonly regions: ReadonlyArray<RegionRow>
  readonly regionNames: Readonly<Record<string, string>>
  readonly lifecycles: ReadonlyArray<LifecycleRow>
}

const folder = new URL("../data/", import.meta.url)
const text = (name: string): string => readFileSync(new URL(name, folder), "utf8")

/** Reads the machine data. Typed by assertion: `test/regulation` checks what the types promise. */
export const readData = (): Data => ({
  source: text("measures.zh.txt"),
  articles: JSON.parse(text("articles.json")),
  norms: JSON.parse(text("norms.json")),
  readings: JSON.parse(text("readings.json")),
  roles: JSON.parse(text("roles.json")),
  terms: JSON.parse(text("terms.json")),
  regions: JSON.parse(text("regions-guangdong.json")).rows,
  regionNames: JSON.parse(text("region-names.en.json")),
  lifecycles: JSON.parse(text("lifecycles.json"))
})
