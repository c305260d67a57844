import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { stepwise } from "./progress.ts"
import { once } from "./Rule.ts"

/** Whether 逐步 reaches beyond the first act of its sentence (A21). */
const firstOnly = (ctx: Context): boolean => ctx.profile.readings.A21 === "first"

/** 行政机关应当逐步在公众网站上公布管理事项 */
export const N21_1 = once("N21.1", ["progress"], (o, ctx) => stepwise("matters", o, ctx, false))

/** 实行网上审批 */
export const N21_2 = once("N21.2", ["progress"], (o, ctx) => stepwise("approval", o, ctx, firstOnly(ctx)))

/** 接受网上监督与投诉 */
export const N21_3 = once(
  "N21.3",
  ["channel"],
  (o, ctx): Ruling<"DueUnspecified" | "Fulfilled" | "Undetermined" | "NotApplicable"> => {
    const turn = o.channel.at(-1)
    if (turn === undefined) {
      if (!known(o.opened)) return notApplicable
      const none = silence(o.coverage, "channel", undefined) === null
      return none && firstOnly(ctx) ? ruling("DueUnspecified") : undetermined("channel")
    }
    if (turn.to) return ruling("Fulfilled", undefined, turn)
    const opened = o.channel.some(({ to }) => to)
    return ruling(
      "DueUnspecified",
      undefined,
      turn,
      undefined,
      undefined,
      undefined,
      opened ? "channel-closed" : undefined
    )
  }
)
