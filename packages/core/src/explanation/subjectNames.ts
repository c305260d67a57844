import type { Text } from "../regulation/Text.ts"
import type { SubjectId } from "../subjects.ts"

/** What one case of each subject is called; an assessment is a part of its project. */
export const subjectNames: { readonly [S in Exclude<SubjectId, "assessment">]: Text } = {
  planning: { zh: "规划", en: "plan" },
  project: { zh: "项目", en: "project" },
  system: { zh: "应用系统", en: "system" },
  organ: { zh: "行政机关", en: "organ" },
  complaint: { zh: "投诉", en: "complaint" },
  resource: { zh: "信息资源", en: "resource" },
  supervision: { zh: "检查", en: "inspection" },
  standard: { zh: "另行制定的文件", en: "instrument" },
  facility: { zh: "基础设施", en: "facility" }
}
