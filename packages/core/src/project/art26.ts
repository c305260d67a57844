import { known } from "../verdict/Fact.ts"
import { breached, notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import { once } from "./Rule.ts"

/**
 * 列入省电子政务基础信息交换目录的信息，行政机关必须向省电子政务数据中心提供交换接口
 *
 * Of a project only the interfaces are asked that end with its system, on the day of its end. Whether an interface is provided is asked of
 * the resource.
 */
export const N26_1 = once("N26.1", ["retired"], (p, ctx) => {
  const { retired } = p
  if (!known(retired) || ctx.instrumentsInForce("exchange-catalogue", retired.on)?.length === 0) return notApplicable
  const { by, interfaces } = retired
  if (interfaces !== undefined && (!known(interfaces) || interfaces.length === 0)) return notApplicable
  if (ctx.inService("data-centre", retired.on) === false) return undetermined("dataCentre", retired)
  if (interfaces === undefined) return undetermined("interfaces", retired)
  const organ = p.organ === undefined ? undefined : ctx.directory.successorOn(p.organ, retired.on)
  return by === undefined || organ === undefined || by === organ
    ? breached(retired, retired)
    : ruling("NotApplicable", retired, retired, undefined, undefined, undefined, "other-body")
})
