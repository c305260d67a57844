import type { CivilDate } from "../civil/CivilDate.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { type Owed, owed, within } from "../verdict/owed.ts"
import { fulfilled, notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import { spells, withSpells } from "../verdict/spells.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { isProvincial } from "./authorities.ts"
import type { StorageException, Turn } from "./Resource.ts"
import { both, perException, type Slice, stored } from "./Rule.ts"
import { consentedOn, coverOn, quietDay, type Storing, situationOn, storageDays } from "./storing.ts"
import { inOrder, lastOf, laterOf } from "./tracks.ts"

const slices = ["assignments", "classifications", "exceptions", "placements"] as const satisfies ReadonlyArray<Slice>

/** The ruling of a state with the last day on which it stands. */
const standing = <S extends Ruling>(r: Storing, ctx: Context, state: S): S => ({
  ...state,
  stands: quietDay(r, ctx.asOf)
})

/** A database of the wider reach kept outside the data centre on a day that no consent covers. */
const outside = (r: Storing, ctx: Context, on: CivilDate): { readonly act: Act } | undefined => {
  const { is, placement, reaches } = situationOn(r, ctx, on)
  if (is !== true || reaches !== true || placement === undefined || placement.place === "data-centre") return undefined
  return coverOn(r, ctx, on).is === false ? { act: placement } : undefined
}

/** The same, kept by the business department. */
const byDepartment = (r: Storing, ctx: Context, on: CivilDate): { readonly act: Act } | undefined =>
  lastOf(r.placements, on)?.place === "department" ? outside(r, ctx, on) : undefined

const centreStoring = (
  r: Storing,
  ctx: Context
): Ruling<"Fulfilled" | "PresumptionDefeated" | "Breached" | "Undetermined" | "NotApplicable"> => {
  const { is, missing, placement, reaches, trigger } = situationOn(r, ctx, ctx.asOf)
  if (is === false || reaches === false) return notApplicable
  if (is === undefined || reaches === undefined) return undetermined(missing, trigger)
  if (placement === undefined) return undetermined("storage", trigger)
  if (placement.place === "data-centre") return ruling("Fulfilled", trigger, placement)
  const cover = coverOn(r, ctx, ctx.asOf)
  if (cover.is === true) return ruling("PresumptionDefeated", trigger, cover.act)
  if (ctx.inService("data-centre", ctx.asOf) === false) return undetermined("dataCentre", trigger)
  if (cover.is === undefined) return { ...undetermined("consent.by", trigger), act: cover.act }
  return ruling("Breached", trigger, placement)
}

/** 跨部门跨地区的电子政务信息资源库，原则上应由省电子政务数据中心存储 */
export const N27_1 = stored("N27.1", slices, (r, ctx) =>
  withSpells(
    standing(r, ctx, centreStoring(r, ctx)),
    spells(
      storageDays(r),
      ctx.asOf,
      (on) => outside(r, ctx, on),
      (on) => ctx.inService("data-centre", on) === false
    )
  )
)

/** Whether the storing of the department stands on a consent. */
const departmental = (
  r: Storing,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  const { is, missing, placement, reaches, trigger } = situationOn(r, ctx, ctx.asOf)
  if (is === false || reaches === false) return notApplicable
  if (placement !== undefined && placement.place !== "department") return notApplicable
  if (is === undefined || reaches === undefined) return undetermined(missing, trigger)
  if (placement === undefined) return undetermined("storage", trigger)
  const cover = coverOn(r, ctx, ctx.asOf)
  if (cover.is === undefined) return { ...undetermined("consent.by", trigger), act: cover.act }
  return cover.is ? ruling("Fulfilled", trigger, cover.act) : ruling("Breached", trigger, placement)
}

const departmentalWithSpells = (r: Storing, ctx: Context): ReturnType<typeof departmental> =>
  withSpells(
    standing(r, ctx, departmental(r, ctx)),
    spells(storageDays(r), ctx.asOf, (on) => byDepartment(r, ctx, on))
  )

/** Who decided, as far as consent and revocation are competences of one authority alone: the gate of each such act. */
const decider = (act: Turn | undefined, ctx: Context): "met" | "unmet" | "unknown" => {
  if (act === undefined || ctx.profile.readings.A27b === "any") return "met"
  const held = isProvincial(ctx, act.by, "info.provincial", act.on)
  return held === true ? "met" : held === false ? "unmet" : "unknown"
}

type Decided = StorageException["decisions"][number]

/** The decision of the provincial authority on a request, the earlier ones of somebody whom nobody knows, and whether another body decided. */
const decisionOf = (
  x: StorageException,
  ctx: Context
): { readonly sure: Decided | undefined; readonly doubtful: ReadonlyArray<Decided>; readonly other: boolean } => {
  const doubtful: Array<Decided> = []
  let other = false
  for (const d of x.decisions) {
    const held = ctx.profile.readings.A27b === "any" ? true : isProvincial(ctx, d.by, "info.provincial", d.on)
    if (held === true) return { sure: d, doubtful, other }
    if (held === undefined) doubtful.push(d)
    else other = true
  }
  return { sure: undefined, doubtful, other }
}

/** Whether a request lies with the authority: after a return it lies with the department. */
const returned = (x: StorageException, on: CivilDate): boolean => {
  const back = lastOf(x.returns, on)
  return back !== undefined && laterOf(back, lastOf(x.requests, on)) === back
}

/** What a request came to if this is the decision of the authority. */
const came = (
  decision: Decided | undefined,
  other: boolean,
  x: StorageException,
  r: Storing,
  ctx: Context,
  trigger: Act
): Ruling<Owed> => {
  const due = within(ctx, "storageException.within", trigger.on, r.region)
  const withdrawn = known(x.withdrawn) ? x.withdrawn : undefined
  const over = decision !== undefined && withdrawn !== undefined && laterOf(withdrawn, decision) === decision
  const decided = over ? undefined : decision
  if (decided === undefined) {
    if (withdrawn === undefined && returned(x, ctx.asOf)) return { ...notApplicable, trigger }
    const said = owed(ctx, trigger, null, due, "consent.by", withdrawn)
    return { ...said, note: said.note ?? (other ? "other-body" : undefined) }
  }
  const said = owed(ctx, trigger, decided, due, "consent.by", withdrawn)
  const { consents } = decided
  const note = consents && !stated(x) ? "reason-missing" : undefined
  if (said.status !== "Fulfilled") return { ...said, note: note ?? said.note }
  const stands = quietDay(r, ctx.asOf)
  if (consents && consentedOn(x, r, ctx, ctx.asOf).is === true)
    return { ...fulfilled(trigger, decided, note), due: said.due, entry: said.entry, stands }
  // Refused, or no longer in force: the review is done and owed no more.
  return { ...notApplicable, trigger, act: decided, note, stands }
}

/** Whether a request states the special circumstances. */
const stated = ({ requests }: StorageException): boolean => requests.some(({ circumstances }) => known(circumstances))

const examined = (x: StorageException, r: Storing, ctx: Context): Ruling<Owed> => {
  const { is, missing, reaches } = situationOn(r, ctx, ctx.asOf)
  const [request] = x.requests
  const revoked = x.ends.filter(({ kind }) => kind === "StorageConsentRevoked")
  const last = inOrder<Turn>([...x.decisions, ...revoked]).at(-1)
  const trigger = request ?? x.decisions[0]
  const gate = last === undefined ? (stated(x) ? "met" : "unmet") : decider(last, ctx)
  if (is === false || reaches === false || trigger === undefined)
    return gate === "met" || trigger === undefined ? notApplicable : { ...notApplicable, trigger, gate }
  if (reaches === undefined) return { ...undetermined(missing, trigger), gate }
  const { doubtful, other, sure } = decisionOf(x, ctx)
  const said = came(sure, other, x, r, ctx, trigger)
  // One of somebody whom nobody knows may be the authority's: what is the same either way is known.
  if (doubtful.some((one) => came(one, other, x, r, ctx, trigger).status !== said.status)) {
    const { entry } = within(ctx, "storageException.within", trigger.on, r.region)
    return { ...undetermined("consent.by", trigger), entry, gate, note: other ? "other-body" : undefined }
  }
  return { ...said, gate }
}

/** 如有特殊情况，须经省信息化主管部门审核同意 */
export const N27_2 = both(stored("N27.2", slices, departmentalWithSpells), perException("N27.2", slices, examined))

/** 方可由业务部门负责存储 */
export const N27_3 = stored("N27.3", slices, departmentalWithSpells)

/** A database of the narrower reach for which nobody is responsible, or, read so (A27c), that is not kept on the department's own premises. */
const unattended = (r: Storing, ctx: Context, on: CivilDate): { readonly act: Act } | undefined => {
  const { is, placement, reaches } = situationOn(r, ctx, on)
  if (is !== true || reaches !== false) return undefined
  const assigned = lastOf(r.assignments, on)
  if (assigned !== undefined && assigned.department !== undefined && !known(assigned.department))
    return { act: assigned }
  if (ctx.profile.readings.A27c !== "physical" || placement === undefined) return undefined
  const away = placement.place !== "department" || placement.premises === "hosted"
  return away ? { act: placement } : undefined
}

const responsible = (r: Storing, ctx: Context): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  const { is, missing, placement, reaches, trigger } = situationOn(r, ctx, ctx.asOf)
  if (is === false || reaches === true) return notApplicable
  if (is === undefined || reaches === undefined) return undetermined(missing, trigger)
  const wrong = unattended(r, ctx, ctx.asOf)
  if (wrong !== undefined) return ruling("Breached", trigger, wrong.act)
  const assigned = lastOf(r.assignments, ctx.asOf)
  if (!known(assigned?.department)) return undetermined("department", trigger)
  if (ctx.profile.readings.A27c === "physical" && (placement === undefined || placement.premises === undefined))
    return undetermined(placement === undefined ? "storage" : "premises", trigger)
  return ruling("Fulfilled", trigger, assigned)
}

/** 其他信息资源库由业务部门负责存储 */
export const N27_4 = stored("N27.4", slices, (r, ctx) =>
  withSpells(
    responsible(r, ctx),
    spells(storageDays(r), ctx.asOf, (on) => unattended(r, ctx, on))
  )
)
