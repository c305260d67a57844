import type { NotAuthenticated } from "@banfa/core/port/Identity"
import * as Effect from "effect/Effect"
import { civilDay } from "./civilDay.ts"
import { distinguishedName, nameTable } from "./distinguishedName.ts"
import { attributesOf, type Entry, readerOf } from "./Entry.ts"
import type { LdapFailure } from "./LdapFailure.ts"
import type { LdapServer, Search } from "./makeServer.ts"
import type { PostFields, PostsMapping, PostTable, Source, StatedPost } from "./Options.ts"
import { refuse } from "./refuse.ts"

/** Posts as the server states them, whatever they may be: they are read like any other. */
export interface PostsReader {
  /** The attributes that the entry of a person has to be asked for. */
  readonly attributes: ReadonlyArray<string>
  /** What is stated for a person; what cannot be read is told by the part of the post. */
  readonly of: (person: Entry) => Effect.Effect<ReadonlyArray<unknown>, NotAuthenticated | LdapFailure>
}

const unreadable = (detail: string) => refuse("claims", detail)

const sourcesOf = (fields: PostFields): Readonly<Record<string, Source | undefined>> => ({ ...fields })

/** Whether the entry has anything in the attribute of a source; a source that is no attribute always has. */
const has = ({ values }: Entry, source: Source): boolean =>
  !("attribute" in source) || values(source.attribute)?.length !== 0

/** How an entry becomes a post. */
const postReader = (fields: PostFields) => {
  const readers = Object.entries(sourcesOf(fields)).flatMap(([member, source]) =>
    source === undefined ? [] : [{ member, read: readerOf(source) }]
  )
  const required: ReadonlySet<string> = new Set(["agency", "offices", "from"])
  return (entry: Entry): Readonly<Record<string, unknown>> | NotAuthenticated => {
    const post: Record<string, unknown> = {}
    for (const { member, read } of readers) {
      const found = read(entry)
      if (found === "unreadable") return unreadable(member)
      const [text, ...more] = found.texts
      if (text === undefined && !required.has(member)) continue
      if (member === "offices") {
        post.offices = found.texts.length === 1 && text === "all" ? text : [...new Set(found.texts)]
        continue
      }
      // which of several is meant nobody can know
      if (text === undefined || more.length > 0) return unreadable(member)
      const value =
        member === "from" || member === "until" ? civilDay(text) : member === "acting" ? truth.get(text) : text
      if (value === undefined) return unreadable(member)
      post[member] = value
    }
    return post
  }
}

/** A Boolean as servers write it (RFC 4517). */
const truth: ReadonlyMap<string, boolean> = new Map([
  ["TRUE", true],
  ["FALSE", false]
])

const inAll = <A>(read: ReadonlyArray<A | NotAuthenticated>): Effect.Effect<ReadonlyArray<A>, NotAuthenticated> => {
  const all: Array<A> = []
  for (const one of read) {
    if (one instanceof Error) return Effect.fail(one)
    all.push(one)
  }
  return Effect.succeed(all)
}

type Posts = ReadonlyArray<StatedPost> | undefined

const standFor = (
  found: ReadonlyArray<Posts>,
  others: "refuse" | "ignore" | undefined,
  where: string
): Effect.Effect<ReadonlyArray<StatedPost>, NotAuthenticated> => {
  if (others !== "ignore" && found.includes(undefined)) return Effect.fail(unreadable(where))
  return Effect.succeed([...new Set(found)].flatMap((posts) => posts ?? []))
}

const byName = (table: PostTable) => {
  const names = nameTable(table)
  return (text: string): Posts => {
    const name = distinguishedName(text)
    return name && names?.of(name)
  }
}

/** How a mapping is read from a server. */
export const postsReader = (server: LdapServer, mapping: PostsMapping): PostsReader => {
  switch (mapping.kind) {
    case "person": {
      const { fields } = mapping
      const read = postReader(fields)
      return {
        attributes: attributesOf(sourcesOf(fields)),
        of: (person) => (has(person, fields.agency) ? inAll([read(person)]) : Effect.succeed([]))
      }
    }
    case "values": {
      const { attribute, of, others, table } = mapping
      const byText = (text: string): Posts => (Object.hasOwn(table, text) ? table[text] : undefined)
      const posts = of === "names" ? byName(table) : byText
      return {
        attributes: [attribute],
        of: ({ values }) => {
          const found = values(attribute)
          return found === undefined
            ? Effect.fail(unreadable(attribute))
            : standFor(found.map(posts), others, attribute)
        }
      }
    }
    case "groups": {
      const { base, member, others, table, where = {} } = mapping
      const posts = byName(table)
      return {
        attributes: [],
        of: ({ dn }) =>
          Effect.flatMap(server.search({ base, where: [where, { [member]: dn }], attributes: ["1.1"] }), (groups) =>
            standFor(
              groups.map((group) => posts(group.dn)),
              others,
              member
            )
          )
      }
    }
    case "entries":
    case "below": {
      const { fields, where = {} } = mapping
      const read = postReader(fields)
      const attributes = ["objectClass", ...attributesOf(sourcesOf(fields))]
      const search = ({ dn }: Entry): Search =>
        mapping.kind === "below"
          ? { base: dn, where: [where], attributes }
          : { base: mapping.base, where: [where, { [mapping.member]: dn }], attributes }
      return {
        attributes: [],
        of: (person) =>
          Effect.flatMap(server.search(search(person)), (entries) =>
            inAll(entries.filter(({ dn }) => dn !== person.dn).map(read))
          )
      }
    }
  }
}
