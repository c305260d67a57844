import type * as Schema from "effect/Schema"

/** Where in the claims something stands: the name of a claim, or the names on the way to it, `["realm_access", "roles"]`. */
export type ClaimPath = string | readonly [string, ...ReadonlyArray<string>]

/**
 * A post as a token or a table states it, `{ agency: "drc", offices: ["investment"], from: "2026-01-01" }`: a `Post` that nobody has looked through yet.
 * It is read with `readActors`, which refuses what is no post and what it does not know.
 */
export interface StatedPost {
  /** The agency, by the id that the directory knows. */
  readonly agency: string
  /** What the post is called in its agency. */
  readonly title?: string | undefined
  /** The offices of its agency in which the holder may act; `all` of them. */
  readonly offices: ReadonlyArray<string> | "all"
  /** The first day. */
  readonly from: string
  /** The last day; left out where that is open. */
  readonly until?: string | undefined
  /** Whether it is held for the time being (代理); then it has a last day. */
  readonly acting?: boolean | undefined
  /** The document that says so. */
  readonly source?: string | undefined
}

/** The posts that the values of a claim stand for, value by value, compared character by character. */
export type PostTable = Readonly<Record<string, ReadonlyArray<StatedPost>>>

/** How a claim becomes posts. A token without the claim gives no actor; one that states nothing in it, an actor without a post. */
export type PostsMapping =
  | {
      /** The claim that holds the posts. */
      readonly claim: ClaimPath
      /** Decodes what it holds; nothing has to be decoded if it holds `StatedPost`s. */
      readonly schema?: Schema.Decoder<ReadonlyArray<StatedPost>>
    }
  | {
      /** The claim that holds one text or several: groups, roles, codes of positions. */
      readonly claim: ClaimPath
      /** What they stand for. */
      readonly table: PostTable
      /** What becomes of a value that the table does not have: nobody is let through with it (`refuse`, if nothing is said), or it gives no post. */
      readonly others?: "refuse" | "ignore"
    }

/** How claims become a person with posts. What cannot be read exactly gives no actor; nothing is guessed. */
export interface ClaimMapping {
  /**
   * With what the person is named on record: `sub` alone, or with the provider before it, `https://login.example#8f2a`. `sub` is unique only within
   * its provider: two providers need the latter.
   */
  readonly person: "sub" | "issuer#sub"
  /** The claim that says what the person is called; nobody is asked if nothing is said. A token without it gives an actor without a name. */
  readonly name?: ClaimPath
  /** How a claim becomes posts. */
  readonly posts: PostsMapping
}
