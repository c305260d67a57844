import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import type { Period } from "../profile/Parameter.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { handedOn } from "../verdict/judged.ts"
import { type Due, lastDay, renewed } from "../verdict/owed.ts"
import { commencement, judgement } from "../verdict/Rule.ts"
import { governing, laterOf, untilNextEntry } from "../verdict/recurring.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import { lastOn } from "../verdict/stated.ts"
import type { Context, Interval, Ruling } from "../verdict/Verdict.ts"
import { accuracy } from "./accuracy.ts"
import { firstOperated, gone, operatesOn, retiredBy } from "./operating.ts"
import { once, type View } from "./Rule.ts"

/** 行政机关应当加强应用系统的维护 */
export const N16_1 = judgement(
  once(
    "N16.1",
    ["judgements", "maintenance", "operation", "retired"],
    (s, ctx): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
      const operates = operatesOn(s, ctx.asOf)
      if (operates === undefined) return known(s.opened) ? undetermined("operation") : notApplicable
      return operates ? handedOn("N16.1", s, ctx, s.maintenance.at(-1)) : notApplicable
    }
  ),
  {
    zh: "有维护记录只说明做过维护，是否加强维护须由人判断",
    en: "records show that something was maintained; whether maintenance is strong enough a person judges"
  }
)

type Kept = View<"cycles" | "operation" | "retired" | "updates">

/** By when the data have to be updated again: in the cycle that the organ declared, or in that which a document sets. */
const dueAfter = (s: Kept, base: Act, on: CivilDate, ctx: Context): Due | undefined => {
  const declared = s.cycles.findLast((c) => c.on <= on && c.cycle !== undefined)?.cycle
  const due = (period: Period, from: CivilDate, entry?: Due["entry"]): Due => ({
    on: lastDay(ctx, period, from),
    entry
  })
  if (known(declared)) return due(declared, base.on)
  const set = governing(ctx, "resource.updateCycle", laterOf(base.on, commencement), s.region)
  return set === undefined || set.from > on ? undefined : due(set.entry.value, set.from, set.entry)
}

/** From what the time runs on a day: the last update, or the beginning of operation where there was none. */
const baseOn = (s: Kept, on: CivilDate): { readonly base: Act; readonly update?: Act } | undefined => {
  const update = lastOn(s.updates, on)
  const base = update ?? firstOperated(s)
  return base === undefined ? undefined : update === undefined ? { base } : { base, update }
}

/** Whether the record tells of every update since a day. */
const toldSince = (s: Kept, { on }: Act): boolean => silence(s.coverage, "update", on) === null

/** The times in which the data were older than the cycle, ended by an update, another cycle or the end of operation. */
const stale = (s: Kept, ctx: Context): ReadonlyArray<Interval> | undefined => {
  const turns = [...s.updates, ...s.cycles, ...s.operation, ...(known(s.retired) ? [s.retired] : [])]
  const days = [...new Set(turns.map(({ on }) => on)), addDays(ctx.asOf, 1)].sort()
  const intervals: Array<Interval> = []
  for (const [i, day] of days.entries()) {
    const until = days[i + 1]
    const found = operatesOn(s, day) === true ? baseOn(s, day) : undefined
    if (until === undefined || found === undefined || !toldSince(s, found.base)) continue
    // A document that comes into force between two days governs from its own day on.
    const due = dueAfter(s, found.base, addDays(until, -1), ctx)?.on
    if (due === undefined) continue
    const over = laterOf(laterOf(addDays(due, 1), day), commencement)
    if (over >= until) continue
    const last = intervals.at(-1)
    if (last?.until === over) intervals[intervals.length - 1] = { ...last, until }
    else intervals.push({ status: "Overdue", from: over, until, act: found.base })
  }
  // What lasts beyond the day asked has not been put right.
  const ended = intervals.filter(({ until }) => until <= ctx.asOf)
  return ended.length === 0 ? undefined : ended
}

/** 及时更新数据 */
export const N16_2 = once(
  "N16.2",
  ["cycles", "operation", "retired", "updates"],
  (s, ctx): Ruling<"Pending" | "Overdue" | "Fulfilled" | "Undetermined" | "NotApplicable"> => {
    const operates = operatesOn(s, ctx.asOf)
    if (operates === undefined) return known(s.opened) ? undetermined("operation") : notApplicable
    const intervals = stale(s, ctx)
    const found = baseOn(s, ctx.asOf)
    if (!operates || found === undefined) return retiredBy(s, ctx.asOf) ? gone(s, intervals) : notApplicable
    const { base, update } = found
    const due = dueAfter(s, base, ctx.asOf, ctx)
    const stands = untilNextEntry(ctx, "resource.updateCycle")
    if (due === undefined) return { ...undetermined("cycle", undefined, undefined, stands), act: update, intervals }
    return { ...renewed(ctx, update, due, toldSince(s, base) ? undefined : "update"), intervals }
  }
)

/** 保证信息的准确性 */
export const N16_3 = once(
  "N16.3",
  ["checks", "errors", "retired"],
  (s, ctx): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
    const { intervals, opened, corrected } = accuracy(s, ctx.asOf)
    if (retiredBy(s, ctx.asOf)) return gone(s, intervals)
    if (opened !== undefined) return { ...ruling("Breached", undefined, opened), intervals }
    const check = s.checks.findLast(({ what }) => what === "accuracy")
    if (check === undefined && corrected === undefined)
      return known(s.opened) ? undetermined("qualityCheck") : notApplicable
    const last = check === undefined || (corrected !== undefined && corrected.on >= check.on) ? corrected : check
    if (last === check && check !== undefined && check.result !== "pass")
      return { ...undetermined(check.result === undefined ? "result" : "error"), act: check, intervals }
    if (silence(s.coverage, "error", last?.on) !== null) return { ...undetermined("error"), act: last, intervals }
    return { ...ruling("Fulfilled", undefined, last), intervals }
  }
)
