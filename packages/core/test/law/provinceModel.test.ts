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
import { roles } from "../../src/regulation/roles.ts"
import { facilityKinds, instrumentKinds } from "../../src/scenario/aliases.ts"
import type { FacilityKind, InstrumentKind } from "../../src/verdict/Surroundings.ts"
import { lineOf } from "./Law.ts"
import { provinceLaws, type World, who } from "./province.ts"

const of = (w: World, subject: Told["subject"]): ReadonlyArray<Told> =>
  w.province.cases.filter((one) => one.subject === subject)
const regions = ["440000", "440100", "440106", "440300", "440305", "441900"]
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
    floor: 60,
    holds: (w, met) => {
      for (const region of regions) {
        const found = w.ctx.plansInForce(region, "nobody", w.day)
        if (found === undefined) continue
        for (const plan of of(w, "planning")) {
          const measures = planMeasures(plan, region)
          const force = planInForce(plan, w.day)
          if (measures === undefined || (measures && force === undefined)) continue
          const expected = measures && force === true
          met(expected ? 1 : 0)
          expect(
            found.some(({ id }) => id === plan.id),
            `${plan.id} in ${region} on ${w.day}`
          ).toBe(expected)
        }
      }
    }
  },
  {
    title:
      "另行制定: an instrument is in force from the day on which it takes effect to the day before it is replaced or repealed (arts 3, 19, 23, 34)",
    floor: 20,
    holds: (w, met) => {
      for (const kind of Object.keys(instrumentKinds) as ReadonlyArray<InstrumentKind>) {
        const found = w.ctx.instrumentsInForce(kind, w.day)
        for (const one of of(w, "standard")) {
          const force = instrumentInForce(one, w.day)
          if (kindOf(one) !== kind || force === undefined || found === undefined) continue
          met(force ? 1 : 0)
          expect(
            found.some(({ id }) => id === one.id),
            `${one.id} on ${w.day}`
          ).toBe(force)
        }
      }
    }
  },
  {
    title: "为各级行政机关提供服务: a facility is in service where its last turn says so (arts 17, 25)",
    floor: 50,
    holds: (w, met) => {
      for (const kind of Object.keys(facilityKinds) as ReadonlyArray<FacilityKind>)
        for (const one of of(w, "facility")) {
          const runs = running(one, w.day)
          if (one.id !== kind || runs === undefined) continue
          met()
          expect(w.ctx.inService(kind, w.day), `${kind} on ${w.day}`).toBe(runs)
        }
    }
  },
  {
    title:
      "按季度报送: a report is owed for every quarter from that of the approval to that of the settlement, and for no other (art. 12)",
    floor: 40,
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
