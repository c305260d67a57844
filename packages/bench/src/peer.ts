/** A general rules engine over facts that were prepared for it, as a multiple of the verdicts of the same case. */
import { fold, subject, verdicts } from "@banfa/core/project"
import { Engine, type TopLevelCondition } from "json-rules-engine"
import { print, ratios } from "./ratios.ts"
import { asked, profiles, tenYears, upTo } from "./world.ts"

const breaches: { readonly [norm: string]: { readonly [fact: string]: boolean } } = {
  "N9.1": { approved: true, planned: false, grounds: false },
  "N10.1": { decided: true, asked: false },
  "N10.2": { decided: true, answered: true, considered: false },
  "N10.3": { answered: true, explicit: false },
  "N11.1": { invested: true, filed: false, pastFiling: true }
}

const engine = new Engine()
for (const [norm, facts] of Object.entries(breaches)) {
  const all = Object.entries(facts).map(([fact, value]) => ({ fact, operator: "equal", value }))
  engine.addRule({ conditions: { all } as TopLevelCondition, event: { type: norm } })
}

/** What the engine is told; working it out of the record is not counted. */
const prepared = {
  approved: true,
  planned: true,
  grounds: false,
  decided: true,
  asked: true,
  answered: true,
  considered: true,
  explicit: true,
  invested: true,
  filed: false,
  pastFiling: true
}

/** Five of the norms by json-rules-engine against all of them here. */
export const peerAgainstVerdicts = async (): Promise<void> => {
  const p = fold("P1", upTo("InvestmentFiled", tenYears()).before)
  const ctx = asked("2015-03-25", profiles.sample)
  const overdue = verdicts(p, ctx).verdicts.filter((v) => v.status === "Breached" || v.status === "Overdue")
  const { events } = await engine.run(prepared)
  const theirs = events.map(({ type }) => type).join()
  const ours = overdue.map(({ norm }) => norm).join()
  if (theirs !== ours) throw new Error(`the engine finds ${theirs}, the verdicts ${ours}`)
  print(
    "A young project, sample profile: a general engine",
    await ratios({
      [`verdicts(), ${subject.rules.length} norms, from the case`]: () => verdicts(p, ctx),
      "json-rules-engine 7.3.1, five norms, facts prepared": () => engine.run(prepared)
    })
  )
}
