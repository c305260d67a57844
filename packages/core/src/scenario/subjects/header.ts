/** How the particulars that every subject's facts have are written. */
import type { Text } from "../../regulation/Text.ts"
import { into, list, particular, word } from "../Form.ts"
import { day, moment, name, norm, prose, region, whole } from "../values.ts"

const outcomes: { readonly [outcome in "fulfilled" | "not-fulfilled"]: Text } = {
  fulfilled: { zh: "符合", en: "as provided" },
  "not-fulfilled": { zh: "不符合", en: "not as provided" }
}

/** What a judgement is about: one of the instances of its case, or all of it. */
const instance = into(
  prose,
  (written) => (written === "全案" || written === "the whole case" ? "" : written),
  (instance) => (instance === "" ? "全案" : instance)
)

/** The header of a fact, where a case belongs, and the facts that every case can hold. */
export const headerForms = {
  id: name,
  on: day,
  recordedAt: moment,
  recordedBy: name,
  seq: whole(-9999, 9999),
  by: name,
  with: list(name),
  corrects: name,
  of: name,
  region,
  organ: name,
  reason: particular(prose),
  norm,
  instance,
  outcome: word({ zh: "判断结果", en: "outcome" }, outcomes)
} as const
