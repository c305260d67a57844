import { coordinating } from "./coordinating.ts"

/** 协调指导全省电子政务建设 */
export const N3_3 = coordinating("N3.3", {
  zh: "协调指导达到何种程度，《办法》未规定，须由人判断；在案的协调指导记录予以列明",
  en: "the Measures do not say how far coordination and guidance have to go; a person judges it, and what is on record is shown"
})
