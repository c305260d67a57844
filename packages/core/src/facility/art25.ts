import { built, serving } from "./built.ts"

const kinds = ["data-centre"] as const

/** 省信息化主管部门负责统筹建设省电子政务数据中心 */
export const N25_1 = built("N25.1", kinds)

/** 整合电子政务信息资源，加强信息共享，为政府和社会提供服务 */
export const N25_2 = serving("N25.2", kinds, {
  zh: "整合、共享和服务达到何种程度，《办法》未规定，须由人判断",
  en: "the Measures do not say how far integration, sharing and service have to go; a person judges it"
})
