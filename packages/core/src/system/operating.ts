/** Whether the system was in operation on a day, as far as its record tells. */
import type { CivilDate } from "../civil/CivilDate.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { lapsed, notApplicable } from "../verdict/ruling.ts"
import { lastOn } from "../verdict/stated.ts"
import type { Interval, Ruling } from "../verdict/Verdict.ts"
import type { View } from "./Rule.ts"

/** The retirement, where it came by a day. */
export const retiredBy = ({ retired }: View<"retired">, on: CivilDate): boolean => known(retired) && retired.on <= on

/** Whether the system was in operation on a day; `undefined`: nobody knows. @article 16 */
export const operatesOn = (s: View<"operation" | "retired">, on: CivilDate): boolean | undefined => {
  if (retiredBy(s, on)) return false
  const turn = lastOn(s.operation, on)
  if (turn !== undefined) return turn.to
  return silence(s.coverage, "operation", undefined) === null ? false : undefined
}

/** The first day on record on which the system was put into operation. */
export const firstOperated = ({ operation }: View<"operation">) => operation.find(({ to }) => to)

/** A duty about a state ends with the system; what was not as provided until then stays on record. */
export const gone = (
  { retired }: View<"retired">,
  intervals: ReadonlyArray<Interval> | undefined
): Ruling<"NotApplicable"> => (known(retired) ? { ...lapsed(retired), intervals } : notApplicable)
