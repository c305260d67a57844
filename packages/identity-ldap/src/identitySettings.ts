import { directory, readActors } from "@banfa/core/agency"
import * as Result from "effect/Result"
import { type DistinguishedName, nameTable } from "./distinguishedName.ts"
import type { LdapRejected } from "./LdapRejected.ts"
import type { IdentityOptions, PostsMapping, PostTable } from "./Options.ts"
import { type Inspection, inspected, inspection, type ServerSettings, serverSettings } from "./settings.ts"

/** The options, looked through. */
export interface IdentitySettings extends Pick<IdentityOptions, "people" | "unknownPeople"> {
  readonly server: ServerSettings
  /** The entry below which people are. */
  readonly base: DistinguishedName
  /** Against which a name that nobody has is tried. */
  readonly decoy: string
}

const nobody = Result.getOrThrow(directory({ version: "0", agencies: [], holdings: [], successions: [] }))

/** What is wrong with the posts of a table, whichever agencies there are. */
const inspectTable = ({ find }: Inspection, at: string, table: PostTable): void => {
  for (const [key, posts] of Object.entries(table)) {
    const read = readActors(nobody, [{ person: "table", posts }])
    for (const finding of Result.isFailure(read) ? read.failure.findings : [])
      if (finding.kind !== "UnknownAgency") find(finding.at.replace("0.posts", `${at}.${key}`), finding.zh, finding.en)
  }
}

const inspectPosts = (inspect: Inspection, at: string, posts: PostsMapping): void => {
  const { attribute, find, name, sources, where } = inspect
  if (posts.kind === "entries" || posts.kind === "groups") {
    name(`${at}.base`, posts.base)
    attribute(`${at}.member`, posts.member)
  }
  if ("where" in posts) where(`${at}.where`, posts.where)
  if ("fields" in posts) sources(`${at}.fields`, { ...posts.fields })
  if (posts.kind === "values") attribute(`${at}.attribute`, posts.attribute)
  if (!("table" in posts)) return
  inspectTable(inspect, `${at}.table`, posts.table)
  if ((posts.kind === "groups" || posts.of === "names") && nameTable(posts.table) === undefined)
    find(`${at}.table`, "须以互不相同的条目名称为键", "has to have names of entries as keys, each once")
}

/** Looks the options through, or says everything that is wrong with them. */
export const identitySettings = (options: IdentityOptions): Result.Result<IdentitySettings, LdapRejected> => {
  const { people, unknownPeople } = options
  const inspect = inspection()
  const { attribute, find, name, where } = inspect
  const server = serverSettings(inspect, options)
  const base = name("people.base", people.base)
  where("people.where", people.where)
  attribute("people.login", people.login)
  attribute("people.person", people.person)
  attribute("people.name.zh", people.name?.zh)
  attribute("people.name.en", people.name?.en)
  attribute("people.account.attribute", people.account?.attribute)
  if (people.account !== undefined && "closedBit" in people.account && !(people.account.closedBit > 0))
    find("people.account.closedBit", "须大于零", "has to be more than nothing")
  inspectPosts(inspect, "people.posts", people.posts)
  if (options.decoy !== undefined) name("decoy", options.decoy)
  const decoy = options.decoy ?? `cn=nobody-7c9e6679-7425-40de-944b-e07fc1f90ae7,${people.base}`
  return inspected(inspect, {
    people,
    server,
    base,
    decoy,
    ...(unknownPeople === undefined ? {} : { unknownPeople })
  })
}
