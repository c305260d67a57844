/** What may turn out about where a system stands: when it was built, what it reaches, on which network, with which services. @article 14 @article 18 @article 19 */
import { addDays, type CivilDate } from "../../civil/CivilDate.ts"
import type { Suppose } from "../../explanation/Inquiry.ts"
import { eitherWay, supposedOn } from "../../explanation/supposedStates.ts"
import { supposed } from "../../explanation/supposing.ts"
import { commencement } from "../../verdict/Rule.ts"
import type { Build, System } from "../System.ts"

const builtOn = (on: CivilDate): Build => ({ id: supposed, instance: `build/${supposed}`, on, work: null })

/** When the system was built or last rebuilt. */
export const construction: Suppose<System> = (s, _v, ctx) =>
  eitherWay(
    { zh: "建设或者改建于《办法》施行之后", en: "it was built or rebuilt after the Measures took force" },
    {
      zh: "建于《办法》施行之前，其后未经改建",
      en: "it was built before the Measures took force and not rebuilt since"
    },
    (holds) => ({
      state: { ...s, builds: holds ? [...s.builds, builtOn(ctx.asOf)] : [builtOn(addDays(commencement, -1))] }
    })
  )

/** What the system reaches. */
export const reach: Suppose<System> = (s, _v, ctx) =>
  eitherWay(
    { zh: "系统跨部门并且跨地区", en: "the system reaches across departments and regions" },
    { zh: "系统既不跨部门也不跨地区", en: "the system reaches across neither" },
    (holds) => ({
      state: { ...s, reaches: [...s.reaches, supposedOn(ctx.asOf, { crossDept: holds, crossRegion: holds })] }
    })
  )

/** On which network the system stands. */
export const network: Suppose<System> = (s, _v, ctx) =>
  eitherWay(
    { zh: "系统建立在统一网络平台之上", en: "the system stands on the unified platform" },
    { zh: "系统建立在其他网络之上", en: "the system stands on another network" },
    (holds) => {
      const network = holds ? ("unified-platform" as const) : ("other" as const)
      return { state: { ...s, networks: [...s.networks, supposedOn(ctx.asOf, { network, consent: null })] } }
    }
  )

/** Whether a service of the security infrastructure is used. */
export const securityUse: Suppose<System> = (s, v, ctx) =>
  eitherWay(
    { zh: "已使用该项服务", en: "the service is used" },
    { zh: "未使用该项服务，也未记明理由", en: "the service is not used, and no reason is on record" },
    (holds) => {
      const service = v.instance.slice("service/".length) || supposed
      const use = supposedOn(ctx.asOf, { service, used: holds, own: null, reason: null })
      return { state: { ...s, securityUses: [...s.securityUses, use] } }
    }
  )
