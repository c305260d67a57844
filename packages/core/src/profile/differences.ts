import type { CivilDate } from "../civil/CivilDate.ts"
import { defaultReadings, type ReadingId } from "../regulation/Norm.ts"
import type { LocalNorm } from "./LocalNorm.ts"
import type { Entry, LocalNormId, ParameterId, Source } from "./Parameter.ts"
import type { Profile } from "./Profile.ts"

/** How a profile reads a question, and the document of the layer that chose it. */
export interface ChosenReading {
  /** The option, as profiles name it. */
  readonly option: string
  /** The document; absent where none chose it. */
  readonly source?: Source | undefined
}

/** A local norm without its rule: what can be shown and stored. */
export type LocalNormText = Omit<LocalNorm, "evaluate">

/** In what two profiles differ; of a layer that only one of them has, the `id@version`. */
export interface ProfileDifferences {
  /** The layers that only one of them has. */
  readonly layers: { readonly before: ReadonlyArray<string>; readonly after: ReadonlyArray<string> }
  /** The questions of the text that they read otherwise, or read alike by another document. */
  readonly readings: ReadonlyArray<{
    readonly id: ReadingId
    readonly before: ChosenReading
    readonly after: ChosenReading
  }>
  /** The parameters with other entries, in the order of their names. */
  readonly parameters: ReadonlyArray<{
    readonly id: ParameterId
    readonly before: ReadonlyArray<Entry>
    readonly after: ReadonlyArray<Entry>
  }>
  /** The local norms that only one of them has, or that do not read alike, in the order of their names. */
  readonly localNorms: ReadonlyArray<{
    readonly id: LocalNormId
    readonly before: LocalNormText | undefined
    readonly after: LocalNormText | undefined
  }>
}

/**
 * In what two profiles differ: layers, readings, values and local norms, each with its documents; plain data. What a local norm computes is
 * not compared: of two norms that read alike the versions of their layers tell whether they are the same.
 */
export const differences = (before: Profile, after: Profile): ProfileDifferences => ({
  layers: { before: without(before, after), after: without(after, before) },
  readings: (Object.keys(defaultReadings) as Array<ReadingId>).flatMap((id) =>
    differing(id, readAs(before, id), readAs(after, id))
  ),
  parameters: keys(before.parameters, after.parameters).flatMap((id) =>
    differing(id, entriesOf(before, id), entriesOf(after, id))
  ),
  localNorms: [...new Set([...before.localNorms, ...after.localNorms].map(({ id }) => id))]
    .sort()
    .flatMap((id) => differing(id, normOf(before, id), normOf(after, id)))
})

const differing = <I, A>(id: I, before: A, after: A): ReadonlyArray<{ readonly id: I; before: A; after: A }> =>
  JSON.stringify(before) === JSON.stringify(after) ? [] : [{ id, before, after }]

const without = ({ layers }: Profile, other: Profile): ReadonlyArray<string> => {
  const named = (l: Profile["layers"][number]): string => `${l.id}@${l.version}`
  const others = new Set(other.layers.map(named))
  return layers.map(named).filter((name) => !others.has(name))
}

const keys = (a: Profile["parameters"], b: Profile["parameters"]): ReadonlyArray<ParameterId> =>
  [...new Set([...Object.keys(a), ...Object.keys(b)] as Array<ParameterId>)].sort()

const sourceOf = ({ status, title }: Source): Source => ({ title: { zh: title.zh, en: title.en }, status })

const readAs = ({ chosenBy, readings }: Profile, id: ReadingId): ChosenReading => {
  const source = chosenBy?.[id]
  return { option: readings[id], ...(source === undefined ? {} : { source: sourceOf(source) }) }
}

const dates = <A extends { readonly from: CivilDate; readonly until?: CivilDate | undefined }>({ from, until }: A) => ({
  from,
  ...(until === undefined ? {} : { until })
})

/** Whatever order its author wrote the fields in. */
const entriesOf = ({ parameters }: Profile, id: ParameterId): ReadonlyArray<Entry> =>
  ((parameters[id] ?? []) as ReadonlyArray<Entry>).map((e) => ({
    value: e.value,
    source: sourceOf(e.source),
    ...dates(e),
    ...(e.region === undefined ? {} : { region: e.region })
  }))

const normOf = ({ localNorms }: Profile, id: LocalNormId): LocalNormText | undefined => {
  const norm = localNorms.find((n) => n.id === id)
  if (norm === undefined) return undefined
  const { bearer, quote, subject, summary } = norm
  return { id, subject, summary, quote, bearer, source: sourceOf(norm.source), ...dates(norm) }
}
