import type { Holding, RegionChange, Succession, Vacancy } from "@banfa/core/agency"
import type * as Duration from "effect/Duration"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"

/** Attributes that an entry must have with exactly these values, `{ objectClass: "inetOrgPerson" }`. The server compares. */
export type Where = Readonly<Record<string, string>>

/** The server, and as whom it is asked. */
export interface Server {
  /** `ldap://host:port`, encrypted by StartTLS, port 389 if none is said; or `ldaps://host:port`, encrypted from the start, port 636. */
  readonly url: string
  /** An account of the service that may read people, posts and units, and no passwords. */
  readonly bind: { readonly dn: string; readonly password: Redacted.Redacted<string> }
  /** How the certificate of the server is verified. */
  readonly tls?: {
    /** Certificates of authorities in PEM that are trusted in the place of those that Node trusts. */
    readonly ca?: string | ReadonlyArray<string>
    /** The name that the certificate is made out for, where the server is reached under another. */
    readonly serverName?: string
  }
  /** `required` if nothing is said. `none` does without encryption, for a server on this very machine. */
  readonly encryption?: "required" | "none"
  /** Most connections at a time, for asking and for logging in each; 8 if nothing is said, 1 to 100. */
  readonly connections?: number
  /** In which a connection has to stand, encrypted, 5 s if nothing is said. */
  readonly connectTimeout?: Duration.Input
  /** In which an answer, of a long one each page, has to be complete, 10 s if nothing is said; ten times that for all pages. */
  readonly timeout?: Duration.Input
  /** How many entries a page has, 500 if nothing is said, 1 to 10,000. */
  readonly pageSize?: number
  /** More entries than this in one answer are a failure, 50,000 if nothing is said. */
  readonly maxEntries?: number
  /**
   * What becomes of an answer that points to other servers: it is refused (`refuse`, if nothing is said), since it is not whole; or what it points to is
   * left out (`ignore`), as at the root of an Active Directory. Another server is never asked.
   */
  readonly referrals?: "refuse" | "ignore"
}

/** Where a text comes from. */
export type Source =
  /** An attribute of the entry; with a table, what its value stands for there, compared character by character. */
  | { readonly attribute: string; readonly table?: Readonly<Record<string, string>> }
  /** What stands in the table for the entry or the nearest one above it: names of entries, compared step by step. */
  | { readonly below: Readonly<Record<string, string>> }
  /** Always this. */
  | { readonly always: string }

/** How an entry becomes a post. What cannot be read exactly gives no actor. */
export interface PostFields {
  /** The agency, by the id that the directory knows. */
  readonly agency: Source
  /** The offices, each a value of the attribute; `all`, or one, where it is always the same. */
  readonly offices: Source
  /** The first day: a GeneralizedTime, of which the civil day in Asia/Shanghai counts, or `YYYY-MM-DD`. */
  readonly from: Source
  /** The last day, the day included; open where the attribute is missing. */
  readonly until?: Source
  /** What the post is called. */
  readonly title?: Source
  /** Whether it is held for the time being (代理): `TRUE` or `FALSE`. */
  readonly acting?: Source
  /** The document that says so. */
  readonly source?: Source
}

/** A post that stands in a table of the host. It is looked through like any other. */
export interface StatedPost {
  /** The agency, by the id that the directory knows. */
  readonly agency: string
  /** The offices; `all` of the agency's. */
  readonly offices: ReadonlyArray<string> | "all"
  /** The first day, `YYYY-MM-DD`. */
  readonly from: string
  /** The last day; left out where that is open. */
  readonly until?: string
  /** What the post is called. */
  readonly title?: string
  /** Whether it is held for the time being (代理); then it has a last day. */
  readonly acting?: boolean
  /** The document that says so. */
  readonly source?: string
}

/** The posts that a group, or a value, stands for. */
export type PostTable = Readonly<Record<string, ReadonlyArray<StatedPost>>>

/** How a person comes to posts. */
export type PostsMapping =
  /** Each entry below `base` that names the person in the attribute `member` is a post. */
  | {
      readonly kind: "entries"
      readonly base: string
      readonly member: string
      readonly where?: Where
      readonly fields: PostFields
    }
  /** Each entry below that of the person is a post. */
  | { readonly kind: "below"; readonly where?: Where; readonly fields: PostFields }
  /** The entry of the person states one post; none where it lacks the attribute of the agency. */
  | { readonly kind: "person"; readonly fields: PostFields }
  /** Each group below `base` that names the person in the attribute `member` stands for posts, by its name (`cn=…,ou=…`). */
  | {
      readonly kind: "groups"
      readonly base: string
      readonly member: string
      readonly where?: Where
      readonly table: PostTable
      /** What becomes of a group that the table does not have: nobody is let through with it (`refuse`, if nothing is said), or it gives no post. */
      readonly others?: "refuse" | "ignore"
    }
  /** Each value of an attribute of the person stands for posts: names of groups (`memberOf`), compared step by step, or plain text. */
  | {
      readonly kind: "values"
      readonly attribute: string
      readonly of: "names" | "text"
      readonly table: PostTable
      readonly others?: "refuse" | "ignore"
    }

