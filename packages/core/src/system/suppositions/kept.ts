/** What may turn out about how a system is kept: whether it runs, how often and when its data were updated, what is wrong in them. @article 16 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import { completeIn, eitherWay, supposedOn } from "../../explanation/supposedStates.ts"
import { supposed } from "../../explanation/supposing.ts"
import { known } from "../../verdict/Fact.ts"
import { earliest } from "../../verdict/recurring.ts"
import type { System } from "../System.ts"

/** Whether the system is in operation. */
export const operation: Suppose<System> = (s, _v, ctx) =>
  eitherWay(
    { zh: "系统正在运行", en: "the system is in operation" },
    { zh: "系统未运行", en: "the system is not in operation" },
    (holds) => {
      const on = earliest(known(s.opened) ? s.opened.on : undefined, ctx.asOf) ?? ctx.asOf
      return { state: { ...s, operation: [supposedOn(on, { to: holds }), ...s.operation] } }
    }
  )

/** In which cycle the data are to be updated: one that holds them to be fresh, one that does not. */
export const cycle: Suppose<System> = (s, _v, ctx) =>
  eitherWay(
    { zh: "更新周期长于数据现有时间", en: "the cycle is longer than the data are old" },
    { zh: "更新周期短于数据现有时间", en: "the cycle is shorter than the data are old" },
    (holds) => ({ state: { ...s, cycles: [...s.cycles, supposedOn(ctx.asOf, { cycle: holds ? 3660 : 0 })] } })
  )

/** Whether the data were updated since the last update on record. */
export const update: Suppose<System> = (s, _v, ctx) =>
  eitherWay(
    { zh: "其后又更新过数据", en: "the data were updated since" },
    { zh: "其后未再更新数据", en: "the data were not updated since" },
    (holds) => ({
      state: holds ? { ...s, updates: [...s.updates, supposedOn(ctx.asOf, {})] } : completeIn(s, "update")
    })
  )

/** What a check of the information would find. */
export const qualityCheck: Suppose<System> = (s, _v, ctx) =>
  eitherWay(
    { zh: "数据质量检查通过", en: "a check of the information is passed" },
    { zh: "数据质量检查未通过", en: "a check of the information is not passed" },
    (holds) => {
      const result = holds ? ("pass" as const) : ("fail" as const)
      const check = supposedOn(ctx.asOf, {
        what: "accuracy" as const,
        result,
        against: null,
        occasion: null,
        build: null
      })
      return { state: completeIn({ ...s, checks: [...s.checks, check] }, "error") }
    }
  )

/** Whether an error was confirmed that is open. */
export const error: Suppose<System> = (s, _v, ctx) =>
  eitherWay(
    { zh: "有经确认而未更正的错误", en: "a confirmed error is open" },
    { zh: "没有经确认而未更正的错误", en: "no confirmed error is open" },
    (holds) => {
      const row = { id: supposed, confirmed: { on: ctx.asOf }, corrections: [] }
      return { state: holds ? { ...s, errors: [...s.errors, row] } : completeIn(s, "error") }
    }
  )
