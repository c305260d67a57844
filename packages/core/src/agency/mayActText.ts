/** Why somebody may act in the name of an agency, or may not, in words: person, post, agency, level, region and day by name. */
import { dayText } from "../civil/dayText.ts"
import { roleNames } from "../regulation/roleNames.ts"
import { type Office, type RoleId, roles } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"
import type { Actor, Delegation, Post } from "./Actor.ts"
import type { Asked } from "./Competence.ts"
import { competenceText } from "./competenceText.ts"
import type { Directory } from "./Directory.ts"
import type { Obstacle } from "./entitlement.ts"
import type { Grant } from "./Grant.ts"
import type { Hindrance, MayAct, Trail } from "./mayAct.ts"
import { type Level, levelOf, regionOf } from "./Region.ts"

/** What a person is called, with the id by which the person is known on record. */
export const actorText = ({ name, person }: Actor): Text =>
  name === undefined
    ? { zh: `“${person}”`, en: `"${person}"` }
    : { zh: `${name.zh}（${person}）`, en: `${name.en} (${person})` }

const agencyText = (directory: Directory, id: string): Text => {
  const name = directory.name(id)
  if (name !== undefined) return name
  const meant = directory.resembled(id)
  return meant === undefined
    ? { zh: `“${id}”（名录中没有）`, en: `"${id}" (not in the directory)` }
    : {
        zh: `“${id}”（名录中没有，形似“${meant}”，并非同一机构）`,
        en: `"${id}" (not in the directory: it looks like "${meant}" and is not the same)`
      }
}

const postText = (directory: Directory, { acting, agency, title }: Post): Text => {
  const at = agencyText(directory, agency)
  const held = acting === true ? { zh: "代理", en: " (held for the time being)" } : { zh: "", en: "" }
  return title === undefined
    ? { zh: `在${at.zh}的${held.zh}职务`, en: `the post in ${at.en}${held.en}` }
    : { zh: `在${at.zh}的${held.zh}职务“${title}”`, en: `the post "${title}" in ${at.en}${held.en}` }
}

/** Offices have no names of their own: each is called by the first role behind it, of any level where there is one. */
const officeNames = new Map<Office, Text>()
const byOffice = Object.entries(roles) as ReadonlyArray<[RoleId, (typeof roles)[RoleId]]>
for (const [id, { office }] of byOffice.toSorted(
  ([, a], [, b]) => Number(b.scope === "any") - Number(a.scope === "any")
))
  if (!officeNames.has(office)) officeNames.set(office, roleNames[id])

const officesText = (offices: ReadonlyArray<Office>): Text => {
  const names = offices.map((office) => officeNames.get(office) ?? { zh: office, en: office })
  return { zh: names.map(({ zh }) => zh).join("、"), en: names.map(({ en }) => en).join(", ") }
}

const delegationText = (directory: Directory, { from, id, source, to }: Delegation): Text => {
  const by = agencyText(directory, from)
  const whom = "agency" in to ? agencyText(directory, to.agency) : { zh: `“${to.person}”`, en: `"${to.person}"` }
  return {
    zh: `${by.zh}对${whom.zh}的委托“${id}”${sourceText(source).zh}`,
    en: `the delegation "${id}" of ${by.en} to ${whom.en}${sourceText(source).en}`
  }
}

const sourceText = (source: string | undefined): Text =>
  source === undefined ? { zh: "", en: "" } : { zh: `（依据：${source}）`, en: ` (according to ${source})` }

