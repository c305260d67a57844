/** How the setting is written: who is who, which plans are in force, under which rules. */
import { valueNames } from "../organ/vocabulary.ts"
import type { ParameterId } from "../profile/Parameter.ts"
import { valueNames as projectValues } from "../project/vocabulary.ts"
import type { ReadingId } from "../regulation/Norm.ts"
import { readings } from "../regulation/readings.ts"
import { readingTexts } from "../regulation/readingTexts.ts"
import type { Text } from "../regulation/Text.ts"
import {
  agencyKinds,
  baseProfiles,
  facilityKinds,
  instrumentKinds,
  officeNames,
  parameterNames,
  planKinds
} from "./aliases.ts"
import {
  defined,
  either,
  type Form,
  isRecord,
  type Key,
  list,
  may,
  must,
  named,
  orNone,
  record,
  unknownWord,
  word
} from "./Form.ts"
import { fact } from "./factForm.ts"
import { day, name, period, quarter, region, title, whole } from "./values.ts"

const office = defined("office", word({ zh: "职责", en: "an office" }, officeNames))
const tenure = record({
  office: must("职责", office),
  region: may("地区", region),
  from: may("起", day),
  until: may("止", day)
})
/** An agency: the offices that it holds, for which region, from when until when. */
const agency = defined(
  "agency",
  record({
    offices: may("职责", list(either(tenure, office, isRecord))),
    region: may("地区", region),
    from: may("起", day),
    until: may("止", day),
    kind: may("性质", word({ zh: "机构的性质", en: "what an agency is" }, agencyKinds)),
    english: may("英文", name)
  })
)
const succession = record({
  predecessor: must("原机关", name),
  successor: must("承继机关", name),
  on: must("日期", day)
})
/** An office that nobody holds, as a document states. */
const vacancy = record({
  office: must("职责", office),
  region: may("地区", region),
  from: may("起", day),
  until: may("止", day)
})
const plan = defined(
  "plan",
  record({
    id: must("名称", name),
    kind: must("种类", word({ zh: "规划的种类", en: "a kind of plan" }, planKinds)),
    items: may("项目", list(name)),
    region: may("地区", region),
    organ: may("机关", name),
    from: may("起", day),
    until: may("止", day)
  })
)
const instrument = defined(
  "instrument",
  record({
    id: must("名称", name),
    kind: must("种类", word({ zh: "另行制定的文件的种类", en: "a kind of instrument" }, instrumentKinds)),
    from: may("起", day),
    until: may("止", day)
  })
)
const facility = defined(
  "facility",
  record({
    kind: must("种类", word({ zh: "设施的种类", en: "a kind of facility" }, facilityKinds)),
    from: may("起", day),
    until: may("止", day)
  })
)
const isUnknown = (value: unknown): boolean => value === "不明" || value === "unknown"
/** The plans; `无` says that there are none, `不明` (as does silence) that nobody knows. */
const plans = either(
  word({ zh: "规划", en: "plans" }, { unknown: { zh: "不明", en: "unknown" } }),
  orNone(list(plan)),
  isUnknown
)
const project = record({
  title: may("名称", title),
  organ: must("责任机关", name),
  region: may("地区", region),
  work: may("项目类型", word({ zh: "项目类型", en: "a kind of project" }, projectValues.work))
})

const ids = Object.keys(readings) as ReadonlyArray<ReadingId>
const option = (id: ReadingId): Form<string> =>
  word(
    { zh: `${id} 的一种解释`, en: `an option of ${id}` },
    readingTexts[id].options as { readonly [option: string]: Text }
  )

/** Readings chosen: `{ A10a: veto }`, each option by its id or in the words of its Chinese text. */
export const chosen: Form<{ readonly [reading: string]: string }> = defined("readings", {
  write: (value) => value,
  read: (value, at, say) => {
    if (!isRecord(value)) return say(at, "写作“{ A10a: veto }”", "is written { A10a: veto }")
    const read: { [reading: string]: string } = {}
    let whole = true
    for (const [id, written] of Object.entries(value)) {
      const known = ids.find((one) => one === id.trim())
      const picked =
        known === undefined
          ? unknownWord(say, [...at, id], { zh: "解释问题的编号", en: "the id of a reading" }, id, ids)
          : option(known).read(written, [...at, id], say)
      if (known === undefined || picked === undefined) whole = false
      else read[known] = picked
    }
    return whole ? read : undefined
  },
  schema: (defs) => ({
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(ids.map((id) => [id, option(id).schema(defs)]))
  })
})

