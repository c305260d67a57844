import { addDays, type CivilDate } from "../civil/CivilDate.ts"
import { fixedBy } from "../profile/Parameter.ts"
import { received } from "../verdict/addressing.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, type Fact, known } from "../verdict/Fact.ts"
import { type Owed, within } from "../verdict/owed.ts"
import { owedOf, type Received } from "../verdict/Received.ts"
import { commencement } from "../verdict/Rule.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import type { InstrumentKind } from "../verdict/Surroundings.ts"
import { sinceCommencement, withSpells } from "../verdict/spells.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { isProvincial } from "./authorities.ts"
import type { Declaration } from "./Resource.ts"
import { once, type View } from "./Rule.ts"
import { beginning, end, isToCome, laterDay, production } from "./tracks.ts"

/** The elements of art. 24: three for disclosure, three for internal sharing, and the versions on which they rest. @article 24 */
export const elements = [
  "disclosure.content",
  "disclosure.scope",
  "disclosure.manner",
  "internal.content",
  "internal.scope",
  "internal.manner",
  "catalogue",
  "agreement"
] as const
/** One of the elements of art. 24. */
export type Element = (typeof elements)[number]

/** What a declaration states of an element: not applicable is a statement too. */
const states = (d: Declaration, element: Element): boolean => {
  const [purpose, field] = element.split(".") as [keyof Declaration, "content" | "scope" | "manner" | undefined]
  const whole = d[purpose] as Fact<string | { readonly [F in "content" | "scope" | "manner"]?: Fact<string> }>
  if (whole === "n/a") return field !== undefined
  if (!known(whole)) return false
  if (typeof whole === "string" || field === undefined) return true
  const part = whole[field]
  return part === "n/a" || known(part)
}

/** The elements that the parts and versions of a declaration do not state together. @article 24 */
export const missingElements = (declarations: ReadonlyArray<Declaration>): ReadonlyArray<Element> =>
  elements.filter((element) => !declarations.some((d) => states(d, element)))

/** Whether a part was filed with the provincial authority, where A24 asks for that. */
const filed = (d: Declaration, ctx: Context): boolean | undefined =>
  ctx.profile.readings.A24 === "no"
    ? true
    : known(d.to)
      ? isProvincial(ctx, d.to, "info.provincial", d.on)
      : d.to === undefined
        ? undefined
        : false

/** The declaration that completes the elements, part by part. */
const completed = (r: View<"declarations">, ctx: Context): Received => {
  const parts: Array<Declaration> = []
  let doubt: string | undefined
  let note: Received["note"]
  for (const d of r.declarations) {
    const addressed = filed(d, ctx)
    const remark = received(addressed, d.to, "info.provincial", d.on, ctx)
    if (remark !== true) note ??= remark
    if (addressed === undefined) doubt ??= "declaration.to"
    if (addressed !== true) continue
    parts.push(d)
    if (missingElements(parts).length === 0)
      return { act: d, doubt: undefined, note: outdated(parts, ctx) ? "earlier-version" : undefined }
  }
  if (doubt !== undefined && missingElements(r.declarations).length === 0) return { act: undefined, doubt, note }
  if (parts.length > 0) return { act: null, doubt: undefined, note: "elements-missing" }
  return silence(r.coverage, "declaration", production(r)?.on) === null
    ? { act: null, doubt: undefined, note }
    : { act: undefined, doubt: "declaration", note }
}

/** Whether catalogue or agreement has a newer version than the declaration names last: a notice to revise. */
const outdated = (parts: ReadonlyArray<Declaration>, ctx: Context): boolean =>
  (["catalogue", "agreement"] as const).some((which) => {
    const named = parts.map((d) => d[which]).findLast((version) => known(version))
    return ctx.instrumentsInForce(`exchange-${which}`, ctx.asOf)?.every(({ id }) => id !== named) === true
  })

const both: ReadonlyArray<InstrumentKind> = ["exchange-catalogue", "exchange-agreement"]

/** Whether catalogue and agreement are in force on a day; otherwise which of them nobody knows about. */
const inForce = (ctx: Context, on: CivilDate): true | false | "exchangeCatalogue" | "exchangeAgreement" => {
  const [catalogue, agreement] = both.map((kind) => ctx.instrumentsInForce(kind, on))
  if (catalogue?.length === 0 || agreement?.length === 0) return false
  if (catalogue === undefined) return "exchangeCatalogue"
  return agreement === undefined ? "exchangeAgreement" : true
}

/** A day since which versions of both are stated to have been in force; the day itself where a host does not say. */
const statedSince = (ctx: Context, on: CivilDate): CivilDate =>
  both.map((kind) => ctx.instrumentsInForce(kind, on)?.[0]?.from ?? on).reduce(laterDay)

/** Since which day both have been in force, not before the resource was there; `undefined` where nobody knows. */
const inForceSince = (r: View, ctx: Context): CivilDate | undefined => {
  const floor = laterDay(production(r)?.on ?? commencement, commencement)
  let since = statedSince(ctx, ctx.asOf)
  while (since > floor) {
    const eve = addDays(since, -1)
    const before = inForce(ctx, eve)
    if (before === false) return since
    if (before !== true) return undefined
    since = statedSince(ctx, eve)
  }
  return floor
}

/** The first day on which it is known that something was missing: the first part tells, where the record before it is not complete. */
const heardOn = (r: View<"declarations">, after: CivilDate): CivilDate => {
  const [first] = r.declarations
  return first === undefined || silence(r.coverage, "declaration", production(r)?.on) === null
    ? after
    : laterDay(first.on, after)
}

/** What was late when the resource was retired was late, and never a breach: nothing is owed on it any more. */
const ended = (said: Ruling<Owed>, r: View<"declarations">): Ruling<Exclude<Owed, "Breached">> => {
  if (said.status !== "Breached" || said.act === undefined || said.due === undefined)
    return said as Ruling<Exclude<Owed, "Breached">>
  const [from, until] = [heardOn(r, addDays(said.due, 1)), said.act.on]
  const lapsed = { ...notApplicable, trigger: said.trigger }
  return from < until ? withSpells(lapsed, [{ status: "Overdue", from, until }]) : lapsed
}

/**
 * 根据省电子政务基础信息交换目录和信息交换协议，行政机关拟定本部门信息公开和政府内部信息共享的内容、使用范围和使用方式
 */
export const N24_1 = once(
  "N24.1",
  ["declarations"],
  (
    r,
    ctx
  ): Ruling<
    | "Pending"
    | "DueUnspecified"
    | "Overdue"
    | "Fulfilled"
    | "FulfilledLate"
    | "Breached"
    | "Undetermined"
    | "NotApplicable"
  > => {
    if (isToCome(r, ctx.asOf)) return notApplicable
    const instruments = inForce(ctx, ctx.asOf)
    if (instruments === false) return notApplicable
    if (instruments !== true) return undetermined(instruments, sinceCommencement(beginning(r, ctx.asOf)))
    const timed = fixedBy(ctx, "declaration.within", r.region) !== undefined
    const since = timed ? inForceSince(r, ctx) : ctx.asOf
    if (since === undefined) return undetermined("exchangeCatalogue", sinceCommencement(beginning(r, ctx.asOf)))
    const trigger: Act = { on: since }
    const due = timed ? within(ctx, "declaration.within", since, r.region) : {}
    const said = ended(owedOf(ctx, trigger, completed(r, ctx), due, end(r)), r)
    return timed ? said : { ...said, trigger: sinceCommencement(beginning(r, ctx.asOf)) }
  }
)
