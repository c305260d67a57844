import { latest } from "../verdict/Fact.ts"
import { handedOn } from "../verdict/judged.ts"
import { judgement } from "../verdict/Rule.ts"
import { notApplicable, undetermined } from "../verdict/ruling.ts"
import { listedOn } from "./listing.ts"
import { once } from "./Rule.ts"

/** 组织协调省级重点电子政务建设项目的实施 */
export const N3_4 = judgement(
  once("N3.4", ["applications", "coordinations", "designations", "judgements"], (p, ctx) => {
    const designated = p.designations.findLast(({ on }) => on <= ctx.asOf)
    if (designated === undefined) return notApplicable
    const { is } = listedOn("designations", p, ctx.asOf, ctx)
    if (is === undefined) return undetermined("designation", designated)
    if (!is) return notApplicable
    return handedOn("N3.4", p, ctx, latest(p.coordinations, ctx.asOf), designated)
  }),
  {
    zh: "组织协调是否到位须看全过程，没有记录可以单独显示，须由人判断",
    en: "whether implementation was organized and coordinated is seen from its whole course; no record shows it by itself, a person judges it"
  }
)
