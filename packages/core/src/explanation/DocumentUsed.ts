import { dayText } from "../civil/dayText.ts"
import type { Entry, ParameterId, Period, Source } from "../profile/Parameter.ts"
import type { Text } from "../regulation/Text.ts"
import { parameters } from "../regulation/terms.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"

/** The document of the profile on which a verdict rests beside the Measures: what it fixes, how sure it is, and where and when it holds. */
export interface DocumentUsed {
  /** The title of the document. */
  readonly title: Text
  /** Whether it is a sample, not verified, or verified. */
  readonly status: Text
  /** What the Measures leave open and the document fixes; absent for a norm of its own. */
  readonly fixes: Text | undefined
  /** The number of days that it fixes, or the due day; absent for a norm of its own. */
  readonly value: Text | undefined
  /** The first day on which it holds. */
  readonly from: Text
  /** The last day; absent: without end. */
  readonly until: Text | undefined
  /** The region for which it was fixed, and all below it; absent: everywhere. */
  readonly region: Text | undefined
}

const sourceStatuses: { readonly [S in Source["status"]]: Text } = {
  sample: { zh: "来源为示例", en: "the source is a sample" },
  unverified: { zh: "来源未核实", en: "the source is not verified" },
  verified: { zh: "来源已核实", en: "the source is verified" }
}

/** The name of the parameter that an entry stands under. */
const parameterOf = (entry: Entry, ctx: Context): Text | undefined => {
  for (const [id, entries] of Object.entries(ctx.profile.parameters))
    if ((entries as ReadonlyArray<Entry> | undefined)?.includes(entry)) return parameters[id as ParameterId]
  return undefined
}

/** A number of days, or the day itself where the document lists days. */
const valueText = (value: Entry["value"], due: string | undefined): Text | undefined => {
  if (typeof value === "number") return { zh: `${value}日`, en: `${value} days` }
  const { workdays } = value as Exclude<Period, number>
  if (workdays !== undefined) return { zh: `${workdays}个工作日`, en: `${workdays} working days` }
  return due === undefined ? undefined : dayText(due)
}

const regionText = (region: string | undefined, ctx: Context): Text | undefined =>
  region === undefined ? undefined : (ctx.directory.regionName(region) ?? { zh: region, en: region })

/** The document on which a verdict rests beside the Measures, if on any. */
export const documentUsed = (v: Verdict, ctx: Context): DocumentUsed | undefined => {
  const { entry } = v
  const local = ctx.profile.localNorms.find((n) => n.id === v.norm)
  const used = entry ?? local
  if (used === undefined) return undefined
  const { from, source, until } = used
  return {
    title: source.title,
    status: sourceStatuses[source.status],
    fixes: entry === undefined ? undefined : parameterOf(entry, ctx),
    value: entry === undefined ? undefined : valueText(entry.value, v.due),
    from: dayText(from),
    until: until === undefined ? undefined : dayText(until),
    region: regionText(entry?.region, ctx)
  }
}
