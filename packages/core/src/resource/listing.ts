/** Whether a resource stands in the provincial catalogue, and whether its interface stands. @article 23 @article 26 */
import type { CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import type { Context } from "../verdict/Verdict.ts"
import { isProvincial } from "./authorities.ts"
import type { Interface, Listing } from "./Resource.ts"
import type { View } from "./Rule.ts"
import { lastOf, production } from "./tracks.ts"

/** Whether a resource is listed, since when, and what is not known of it. */
export interface Listed {
  readonly is: boolean | undefined
  /** The step since which it is listed. */
  readonly since: Listing | undefined
  /** Where it is not known: the fact that would decide. */
  readonly missing: string
}

/**
 * The steps that count: those of the provincial authority, or of nobody who is stated. `doubtful`: of an agency that nobody knows.
 * What another body enters lists nothing.
 */
const counted = (
  r: View<"listings">,
  ctx: Context
): ReadonlyArray<{ readonly step: Listing; readonly doubtful: boolean }> =>
  r.listings.flatMap((step) => {
    const held = step.by === undefined ? true : isProvincial(ctx, step.by, "info.provincial", step.on)
    return held === false ? [] : [{ step, doubtful: held === undefined }]
  })

/** Whether the resource is listed on a day. */
export const listedOn = (r: View<"listings">, ctx: Context, on: CivilDate): Listed => {
  let since: Listing | undefined
  let is: boolean | undefined = silence(r.coverage, "listing", production(r)?.on) === null ? false : undefined
  let missing = "listing"
  for (const { doubtful, step } of counted(r, ctx)) {
    if (step.on > on) break
    if (doubtful) {
      if (is !== step.to) {
        is = undefined
        missing = "listing.by"
      }
      continue
    }
    if (step.to && is !== true) since = step
    is = step.to
  }
  return { is, since: is === true ? since : undefined, missing }
}

/** The last that was done about the interface by a day. */
export const providedOn = (r: View<"interfaces">, on: CivilDate): Interface | undefined => lastOf(r.interfaces, on)