/** One thing that stands in the way of a person's speaking for an agency, in words. */
export const obstacleText = (directory: Directory, actor: Actor, agency: string, found: Obstacle): Text => {
  const who = actorText(actor)
  switch (found._tag) {
    case "NoPost": {
      const at = agencyText(directory, agency)
      return {
        zh: `${who.zh}在${at.zh}没有职务，也没有受其委托`,
        en: `${who.en} holds no post in ${at.en} and is not entrusted by it`
      }
    }
    case "PostNotYet":
    case "PostOver": {
      const post = postText(directory, found.post)
      const early = found._tag === "PostNotYet"
      const turn = early ? found.post.from : (found.post.until ?? found.on)
      return {
        zh: `${who.zh}${post.zh}${early ? `自${dayText(turn).zh}起` : `至${dayText(turn).zh}止`}，${dayText(found.on).zh}${early ? "尚未任职" : "已不在任"}`,
        en: `${who.en}: ${post.en} ${early ? `begins on ${turn}` : `ended on ${turn}`} and is not held on ${found.on}`
      }
    }
    case "ActingWithoutEnd": {
      const post = postText(directory, found.post)
      return {
        zh: `${who.zh}${post.zh}未载明代理的截止日期，不予认可`,
        en: `${who.en}: no day is stated on which ${post.en} ends, so it does not count`
      }
    }
    case "PostNotForOffice": {
      const [post, offices] = [postText(directory, found.post), officesText(found.offices)]
      return {
        zh: `${who.zh}${post.zh}未载明可办理下列职责：${offices.zh}`,
        en: `${who.en}: ${post.en} is not entered for ${offices.en}`
      }
    }
    case "PostInPredecessor": {
      const [post, at] = [postText(directory, found.post), agencyText(directory, agency)]
      return {
        zh: `${who.zh}${post.zh}属于${at.zh}所承继的机构；转任后须载明新的职务，方可以${at.zh}的名义办理`,
        en: `${who.en}: ${post.en} is in an agency that ${at.en} has succeeded; who moved with it acts by a new post`
      }
    }
    case "DelegationNotYet":
    case "DelegationOver": {
      const of = delegationText(directory, found.delegation)
      const early = found._tag === "DelegationNotYet"
      const turn = early ? found.delegation.on : found.delegation.until
      return {
        zh: `${of.zh}${early ? `自${dayText(turn).zh}起` : `至${dayText(turn).zh}止`}，${dayText(found.on).zh}不在委托期限内`,
        en: `${of.en} ${early ? `begins on ${turn}` : `ended on ${turn}`} and is not in force on ${found.on}`
      }
    }
    case "DelegationNotForOffice": {
      const [of, offices] = [delegationText(directory, found.delegation), officesText(found.offices)]
      return { zh: `${of.zh}不包括下列职责：${offices.zh}`, en: `${of.en} is not about ${offices.en}` }
    }
    case "PassedOn": {
      const [last, of] = [delegationText(directory, found.delegation), delegationText(directory, found.of)]
      return {
        zh: `${of.zh}未载明可以转委托，${last.zh}不能据此办理`,
        en: `${of.en} does not say that it can be passed on, so ${last.en} does not rest on it`
      }
    }
  }
}

const levels = {
  province: { zh: "省级", en: "of the province" },
  city: { zh: "市级", en: "of a city" },
  county: { zh: "县级", en: "of a county" }
} as const satisfies { readonly [L in Level]: Text }

const regionText = (directory: Directory, code: string): Text => {
  const name = directory.regionName(code) ?? { zh: code, en: code }
  const level = levelOf(code)
  return level === undefined
    ? name
    : { zh: `${name.zh}（${levels[level].zh}）`, en: `${name.en} (an authority ${levels[level].en})` }
}

/** How the region for which an office is held differs from the one asked about. */
const difference = (held: string, asked: string): Text => {
  const [here, there] = [regionOf(held), regionOf(asked)]
  if (here === undefined || there === undefined) return { zh: "地区不同", en: "another region" }
  if (here.level !== there.level) return { zh: "级别不同", en: "another level" }
  return here.parent === there.parent && here.level === "county"
    ? { zh: "同一市内的另一县区", en: "another county of the same city" }
    : { zh: "地区不同", en: "another region" }
}

/** Where an agency holds an office that is asked for, if not where it is asked for. */
const heldText = (directory: Directory, { region }: Asked, held: ReadonlyArray<Grant>): Text => {
  if (region === undefined || held.length === 0) return { zh: "", en: "" }
  const parts = held.slice(0, 5).map(({ holding, region: where }): Text => {
    const [office, place, how] = [
      officesText([holding.office]),
      regionText(directory, where),
      difference(where, region)
    ]
    return where === region
      ? { zh: `${place.zh}的${office.zh}`, en: `${office.en} for ${place.en}` }
      : { zh: `${place.zh}的${office.zh}，${how.zh}`, en: `${office.en} for ${place.en}, ${how.en}` }
  })
  const place = regionText(directory, region)
  return {
    zh: `；所办事项属${place.zh}，而该机构是${parts.map(({ zh }) => zh).join("；")}`,
    en: `; the matter is of ${place.en}, while the agency is ${parts.map(({ en }) => en).join("; ")}`
  }
}