const byQuarter: Form<{ readonly [quarter: string]: string }> = {
  write: (value) => value,
  read: (value, at, say) => {
    const read = named(day).read(value, at, say)
    if (read === undefined) return undefined
    const days = read.map(([written, on]) => [quarter.read(written, [...at, written], say), on] as const)
    return days.some(([id]) => id === undefined)
      ? undefined
      : Object.fromEntries(days as ReadonlyArray<readonly [string, string]>)
  },
  schema: named(day).schema
}
const isPeriod = (value: unknown): boolean =>
  !isRecord(value) || Object.hasOwn(value, "工作日") || Object.hasOwn(value, "workdays")
const value = either(period, byQuarter, isPeriod)
const entry = record({
  value: must("值", value),
  from: may("起", day),
  until: may("止", day),
  region: may("地区", region)
})
const isEntry = (item: unknown): boolean =>
  isRecord(item) && (Object.hasOwn(item, "值") || Object.hasOwn(item, "value"))
const entries = list(defined("parameter", either(entry, value, isEntry)))
const names = list(name)
/** What is one entry, however much it holds: the value alone, or with its days and its region; of the latter there may be several. */
const single = <A>(id: string, form: Form<A>): Form<ReadonlyArray<unknown>> => {
  const withDays = record({
    value: must("值", form),
    from: may("起", day),
    until: may("止", day),
    region: may("地区", region)
  })
  const several = list(withDays)
  const isSeveral = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isEntry)
  return defined(id, {
    write: (all) =>
      isSeveral(all) ? several.write(all as Parameters<typeof several.write>[0]) : form.write(all[0] as A),
    read: (value, at, say) => {
      if (isSeveral(value)) return several.read(value, at, say)
      const read = isEntry(value) ? withDays.read(value, at, say) : form.read(value, at, say)
      return read === undefined ? undefined : [read]
    },
    schema: (defs) => ({ anyOf: [several.schema(defs), form.schema(defs)] })
  })
}
/** What adds to a list. */
const set = single("set", names)
const milestone = defined(
  "milestone",
  record({
    track: must("推进事项", word({ zh: "推进事项", en: "a track" }, valueNames.track)),
    by: must("日期", day),
    percent: must("百分比", whole(1, 100))
  })
)
const expected = defined(
  "expected",
  record({ horizon: may("时段", whole(1, 36_600)), steps: may("目标", list(milestone)) })
)
/** What is to be reached step by step, and how long nothing may move. @article 15 @article 21 */
const stages = single("milestones", expected)
const sets: ReadonlySet<string> = new Set<ParameterId>(["assessment.content", "assessment.interests"])
const parameters = record(
  Object.fromEntries(
    Object.entries(parameterNames).map(([id, { zh }]) => [
      id,
      may(zh, sets.has(id) ? set : id === "progress.milestones" ? stages : entries)
    ])
  ) as {
    readonly [P in ParameterId]: Key<ReadonlyArray<unknown>> & { readonly required: false }
  }
)
const base = word({ zh: "规则", en: "a set of rules" }, baseProfiles)
const layer = record({
  base: may("基于", base),
  source: may("依据", title),
  readings: may("读法", chosen),
  parameters: may("参数", parameters),
  replaces: may("替代", list(name))
})
/** The rules: `仅依原文`, `示例规则`, or a layer written in the file. */
export const profile = defined("profile", either(layer, base, isRecord))

/** The setting of a file, or what one scenario changes in it. */
export const setting = defined(
  "setting",
  record({
    region: may("地区", region),
    agencies: may("机构", named(agency)),
    outside: may("名录外", list(name)),
    successions: may("承继", list(succession)),
    vacancies: may("空缺", list(vacancy)),
    plans: may("规划", plans),
    instruments: may("另行制定", orNone(list(instrument))),
    facilities: may("设施", list(facility)),
    projects: may("项目", named(project)),
    profile: may("规则", profile),
    given: may("已知", list(fact, 5000))
  })
)
/** A setting as read. */
export type WrittenSetting = NonNullable<ReturnType<typeof setting.read>>
/** Rules as read. */
export type WrittenProfile = NonNullable<ReturnType<typeof profile.read>>
/** A value of a parameter as read, with or without its days. */
export type WrittenEntry = NonNullable<ReturnType<typeof entries.read>>[number]
