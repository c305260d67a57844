import { isIP } from "node:net"
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { type DistinguishedName, distinguishedName, nameTable } from "./distinguishedName.ts"
import { type LdapFinding, LdapRejected } from "./LdapRejected.ts"
import type { Server, Source, Where } from "./Options.ts"

/** Notes what is wrong with options. */
export interface Inspection {
  /** Everything that was found. */
  readonly findings: ReadonlyArray<LdapFinding>
  /** Notes something. */
  readonly find: (at: string, zh: string, en: string) => void
  /** A length of time in ms, longer than nothing. */
  readonly millis: (at: string, given: Duration.Input | undefined, unsaid: Duration.Input) => number
  /** The name of an entry other than the root. */
  readonly name: (at: string, text: string) => DistinguishedName
  /** The name of an attribute. */
  readonly attribute: (at: string, text: string | undefined) => void
  /** The names of attributes of a filter. */
  readonly where: (at: string, where: Where | undefined) => void
  /** Where texts come from, by member. */
  readonly sources: (at: string, sources: Readonly<Record<string, Source | undefined>>) => void
}

const attribute = /^(?:[a-z][a-z\d-]{0,62}|\d+(?:\.\d+)+)(?:;[a-z\d-]{1,30})*$/i

/** Begins to look through options. */
export const inspection = (): Inspection => {
  const findings: Array<LdapFinding> = []
  const find: Inspection["find"] = (at, zh, en) => {
    findings.push({ at, zh, en })
  }
  const isAttribute = (at: string, text: string | undefined): void => {
    // an attribute of that name would stand in the place of the name of its entry
    if (text !== undefined && (!attribute.test(text) || text.toLowerCase() === "dn"))
      find(at, "不是属性名", "is not the name of an attribute")
  }
  return {
    findings,
    find,
    attribute: isAttribute,
    millis: (at, given, unsaid) => {
      const duration = Duration.fromInput(given ?? unsaid)
      const length = Option.isSome(duration) ? Duration.toMillis(duration.value) : Number.NaN
      if (!Number.isFinite(length) || length < 1 || length >= 2 ** 31)
        find(at, "须为一毫秒以上、二十四日以下的时长", "has to be a length of time from a millisecond to 24 days")
      return length
    },
    name: (at, text) => {
      const name = distinguishedName(text)
      if (name === undefined || name.length === 0) find(at, "不是条目名称（DN）", "is not the name of an entry (DN)")
      return name ?? []
    },
    where: (at, where = {}) => {
      for (const name of Object.keys(where)) isAttribute(`${at}.${name}`, name)
    },
    sources: (at, sources) => {
      for (const [member, source] of Object.entries(sources)) {
        if (source === undefined) continue
        if ("attribute" in source) isAttribute(`${at}.${member}.attribute`, source.attribute)
        if ("below" in source && nameTable(source.below) === undefined)
          find(`${at}.${member}.below`, "须以互不相同的条目名称为键", "has to have names of entries as keys, each once")
      }
    }
  }
}

/** What was read if nothing was found, or everything that was found. */
export const inspected = <A>({ findings }: Inspection, read: A): Result.Result<A, LdapRejected> =>
  findings.length === 0 ? Result.succeed(read) : Result.fail(new LdapRejected({ findings }))

/** The server, looked through. Times are in ms. */
export interface ServerSettings {
  readonly host: string
  readonly port: number
  /** How it is encrypted. */
  readonly encryption: "StartTLS" | "TLS" | "none"
  /** The host, or the name that its certificate is made out for. */
  readonly certified: string
  /** What is trusted in the place of what Node trusts. */
  readonly ca: Array<string> | undefined
  readonly bind: Server["bind"]
  readonly connections: number
  readonly connectTimeout: number
  readonly timeout: number
  readonly pageSize: number
  readonly maxEntries: number
  readonly ignoresReferrals: boolean
}

const whole = (number: number, least: number, most: number): boolean =>
  Number.isSafeInteger(number) && number >= least && number <= most

const loopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host)

interface Address {
  readonly host: string
  readonly port: number
  readonly secure: boolean
}

const addressOf = (text: string): Address | undefined => {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== "ldap:" && url.protocol !== "ldaps:")) return undefined
  const { hash, hostname, password, pathname, port, protocol, search, username } = url
  if (username + password + search + hash + pathname.replace(/^\/$/, "") !== "") return undefined
  const host = hostname.replace(/^\[|\]$/g, "")
  if (isIP(host) === 0 && !/^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(host)) return undefined
  const secure = protocol === "ldaps:"
  return { host, secure, port: port === "" ? (secure ? 636 : 389) : Number(port) }
}

/** Looks the server through. */
export const serverSettings = (inspect: Inspection, server: Server): ServerSettings => {
  const { bind, connections = 8, encryption = "required", maxEntries = 50_000, pageSize = 500, tls } = server
  const { find, millis, name } = inspect
  const address = addressOf(server.url)
  if (address === undefined)
    find(
      "url",
      "须形如 ldap://host:port 或 ldaps://host:port，不含账号、路径和参数",
      "has to be of the form ldap://host:port or ldaps://host:port, without user, path and query"
    )
  const { host, port, secure } = address ?? { host: "", port: 0, secure: true }
  if (encryption === "none" && (secure || !loopback(host)))
    find(
      "encryption",
      "不加密只可用于本机的 ldap:// 地址",
      "can be done without only for an ldap:// address on this machine"
    )
  name("bind.dn", bind.dn)
  // an empty one would log nobody in, and servers call that a success
  if (Redacted.value(bind.password) === "") find("bind.password", "不得为空", "must not be empty")
  if (!whole(connections, 1, 100)) find("connections", "须为 1 至 100 的整数", "has to be a whole number from 1 to 100")
  if (!whole(pageSize, 1, 10_000))
    find("pageSize", "须为 1 至 10000 的整数", "has to be a whole number from 1 to 10,000")
  if (!whole(maxEntries, 1, 10_000_000))
    find("maxEntries", "须为 1 至 10000000 的整数", "has to be a whole number from 1 to 10,000,000")
  return {
    host,
    port,
    encryption: secure ? "TLS" : encryption === "none" ? "none" : "StartTLS",
    certified: tls?.serverName ?? host,
    ca: tls?.ca === undefined ? undefined : [tls.ca].flat(),
    bind,
    connections,
    connectTimeout: millis("connectTimeout", server.connectTimeout, "5 seconds"),
    timeout: millis("timeout", server.timeout, "10 seconds"),
    pageSize,
    maxEntries,
    ignoresReferrals: server.referrals === "ignore"
  }
}
