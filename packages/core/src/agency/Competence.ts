import type { CivilDate } from "../civil/CivilDate.ts"
import { type RoleId, roles } from "../regulation/roles.ts"
import type { Directory } from "./Directory.ts"

/** What was asked when nobody was found competent: enough to put the reason into words (`competenceText`). */
export interface Asked {
  /** Who acted; `undefined` when nobody is stated. */
  readonly agency: string | undefined
  /** The roles of which one would do. */
  readonly roles: ReadonlyArray<RoleId>
  /** Code of the region of the case. */
  readonly region: string | undefined
  /** The day of the act. */
  readonly on: CivilDate
  /** The organ that the case itself makes responsible, where another agency acted in its place. */
  readonly responsible?: string | undefined
}

/** Whether an agency may act in one of the roles asked for. Without a grant the answer is no. No text is built here. */
export type Competence =
  | { readonly _tag: "Competent"; readonly role: RoleId }
  | { readonly _tag: "NotCompetent" | "Unknown"; readonly asked: Asked }

/**
 * Who fills the roles that a case fills for itself (`builder`, `assessor`, …): an agency's id, `null` when it is known
 * that nobody does; a role that is missing here is unknown.
 */
export type FilledByCase = { readonly [R in RoleId]?: string | null }

const nobody: FilledByCase = {}

/** Whether an agency fills a role for a region on a day; one that the case fills, as far as the case says who does. */
export const fillsRole = (
  directory: Directory,
  agency: string,
  role: RoleId,
  region: string,
  on: CivilDate,
  filled: FilledByCase
): boolean | undefined => {
  const filler = roles[role].scope === "case" ? filled[role] : undefined
  if (filler !== undefined) return filler === null ? false : directory.successorOn(filler, on) === agency
  const held = directory.holds(agency, role, region, on)
  return held === false && roles[role].scope === "case" ? undefined : held
}

/**
 * The first of the roles that an agency fills for a region on a day; `null` when it is known to fill none of them, whoever it is where there
 * are none; `undefined` when that cannot be told. Builds no text, so advice may ask it for every act.
 */
export const roleFilled = (
  directory: Directory,
  agency: string | undefined,
  asked: ReadonlyArray<RoleId>,
  region: string | undefined,
  on: CivilDate,
  filled: FilledByCase = nobody
): RoleId | null | undefined => {
  if (asked.length === 0) return null
  if (agency === undefined || region === undefined) return undefined
  let open = false
  for (const role of asked) {
    const held = fillsRole(directory, agency, role, region, on, filled)
    if (held === true) return role
    if (held === undefined) open = true
  }
  return open ? undefined : null
}

/**
 * Whether an agency is competent to act in one of the roles, with the reason when it is not or when that cannot be
 * told: who, which role, which region, which day. What is granted to no role nobody may do. Level and region are compared exactly, so the authority of a county
 * is not competent for its city, nor the city's for the county. @article 4 @article 8
 */
export const competence = (
  directory: Directory,
  agency: string | undefined,
  asked: ReadonlyArray<RoleId>,
  region: string | undefined,
  on: CivilDate,
  filled: FilledByCase = nobody
): Competence => {
  const role = roleFilled(directory, agency, asked, region, on, filled)
  if (typeof role === "string") return { _tag: "Competent", role }
  return { _tag: role === null ? "NotCompetent" : "Unknown", asked: { agency, roles: asked, region, on } }
}
