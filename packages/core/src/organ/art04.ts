import { coordinating } from "./coordinating.ts"

/**
 * 各地级以上市、县、区信息化主管部门会同有关部门负责本地区电子政务建设的组织协调
 *
 * The area of an authority takes in its townships; read as A04 = none, what is done for a township alone is nobody's task and shows nothing.
 */
export const N4_1 = coordinating("N4.1", {
  zh: "组织协调达到何种程度，《办法》未规定，须由人判断；在案的会同有关部门的组织协调记录予以列明",
  en: "the Measures do not say how far coordination has to go; a person judges it, and what was done together with departments is shown"
})
