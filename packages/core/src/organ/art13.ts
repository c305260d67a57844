import { known } from "../verdict/Fact.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Ruling } from "../verdict/Verdict.ts"
import { forAPerson, once, type View } from "./Rule.ts"

/** 行政机关应当加强电子政务应用系统建设 */
export const N13_1 = forAPerson("N13.1", {
  zh: "是否“加强”建设没有可核对的事实标准，须由人判断",
  en: "no fact shows by itself whether construction was strengthened; a person judges it"
})

/** 优化业务流程 */
export const N13_2 = forAPerson("N13.2", {
  zh: "业务流程是否优化须比较前后做法，须由人判断",
  en: "whether processes were optimized is a comparison of before and after; a person judges it"
})

/** What was last counted of a kind. */
const counted = (o: View<"holdings">, kind: "systems" | "resources") =>
  o.holdings.findLast((held) => held[kind] !== undefined)

/** 建立业务信息资源库 */
export const N13_3 = once(
  "N13.3",
  ["holdings"],
  (o): Ruling<"DueUnspecified" | "Fulfilled" | "Undetermined" | "NotApplicable"> => {
    const [systems, resources] = [counted(o, "systems"), counted(o, "resources")]
    if (known(resources?.resources) && resources.resources > 0) return ruling("Fulfilled", undefined, resources)
    const operates = known(systems?.systems) ? systems.systems > 0 : systems === undefined ? undefined : false
    if (operates === false || (systems === undefined && resources === undefined && !known(o.opened)))
      return notApplicable
    if (resources === undefined) return { ...undetermined("resources"), act: systems }
    if (operates === undefined) return { ...undetermined("systems"), act: resources }
    return ruling("DueUnspecified", undefined, resources, undefined, undefined, undefined, "no-resource")
  }
)

/** 建立科学的管理模式，提高管理水平和服务水平 */
export const N13_4 = forAPerson("N13.4", {
  zh: "管理模式是否科学、水平是否提高，须由人判断",
  en: "whether management is scientific and levels were raised is a valuation; a person judges it"
})
