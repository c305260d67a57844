/** What may turn out about the facts that the norm on complaints misses. Explanations load it; rules do not. */

import type { CivilDate } from "../civil/CivilDate.ts"
import { calendar } from "../explanation/calendarDays.ts"
import type { Suppose, Suppositions } from "../explanation/Inquiry.ts"
import { scopeSuppositions } from "../explanation/scope.ts"
import { completeIn, longBefore } from "../explanation/supposedStates.ts"
import type { Complaint } from "./Complaint.ts"

const answer: Suppose<Complaint> = (c, v, ctx) => {
  const whole = completeIn(c, "answer")
  const accepted = (on: CivilDate): Complaint => ({ ...whole, accepted: { on } })
  return [
    {
      answer: { zh: "收到当日即已受理", en: "it was accepted on the day on which it came in" },
      state: accepted(v.trigger?.on ?? ctx.asOf)
    },
    {
      answer: { zh: "截至询问当日方才受理", en: "it was accepted only on the day asked" },
      state: accepted(ctx.asOf)
    },
    {
      answer: { zh: "未受理，也未记明不予受理的理由", en: "it was neither accepted nor refused with a reason" },
      state: whole
    }
  ]
}

const receipt: Suppose<Complaint> = (c, v, ctx) => {
  const received = (on: CivilDate): Complaint => ({ ...c, received: { on } })
  const day = v.trigger?.on ?? ctx.asOf
  return [
    { answer: { zh: "当日收到", en: "it came in on that day" }, state: received(day) },
    { answer: { zh: "早已收到", en: "it had come in long before" }, state: received(longBefore(day)) }
  ]
}

/** By the name under which the rule misses a fact. */
export const suppositions: Suppositions<Complaint> = {
  facts: { ...scopeSuppositions, answer, calendar, receipt },
  gates: {}
}
