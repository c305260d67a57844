import { provinceOf, type Told } from "@banfa/testing/province"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { norms } from "../../src/regulation/norms.ts"
import type { CaseEvent } from "../../src/scenario/index.ts"
import { advise } from "../../src/verdict/Advice.ts"
import { compare } from "../../src/verdict/compare.ts"
import { duties } from "../../src/verdict/Duty.ts"
import { commencement } from "../../src/verdict/Rule.ts"
import { caseAt } from "../../src/verdict/record.ts"
import { evaluate } from "../../src/verdict/Subject.ts"
import { adverse, open } from "../../src/verdict/Verdict.ts"
import { lineOf, nameOf, now } from "./Law.ts"
import { changed, judged, linesOf, provinceLaws, stateOf, subjects, type World, who } from "./province.ts"
import { expectFounded, expectTold } from "./stranger.ts"

const each = (w: World, look: (one: Told) => void): void => w.province.cases.forEach(look)

/** The cases without one fact each that was told of them, and that fact. */
const eachAct = (w: World, look: (one: Told, rest: Told, act: CaseEvent) => void): void =>
  each(w, (one) => {
    const rules = subjects[one.subject]
    const acts = one.facts.filter((e) => e._tag !== "Retracted" && e.corrects === undefined && !rules.opens(e))
    const act = acts[w.lot % Math.max(1, acts.length)]
    if (act === undefined) return
    look(one, { ...one, facts: one.facts.filter((e) => e !== act && e.corrects !== act.id && e.of !== act.id) }, act)
  })

/** What is granted by the directory alone, whatever a case says. */
const granted = /^(info|planning|government|investment|finance|supervision|datacenter)\./u

