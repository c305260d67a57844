import { holderOf, type Told } from "@banfa/testing/province"
import { expect } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import type { CaseEvent } from "../../src/scenario/index.ts"
import { advise, type Outcome } from "../../src/verdict/Advice.ts"
import { commencement } from "../../src/verdict/Rule.ts"
import { lineOf, nameOf } from "./Law.ts"
import { judged, linesOf, provinceLaws, stateOf, subjects, type World } from "./province.ts"

const of = (w: World, subject: Told["subject"]): ReadonlyArray<Told> =>
  w.province.cases.filter((one) => one.subject === subject)
const added = (one: Told, fact: object): Told => ({ ...one, facts: [...one.facts, fact as CaseEvent] })
const told = (one: Told, change: (e: CaseEvent) => CaseEvent | undefined): Told => ({
  ...one,
  facts: one.facts.flatMap((e) => change(e) ?? [])
})
const entered = "2190-01-01T00:00:00Z"
const going: ReadonlyArray<Outcome> = ["Allowed", "AllowedWithNotice"]

/** Facts that stand: corrections and retractions apart. */
const plain = (one: Told): Told => {
  const gone = new Set(one.facts.flatMap(({ corrects, of }) => [corrects, of]))
  return told(one, (e) => (e.corrects !== undefined || e._tag === "Retracted" || gone.has(e.id) ? undefined : e))
}

/** What is advised on an act of a case, on its day, without what was recorded of it. */
const advised = (w: World, one: Told, act: CaseEvent): Outcome => {
  const rest = told(one, (e) => (e.id === act.id || e.corrects === act.id || e.of === act.id ? undefined : e))
  return advise(subjects[one.subject], stateOf(rest, act.on), act, w.asked({ asOf: act.on })).outcome
}