/** One thing that stands in the way of acting in the name of an agency, in words. */
export const hindranceText = (directory: Directory, actor: Actor, agency: string, found: Hindrance): Text => {
  switch (found._tag) {
    case "AgencyNotCompetent":
    case "AgencyUnknown": {
      const tag = found._tag === "AgencyUnknown" ? "Unknown" : "NotCompetent"
      const [because, held] = [
        competenceText(directory, { _tag: tag, asked: found.asked }),
        heldText(directory, found.asked, found.held)
      ]
      return { zh: `${because.zh}${held.zh}`, en: `${because.en}${held.en}` }
    }
    case "NothingToEntrust": {
      const of = delegationText(directory, found.delegation)
      const by = agencyText(directory, found.delegation.from)
      return {
        zh: `${of.zh}无从行使：${by.zh}自身不具有所委托的职责`,
        en: `${of.en} entrusts nothing: ${by.en} does not hold the office itself`
      }
    }
    default:
      return obstacleText(directory, actor, agency, found)
  }
}

/** Everything that stands in the way, in words: one text for each reason. */
export const mayActText = (
  directory: Directory,
  { act, actor, reasons }: Exclude<MayAct, { readonly _tag: "Competent" }>
): ReadonlyArray<Text> => reasons.map((reason) => hindranceText(directory, actor, act.agency, reason))

/** Why somebody may act, in words: the post or the delegations, then the holding of the agency with the document that says so. */
export const trailText = (
  directory: Directory,
  { by, office, region }: Extract<MayAct, { readonly _tag: "Competent" }>
): Text => {
  const [who, standing] = [actorText(by.actor), standingText(directory, by)]
  const [at, name, place] = [agencyText(directory, by.agency), officesText([office]), regionText(directory, region)]
  const version = { zh: `机构名录版本${by.directory}`, en: `agency directory, version ${by.directory}` }
  const rests = grantText(directory, by)
  return {
    zh: `${who.zh}可以${at.zh}的名义办理：${standing.zh}；${at.zh}于${dayText(by.on).zh}是${place.zh}的${name.zh}${rests.zh}（${version.zh}）`,
    en: `${who.en} may act in the name of ${at.en}: ${standing.en}; ${at.en} was, on ${by.on}, ${name.en} for ${place.en}${rests.en} (${version.en})`
  }
}

/** By what somebody speaks for an agency on the day of entry, in words. */
export const standingText = (
  directory: Directory,
  { entered, standing }: Pick<Trail, "entered" | "standing">
): Text => {
  if (standing._tag === "Post") {
    const [post, source] = [postText(directory, standing.post), sourceText(standing.post.source)]
    return {
      zh: `${dayText(entered).zh}持有${post.zh}${source.zh}`,
      en: `holding, on ${entered}, ${post.en}${source.en}`
    }
  }
  const links = standing.delegations.map((one) => delegationText(directory, one))
  const post = standing.post === undefined ? undefined : postText(directory, standing.post)
  return {
    zh: `依${links.map(({ zh }) => zh).join("，再依")}${post === undefined ? "" : `，并持有${post.zh}`}`,
    en: `by ${links.map(({ en }) => en).join(", then by ")}${post === undefined ? "" : `, holding ${post.en}`}`
  }
}

const grantText = (directory: Directory, { grant }: Trail): Text => {
  if (grant === undefined) return { zh: "（案件载明）", en: " (the case itself says so)" }
  const { holding, successions } = grant
  const passed = successions.map(({ on, predecessor, source, successor }): Text => {
    const [old, now] = [agencyText(directory, predecessor), agencyText(directory, successor)]
    return {
      zh: `，${dayText(on).zh}起由${now.zh}承继${old.zh}${sourceText(source).zh}`,
      en: `, ${now.en} having succeeded ${old.en} on ${on}${sourceText(source).en}`
    }
  })
  return {
    zh: `，自${dayText(holding.from).zh}起${sourceText(holding.source).zh}${passed.map(({ zh }) => zh).join("")}`,
    en: `, since ${holding.from}${sourceText(holding.source).en}${passed.map(({ en }) => en).join("")}`
  }
}
