import type { SubjectId } from "@banfa/core/register"
import type { Text } from "@banfa/core/regulation"

/** What the subjects of the regulation are called. 库内译文，待核. */
export const subjectNames: { readonly [S in SubjectId]: Text } = {
  planning: { zh: "规划", en: "planning" },
  project: { zh: "项目", en: "project" },
  assessment: { zh: "效果评估", en: "assessment" },
  system: { zh: "应用系统", en: "system" },
  organ: { zh: "行政机关", en: "organ" },
  complaint: { zh: "网上投诉", en: "complaint" },
  resource: { zh: "信息资源", en: "resource" },
  supervision: { zh: "检查监督", en: "supervision" },
  standard: { zh: "标准规范", en: "standard" },
  facility: { zh: "基础设施", en: "facility" }
}
