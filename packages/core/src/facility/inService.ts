import type { Surroundings } from "../verdict/Surroundings.ts"
import type { Facility } from "./Facility.ts"
import { serviceOn } from "./service.ts"

/**
 * Whether a facility of a kind was in service on a day, as other subjects ask for it: put it into their context. One that was is enough;
 * where none is known to be and of one nobody said, nobody knows, which is no reason to doubt it. Fold the cases from all that is known,
 * and days before and after today are answered alike. @article 17 @article 25
 */
export const inService = (cases: Iterable<Facility>): Surroundings["inService"] => {
  const all = [...cases]
  return (kind, on) => {
    const answers = all.filter((x) => x.kind === kind).map((x) => serviceOn(x, on).running)
    if (answers.includes(true)) return true
    return answers.length === 0 || answers.includes(undefined) ? undefined : false
  }
}
