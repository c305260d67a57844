/** What may turn out about the facts that the norms on application systems miss. Explanations load it; rules do not. */

import { calendar } from "../../explanation/calendarDays.ts"
import type { Suppose, Suppositions } from "../../explanation/Inquiry.ts"
import { scopeSuppositions } from "../../explanation/scope.ts"
import { supposedJudgement } from "../../explanation/supposedStates.ts"
import { platform } from "../../explanation/supposedSurroundings.ts"
import type { System } from "../System.ts"
import {
  against,
  exchangeCheck,
  exchangeStandards,
  occasion,
  planCheck,
  plansInForce,
  result,
  securityCheck,
  securityNorms
} from "./checked.ts"
import { cycle, error, operation, qualityCheck, update } from "./kept.ts"
import { construction, network, reach, securityUse } from "./placed.ts"

const facts = {
  ...scopeSuppositions,
  against,
  calendar,
  construction,
  cycle,
  error,
  exchangeCheck,
  exchangeStandards,
  judgement: (s, v, ctx) => supposedJudgement(s, v, ctx).map((one) => ({ ...one, state: { ...s, ...one.state } })),
  network,
  occasion,
  operation,
  planCheck,
  plansInForce,
  platform,
  qualityCheck,
  reach,
  result,
  securityCheck,
  securityNorms,
  securityUse,
  update
} satisfies { readonly [missing: string]: Suppose<System> }

/** By the name under which a rule misses a fact. */
export const suppositions: Suppositions<System> = { facts, gates: {} }
