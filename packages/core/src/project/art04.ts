import { jointly } from "../agency/jointly.ts"
import { levelOf } from "../agency/Region.ts"
import { known, latest } from "../verdict/Fact.ts"
import { handedOn } from "../verdict/judged.ts"
import { judgement } from "../verdict/Rule.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { approvedIn } from "./authorities.ts"
import { firstApproval } from "./Project.ts"
import { once, type View } from "./Rule.ts"

/**
 * 实施监督
 *
 * Of a project that a city, county or district approved, by its authority together with the departments concerned (A06).
 */
export const N4_3 = judgement(
  once("N4.3", ["applications", "judgements", "supervisions"], (p, ctx) => {
    const approval = firstApproval(p)
    const region = approvedIn(ctx, p, ctx.asOf)
    if (approval === undefined || region === undefined || levelOf(region) === "province") return notApplicable
    const together = p.supervisions.filter((act) => jointly(act, [], ctx.profile.readings.A06) !== false)
    return handedOn("N4.3", p, ctx, latest(together, ctx.asOf), approval)
  }),
  {
    zh: "实施监督是否到位须看全过程，没有记录可以单独显示，须由人判断",
    en: "whether implementation was supervised is seen from its whole course; no record shows it by itself, a person judges it"
  }
)

/** Whether some organ answers for the project. An informatization authority alone is not one of the other organs. */
const answeredFor = (
  { applications, opened }: View<"applications" | "opened">,
  ctx: Context
): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  if (!known(opened)) return applications.length > 0 ? undetermined("organ") : notApplicable
  const { organ } = opened
  if (organ === undefined) return undetermined("organ")
  if (!known(organ)) return ruling("Breached")
  const alone = (opened.with ?? []).length === 0
  const seat = ctx.directory.seat(organ, "info", opened.on)
  return alone && typeof seat === "string" ? notApplicable : ruling("Fulfilled")
}

/** 其它各级行政机关按照各自的职责负责本部门电子政务建设的组织实施 */
export const N4_4 = once("N4.4", ["applications", "opened"], answeredFor)
