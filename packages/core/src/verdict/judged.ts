/** What people judged about norms that only a person can judge: recorded, handed on, never computed. */
import type { CivilDate } from "../civil/CivilDate.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { RoleId } from "../regulation/Role.ts"
import { type Act, type Fact, known } from "./Fact.ts"
import { ruling, undetermined } from "./ruling.ts"
import type { Dated } from "./stated.ts"
import type { Context, Ruling } from "./Verdict.ts"

/** A recorded judgement about one instance of a norm. */
export interface Judging extends Dated {
  /** The norm judged. */
  readonly norm: NormId
  /** The instance judged, as verdicts name it. */
  readonly instance: string
  /** What was found. */
  readonly outcome: "fulfilled" | "not-fulfilled"
  /** Why. */
  readonly reason?: Fact<string>
}

/** Who may judge: whoever inspects (art. 35), and whoever supervises the implementation (art. 4). @article 4 @article 35 */
const judgingRoles = ["supervision.any", "info.any"] as const satisfies ReadonlyArray<RoleId>

/** Whether an agency holds a role at a region on a day; `undefined` when the agency, the region or its holding is not known. */
const heldBy = (
  ctx: Context,
  agency: Fact<string>,
  role: RoleId,
  region: string | undefined,
  on: CivilDate
): boolean | undefined => {
  if (agency === undefined || region === undefined) return undefined
  return known(agency) ? ctx.directory.holds(agency, role, region, on) : false
}

/**
 * What was judged of a duty that goes on, or of one instance of it: the latest judgement of somebody who may judge. Without one nobody knows, and what is on record
 * as evidence is shown.
 */
export const handedOn = (
  norm: NormId,
  c: { readonly region: string | undefined; readonly judgements: ReadonlyArray<Omit<Judging, "order">> },
  ctx: Context,
  evidence?: Act,
  trigger?: Act,
  instance = ""
): Ruling<"Fulfilled" | "Breached" | "Undetermined"> => {
  let judged: Omit<Judging, "order"> | undefined
  for (const j of c.judgements) {
    if (j.norm !== norm || j.instance !== instance || (judged !== undefined && j.on < judged.on)) continue
    if (judgingRoles.some((role) => heldBy(ctx, j.by, role, c.region, j.on) !== false)) judged = j
  }
  if (judged === undefined) return { ...undetermined("judgement", trigger, "declared-judgement"), act: evidence }
  const status = judged.outcome === "fulfilled" ? "Fulfilled" : "Breached"
  return ruling(status, trigger, judged, undefined, undefined, undefined, "judged")
}