provinceLaws(0.12, [
  {
    title: "the order in which the facts of a province are read changes no verdict of any case",
    floor: 1000,
    holds: (w, met) => {
      const turned = changed(w, (one) => ({ ...one, facts: one.facts.toReversed() }))
      each(w, (one) => {
        const other = turned.province.cases.find(({ id, subject }) => id === one.id && subject === one.subject) as Told
        met(w.says(one).length > 0 ? 1 : 0)
        expect(turned.lines(other)).toEqual(w.lines(one))
      })
    }
  },
  {
    title: "what is told twice is told once, in every case and for all that it surrounds",
    floor: 1000,
    holds: (w, met) => {
      const twice = changed(w, (one) => ({ ...one, facts: [...one.facts, ...one.facts] }))
      each(w, (one) => {
        const other = twice.province.cases.find(({ id, subject }) => id === one.id && subject === one.subject) as Told
        met(w.says(one).length > 0 ? 1 : 0)
        expect(twice.lines(other)).toEqual(w.lines(one))
      })
    }
  },
  {
    title: "a verdict sees no later fact of its own case",
    floor: 3000,
    holds: (w, met) =>
      each(w, (one) => {
        // the opening of a record holds on every day, whatever its own
        const opening = new Set<unknown>(one.facts.filter(subjects[one.subject].opens).map(({ id }) => id))
        for (const v of w.says(one))
          for (const act of [v.trigger, v.act, ...(v.intervals ?? []).map((i) => i.act)]) {
            if (act === undefined || opening.has(act.ref)) continue
            met()
            expect(act.on <= w.day, `${lineOf(v)} on ${w.day}`).toBe(true)
          }
      })
  },
  {
    title: "本办法自颁布之日起实施: on no day before 2005-02-04 is anything owed, late or found in any case (art. 36)",
    floor: 1000,
    holds: (w, met) =>
      each(w, (one) => {
        const day = addDays(commencement, -1 - w.lot)
        const early = { ...one, facts: one.facts.map((e) => ({ ...e, on: "2003-06-01" as CivilDate })) }
        const ctx = w.asked({ asOf: day })
        met(w.says(one).length > 0 ? 1 : 0)
        expect(judged(early, ctx)).toEqual([])
        expect(duties(subjects[one.subject], stateOf(early, day), ctx).duties).toEqual([])
      })
  },
  {
    title: "本办法自颁布之日起实施: what was set off before 2005-02-04 is no finding (art. 36)",
    floor: 200,
    holds: (w, met) =>
      each(w, (one) => {
        for (const v of w.says(one)) {
          if (!adverse(v.status) || v.trigger === undefined) continue
          met()
          expect(v.trigger.on >= commencement, lineOf(v)).toBe(true)
        }
      })
  },
  {
    title: "what was known then stays as it was known: what is entered later changes no answer given before",
    floor: 100,
    holds: (w, met) => {
      const known = `${addDays(w.day, -(w.lot % 200))}T12:00:00Z`
      each(w, (one) => {
        const then = one.facts.filter((e) => e.recordedAt <= known)
        met(then.length > 0 && then.length < one.facts.length ? 1 : 0)
        const rules = subjects[one.subject]
        expect(caseAt(rules, one.id, then, w.day, now)).toEqual(caseAt(rules, one.id, one.facts, w.day, known))
      })
    }
  },
  {
    title: "every missing fact has a name, and nothing else does",
    floor: 5000,
    holds: (w, met) =>
      each(w, (one) => {
        for (const v of w.says(one)) {
          met()
          expect(v.missing !== undefined, lineOf(v)).toBe(v.status === "Undetermined")
        }
      })
  },
  {
    title: "no two verdicts of the province are about the same instance of the same norm and case",
    floor: 5000,
    holds: (w, met) => {
      const all = w.province.cases.flatMap((one) => w.says(one).map((v) => `${one.subject} ${one.id} ${nameOf(v)}`))
      met(all.length)
      expect(new Set(all).size).toBe(all.length)
    }
  },
  {
    title:
      "可以, 逐步, 最大限度: what may be done, and what is to be done step by step or as far as possible, is never a breach (arts 15, 21, 22, 28)",
    floor: 100,
    holds: (w, met) =>
      each(w, (one) => {
        for (const v of w.says(one)) {
          const { force } = norms[v.norm as keyof typeof norms]
          if (!["permission", "progressive", "best-effort", "discretionary", "interpretive"].includes(force)) continue
          met()
          expect(v.status, lineOf(v)).not.toBe("Breached")
        }
      })
  },
  {
    title: "what is defined is neither owed nor late (arts 2, 30, 31, 32, 33, 36)",
    floor: 500,
    holds: (w, met) =>
      each(w, (one) => {
        for (const v of w.says(one)) {
          if (norms[v.norm as keyof typeof norms].force !== "constitutive") continue
          met()
          expect(["Overdue", "FulfilledLate", "DueUnspecified", "Breached"], lineOf(v)).not.toContain(v.status)
        }
      })
  },
  {
    title: "what is owed is an open verdict that somebody bears, and nothing else is owed",
    floor: 500,
    holds: (w, met) =>
      each(w, (one) => {
        const rules = subjects[one.subject]
        const state = stateOf(one, w.day)
        const owed = w.says(one).filter((v) => open(v) && rules.owing(v, state, w.ctx).length > 0)
        met(owed.length)
        expect(duties(rules, state, w.ctx).duties.map(({ verdict }) => lineOf(verdict))).toEqual(owed.map(lineOf))
      })
  },
  {
    title:
      "各负其责: an open duty of an office is borne by whoever holds it on the day asked, or by whoever did the act that set it off (art. 4)",
    floor: 100,
    holds: (w, met) =>
      each(w, (one) => {
        const state = stateOf(one, w.day)
        for (const { bearers, verdict } of duties(subjects[one.subject], state, w.ctx).duties)
          for (const { agency, role } of bearers) {
            if (agency === undefined || !granted.test(role)) continue
            const seat = who.seat(agency, role.split(".")[0] as "info", w.day)
            met(typeof seat === "string" ? 1 : 0)
            const acted = one.facts.some(({ by, to }) =>
              [by, to].some((done) => typeof done === "string" && who.successorOn(done, w.day) === agency)
            )
            expect(typeof seat === "string" || acted, `${lineOf(verdict)}: ${agency} as ${role}`).toBe(true)
          }
      })
  },
  {
    title: "advice on an act of any case tells exactly what recording it would change",
    floor: 700,
    holds: (w, met) =>
      eachAct(w, (one, rest, act) => {
        const rules = subjects[one.subject]
        const ctx = w.asked({ asOf: act.on })
        const before = stateOf(rest, act.on)
        const full = compare(evaluate(rules, before, ctx), evaluate(rules, rules.evolve(before, act), ctx))
        met(full.length > 0 ? 1 : 0)
        const told = (list: typeof full) =>
          list.map((c) => [c.before, c.after].map((v) => v && lineOf(v)).join(" > ")).sort()
        expect(told(advise(rules, before, act, ctx).changes)).toEqual(told(full))
      })
  },
  {
    title: "what is advised as allowed without a notice makes nothing of the case a finding",
    floor: 200,
    holds: (w, met) =>
      eachAct(w, (one, rest, act) => {
        const rules = subjects[one.subject]
        const ctx = w.asked({ asOf: act.on })
        const advice = advise(rules, stateOf(rest, act.on), act, ctx)
        if (advice.outcome !== "Allowed") return
        met()
        for (const { after } of advice.changes)
          if (after !== undefined) expect(adverse(after.status), lineOf(after)).toBe(false)
      })
  },
  {
    title:
      "somebody whom nothing was granted is told so of every act of an authority, in any case (arts 3, 4, 6 to 12, 27, 34, 35)",
    floor: 300,
    holds: (w, met) =>
      eachAct(w, (one, rest, act) => {
        const rules = subjects[one.subject]
        const before = stateOf(rest, act.on)
        const needs = rules.row(act._tag, before).who
        if (needs.length === 0 || !needs.every((role) => granted.test(role))) return
        // a standard of the State is issued by whoever issues it
        if (one.subject === "standard" && one.facts.some((e) => e.level === "national")) return
        met()
        const advice = advise(rules, before, { ...act, by: "stranger" }, w.asked({ asOf: act.on }))
        expectTold(advice, rules.row(act._tag, rules.evolve(before, act)))
      })
  },
  {
    title: "nothing is denied without a norm whose words are quoted, whoever acts and in any case (arts 3 to 35)",
    floor: 300,
    holds: (w, met) =>
      eachAct(w, (one, rest, act) => {
        const before = stateOf(rest, act.on)
        for (const by of [act.by, "stranger", "unheard-of"]) {
          const advice = advise(subjects[one.subject], before, { ...act, by }, w.asked({ asOf: act.on }))
          met(expectFounded(advice) ? 1 : 0)
        }
      })
  },
  {
    title:
      "to ask of a case changes nothing: the same question has the same answer however often and after whatever else it is asked",
    floor: 1000,
    holds: (w, met) => {
      const first = w.province.cases.map((one) => linesOf(one, w.ctx))
      for (const one of w.province.cases.toReversed()) linesOf(one, w.asked({ asOf: addDays(w.day, 90) }))
      met(first.filter((lines) => lines.length > 0).length)
      expect(provinceOf(w.province.cases).cases.map((one) => linesOf(one, w.ctx))).toEqual(first)
    }
  }
])
