import { type Fact, known } from "../verdict/Fact.ts"
import { breached, fulfilled, notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Ruling } from "../verdict/Verdict.ts"
import type { Appraisal } from "./Organ.ts"
import { each } from "./Rule.ts"

/** Whether it is known that there is nothing: stated as absent, or as an empty list. */
const none = (items: Fact<ReadonlyArray<string>>): boolean => items === null || (known(items) && items.length === 0)

/** Whether e-government construction was one of the items of one appraisal. An appraisal of other work is none of which the norm speaks. */
const appraised = ({ held }: Appraisal): Ruling<"Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"> => {
  if (!known(held) || held.appraises === null || held.appraises === "n/a") return notApplicable
  const { eGovernment, items } = held
  if (eGovernment === true) return fulfilled(held, held)
  if (eGovernment === undefined && !none(items)) return { ...undetermined("eGovernment", held), act: held }
  return breached(held, held)
}

/** 行政机关电子政务建设的情况，作为对该部门落实政务公开以及依法行政工作考核的内容之一 */
export const N35_1 = each("N35.1", ["appraisals"], (o, _, ruled) => {
  for (const appraisal of o.appraisals) ruled(appraisal.instance, appraised(appraisal))
})
