/** What may turn out about checks of a system and the versions that they are made against. @article 14 @article 16 @article 19 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import { eitherWay, supposedOn } from "../../explanation/supposedStates.ts"
import { inForce, instruments } from "../../explanation/supposedSurroundings.ts"
import { supposed } from "../../explanation/supposing.ts"
import type { Text } from "../../regulation/Text.ts"
import { known } from "../../verdict/Fact.ts"
import type { Plan } from "../../verdict/Surroundings.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import type { Check, System } from "../System.ts"

/** What checks of each norm ask. */
const asks = { "N14.1": "plan", "N14.2": "exchange-standards", "N16.3": "accuracy", "N19.1": "security-norms" } as const
const kindOf = ({ norm }: Verdict): Check["what"] => asks[norm as keyof typeof asks]

/** What nothing has to be checked against, and no check is. */
const others: ReadonlyArray<string> = [`${supposed}其他`]

/** The construction that a verdict is about. */
const buildOf = (s: System, { instance }: Verdict) => s.builds.find((build) => build.instance === instance)

/** The ids against which a check of a norm has to be made, as far as anybody knows. */
const yardsticks = (s: System, v: Verdict, ctx: Context): ReadonlyArray<string> => {
  const on = buildOf(s, v)?.on ?? ctx.asOf
  const what = kindOf(v)
  const versions: ReadonlyArray<{ readonly id: string }> | undefined =
    what === "plan"
      ? ctx.plansInForce(s.region, s.organ, on)
      : what === "accuracy"
        ? []
        : ctx.instrumentsInForce(what, on)
  return versions?.map(({ id }) => id) ?? [supposed]
}

/** The case with one more check, the last of the day asked. */
const checked = (s: System, v: Verdict, ctx: Context, result: "pass" | "fail"): System => ({
  ...s,
  checks: [
    ...s.checks,
    supposedOn(ctx.asOf, {
      what: kindOf(v),
      result,
      against: yardsticks(s, v, ctx),
      occasion: "inspection" as const,
      build: buildOf(s, v)?.id
    })
  ]
})

const found =
  (passed: Text, failed: Text): Suppose<System> =>
  (s, v, ctx) =>
    eitherWay(passed, failed, (holds) => ({ state: checked(s, v, ctx, holds ? "pass" : "fail") }))

/** What a check would find of conformity to the plan. */
export const planCheck = found(
  { zh: "检查结果为符合规划", en: "a check finds conformity to the plan" },
  { zh: "检查结果为不符合规划", en: "an inspection finds no conformity to the plan" }
)
/** What a test would find of the exchange standards. */
export const exchangeCheck = found(
  { zh: "检测结果为符合施行中的交换标准", en: "a test finds that it follows the standards in force" },
  { zh: "检测结果为不符合施行中的交换标准", en: "a test finds that it does not follow the standards in force" }
)
/** What a check would find of the security norms. */
export const securityCheck = found(
  { zh: "检查结果为符合施行中的安全规范", en: "a check finds conformity to the security norms in force" },
  { zh: "检查结果为不符合施行中的安全规范", en: "a check finds no conformity to the security norms in force" }
)

/** The case with every check told that leaves something out; what is said of other checks than those of the norm does not bear on it. */
const telling = (s: System, change: (check: Check) => Check): { readonly state: System } => ({
  state: { ...s, checks: s.checks.map(change) }
})

/** Against what the checks were made that do not say it. */
export const against: Suppose<System> = (s, v, ctx) =>
  eitherWay(
    { zh: "检查依据的是应当符合的版本", en: "the check was made against what has to be kept to" },
    { zh: "检查依据的是其他版本", en: "the check was made against something else" },
    (holds) =>
      telling(s, (check) =>
        check.against === undefined ? { ...check, against: holds ? yardsticks(s, v, ctx) : others } : check
      )
  )

/** What the checks found that do not say it. */
export const result: Suppose<System> = (s) =>
  eitherWay(
    { zh: "检查通过", en: "the check was passed" },
    { zh: "检查未通过", en: "the check was not passed" },
    (holds) =>
      telling(s, (check) => (check.result === undefined ? { ...check, result: holds ? "pass" : "fail" } : check))
  )

/** Where a failure was found of which nobody says it: it is the last that may count, so where others were found makes no difference. */
export const occasion: Suppose<System> = (s) =>
  eitherWay(
    { zh: "系在评估或者检查中发现", en: "it was found in an assessment or an inspection" },
    { zh: "并非在评估或者检查中发现", en: "it was not found in an assessment or an inspection" },
    (holds) => telling(s, (check) => ({ ...check, occasion: holds ? "inspection" : "statement" }))
  )

/** What the checks of a norm say that they were made against. */
const cited = (s: System, v: Verdict): ReadonlyArray<string> =>
  s.checks.flatMap((check) => (check.what === kindOf(v) && known(check.against) ? check.against : []))

/** Which plans were in force at construction. */
export const plansInForce: Suppose<System> = (s, v, ctx) => {
  const under = (answer: Text, ids: ReadonlyArray<string>) => {
    const plans = ids.map((id): Plan => ({ id, kind: "provincial" }))
    return { answer, ctx: { ...ctx, plansInForce: () => plans } }
  }
  return [under(inForce.cited, [...cited(s, v), supposed]), under(inForce.others, others), under(inForce.none, [])]
}

/** Which exchange standards were in force at construction. */
export const exchangeStandards: Suppose<System> = (s, v, ctx) => instruments("exchange-standards", cited(s, v), ctx)
/** Which security norms are in force on the day asked. */
export const securityNorms: Suppose<System> = (s, v, ctx) => instruments("security-norms", cited(s, v), ctx)
