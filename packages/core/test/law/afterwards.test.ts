import { dayOf, days, defaultProfiles, histories } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { advise, type Event, subject } from "../../src/project/index.ts"
import { passedAcceptance } from "../../src/project/Project.ts"
import { norms } from "../../src/regulation/norms.ts"
import { known } from "../../src/verdict/Fact.ts"
import { open } from "../../src/verdict/Verdict.ts"
import { asked, law, lineOf, onDay, says } from "./Law.ts"

const at = fc.nat(200)
/** The acts before which a result of an ex-post or application assessment has to be. */
const referring: ReadonlyArray<string> = ["AcceptancePassed", "AcceptanceFailed", "BudgetIssued", "ReviewHeld"]
const references: ReadonlyArray<string> = ["N10.2", "N31.4", "N32.4", "N32.5", "N33.3"]
const operation: ReadonlyArray<string> = ["OperationStarted", "TrialOperationStarted", "Retired"]

law(
  "neither a result nor its absence bars acceptance, a budget, operation or a review (arts 32, 33)",
  30,
  { history: histories, n: at, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const acts = events.filter((e) => referring.includes(e._tag) || operation.includes(e._tag))
    const act = acts[n % Math.max(1, acts.length)]
    if (act === undefined) return
    met()
    const others = events.filter((e) => e !== act && e.corrects !== act.id)
    const { reasons } = advise(onDay(others, act.on), act, asked(act.on, profile))
    for (const r of reasons)
      if (r._tag === "Norm") expect(["Allowed", "AllowedWithNotice"], lineOf(r.verdict)).toContain(r.outcome)
    const unassessed = others.filter((e) => !e._tag.startsWith("Assessment"))
    const without = advise(onDay(unassessed, act.on), act, asked(act.on, profile))
    // Where the project stands beside its assessments is a step named otherwise, and no bar.
    const apart = (list: typeof reasons) =>
      list.flatMap((r) => (r._tag === "Norm" ? [] : [[r._tag, r.outcome, r._tag === "Order" ? r.lacks : []]]))
    expect(apart(without.reasons)).toEqual(apart(reasons))
  }
)

law(
  "references, presumptions, powers and principles are never in breach and never late; only an opinion left out is (arts 10, 29 to 33)",
  80,
  { history: histories, n: days, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    for (const v of says(onDay(events, day), day, profile)) {
      const { article, force } = norms[v.norm as keyof typeof norms]
      if (force === "mandatory" || v.norm === "N10.2") continue
      if (article >= 29) met()
      expect(["Breached", "Overdue", "FulfilledLate"], lineOf(v)).not.toContain(v.status)
      expect(v.bars, lineOf(v)).toBeUndefined()
    }
  }
)

law(
  "where no document sets a day the completion report is late only once the project is accepted (art. 32)",
  15,
  { history: histories, n: days },
  ({ history: { events }, n }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const accepted = passedAcceptance(p)
    for (const v of says(p, day, textOnly)) {
      if (v.norm !== "N32.2") continue
      met()
      const late = v.status === "Breached" || v.status === "FulfilledLate"
      expect(["DueUnspecified", "Fulfilled", "Breached", "FulfilledLate", "Undetermined"], lineOf(v)).toContain(
        v.status
      )
      if (late) expect(accepted !== undefined && accepted.on < (v.act?.on ?? day), lineOf(v)).toBe(true)
      if (v.status === "DueUnspecified") expect(accepted === undefined || accepted.on >= day, lineOf(v)).toBe(true)
    }
  }
)

law(
  "where a round has ended or the project is cancelled or retired, no result waits for a reference any more (arts 31 to 33)",
  40,
  { history: histories, n: days, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const p = onDay(events, day)
    const over = p.applications.filter((a) => known(a.ended) || known(a.decision)).map(({ instance }) => instance)
    const gone = known(p.cancelled) || known(p.retired)
    for (const v of says(p, day, profile)) {
      if (gone && ["N32.4", "N32.5", "N33.3"].includes(v.norm)) {
        met()
        expect(open(v), lineOf(v)).toBe(false)
      }
      if (v.norm.startsWith("N31.") && over.includes(v.instance)) {
        met()
        expect(open(v), lineOf(v)).toBe(false)
      }
    }
  }
)

law(
  "what a decision considered is about the decision: no other verdict changes (arts 10, 31 to 33)",
  25,
  { history: histories, n: at, later: days, profile: defaultProfiles },
  ({ history: { events }, later, n, profile }, met) => {
    const able = events.filter((e) => [...referring, "Approved", "Rejected"].includes(e._tag))
    const act = able[n % Math.max(1, able.length)]
    if (act === undefined) return
    const day = [dayOf(events, later), act.on].toSorted().at(-1) as CivilDate
    const read = (considered: ReadonlyArray<string>) => {
      const other = events.map((e) => (e === act ? ({ ...e, considered } as Event) : e))
      const p = onDay(other, day)
      const about = subject.instances(p, act)
      return says(p, day, profile).filter((v) => !(references.includes(v.norm) && about.includes(v.instance)))
    }
    met()
    expect(read(["O5", "O9", "X1", "X2", "X9", "X10", "X12"]).map(lineOf)).toEqual(read([]).map(lineOf))
  }
)
