/**
 * Which organs nobody has inspected for longer than a local document allows: a view over the organs of a directory and the inspections on
 * record. The Measures set no frequency, so without such a document nothing is said, and with one nobody is in breach. @article 35
 */
import type { CivilDate } from "../civil/CivilDate.ts"
import { type Entry, parameter } from "../profile/Parameter.ts"
import type { Office } from "../regulation/roles.ts"
import { findingDay } from "../verdict/bearing.ts"
import { type Act, known, latest } from "../verdict/Fact.ts"
import { type Inspection, type Item, inspectionOf } from "../verdict/Inspection.ts"
import { lastDay } from "../verdict/owed.ts"
import { commencement } from "../verdict/Rule.ts"
import { laterOf } from "../verdict/recurring.ts"
import { ruling, undetermined } from "../verdict/ruling.ts"
import { speaksTo } from "../verdict/scope.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import { ends } from "./art35.ts"
import { supervises, supervisesAbove, supervisor } from "./authorities.ts"
import { type InspectionCase, isInspected } from "./InspectionCase.ts"
import { row } from "./Lifecycle.ts"

/** The organs that are to be inspected: those of the directory's data, as a host knows them. */
export interface Population {
  /** Agencies with their region and, where that is known, the days of their existence; of those that are no administrative organ nothing is asked. */
  readonly agencies: Iterable<{
    readonly id: string
    readonly region: string
    readonly from?: CivilDate | undefined
    readonly until?: CivilDate | undefined
  }>
}

/** The offices of administrative organs, the informatization, investment and finance authorities among them. */
const offices: ReadonlyArray<Office> = [
  "organ",
  "info",
  "planning",
  "investment",
  "finance",
  "audit",
  "supervision",
  "government"
]

/** What an inspection has come to for its organs: it goes on, or the last act of the supervision department in it; `undefined`: it counts for nothing. */
const looked = (x: InspectionCase, ctx: Context): "goes-on" | Act | undefined => {
  const { asOf } = ctx
  const steps = x.steps.filter(({ on }) => on <= asOf)
  if (steps.at(-1)?.kind === "InspectionWithdrawn") return undefined
  const theirs = steps.filter(
    ({ by, kind, on }) =>
      row(kind).guards?.["N35.2"] !== undefined &&
      (supervises(ctx, by, x.region, on) !== false || supervisesAbove(ctx, by, x.region, on))
  )
  const last = theirs.at(-1)
  return last === undefined || steps.some(ends) ? last : "goes-on"
}

/** The last time that a supervision department looked at an organ, or that it still does. */
const lastLook = (cases: ReadonlyArray<InspectionCase>, agency: string, ctx: Context): "goes-on" | Act | undefined => {
  const looks: Array<Act> = []
  for (const x of cases) {
    if (!known(x.opened) || !isInspected(x, agency, ctx, ctx.asOf)) continue
    const look = looked(x, ctx)
    if (look === "goes-on") return look
    if (look !== undefined) looks.push(look)
  }
  return latest(looks)
}

const later = (...days: ReadonlyArray<CivilDate | undefined>): CivilDate =>
  days.reduce<CivilDate>((a, b) => (b === undefined ? a : laterOf(a, b)), commencement)

/** What is to be looked at of an organ: the cycle of the document in force is over; or the working days of it are not known. */
const itemOf = (
  agency: string,
  region: string,
  last: Act | undefined,
  from: CivilDate,
  entry: Entry<Parameters<typeof lastDay>[1]>,
  ctx: Context
): Item | undefined => {
  const end = lastDay(ctx, entry.value, from)
  if (end !== undefined && ctx.asOf <= end) return undefined
  const ruled =
    end === undefined
      ? { ...undetermined("calendar", undefined, "calendar-unknown"), act: last, entry }
      : ruling("Undetermined", undefined, last, undefined, entry, "judgement", "not-inspected")
  const verdict: Verdict = { norm: "N35.2", subject: agency, instance: "", ...ruled, limit: end }
  return {
    severity: "remark",
    subject: "organ",
    case: agency,
    verdicts: [verdict],
    bearers: [{ role: "supervision.any", agency: supervisor(ctx, region, findingDay(verdict) ?? ctx.asOf) }]
  }
}

/**
 * The organs of which no inspection is on record for longer than the cycle that a local document sets, as remarks for an inspection: never a
 * breach and never overdue. The cycle runs from the last act of a supervision department in an inspection of the organ or of one that it took
 * over from, and not before the document took force or the organ existed. An inspection that was withdrawn, and acts of others, count for
 * nothing; while an inspection goes on, nothing is said. Each item names the record of the organ as its case. @article 35
 */
export const uninspected = (cases: Iterable<InspectionCase>, { agencies }: Population, ctx: Context): Inspection => {
  const { asOf, directory, profile } = ctx
  const all = [...cases]
  const items: Array<Item> = []
  const inForce = asOf >= commencement && profile.readings.A36c !== "repealed"
  for (const { from, id, region, until } of inForce ? agencies : []) {
    if ((from ?? asOf) > asOf || (until ?? asOf) < asOf) continue
    // what an agency is has no days: of one whose beginning nobody states an office of the day tells that it is there
    if (from === undefined && !offices.some((office) => typeof directory.seat(id, office, asOf) === "string")) continue
    if (directory.successorOn(id, asOf) !== id || speaksTo([id], region, ctx).status !== "Qualifies") continue
    const entry = parameter(ctx, "inspection.cycle", asOf, region)
    if (entry === undefined) continue
    const last = lastLook(all, id, ctx)
    if (last === "goes-on") continue
    const item = itemOf(id, region, last, later(entry.from, from, last?.on), entry, ctx)
    if (item !== undefined) items.push(item)
  }
  return inspectionOf(items, ctx)
}
