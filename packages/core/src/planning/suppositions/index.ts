/** What may turn out about the facts that the norms on plans miss. Explanations load it; rules do not. */

import { calendar } from "../../explanation/calendarDays.ts"
import type { Suppose, Suppositions } from "../../explanation/Inquiry.ts"
import { scopeSuppositions } from "../../explanation/scope.ts"
import type { PlanVersion } from "../PlanVersion.ts"
import { coDrafters, grounds, kind, organ, plans, plansInForce, region, signed, version } from "./making.ts"
import {
  approval,
  approver,
  filedWith,
  filing,
  implementation,
  lacking,
  received,
  report,
  review,
  reviewer,
  submission
} from "./steps.ts"

const facts = {
  ...scopeSuppositions,
  approval,
  "approval.to": approver,
  calendar,
  coDrafters,
  filing,
  "filing.to": filedWith,
  grounds,
  implementation,
  kind,
  lacking,
  organ,
  plans,
  plansInForce,
  received,
  region,
  report,
  review,
  "review.to": reviewer,
  signed,
  submission,
  version
} satisfies { readonly [missing: string]: Suppose<PlanVersion> }

/** By the name under which a rule misses a fact; whether a new version may take a plan's place hangs on which plans are in force. */
export const suppositions: Suppositions<PlanVersion> = {
  facts,
  gates: { "N3.1": ["organ"], "N6.3": ["plansInForce", "version"], "N8.3": ["plansInForce", "version"] }
}
