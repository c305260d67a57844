import type * as Result from "effect/Result"
import type { LdapRejected } from "./LdapRejected.ts"
import type { AgenciesMapping, DirectoryOptions, HoldingsMapping, Source } from "./Options.ts"
import { inspected, inspection, type ServerSettings, serverSettings } from "./settings.ts"

/** The options, looked through. Times are in ms. */
export interface DirectorySettings extends Pick<DirectoryOptions, "agencies" | "holdings" | "stated"> {
  readonly server: ServerSettings
  readonly refreshEvery: number
  readonly retryEvery: number
  readonly maxAge: number
}

/** Where what is read of a unit comes from, by the member of an agency. */
export const agencySources = ({ from, id, kind, name, region, until }: AgenciesMapping) =>
  ({ id, "name.zh": name.zh, "name.en": name.en, region, kind, from, until }) satisfies Readonly<
    Record<string, Source | undefined>
  >

/** Where what is read of a holding comes from, by its member. */
export const holdingSources = ({ agency, from, offices, region, source, until }: HoldingsMapping) =>
  ({ agency, offices, region, from, until, source }) satisfies Readonly<Record<string, Source | undefined>>

/** Looks the options through, or says everything that is wrong with them. */
export const directorySettings = (options: DirectoryOptions): Result.Result<DirectorySettings, LdapRejected> => {
  const { agencies, holdings, stated } = options
  const inspect = inspection()
  const { find, millis, name, sources, where } = inspect
  const server = serverSettings(inspect, options)
  name("agencies.base", agencies.base)
  where("agencies.where", agencies.where)
  sources("agencies", agencySources(agencies))
  if (holdings !== undefined) {
    name("holdings.base", holdings.base)
    where("holdings.where", holdings.where)
    sources("holdings", holdingSources(holdings))
  }
  const [refreshEvery, retryEvery, maxAge] = [
    millis("refreshEvery", options.refreshEvery, "5 minutes"),
    millis("retryEvery", options.retryEvery, "10 seconds"),
    millis("maxAge", options.maxAge, "15 minutes")
  ]
  if (maxAge <= refreshEvery)
    find(
      "maxAge",
      "须长于 refreshEvery，否则两次读取之间没有名录可用",
      "has to be longer than refreshEvery: otherwise there is no directory between two readings"
    )
  return inspected(inspect, {
    server,
    agencies,
    refreshEvery,
    retryEvery,
    maxAge,
    ...(holdings === undefined ? {} : { holdings }),
    ...(stated === undefined ? {} : { stated })
  })
}
