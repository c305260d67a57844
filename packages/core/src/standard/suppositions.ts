/** What may turn out about the facts that the norms on instruments miss. Explanations load it; rules do not. */

import type { CivilDate } from "../civil/CivilDate.ts"
import { dayText } from "../civil/dayText.ts"
import type { Suppose, Suppositions } from "../explanation/Inquiry.ts"
import { scopeSuppositions } from "../explanation/scope.ts"
import { authority, either, informed, outsider, supposed } from "../explanation/supposing.ts"
import { known } from "../verdict/Fact.ts"
import { province } from "./coDrafting.ts"
import type { Instrument, Issue } from "./Instrument.ts"
import { draftedFrom } from "./issuing.ts"
import { kindNames, valueNames } from "./vocabulary.ts"

const issue = (x: Instrument, on: CivilDate, said: Partial<Issue>): Instrument => {
  const none: Issue = { on, signed: undefined, parts: undefined, items: undefined, document: undefined }
  return { ...x, issued: { ...(known(x.issued) ? x.issued : none), ...said } }
}

/** Departments that drafted it and signed, those that the sentence names among them; or none. */
const drafters = (holds: boolean): Partial<Issue> => {
  const together = holds ? [authority, supposed] : []
  return { with: together, signed: together }
}

const kind: Suppose<Instrument> = (x) =>
  Object.entries(kindNames).map(([value, name]) => ({
    answer: { zh: `以${name.zh}印发`, en: `issued as the ${name.en}` },
    state: { ...x, kind: value as Instrument["kind"] }
  }))

const level: Suppose<Instrument> = (x) =>
  Object.entries(valueNames.level).map(([value, name]) => ({
    answer: { zh: `属${name.zh}`, en: `it is a standard ${name.en}` },
    state: { ...x, level: value as "national" }
  }))

const issued: Suppose<Instrument> = (x, _, ctx) => {
  const from = draftedFrom(x)
  const [on = from] = [from, ctx.asOf].sort()
  return [
    {
      answer: {
        zh: `已于${dayText(on).zh}由省信息化主管部门会同规定的部门印发`,
        en: `it was issued on ${on} by the provincial informatization authority with the departments asked for`
      },
      state: issue(x, on, { by: authority, ...drafters(true) }),
      ctx: informed(ctx, province)
    },
    {
      answer: { zh: "尚未印发", en: "it has not been issued" },
      state: { ...x, coverage: undefined }
    }
  ]
}

const issuer: Suppose<Instrument> = (x, _, ctx) =>
  either(
    { zh: "由省信息化主管部门印发", en: "issued by the provincial informatization authority" },
    { zh: "由其他机关印发", en: "issued by another body" },
    (holds) => issue(x, ctx.asOf, { by: holds ? authority : outsider }),
    informed(ctx, province)
  )

const coDrafters: Suppose<Instrument> = (x, _, ctx) =>
  either(
    { zh: "已会同规定的部门制定", en: "the departments asked for drafted it together" },
    { zh: "未会同规定的部门", en: "none of the departments asked for drafted it together" },
    (holds) => issue(x, ctx.asOf, drafters(holds)),
    informed(ctx, province)
  )

/** By the name under which a rule misses a fact. */
export const suppositions: Suppositions<Instrument> = {
  facts: { ...scopeSuppositions, coDrafters, issue: issued, issuer, kind, level },
  gates: {}
}
