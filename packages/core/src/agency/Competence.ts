import type { CivilDate } from "../civil/CivilDate.ts"
import { roleNames } from "../regulation/roleNames.ts"
import { type RoleId, roles } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"
import type { Directory } from "./Directory.ts"

/** Whether an agency may act in one of the roles asked for. Without a grant the answer is no. */
export type Competence =
  | { readonly _tag: "Competent"; readonly role: RoleId }
  | { readonly _tag: "NotCompetent"; readonly because: Text }
  | { readonly _tag: "Unknown"; readonly because: Text }

/**
 * Who fills the roles that a case fills for itself (`builder`, `assessor`, …): an agency's id, `null` when it is known
 * that nobody does; a role that is missing here is unknown.
 */
export type FilledByCase = { readonly [R in RoleId]?: string | null }

const nobody: FilledByCase = {}

const holds = (
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
 * The first of the roles that an agency fills for a region on a day; `null` when it is known to fill none of them;
 * `undefined` when that cannot be told. Builds no text, so advice may ask it for every act.
 */
export const roleFilled = (
  directory: Directory,
  agency: string | undefined,
  asked: ReadonlyArray<RoleId>,
  region: string | undefined,
  on: CivilDate,
  filled: FilledByCase = nobody
): RoleId | null | undefined => {
  if (agency === undefined || region === undefined) return undefined
  let open = false
  for (const role of asked) {
    const held = holds(directory, agency, role, region, on, filled)
    if (held === true) return role
    if (held === undefined) open = true
  }
  return open ? undefined : null
}

/**
 * Whether an agency is competent to act in one of the roles, with the reason when it is not or when that cannot be
 * told: who, which role, which region, which day. Level and region are compared exactly, so the authority of a county
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
  const lookedFor = wording(directory, asked, region)
  if (role === undefined || agency === undefined) {
    return { _tag: "Unknown", because: unknown(directory, agency, region, on, lookedFor) }
  }
  const who = directory.name(agency) ?? same(agency)
  return {
    _tag: "NotCompetent",
    because: {
      zh: `${who.zh}于${on}不是${lookedFor.zh}（机构名录版本${directory.version}）`,
      en: `${who.en} was not, on ${on}, ${lookedFor.en} (agency directory, version ${directory.version})`
    }
  }
}

const same = (text: string): Text => ({ zh: text, en: text })

const wording = (directory: Directory, asked: ReadonlyArray<RoleId>, region: string | undefined): Text => {
  if (asked.length === 0) return { zh: "有权办理的机关（未指明职责）", en: "a competent body, since no role is given" }
  const place = region === undefined ? undefined : (directory.regionName(region) ?? same(region))
  const names = asked.map((role): Text => {
    const name = roleNames[role]
    const { scope } = roles[role]
    // An office of the province, or one filled by the case, is not held for the region of the case.
    if (place === undefined || scope === "provincial" || scope === "case") return name
    return { zh: `${place.zh}的${name.zh}`, en: `${name.en} for ${place.en}` }
  })
  return { zh: names.map((name) => name.zh).join("或者"), en: names.map((name) => name.en).join(" or ") }
}

const unknown = (
  directory: Directory,
  agency: string | undefined,
  region: string | undefined,
  on: CivilDate,
  lookedFor: Text
): Text => {
  if (agency === undefined) {
    return {
      zh: `未载明办理机关，无法判定其是否为${lookedFor.zh}`,
      en: `It is not stated who acts: looked for ${lookedFor.en}`
    }
  }
  const who = directory.name(agency)
  if (who === undefined) {
    return {
      zh: `机构名录（版本${directory.version}）未列“${agency}”，无法判定其于${on}是否为${lookedFor.zh}`,
      en: `The agency directory (version ${directory.version}) does not know "${agency}": looked for ${lookedFor.en} on ${on}`
    }
  }
  if (region === undefined) {
    return {
      zh: `未载明地区，无法判定${who.zh}是否为${lookedFor.zh}`,
      en: `The region is not stated: looked for ${who.en} as ${lookedFor.en}`
    }
  }
  return {
    zh: `关于由谁担任${lookedFor.zh}，或者该地区于${on}的建制，记载不足，无法判定${who.zh}是否有权办理`,
    en: `The record does not tell who was ${lookedFor.en}, or how that region stood, on ${on}: the competence of ${who.en} is unknown`
  }
}
