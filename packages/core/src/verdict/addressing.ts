import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import { roles } from "../regulation/roles.ts"
import { type Fact, known } from "./Fact.ts"
import type { Context, Note } from "./Verdict.ts"

/**
 * Whether an act counts whose recipient may be the one that a sentence names, or why it does not: `held` tells whether the recipient fills the
 * role where the sentence asks for it. Of a recipient that is in no directory nobody knows, and the remark says so; `undefined`: nobody knows.
 */
export const received = (
  held: boolean | undefined,
  recipient: Fact<string>,
  role: RoleId,
  on: CivilDate,
  ctx: Pick<Context, "directory">
): true | Note | undefined => {
  if (held === true) return true
  if (recipient === undefined) return undefined
  const seat = known(recipient) ? ctx.directory.seat(recipient, roles[role].office, on) : null
  if (held === undefined) return seat === undefined ? "not-in-directory" : undefined
  return typeof seat === "string" ? "other-level" : "other-recipient"
}