/** How it is seen whether an account is closed. An account that lacks the attribute is closed where `open` is said, and otherwise not. */
export type AccountState =
  /** The values of an open account, `TRUE`. */
  | { readonly attribute: string; readonly open: ReadonlyArray<string> }
  /** The values of a closed one. */
  | { readonly attribute: string; readonly closed: ReadonlyArray<string> }
  /** A bit of a number that is set where it is closed: 2 in `userAccountControl` of Active Directory. */
  | { readonly attribute: string; readonly closedBit: number }

/** Who logs in, and what follows from it. */
export interface People {
  /** The entry below which people are. */
  readonly base: string
  /** What an entry of a person has, `{ objectClass: "person" }` if nothing is said. */
  readonly where?: Where
  /** The attribute with the name that is shown at a login: `uid`, `sAMAccountName`, `mail`. */
  readonly login: string
  /** The attribute with which the person is named on record, one value that stays: `uid`, `employeeNumber`, `entryUUID`. */
  readonly person: string
  /** What the person is called, in Chinese and where there is one in English: `{ zh: "cn", en: "cn;lang-en" }`. */
  readonly name?: { readonly zh: string; readonly en?: string }
  /** How it is seen whether an account is closed; none is if nothing is said, beyond what the server itself refuses. */
  readonly account?: AccountState
  /** How people come to posts. */
  readonly posts: PostsMapping
}

/** What is needed to say who logs in. */
export interface IdentityOptions extends Server {
  /** Who logs in. */
  readonly people: People
  /** Whether a name that nobody has is told (`tell`); if nothing is said, it is answered like a wrong password (`hide`), after the same work. */
  readonly unknownPeople?: "hide" | "tell"
  /**
   * An entry with a password that nobody knows, which never is locked: against it a name that nobody has is tried, so that the server works as much as
   * for one that somebody has. If nothing is said, it is tried against an entry that there is not, which some servers answer sooner.
   */
  readonly decoy?: string
}

/** How units become agencies. */
export interface AgenciesMapping {
  /** The entry below which units are. */
  readonly base: string
  /** What the entry of a unit that is an agency has. */
  readonly where: Where
  /** The id. */
  readonly id: Source
  /** The name in Chinese, and where there is one in English. */
  readonly name: { readonly zh: Source; readonly en?: Source }
  /** The code of its region. */
  readonly region: Source
  /** What it is. */
  readonly kind?: Source
  /** The first day. */
  readonly from?: Source
  /** The last day. */
  readonly until?: Source
}

/** How entries become holdings: one for each value of the office. */
export interface HoldingsMapping {
  /** The entry below which holdings are. */
  readonly base: string
  /** What the entry of a holding has. */
  readonly where: Where
  /** The agency, by its id. */
  readonly agency: Source
  /** The office; of several values each is a holding. */
  readonly offices: Source
  /** The code of the region for which it is held. */
  readonly region: Source
  /** The first day. */
  readonly from: Source
  /** The last day, the day included. */
  readonly until?: Source
  /** The document that says so. */
  readonly source?: Source
}

/** What a host states beside its LDAP directory. */
export interface Stated {
  /** Which agency took over from which. */
  readonly successions?: ReadonlyArray<Succession>
  /** Holdings that stand in no entry. */
  readonly holdings?: ReadonlyArray<Holding>
  /** Legal days of changes of regions. */
  readonly regionChanges?: ReadonlyArray<RegionChange>
  /** The offices that nobody holds, as a document states. Silence about an office says nothing. @article 34 */
  readonly vacancies?: ReadonlyArray<Vacancy>
}

/** What is needed to fill the directory of agencies. */
export interface DirectoryOptions extends Server {
  /** How units become agencies. */
  readonly agencies: AgenciesMapping
  /** How entries become holdings; left out where the host states all of them. */
  readonly holdings?: HoldingsMapping
  /** What the host states beside it: a table, or a program that reads one each time. */
  readonly stated?: Stated | Effect.Effect<Stated, unknown>
  /** After which it is read anew, 5 min if nothing is said. */
  readonly refreshEvery?: Duration.Input
  /** After which it is read again when it could not be read, or did not fit, 10 s if nothing is said. */
  readonly retryEvery?: Duration.Input
  /** How old an answer may be at most, 15 min if nothing is said; then it is `StorageUnavailable`. */
  readonly maxAge?: Duration.Input
}
