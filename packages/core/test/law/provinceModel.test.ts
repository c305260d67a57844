import {
  consentStands,
  holderOf,
  instrumentInForce,
  planInForce,
  planMeasures,
  quartersOwed,
  running,
  type Told
} from "@banfa/testing/province"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { roles } from "../../src/regulation/roles.ts"
import type { FacilityKind, InstrumentKind } from "../../src/verdict/Surroundings.ts"
import { lineOf } from "./Law.ts"
import { provinceLaws, type World, who } from "./province.ts"

const of = (w: World, subject: Told["subject"]): ReadonlyArray<Told> =>
  w.province.cases.filter((one) => one.subject === subject)
const regions = ["440000", "440100", "440106", "440300", "440305", "441900"]
/** The day asked about, and the days on which something happened to a case, each with its eve. */
const daysOf = (w: World, { facts }: Told): ReadonlyArray<CivilDate> => [
  ...new Set([w.day, ...facts.flatMap(({ on }) => [on, addDays(on, -1)])])
]
const kindOf = (one: Told): unknown => one.facts.find(({ kind }) => kind !== undefined)?.kind

provinceLaws(0.3, [
  {
    title:
      "各级信息化主管部门、规划主管部门、投资主管部门: whoever holds an office for a region on a day is the one to whom it was granted for that region then, and nobody else (arts 3, 4, 10)",
    floor: 800,
    holds: (w, met) => {
      for (const region of regions)
        for (const role of [
          "info.any",
          "planning.local",
          "government.local",
          "investment.any",
          "finance.any"
        ] as const) {
          if (region === "440000" && role.endsWith("local")) continue
          const holder = holderOf(roles[role].office, region, w.day)
          met(holder === undefined ? 0 : 1)
          expect(who.holder(role, region, w.day), `${role} of ${region} on ${w.day}`).toBe(holder)
        }
    }
  },
  {
    title:
      "职责由承继单位承担: on the day of a succession the successor holds the office and the predecessor holds it no more (art. 4)",
    floor: 100,
    holds: (w, met) => {
      for (const [before, after, role, region, on] of [
        ["info", "info-2", "info.any", "440100", "2026-09-01"],
        ["s-planning", "s-planning-2", "planning.local", "440300", "2026-06-01"],
        ["p-info", "p-info-2", "info.provincial", "440000", "2026-09-01"]
      ] as const) {
        met()
        const over = w.day >= on
        expect(who.holds(after, role, region, w.day), `${after} on ${w.day}`).toBe(over)
        expect(who.holds(before, role, region, w.day), `${before} on ${w.day}`).toBe(!over)
        expect(who.successorOn(before, w.day)).toBe(over ? after : before)
      }
    }
  },
  {
    title:
      "规划: a plan is in force from the day on which it is carried out to the day before it is followed by another or repealed, in exactly its area (arts 6, 8)",
    floor: 600,
    holds: (w, met) => {
      for (const plan of of(w, "planning"))
        for (const [region, day] of regions.flatMap((one) => daysOf(w, plan).map((on) => [one, on] as const))) {
          const found = w.ctx.plansInForce(region, "nobody", day)
          const measures = planMeasures(plan, region)
          const force = planInForce(plan, day)
          if (found === undefined || measures === undefined || (measures && force === undefined)) continue
          const expected = measures && force === true
          met(expected ? 1 : 0)
          expect(
            found.some(({ id }) => id === plan.id),
            `${plan.id} in ${region} on ${day}`
          ).toBe(expected)
        }
    }
  },
  {
    title:
      "另行制定: an instrument is in force from the day on which it takes effect to the day before it is replaced or repealed (arts 3, 19, 23, 34)",
    floor: 80,
    holds: (w, met) => {
      for (const one of of(w, "standard"))
        for (const day of daysOf(w, one)) {
          const found = w.ctx.instrumentsInForce(kindOf(one) as InstrumentKind, day)
          const force = instrumentInForce(one, day)
          if (force === undefined || found === undefined) continue
          met(force ? 1 : 0)
          expect(
            found.some(({ id }) => id === one.id),
            `${one.id} on ${day}`
          ).toBe(force)
        }
    }
  },
  {
    title: "为各级行政机关提供服务: a facility is in service where its last turn says so (arts 17, 25)",
    floor: 300,
    holds: (w, met) => {
      for (const one of of(w, "facility"))
        for (const day of daysOf(w, one)) {
          const runs = running(one, day)
          if (runs === undefined) continue
          met()
          expect(w.ctx.inService(one.id as FacilityKind, day), `${one.id} on ${day}`).toBe(runs)
        }
    }
  },
  {
    title:
      "按季度报送: a report is owed for every quarter from that of the approval to that of the settlement, and for no other (art. 12)",
    floor: 15,
    holds: (w, met) => {
      const { A12b, A12c } = w.profile.readings
      if (A12b === "works" || A12c === "skip") return
      for (const one of of(w, "project")) {
        const owed = quartersOwed(one, w.day)
        const said = w.says(one).filter((v) => v.norm === "N12.2")
        if (owed === undefined || said.some((v) => v.instance === "")) continue
        met(owed.length > 0 ? 1 : 0)
        const quarters = said.map((v) => v.instance.replace("quarter/", ""))
        for (const quarter of quarters) expect(owed, `${one.id} on ${w.day}`).toContain(quarter)
        const heard = w
          .says(one)
          .filter((v) => v.norm.startsWith("N12."))
          .map((v) => v.instance.replace("quarter/", ""))
        if (heard.length > 0) for (const quarter of owed) expect(heard, `${one.id} on ${w.day}`).toContain(quarter)
      }
    }
  },
  {
    title:
      "经省信息化主管部门同意: a department stores a database of its own as provided on exactly the days on which a consent of the province stands (art. 27)",
    floor: 5,
    holds: (w, met) => {
      if (w.profile.readings.A27b === "any") return
      for (const one of of(w, "resource")) {
        const stands = consentStands(one, w.day)
        for (const v of w.says(one)) {
          if (v.norm !== "N27.3" || stands === undefined) continue
          if (v.status !== "Fulfilled" && v.status !== "Breached") continue
          met()
          expect(v.status === "Fulfilled", lineOf(v)).toBe(stands)
        }
      }
    }
  }
])
