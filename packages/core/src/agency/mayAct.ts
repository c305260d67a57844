/** Whether a person may act in the name of an agency, on a day, for a region: the person by post or delegation, the agency by what it holds. */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import { type Office, roles } from "../regulation/roles.ts"
import type { Actor, Delegation } from "./Actor.ts"
import { type Asked, type FilledByCase, fillsRole } from "./Competence.ts"
import type { Directory } from "./Directory.ts"
import { entitlement, type Obstacle, type Standing } from "./entitlement.ts"
import type { Grant } from "./Grant.ts"

/** Something that is to be done in the name of an agency. */
export interface InName {
  /** In whose name. */
  readonly agency: string
  /** The roles of which one would do. */
  readonly roles: ReadonlyArray<RoleId>
  /** Code of the region that it is about. */
  readonly region: string | undefined
  /** The day of the act: the agency must be competent on it. */
  readonly on: CivilDate
  /** The day on which the person acts, where that is another one, as when an act of an earlier day is entered: the post or the delegation must be in force on it. */
  readonly entered?: CivilDate | undefined
  /** Who fills the roles that the case itself fills. */
  readonly filled?: FilledByCase | undefined
}

/** Why somebody may act, each thing by its name. */
export interface Trail {
  /** Who acts. */
  readonly actor: Actor
  /** In whose name. */
  readonly agency: string
  /** By what the person speaks for the agency. */
  readonly standing: Standing
  /** On what it rests that the agency is competent; `undefined` where the case itself says who fills the role. */
  readonly grant: Grant | undefined
  /** The day of the act. */
  readonly on: CivilDate
  /** The day on which the person acts. */
  readonly entered: CivilDate
  /** The version of the directory. */
  readonly directory: string
}

/** One thing that stands in the way. */
export type Hindrance =
  | Obstacle
  /** The agency fills none of the roles for the region on the day, or that cannot be told; `held` says where it holds an office that is asked for. */
  | {
      readonly _tag: "AgencyNotCompetent" | "AgencyUnknown"
      readonly asked: Asked
      readonly held: ReadonlyArray<Grant>
    }
  /** The agency has entrusted somebody with what it does not hold itself. */
  | { readonly _tag: "NothingToEntrust"; readonly delegation: Delegation }

/** Whether somebody may act, with all that it rests on, or with all that stands in the way. No text is built here (`mayActText`). */
export type MayAct =
  | {
      readonly _tag: "Competent"
      /** The role in which the agency acts. */
      readonly role: RoleId
      /** The office behind it. */
      readonly office: Office
      /** The region for which it acts. */
      readonly region: string
      /** Why. */
      readonly by: Trail
    }
  | {
      readonly _tag: "NotCompetent" | "Unknown"
      /** Who wanted to act. */
      readonly actor: Actor
      /** What was wanted. */
      readonly act: InName
      /** Everything that stands in the way. */
      readonly reasons: readonly [Hindrance, ...ReadonlyArray<Hindrance>]
    }

/** The days on which a person must be in office: when acting, and where the act is of a later day, on that day too. */
export const daysOf = (on: CivilDate, entered: CivilDate = on): ReadonlyArray<CivilDate> =>
  entered < on ? [entered, on] : [entered]

/** The offices behind roles, each once. */
export const officesOf = (asked: ReadonlyArray<RoleId>): ReadonlyArray<Office> => [
  ...new Set(asked.map((role) => roles[role].office))
]

/**
 * Whether a person may act in the name of an agency. The person must hold a post in it that is entered for the office, or be entrusted by it, on the
 * day on which the person acts; the agency itself must fill the role for exactly that region on the day of the act. What is granted nowhere
 * is denied; ids are compared character by character. @article 4 @article 8
 *
 * @example
 * ```ts
 * import { type Actor, directory, mayAct, parseDirectoryData } from "@banfa/core/agency"
 * import type { CivilDate } from "@banfa/core/civil"
 * import * as Result from "effect/Result"
 *
 * const agencies = Result.getOrThrow(
 *   Result.flatMap(
 *     parseDirectoryData({
 *       version: "1",
 *       agencies: [{ id: "gz-info", name: { zh: "广州市信息化办公室（示例）" }, region: "440100" }],
 *       holdings: [{ agency: "gz-info", office: "info", region: "440100", from: "2003-01-01", source: "穗府〔2003〕1号（示例）" }],
 *       successions: []
 *     }),
 *     directory
 *   )
 * )
 * const chen: Actor = {
 *   person: "chen",
 *   posts: [{ agency: "gz-info", offices: ["info"], from: "2024-01-01" as CivilDate, until: "2026-02-28" as CivilDate }]
 * }
 * const give = { agency: "gz-info", roles: ["info.any"], region: "440100" } as const
 *
 * mayAct(agencies, [], chen, { ...give, on: "2026-02-28" as CivilDate })._tag // => "Competent"
 * mayAct(agencies, [], chen, { ...give, on: "2026-03-01" as CivilDate })._tag // => "NotCompetent"
 * mayAct(agencies, [], chen, { ...give, region: "440104", on: "2026-02-28" as CivilDate })._tag // => "NotCompetent"
 * ```
 */
export const mayAct = (
  directory: Directory,
  delegations: ReadonlyArray<Delegation>,
  actor: Actor,
  act: InName
): MayAct => {
  const { agency, entered = act.on, filled, on, region } = act
  const days = daysOf(on, entered)
  const filling: Array<RoleId> = []
  let open = region === undefined
  if (region !== undefined)
    for (const role of act.roles) {
      const held = fillsRole(directory, agency, role, region, on, filled ?? {})
      if (held === true) filling.push(role)
      if (held === undefined) open = true
    }
  const offices = officesOf(filling.length === 0 ? act.roles : filling)
  const { obstacles, office, standing } = entitlement(directory, delegations, actor, { agency, offices, days })
  const role = filling.find((one) => roles[one].office === office)
  if (standing !== undefined && role !== undefined && region !== undefined) {
    const grant = directory.grant(agency, role, region, on)
    const by: Trail = { actor, agency, standing, grant, on, entered, directory: directory.version }
    return { _tag: "Competent", role, office: roles[role].office, region, by }
  }
  const unknown = open && act.roles.length > 0
  const [first, ...rest] = [
    ...(obstacles ?? []),
    ...(filling.length > 0 ? [] : incompetence(directory, act, unknown, standing))
  ]
  return {
    _tag: unknown && standing !== undefined ? "Unknown" : "NotCompetent",
    actor,
    act,
    reasons: [first ?? { _tag: "NoPost" }, ...rest]
  }
}

/** What stands in the way on the side of the agency. */
const incompetence = (
  directory: Directory,
  { agency, on, region, roles: asked }: InName,
  unknown: boolean,
  standing: Standing | undefined
): ReadonlyArray<Hindrance> => {
  const held = officesOf(asked).flatMap((office) => directory.grants(agency, office, on))
  const [delegation] = standing?._tag === "Delegation" ? standing.delegations : []
  return [
    { _tag: unknown ? "AgencyUnknown" : "AgencyNotCompetent", asked: { agency, roles: asked, region, on }, held },
    ...(delegation === undefined || unknown ? [] : [{ _tag: "NothingToEntrust", delegation } as const])
  ]
}
