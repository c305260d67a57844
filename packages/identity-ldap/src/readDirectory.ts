import { createHash } from "node:crypto"
import {
  type Directory,
  type DirectoryInvalid,
  type DirectoryUnreadable,
  directory,
  parseDirectoryData
} from "@banfa/core/agency"
import * as Effect from "effect/Effect"
import { civilDay } from "./civilDay.ts"
import { agencySources, type DirectorySettings, holdingSources } from "./directorySettings.ts"
import { EntriesUnreadable, type EntryFinding } from "./EntriesUnreadable.ts"
import { attributesOf, type Entry, readerOf } from "./Entry.ts"
import type { LdapFailure } from "./LdapFailure.ts"
import type { LdapServer } from "./makeServer.ts"
import type { Source, Stated } from "./Options.ts"

type Sources = Readonly<Record<string, Source | undefined>>

/** What was read of an entry: for each source its values, days as days. */
type Values = Readonly<Record<string, ReadonlyArray<string>>>

const problems = {
  missing: { zh: "缺少", en: "is missing" },
  several: { zh: "不止一个", en: "is there more than once" },
  unreadable: { zh: "不能辨认", en: "cannot be understood" }
} as const

/** Reads entries, each of them whole, and notes everything that cannot be read. */
const entryReader =
  (findings: Array<EntryFinding>) => (within: string, sources: Sources, required: ReadonlyArray<string>) => {
    const readers = Object.entries(sources).flatMap(([member, source]) =>
      source === undefined ? [] : [{ member, read: readerOf(source) }]
    )
    return (entry: Entry): ReadonlyArray<Values> => {
      const values: Record<string, ReadonlyArray<string>> = {}
      const before = findings.length
      const note = (member: string, problem: keyof typeof problems) =>
        findings.push({ dn: entry.dn.slice(0, 500), at: `${within}.${member}`, ...problems[problem] })
      for (const { member, read } of readers) {
        const found = read(entry)
        const days = member === "from" || member === "until"
        const texts = found === "unreadable" ? [undefined] : found.texts.map((text) => (days ? civilDay(text) : text))
        const known = texts.filter((text) => text !== undefined)
        if (known.length < texts.length) note(member, "unreadable")
        else if (known.length === 0 && required.includes(member)) note(member, "missing")
        else if (known.length > 1 && member !== "offices") note(member, "several")
        values[member] = known
      }
      return findings.length > before ? [] : [values]
    }
  }

/** The members of an agency or a holding that are there, of each the one value. */
const members = (values: Values, ...names: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const [value] = values[name] ?? []
      return value === undefined ? [] : [[name, value]]
    })
  )

const agencyIn = (values: Values) => {
  const { "name.en": en, "name.zh": zh } = members(values, "name.zh", "name.en")
  return {
    ...members(values, "id", "region", "kind", "from", "until"),
    name: { zh, ...(en === undefined ? {} : { en }) }
  }
}

const holdingsIn = (values: Values) =>
  [...new Set(values.offices ?? [])].map((office) => ({
    ...members(values, "agency", "region", "from", "until", "source"),
    office
  }))

/** The same text for the same content, whatever the order in which a server gives it. */
const sorted = (all: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  all
    .map((one) => ({ one, key: JSON.stringify(one) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one)

/** Why there is no directory. */
export type Unfit = LdapFailure | EntriesUnreadable | DirectoryUnreadable | DirectoryInvalid

/** Reads everything once, and builds the directory; its version is a digest (SHA-256) of what was read. */
export const readDirectory = Effect.fnUntraced(function* (
  server: LdapServer,
  { agencies, holdings }: DirectorySettings,
  stated: Stated
): Effect.fn.Return<Directory, Unfit> {
  const findings: Array<EntryFinding> = []
  const reader = entryReader(findings)
  const all = (
    mapping: { readonly base: string; readonly where: Readonly<Record<string, string>> },
    sources: Sources
  ) =>
    server.search({
      base: mapping.base,
      where: [mapping.where],
      // without any the server would give all that it has
      attributes: ["objectClass", ...attributesOf(sources)]
    })
  const unitSources = agencySources(agencies)
  const units = yield* all(agencies, unitSources)
  const readUnit = reader("agencies", unitSources, ["id", "name.zh", "region"])
  const held: Array<unknown> = [...(stated.holdings ?? [])]
  if (holdings !== undefined) {
    const sources = holdingSources(holdings)
    const readHolding = reader("holdings", sources, ["agency", "offices", "region", "from"])
    for (const entry of yield* all(holdings, sources)) held.push(...readHolding(entry).flatMap(holdingsIn))
  }
  const content = {
    agencies: sorted(units.flatMap((entry) => readUnit(entry)).map(agencyIn)),
    holdings: sorted(held),
    successions: sorted(stated.successions ?? []),
    ...(stated.regionChanges === undefined ? {} : { regionChanges: sorted(stated.regionChanges) }),
    ...(stated.vacancies === undefined ? {} : { vacancies: sorted(stated.vacancies) })
  }
  if (findings.length > 0)
    return yield* new EntriesUnreadable({ findings: findings.slice(0, 100), count: findings.length })
  const version = `ldap-${createHash("sha256").update(JSON.stringify(content)).digest("hex")}`
  const data = yield* Effect.fromResult(parseDirectoryData({ version, ...content }))
  return yield* Effect.fromResult(directory(data))
})
