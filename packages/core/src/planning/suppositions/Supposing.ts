/** With what the answers to missing facts about plans are supposed: acts that may have happened, and agencies that nobody has to know. */
import type { Directory } from "../../agency/Directory.ts"
import type { CivilDate } from "../../civil/CivilDate.ts"
import { dayText } from "../../civil/dayText.ts"
import type { Supposition } from "../../explanation/Inquiry.ts"
import type { Text } from "../../regulation/Text.ts"
import { type Act, known } from "../../verdict/Fact.ts"
import type { Context } from "../../verdict/Verdict.ts"
import type { PlanVersion } from "../PlanVersion.ts"

export { completeIn } from "../../explanation/supposedStates.ts"

/** What is supposed about a plan. */
export type Supposed = ReadonlyArray<Supposition<PlanVersion>>

/** The id of whatever is supposed to exist. */
export const supposed = "（假设）"
/** An agency that is the right one for everything, in a supposed case. */
export const authority = "（假设）应办机关"
/** An agency that is the right one for nothing. */
export const outsider = "（假设）其他机关"

/** A context in which the two supposed agencies are known. */
export const withAgencies = (ctx: Context): Context => {
  const { directory } = ctx
  const ours = (agency: string): boolean => agency === authority || agency === outsider
  const informed: Directory = {
    ...directory,
    holds: (agency, role, region, on) =>
      ours(agency) ? agency === authority : directory.holds(agency, role, region, on),
    successorOn: (agency, on) => (ours(agency) ? agency : directory.successorOn(agency, on))
  }
  return { ...ctx, directory: informed }
}

/** The days of a plan on which something could turn on whether an act came by then, and the day asked: each once, in their order. */
export const daysOf = (p: PlanVersion, ctx: Context): ReadonlyArray<CivilDate> => {
  const acts: ReadonlyArray<unknown> = [p.begun, p.implemented, p.withdrawn, p.repealed]
  const lists: ReadonlyArray<Act> = [...p.submissions, ...p.reviews, ...p.reports, ...p.decisions]
  const days = [...acts, ...lists].flatMap((act) => (known(act) ? [(act as Act).on] : []))
  return [...new Set([...days, ctx.asOf])].toSorted()
}

/** That an act happened on one of some days, or did not. */
export const onOneOf = (
  days: ReadonlyArray<CivilDate>,
  did: Text,
  never: Text,
  p: PlanVersion,
  act: (on: CivilDate) => Partial<PlanVersion>,
  ctx: Context
): Supposed => [
  ...days.map((on) => ({
    answer: { zh: `${dayText(on).zh}${did.zh}`, en: `${did.en} on ${on}` },
    state: { ...p, ...act(on) },
    ctx: withAgencies(ctx)
  })),
  { answer: never, state: p }
]

/** Some records, each of which may be one thing or another: all of them, none, or each alone. */
export const eachWay = <R extends { readonly ref?: string | undefined }>(
  records: ReadonlyArray<R>,
  yes: Text,
  no: Text,
  suppose: (holds: (record: R) => boolean) => Omit<Supposition<PlanVersion>, "answer">
): Supposed => {
  const ways = [records, [], ...(records.length > 1 ? records.map((one) => [one]) : [])]
  return ways.map((holding) => {
    const names = holding.map(({ ref }) => ref)
    const answer =
      holding.length === records.length
        ? yes
        : holding.length === 0
          ? no
          : {
              zh: `仅${names.join("、")}${yes.zh}`,
              en: `only ${names.join(", ")}: ${yes.en}`
            }
    return { answer, ...suppose((record) => holding.includes(record)) }
  })
}

/** A fact that holds or does not. */
export const either = (yes: Text, no: Text, state: (holds: boolean) => PlanVersion): Supposed => [
  { answer: yes, state: state(true) },
  { answer: no, state: state(false) }
]
