/** What may turn out about the facts that the norms on facilities miss. Explanations load it; rules do not. */

import type { Suppose, Suppositions } from "../explanation/Inquiry.ts"
import { scopeSuppositions } from "../explanation/scope.ts"
import { either, supposed } from "../explanation/supposing.ts"
import type { NormId } from "../regulation/Norm.ts"
import type { Facility } from "./Facility.ts"

const service: Suppose<Facility> = (x, _, ctx) =>
  either(
    { zh: "当日已投入使用", en: "it was in service on the day" },
    { zh: "当日尚未投入使用", en: "it was not in service on the day" },
    (holds) => ({ ...x, service: [{ id: supposed, on: ctx.asOf, to: holds }, ...x.service] })
  )

const judgement: Suppose<Facility> = (x, { instance, norm }, ctx) =>
  either(
    { zh: "有权机关判断为符合规定", en: "a body that may judge finds it as provided" },
    { zh: "有权机关判断为不符合规定", en: "a body that may judge finds it not as provided" },
    (holds) => {
      const outcome = holds ? "fulfilled" : "not-fulfilled"
      const judged = { id: supposed, on: ctx.asOf, norm: norm as NormId, instance, outcome, reason: null } as const
      return { ...x, judgements: [...x.judgements, judged] }
    }
  )

/** By the name under which a rule misses a fact. */
export const suppositions: Suppositions<Facility> = { facts: { ...scopeSuppositions, judgement, service }, gates: {} }
