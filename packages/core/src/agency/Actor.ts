import type { CivilDate } from "../civil/CivilDate.ts"
import type { Office } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"

/** That somebody holds a post in an agency, from the first day to the last (`until`, the day included). What a post is not entered for, its holder may not do. */
export interface Post {
  /** The agency, by the id that the directory knows. */
  readonly agency: string
  /** What the post is called in its agency. */
  readonly title?: string | undefined
  /** The offices of its agency in which the holder may act, among those that the agency itself holds; `all` of them. */
  readonly offices: ReadonlyArray<Office> | "all"
  /** The first day. */
  readonly from: CivilDate
  /** The last day; left out where that is open. A post that is only held for the time being (代理) has one. */
  readonly until?: CivilDate | undefined
  /** Whether it is held for the time being, for somebody else or while it is vacant (代理). */
  readonly acting?: boolean | undefined
  /** The document that says so. */
  readonly source?: string | undefined
}

/**
 * That an agency entrusts somebody outside with acts in its name (委托): all people of an agency, or one person. What is done remains the act of who
 * entrusts. Nobody can be entrusted with what the agency does not hold itself, and who is entrusted cannot entrust others unless that is stated.
 */
export interface Delegation {
  /** Unique among the delegations of a directory. */
  readonly id: string
  /** Who entrusts: the agency in whose name is acted; where something is passed on, the agency that passes it on. */
  readonly from: string
  /** Who is entrusted: the people of an agency, or one person. */
  readonly to: { readonly agency: string } | { readonly person: string }
  /** The offices of the entrusting agency that it is about. */
  readonly offices: ReadonlyArray<Office>
  /** The first day. */
  readonly on: CivilDate
  /** The last day: a delegation without an end is none. */
  readonly until: CivilDate
  /** Whether the agency that is entrusted may entrust others with it in turn (转委托); not unless it is stated. */
  readonly onward?: boolean | undefined
  /** The id of the delegation that is passed on; left out where an agency entrusts somebody with what is its own. */
  readonly of?: string | undefined
  /** The document that says so. */
  readonly source?: string | undefined
}

/** A person who acts. Nothing of a login is in it: how it is known who somebody is, is for an identity adapter to say. */
export interface Actor {
  /** With which the person is named on record: 1 to 190 characters, none of them a control character. */
  readonly person: string
  /** What the person is called. */
  readonly name?: Text | undefined
  /** The posts that the person holds, has held or will hold. Without a post nothing is allowed. */
  readonly posts: ReadonlyArray<Post>
}
