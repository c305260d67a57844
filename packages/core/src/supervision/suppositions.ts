/** What may turn out about the facts that the norm on inspections misses. Explanations load it; rules do not. */
import type { Suppose, Suppositions } from "../explanation/Inquiry.ts"
import { scopeSuppositions } from "../explanation/scope.ts"
import { supposedJudgement } from "../explanation/supposedStates.ts"
import { authority, either, informed, outsider, supposed } from "../explanation/supposing.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { instanceOf, opening } from "./art35.ts"
import type { InspectionCase } from "./InspectionCase.ts"

/** An act, done by the supervision department or by somebody else. */
const doneBy = <A extends Act>(act: A, holds: boolean): A => ({ ...act, by: holds ? authority : outsider })

/** Who did the act that a verdict speaks of. */
const actor: Suppose<InspectionCase> = (x, { instance }, ctx) =>
  either(
    { zh: "由行政监察部门作出", en: "the supervision department did it" },
    { zh: "由其他机关作出", en: "another body did it" },
    (holds): InspectionCase =>
      instance === opening
        ? { ...x, begun: known(x.begun) ? doneBy(x.begun, holds) : x.begun }
        : { ...x, steps: x.steps.map((step) => (instanceOf(step.ref) === instance ? doneBy(step, holds) : step)) },
    informed(ctx, x.region)
  )

/** Who opened an inspection of which the record tells no opening. */
const opener: Suppose<InspectionCase> = (x, _, ctx) =>
  either(
    { zh: "由行政监察部门立项检查", en: "the supervision department opened it" },
    { zh: "由其他机关立项检查", en: "another body opened it" },
    (holds) => ({ ...x, begun: { on: ctx.asOf, ref: supposed, by: holds ? authority : outsider } }),
    informed(ctx, x.region)
  )

/** By the name under which a rule misses a fact. */
export const suppositions: Suppositions<InspectionCase> = {
  facts: {
    ...scopeSuppositions,
    actor,
    judgement: (x, v, ctx) => supposedJudgement(x, v, ctx).map((one) => ({ ...one, state: { ...x, ...one.state } })),
    opener
  },
  gates: {}
}
