import type { Entry as Found } from "ldapts"
import { type DistinguishedName, distinguishedName, nameTable } from "./distinguishedName.ts"
import type { Source } from "./Options.ts"

/** An entry of the server, as far as it was asked for. */
export interface Entry {
  /** Its name, as the server writes it. */
  readonly dn: string
  /** Its name, step by step; `undefined` where that cannot be read. */
  readonly name: DistinguishedName | undefined
  /** The values of an attribute, none where it is missing; `undefined` where one is no text. */
  readonly values: (attribute: string) => ReadonlyArray<string> | undefined
}

/** An entry as the driver gives it. */
export const entryOf = ({ dn, ...attributes }: Found): Entry => {
  const byName = new Map<string, ReadonlyArray<string> | undefined>()
  for (const [attribute, given] of Object.entries(attributes)) {
    const values = [given].flat()
    const texts = values.filter((value) => typeof value === "string")
    byName.set(attribute.toLowerCase(), texts.length === values.length ? texts : undefined)
  }
  return {
    dn,
    name: distinguishedName(dn),
    values: (attribute) => {
      const key = attribute.toLowerCase()
      return byName.has(key) ? byName.get(key) : []
    }
  }
}

/** What was read, or that it cannot be. */
type Read = { readonly texts: ReadonlyArray<string> } | "unreadable"

/** Reads a text, or several, from an entry. */
export type Reader = (entry: Entry) => Read

const read = (texts: ReadonlyArray<string>): Read => ({ texts })

/** How a source is read. What its table does not have cannot be read. */
export const readerOf = (source: Source): Reader => {
  if ("always" in source) return () => read([source.always])
  if ("below" in source) {
    const units = nameTable(source.below)
    return ({ name }) => {
      const found = name && units?.above(name)
      return found === undefined ? "unreadable" : read([found])
    }
  }
  const { attribute, table } = source
  return ({ values }) => {
    const all = values(attribute)
    if (all === undefined) return "unreadable"
    if (table === undefined) return read(all)
    const stand = all.flatMap((value) => (Object.hasOwn(table, value) ? [table[value] ?? ""] : []))
    return stand.length === all.length ? read(stand) : "unreadable"
  }
}

/** The attributes that sources read. */
export const attributesOf = (sources: Readonly<Record<string, Source | undefined>>): ReadonlyArray<string> => [
  ...new Set(
    Object.values(sources).flatMap((source) =>
      source !== undefined && "attribute" in source ? [source.attribute] : []
    )
  )
]
