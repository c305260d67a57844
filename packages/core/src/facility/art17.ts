import { built, serving } from "./built.ts"

const kinds = ["network-platform", "security-infrastructure"] as const

/** 省信息化主管部门负责组织全省统一的电子政务网络平台和信息安全基础设施建设 */
export const N17_1 = built("N17.1", kinds)

/** 为各级行政机关提供服务 */
export const N17_2 = serving("N17.2", kinds, {
  zh: "《办法》未规定答复接入申请的期限和服务的标准，须由人判断",
  en: "the Measures set neither a period for answering access requests nor a standard of service; a person judges it"
})
