import type { CivilDate } from "../civil/CivilDate.ts"
import { dayText } from "../civil/dayText.ts"
import type { RoleId } from "../regulation/Role.ts"
import { roleNames } from "../regulation/roleNames.ts"
import { roles } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"
import type { Competence } from "./Competence.ts"
import type { Directory } from "./Directory.ts"

/** Why nobody was found competent, or why that cannot be told: who, which role, which region, which day. */
export const competenceText = (
  directory: Directory,
  answer: Exclude<Competence, { readonly _tag: "Competent" }>
): Text => {
  const { agency, on, region, responsible } = answer.asked
  if (answer.asked.roles.length === 0) return noAct
  if (responsible !== undefined && agency !== undefined) {
    const [who, organ] = [directory.name(agency) ?? same(agency), directory.name(responsible) ?? same(responsible)]
    const others = answer.asked.roles.filter((role) => role !== "organ.any")
    const rest =
      others.length === 0
        ? undefined
        : competenceText(directory, { _tag: answer._tag, asked: { agency, roles: others, region, on } })
    return {
      zh: `${who.zh}于${dayText(on).zh}不是本项目的责任机关（${organ.zh}）${rest === undefined ? "" : `；${rest.zh}`}`,
      en: `${who.en} was not, on ${on}, the responsible organ of this project (${organ.en})${rest === undefined ? "" : `; ${rest.en}`}`
    }
  }
  const lookedFor = wording(directory, answer.asked.roles, region)
  if (answer._tag === "Unknown" || agency === undefined) return unknown(directory, agency, region, on, lookedFor)
  const who = directory.name(agency) ?? same(agency)
  return {
    zh: `${who.zh}于${dayText(on).zh}不是${lookedFor.zh}（机构名录版本${directory.version}）`,
    en: `${who.en} was not, on ${on}, ${lookedFor.en} (agency directory, version ${directory.version})`
  }
}

const same = (text: string): Text => ({ zh: text, en: text })

const noAct: Text = {
  zh: "该事项不属《办法》规定的行为，任何机关均不得作为行为办理，仅可补录",
  en: "this is no act under the Measures: nobody can perform it, it can only be recorded"
}

const wording = (directory: Directory, asked: ReadonlyArray<RoleId>, region: string | undefined): Text => {
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
      en: `it is not stated who acts: looked for ${lookedFor.en}`
    }
  }
  const who = directory.name(agency)
  if (who === undefined) {
    return {
      zh: `机构名录（版本${directory.version}）未列“${agency}”，无法判定其于${dayText(on).zh}是否为${lookedFor.zh}`,
      en: `the agency directory (version ${directory.version}) does not know "${agency}": looked for ${lookedFor.en} on ${on}`
    }
  }
  if (region === undefined) {
    return {
      zh: `未载明地区，无法判定${who.zh}是否为${lookedFor.zh}`,
      en: `the region is not stated: looked for ${who.en} as ${lookedFor.en}`
    }
  }
  return {
    zh: `${lookedFor.zh}由何机关担任，或者该地区于${dayText(on).zh}的建制，记载不足，无法判定${who.zh}是否有权办理`,
    en: `the record does not tell who was ${lookedFor.en}, or how that region stood, on ${on}: the competence of ${who.en} is unknown`
  }
}
