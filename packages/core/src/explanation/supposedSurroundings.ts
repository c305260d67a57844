/** With what the answers about other subjects are supposed: facilities in service, versions of an instrument in force. @article 17 @article 19 @article 25 */
import type { Text } from "../regulation/Text.ts"
import type { FacilityKind, Instrument, InstrumentKind } from "../verdict/Surroundings.ts"
import type { Context, Verdict } from "../verdict/Verdict.ts"
import type { Supposition } from "./Inquiry.ts"
import { eitherWay } from "./supposedStates.ts"
import { supposed } from "./supposing.ts"

const serving =
  (facility: FacilityKind, yes: Text, no: Text) =>
  <S>(_state: S, _v: Verdict, ctx: Context): ReadonlyArray<Supposition<S>> =>
    eitherWay(yes, no, (holds) => ({
      ctx: { ...ctx, inService: (kind, on) => (kind === facility ? holds : ctx.inService(kind, on)) }
    }))

/** Whether the platform was available after all. */
export const platform = serving(
  "network-platform",
  { zh: "当日统一网络平台可用", en: "the unified platform was available on the day" },
  { zh: "当日统一网络平台不可用", en: "the unified platform was not available on the day" }
)

/** Whether the data centre operated where a fact says that it did not. */
export const dataCentre = serving(
  "data-centre",
  { zh: "数据中心当日已投入使用", en: "the data centre operated on the day" },
  { zh: "数据中心当日未投入使用", en: "the data centre did not operate on the day" }
)

/** What may turn out about what was in force on a day, where checks cite some of it. */
export const inForce: { readonly [K in "cited" | "others" | "none"]: Text } = {
  cited: { zh: "当日有施行的依据，检查所引者在内", en: "something was in force, what checks cite among it" },
  others: { zh: "当日有施行的依据，检查所引者不在内", en: "something was in force, not what checks cite" },
  none: { zh: "当日没有施行的依据", en: "nothing was in force on the day" }
}

/** Which versions of an instrument were in force; checks cite `cited`. */
export const instruments = <S>(
  kind: InstrumentKind,
  cited: ReadonlyArray<string>,
  ctx: Context
): ReadonlyArray<Supposition<S>> => {
  const under = (answer: Text, ids: ReadonlyArray<string>): Supposition<S> => {
    const versions = ids.map((id): Instrument => ({ id, kind }))
    return { answer, ctx: { ...ctx, instrumentsInForce: () => versions } }
  }
  const [first = supposed] = cited
  return [under(inForce.cited, [first]), under(inForce.others, [`${supposed}其他版本`]), under(inForce.none, [])]
}
