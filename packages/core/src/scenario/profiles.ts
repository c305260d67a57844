/** The rules of a scenario: from what was written to a profile of the library. */
import * as Result from "effect/Result"
import { compose, type Layer, type ProfileConflict } from "../profile/compose.ts"
import { type Profile, textOnly } from "../profile/Profile.ts"
import { sampleLayer } from "../profile/sample.ts"
import type { Text } from "../regulation/Text.ts"
import { commencement } from "../verdict/Rule.ts"
import { isRecord, type Say } from "./Form.ts"
import { about, type Place, under } from "./Place.ts"
import type { ScenarioLayer, ScenarioProfile } from "./Scenario.ts"
import type { WrittenEntry, WrittenProfile } from "./settingForm.ts"

const untitled: Text = { zh: "情形文件所选的解释", en: "Readings chosen in the scenario file" }

const entryOf = (written: WrittenEntry, title: Text): ScenarioLayer["parameters"][string][number] => {
  const source = { title, status: "sample" as const }
  if (!isRecord(written) || !Object.hasOwn(written, "value")) {
    return { value: written as ScenarioLayer["parameters"][string][number]["value"], source, from: commencement }
  }
  const { from = commencement, ...rest } = written as unknown as ScenarioLayer["parameters"][string][number]
  return { ...rest, source, from }
}

/** Rules as written, in canonical form; says so when layers contradict each other. */
export const profileAs = (written: WrittenProfile | undefined, place: Place, say: Say): ScenarioProfile => {
  if (written === undefined || typeof written === "string") return { base: written ?? "text-only", layers: [] }
  const profile: ScenarioProfile = { base: written.base ?? "text-only", layers: [layerAs(written, place, say)] }
  const composed = profileOf(profile)
  if (Result.isFailure(composed)) for (const { en, zh } of composed.failure.findings) about(say, place, zh, en)
  return profile
}

type WrittenLayer = Exclude<WrittenProfile, string>

/** A layer as written. A value that the Measures leave open needs the document that fixes it. */
const layerAs = (
  { parameters = {}, readings = {}, replaces = [], source }: WrittenLayer,
  place: Place,
  say: Say
): ScenarioLayer => {
  if (source === undefined && Object.keys(parameters).length > 0) {
    about(
      say,
      under(place, "参数", "parameters"),
      "《办法》未定的期限须写明“依据”的文件（示例也要写明是示例）",
      `what the Measures leave open needs the document that fixes it ("source"), if only a sample`
    )
  }
  const title = source ?? untitled
  const entries = Object.entries(parameters as { readonly [id: string]: ReadonlyArray<WrittenEntry> })
  return {
    id: "scenario",
    version: "1",
    title,
    source: { title, status: "sample" },
    readings,
    parameters: Object.fromEntries(entries.map(([id, values]) => [id, values.map((value) => entryOf(value, title))])),
    replaces
  }
}

/** The profile that these rules make; layers that contradict each other are refused. */
export const profileOf = ({ base, layers }: ScenarioProfile): Result.Result<Profile, ProfileConflict> =>
  compose(textOnly, ...(base === "sample" ? [sampleLayer] : []), ...(layers as unknown as ReadonlyArray<Layer>))
