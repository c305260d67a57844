import type { Post } from "@banfa/core/agency"
import * as Schema from "effect/Schema"
import { PostSchema } from "./PostSchema.ts"

/** Where in the claims something stands: the name of a claim, or the names on the way to it, `["realm_access", "roles"]`. */
export type ClaimPath = string | readonly [string, ...ReadonlyArray<string>]

/** The posts that the values of a claim stand for, value by value, compared character by character. */
export type PostTable = Readonly<Record<string, ReadonlyArray<Post>>>

/** Decodes a {@link PostTable} that a host keeps as JSON. */
export const PostTableSchema: Schema.Codec<PostTable, unknown> = Schema.Record(Schema.String, Schema.Array(PostSchema))

/** Decodes a claim that holds posts as they are: an array of `PostSchema`. */
export const PostsSchema: Schema.Codec<ReadonlyArray<Post>, unknown> = Schema.Array(PostSchema)

/** How a claim becomes posts. A token without the claim gives no actor; one that says nothing in it, an actor without a post. */
export type PostsMapping =
  | {
      /** The claim that holds the posts. */
      readonly claim: ClaimPath
      /** Decodes what it holds; `PostsSchema` if nothing is said. What it gives has to be posts in the sense of `PostSchema` too. */
      readonly schema?: Schema.Decoder<ReadonlyArray<Post>>
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