provinceLaws(0.3, [
  {
    title: "参考依据: whether an opinion supports a project or not never changes allowed to denied (arts 10, 31)",
    floor: 30,
    holds: (w, met) => {
      if (w.profile.readings.A10a === "veto") return
      const concluding = (one: Told, conclusion: string): Told =>
        told(one, (e) => (e.conclusion === undefined ? e : { ...e, conclusion }))
      for (const one of of(w, "project").map(plain))
        for (const act of one.facts.filter(({ _tag }) => _tag === "Approved")) {
          if (!one.facts.some(({ _tag, on }) => _tag.startsWith("Opinion") && on <= act.on)) continue
          met()
          const supported = advised(w, concluding(one, "support"), act)
          const opposed = advised(w, concluding(one, "not-support"), act)
          expect(opposed === "Denied", `${supported} becomes ${opposed}`).toBe(supported === "Denied")
        }
    }
  },
  {
    title: "报本级人民政府批准: a county plan approved by the city is a finding whatever else is true (art. 8)",
    floor: 10,
    holds: (w, met) => {
      const end = "2027-12-31" as CivilDate
      for (const one of of(w, "planning")
        .filter(({ id }) => id === "plan-county")
        .map(plain)) {
        if (one.facts.some(({ _tag, township }) => _tag === "PlanTakenOver" || township !== undefined)) continue
        const first = one.facts.find(({ _tag }) => _tag === "PlanImplemented")
        if (first === undefined || first.on < commencement) continue
        met()
        const other = told(one, (e) => (e._tag === "PlanApproved" ? { ...e, by: "government" } : e))
        const found = judged(other, w.asked({ asOf: end })).find((v) => v.norm === "N8.3" && v.instance === "")
        expect(found?.status, found && lineOf(found)).toBe("Breached")
      }
    }
  },
  {
    title: "本级投资主管部门: the investment authority of another city never approves, whatever else is true (art. 10)",
    floor: 40,
    holds: (w, met) => {
      for (const one of of(w, "project").map(plain))
        for (const act of one.facts.filter(({ _tag }) => _tag === "Approved")) {
          met()
          const by = holderOf("investment", one.city === "second" ? "440100" : "440300", act.on)
          expect(going, `${act.id} by ${by}`).not.toContain(advised(w, one, { ...act, by }))
        }
    }
  },
  {
    title: "省重点项目: membership of the key list changes by when is reported, and nothing else (art. 12)",
    floor: 10,
    holds: (w, met) => {
      for (const one of of(w, "project")) {
        const other = told(one, (e) => (e._tag === "KeyListed" || e._tag === "KeyDelisted" ? undefined : e))
        if (other.facts.length === one.facts.length) continue
        met()
        const apart = (all: ReturnType<typeof judged>) => all.filter((v) => !v.norm.startsWith("N12.")).map(lineOf)
        const periods = (all: ReturnType<typeof judged>) =>
          all.filter((v) => v.norm === "N12.1" || v.norm === "N12.2").map(nameOf)
        const [before, after] = [w.says(one), judged(other, w.ctx)]
        expect(apart(after)).toEqual(apart(before))
        expect(periods(after)).toEqual(periods(before))
      }
    }
  },
  {
    title: "按季度报送: to correct the figure of a report never improves its timeliness, nor makes it worse (art. 12)",
    floor: 60,
    holds: (w, met) => {
      for (const one of of(w, "project"))
        for (const { period } of one.facts.filter((e) => typeof e.period === "string" && e.on <= w.day).slice(0, 3)) {
          const fix = {
            _tag: "ProgressCorrected",
            id: "fix",
            project: one.id,
            on: w.day,
            recordedAt: entered,
            period,
            amount: "1.00" as Amount,
            reason: "计算有误"
          }
          met()
          expect(linesOf(added(one, fix), w.ctx)).toEqual(w.lines(one))
        }
    }
  },
  {
    title: "经省信息化主管部门同意: consent given on a day changes no verdict of a day before it (art. 27)",
    floor: 100,
    holds: (w, met) => {
      const given = w.day
      const day = addDays(given, -1 - (w.lot % 60))
      for (const one of of(w, "resource")) {
        const before = linesOf(one, w.asked({ asOf: day }))
        met(before.length > 0 ? 1 : 0)
        const by = holderOf("info", "440000", given)
        const consent = { id: "new", resource: one.id, consent: "C9", on: given, recordedAt: entered, by, until: null }
        expect(linesOf(added(one, { _tag: "StorageConsentGiven", ...consent }), w.asked({ asOf: day }))).toEqual(before)
      }
    }
  },
  {
    title: "经省信息化主管部门同意: a consent of anybody else covers nothing (art. 27)",
    floor: 100,
    holds: (w, met) => {
      if (w.profile.readings.A27b === "any") return
      const by = ["info", "s-info", "centre", "health", "p-drc", "stranger"][w.lot % 6]
      for (const one of of(w, "resource")) {
        const consent = { id: "new", resource: one.id, consent: "C9", on: w.day, recordedAt: entered, by, until: null }
        met()
        for (const v of judged(added(one, { _tag: "StorageConsentGiven", ...consent }), w.ctx))
          if (v.norm.startsWith("N27.") && v.status === "Fulfilled") expect(v.act?.ref, lineOf(v)).not.toBe("new")
      }
    }
  },
  {
    title: "可以申请: neither a refusal nor silence is ever a breach or late (art. 28)",
    floor: 10,
    holds: (w, met) => {
      for (const one of of(w, "resource"))
        for (const v of w.says(one)) {
          if (v.norm !== "N28.1") continue
          met()
          expect(["Breached", "Overdue", "FulfilledLate"], lineOf(v)).not.toContain(v.status)
        }
    }
  },
  {
    title: "逐步: under the text alone nothing that is done step by step is late, however long it takes (arts 15, 21)",
    floor: 100,
    holds: (w, met) => {
      for (const one of of(w, "organ"))
        for (const v of judged(one, w.asked({ profile: textOnly, asOf: addDays(w.day, 3000) }))) {
          if (!/^N(15\.1|15\.2|21\.1|21\.2)$/u.test(v.norm)) continue
          met()
          expect(["Breached", "Overdue", "FulfilledLate"], lineOf(v)).not.toContain(v.status)
        }
    }
  },
  {
    title:
      "备案: what the authority answers on the merits of a filed plan holds it up no more than silence does (art. 7)",
    floor: 10,
    holds: (w, met) => {
      if (w.profile.readings.A07a !== "notify") return
      for (const one of of(w, "planning")
        .filter(({ id }) => id === "plan-organ")
        .map(plain)) {
        // what was returned for completion has not been filed yet
        if (one.facts.some(({ _tag, lacking }) => _tag === "PlanFilingReturned" && lacking?.toString() !== "")) continue
        const silent = told(one, (e) => (/^PlanFiling(Registered|Returned)$/u.test(e._tag) ? undefined : e))
        for (const act of one.facts.filter(({ _tag }) => _tag === "PlanImplemented")) {
          if (advised(w, silent, act) === "Denied") continue
          met()
          expect(advised(w, one, act), act.id).not.toBe("Denied")
        }
      }
    }
  },
  {
    title:
      "行政监察部门: no inspected organ closes or withdraws the inspection of itself under the Measures (arts 35, 36)",
    floor: 10,
    holds: (w, met) => {
      for (const one of of(w, "supervision").map(plain)) {
        const opening = one.facts.find(({ organs }) => Array.isArray(organs))
        const [organ] = (opening?.organs ?? []) as ReadonlyArray<string>
        for (const act of one.facts.filter(({ _tag }) =>
          ["InspectionFoundNothing", "RecheckPassed", "InspectionConcluded", "InspectionWithdrawn"].includes(_tag)
        )) {
          if (organ === undefined || act.on < commencement) continue
          met()
          const by = w.ctx.directory.successorOn(organ, act.on)
          expect(going, `${act.id} by ${by}`).not.toContain(advised(w, one, { ...act, by }))
        }
      }
    }
  }
])
