/**
 * Whether a project stands on the list of provincial key projects, or is designated as one, on a day. The articles say whose time a key
 * project follows and who coordinates it, not who lists it: any body of the province may. @article 3 @article 12
 */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import { silence } from "../verdict/Coverage.ts"
import type { Context } from "../verdict/Verdict.ts"
import { builderOn } from "./authorities.ts"
import type { Project, Switch } from "./Project.ts"

const province = "440000"

/** The offices of a body of the province, beside those that are known to keep the list. */
const provincial = [
  "government.provincial",
  "investment.provincial",
  "info.provincial",
  "planning.provincial",
  "finance.provincial",
  "audit.provincial",
  "supervision.provincial",
  "organ.provincial"
] as const satisfies ReadonlyArray<RoleId>

type Bearing = Pick<Project, "region" | "organ" | "applications">
type List = "designations" | "keyList"
type Listing<L extends List> = Bearing & Pick<Project, L | "coverage">

/** The authorities whose list it is in practice: art. 12 names one for the time, art. 3 the other for the coordination. */
const usual: { readonly [L in List]: ReadonlyArray<RoleId> } = {
  keyList: ["investment.provincial"],
  designations: ["info.provincial", "investment.provincial"]
}

const holdsOne = (agency: string, roles: ReadonlyArray<RoleId>, on: CivilDate, ctx: Context): boolean | undefined => {
  const held = roles.map((role) => ctx.directory.holds(agency, role, province, on))
  return held.includes(true) ? true : held.includes(undefined) ? undefined : false
}

/** Whether a listing counts: one by a body of the province does, whichever; nobody lists its own project. `undefined`: who did it is in no directory. */
const counts = (list: List, p: Bearing, { by, on }: Switch, ctx: Context): boolean | undefined => {
  if (by === undefined || holdsOne(by, usual[list], on, ctx) === true) return true
  const organ = p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, on)
  if (by === organ || by === builderOn(ctx, p, on)) return false
  return holdsOne(by, provincial, on, ctx)
}

/** Where a project stands on a list on a day, and the turn that decides it. */
export interface Listed {
  /** Whether it is listed; `undefined`: not known. */
  readonly is: boolean | undefined
  /** Whether the turn that decides is of another body of the province than the one whose list it is in practice. */
  readonly byAnother: boolean
}

/**
 * The last turn that counts decides. A listing that does not count, or of which that is not known, leaves open whether the project is listed;
 * a removal by somebody whom the directory knows and who may not leaves it listed.
 */
export const listedOn = <L extends List>(list: L, p: Listing<L>, on: CivilDate, ctx: Context): Listed => {
  const turns: ReadonlyArray<Switch> = p[list]
  const doubted = { listing: false, removal: false }
  const settle = (is: boolean | undefined, byAnother: boolean): Listed => {
    const open = is === undefined || (is ? doubted.removal : doubted.listing)
    return open ? { is: undefined, byAnother: false } : { is, byAnother }
  }
  for (const turn of turns.toReversed()) {
    if (turn.on > on) continue
    const counted = counts(list, p, turn, ctx)
    if (counted === true) {
      const by = turn.by
      return settle(turn.to, by !== undefined && holdsOne(by, usual[list], turn.on, ctx) !== true)
    }
    if (turn.to) doubted.listing = true
    else if (counted === undefined) doubted.removal = true
  }
  return settle(silence(p.coverage, "keyList", on) === null ? false : undefined, false)
}
