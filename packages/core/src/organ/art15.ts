import { stepwise } from "./progress.ts"
import { once } from "./Rule.ts"

/** 行政机关应当逐步推广使用办公自动化系统 */
export const N15_1 = once("N15.1", ["progress"], (o, ctx) => stepwise("office-automation", o, ctx, false))

/** 公文传输系统 */
export const N15_2 = once("N15.2", ["progress"], (o, ctx) =>
  stepwise("document-transmission", o, ctx, ctx.profile.readings.A21 === "first")
)
