import type { CivilDate } from "../civil/CivilDate.ts"
import type { Layer } from "./compose.ts"
import type { Entry, Source } from "./Parameter.ts"

const source: Source = {
  title: {
    zh: "示例市电子政务项目管理规定（示例，非现行规定）",
    en: "Sample City rules on e-government projects (a sample, not in force)"
  },
  status: "sample"
}
const entry = <A>(value: A): ReadonlyArray<Entry<A>> => [{ value, source, from: "2005-02-04" as CivilDate }]

/** Made-up days for demonstrations and tests. It is a sample and says so wherever it is shown: no document fixes these values. */
export const sampleLayer: Layer = {
  id: "sample",
  version: "1",
  title: { zh: "示例规则（仅供演示，非现行规定）", en: "Sample rules (demonstration only, not in force)" },
  source,
  parameters: {
    "opinion.within": entry(20),
    "investmentFiling.within": entry(30),
    "quarterlyReport.dueRule": entry(15),
    "keyProject.timetable": entry(10)
  }
}
