import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { defaultReadings, type ReadingId, type Readings } from "../regulation/Norm.ts"
import type { Text } from "../regulation/Text.ts"
import type { LocalNorm } from "./LocalNorm.ts"
import type { Entry, ParameterId, Parameters, Source } from "./Parameter.ts"
import type { Profile } from "./Profile.ts"

/** One document's additions to a profile. */
export interface Layer {
  /** Its name in findings and in the id of the profile. */
  readonly id: string
  /** Changes with every change of what it says. */
  readonly version: string
  /** For people. */
  readonly title: Text
  /** The document that it transcribes. */
  readonly source: Source
  /** The questions that it reads otherwise. */
  readonly readings?: { readonly [R in ReadingId]?: Readings[R] } | undefined
  /** The values that it fixes. */
  readonly parameters?: { readonly [P in ParameterId]?: ReadonlyArray<Entry<Parameters[P]>> | undefined } | undefined
  /** The norms that it adds. */
  readonly localNorms?: ReadonlyArray<LocalNorm> | undefined
  /** What an earlier layer set and this one means to set anew: reading ids, parameter ids, ids of local norms. */
  readonly replaces?: ReadonlyArray<string> | undefined
}

const LayerFinding = Schema.Struct({
  layer: Schema.String,
  key: Schema.String,
  earlier: Schema.String,
  zh: Schema.String,
  en: Schema.String
})

/** Layers that contradict each other, or claim to replace what nobody set. Every finding is listed. */
export class ProfileConflict extends Schema.TaggedError<ProfileConflict>()("ProfileConflict", {
  /** The layer, what it sets, who set that before (empty: nobody), and the same in words. */
  findings: Schema.Array(LayerFinding)
}) {
  override get message(): string {
    return this.findings.map((f) => `${f.zh} / ${f.en}`).join("\n")
  }
}

/** The readings that a profile chose: those of its layers, and those in which it departs from what the analysis recommends. */
const chosen = ({ chosenBy, readings }: Profile): ReadonlyArray<string> =>
  (Object.keys(defaultReadings) as Array<ReadingId>).filter(
    (id) => chosenBy?.[id] !== undefined || readings[id] !== defaultReadings[id]
  )

/**
 * A profile with layers on it, lowest first. A later layer that sets what an earlier one set is refused unless it says that it replaces
 * it; leaving a layer out gives exactly the profile without it.
 *
 * @example
 * ```ts
 * import { compose, sampleLayer, textOnly } from "@banfa/core/profile"
 * import * as Result from "effect/Result"
 *
 * Result.getOrThrow(compose(textOnly, sampleLayer)).layers.map((layer) => layer.id) // => ["sample"]
 * ```
 */
export const compose = (base: Profile, ...layers: ReadonlyArray<Layer>): Result.Result<Profile, ProfileConflict> => {
  const findings: Array<typeof LayerFinding.Type> = []
  const setBy = new Map<string, string>()
  const readings: Record<string, string> = { ...base.readings }
  const chosenBy: { [R in ReadingId]?: Source } = { ...base.chosenBy }
  const parameters: Record<string, unknown> = { ...base.parameters }
  const localNorms = new Map(base.localNorms.map((n) => [n.id as string, n]))
  for (const key of [...Object.keys(base.parameters), ...localNorms.keys(), ...chosen(base)]) setBy.set(key, base.id)

  for (const layer of layers) {
    const claims = new Set(layer.replaces)
    const set = (key: string, write: () => void): void => {
      const owner = setBy.get(key)
      if (owner !== undefined && !claims.delete(key)) {
        findings.push({
          layer: layer.id,
          key,
          earlier: owner,
          zh: `规则层“${layer.id}”设定的“${key}”已由“${owner}”设定，未声明替代`,
          en: `layer "${layer.id}" sets "${key}", which "${owner}" has set, and does not say that it replaces it`
        })
      }
      setBy.set(key, layer.id)
      write()
    }
    for (const [id, option] of Object.entries(layer.readings ?? {})) {
      set(id, () => {
        readings[id] = option
        chosenBy[id as ReadingId] = layer.source
      })
    }
    for (const [id, entries] of Object.entries(layer.parameters ?? {})) set(id, () => (parameters[id] = entries))
    for (const local of layer.localNorms ?? []) set(local.id, () => localNorms.set(local.id, local))
    for (const key of claims) {
      findings.push({
        layer: layer.id,
        key,
        earlier: "",
        zh: `规则层“${layer.id}”声明替代“${key}”，但此前没有设定，或者本层未设定`,
        en: `layer "${layer.id}" says that it replaces "${key}", which nothing below it sets, or which it does not set itself`
      })
    }
  }
  if (findings.length > 0) return Result.fail(new ProfileConflict({ findings }))
  if (layers.length === 0) return Result.succeed(base)
  const last = layers[layers.length - 1] as Layer
  const all = [...base.layers, ...layers.map(({ id, version }) => ({ id, version }))]
  return Result.succeed({
    id: all.map((l) => l.id).join("+"),
    version: all.map((l) => l.version).join("+"),
    title: last.title,
    layers: all,
    readings: readings as unknown as Readings,
    ...(Object.keys(chosenBy).length === 0 ? {} : { chosenBy }),
    parameters: parameters as Profile["parameters"],
    localNorms: [...localNorms.values()]
  })
}
