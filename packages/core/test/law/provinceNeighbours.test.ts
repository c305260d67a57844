import type { Told } from "@banfa/testing/province"
import * as Result from "effect/Result"
import { expect } from "vitest"
import { caseOf } from "../../src/duty/Case.ts"
import { dutyList, inspectCases } from "../../src/duty/index.ts"
import { compose, type Layer } from "../../src/profile/compose.ts"
import { type Profile, textOnly } from "../../src/profile/Profile.ts"
import { severityOf } from "../../src/verdict/Inspection.ts"
import type { Brought } from "../../src/verdict/Surroundings.ts"
import { lineOf, nameOf } from "./Law.ts"
import { around, judged, linesOf, type ProvinceLaw, provinceLaws, stateOf, subjects, type World } from "./province.ts"

const each = (w: World, look: (one: Told) => void): void => w.province.cases.forEach(look)
const surrounds = (one: Told): boolean => ["planning", "standard", "facility"].includes(one.subject)
const withoutSome = (w: World, left: (one: Told) => boolean): Brought =>
  around(w.province.cases.filter((one) => !left(one)))

/** The verdicts that some surroundings change, as `norm instance`. */
const differing = (w: World, one: Told, other: Brought): ReadonlyArray<string> => {
  const before = new Map(w.says(one).map((v) => [nameOf(v), lineOf(v)]))
  const after = new Map(judged(one, w.asked({}, other)).map((v) => [nameOf(v), lineOf(v)]))
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
}

/** What is nobody's neighbour may not be taken away: what it answers is asked by these norms alone. */
const asksAlone = (
  title: string,
  floor: number,
  left: (one: Told) => boolean,
  mine: ReadonlyArray<number>,
  subject?: Told["subject"]
): ProvinceLaw => ({
  title,
  floor,
  holds: (w, met) => {
    const other = withoutSome(w, left)
    each(w, (one) => {
      if (subject !== undefined && one.subject !== subject) return
      for (const name of differing(w, one, other)) {
        met()
        expect(mine, `${one.subject} ${one.id}: ${name}`).toContain(Number(name.slice(1).split(".")[0]))
      }
    })
  }
})

const isInstrument =
  (...ids: ReadonlyArray<string>) =>
  (one: Told): boolean =>
    one.subject === "standard" && ids.includes(one.id)
const isFacility =
  (id: string) =>
  (one: Told): boolean =>
    one.subject === "facility" && one.id === id

const layered = (layer: Partial<Layer>): Profile => {
  const title = { zh: "示例", en: "sample" }
  const whole = { id: "one", version: "1", title, source: { title, status: "sample" }, ...layer }
  return Result.getOrThrow(compose(textOnly, whole as Layer))
}
const casesOf = (w: World) => w.province.cases.map((one) => caseOf(subjects[one.subject], stateOf(one, w.day)))

provinceLaws(0.12, [
  {
    title:
      "各负其责: the facts of another city change no verdict of a case of this one, of its county or of the province (arts 4, 8)",
    floor: 500,
    holds: (w, met) => {
      if (!w.province.cases.some((one) => one.city === "second")) return
      const other = withoutSome(w, (one) => one.city === "second")
      each(w, (one) => {
        if (one.city === "second") return
        met(w.says(one).length > 0 ? 1 : 0)
        expect(linesOf(one, w.asked({}, other))).toEqual(w.lines(one))
      })
    }
  },
  {
    title: "各地区的规划: a county's plan measures nothing in its city or anywhere else (art. 8)",
    floor: 400,
    holds: (w, met) => {
      const other = withoutSome(w, (one) => one.id === "plan-county")
      each(w, (one) => {
        if (surrounds(one) || stateOf(one, w.day).region === "440106") return
        met(w.says(one).length > 0 ? 1 : 0)
        expect(linesOf(one, w.asked({}, other))).toEqual(w.lines(one))
      })
    }
  },
  {
    title: "部门规划: the plan of an organ measures nothing of another organ's (art. 7)",
    floor: 400,
    holds: (w, met) => {
      const other = withoutSome(w, (one) => one.id === "plan-organ")
      const its = w.province.cases.find((one) => one.id === "plan-organ")?.facts.find((e) => e.organ !== undefined)
      each(w, (one) => {
        if (surrounds(one) || one.facts.some((e) => e.organ === its?.organ)) return
        met(w.says(one).length > 0 ? 1 : 0)
        expect(linesOf(one, w.asked({}, other))).toEqual(w.lines(one))
      })
    }
  },
  {
    title:
      "cases surround each other by plans, instruments and facilities alone: no project, system, organ, resource, complaint or inspection changes another case",
    floor: 1000,
    holds: (w, met) => {
      const other = withoutSome(w, (one) => !surrounds(one))
      each(w, (one) => {
        met(w.says(one).length > 0 ? 1 : 0)
        expect(linesOf(one, w.asked({}, other))).toEqual(w.lines(one))
      })
    }
  },
  asksAlone(
    "符合电子政务发展规划和建设规划: which plans are in force is asked by planning, by establishment and by nothing later (arts 6 to 10, 14)",
    5,
    (one) => one.subject === "planning",
    [6, 7, 8, 9, 10, 14]
  ),
  asksAlone(
    "安全规范: the provincial security norms in force change what is said of security and nothing else (arts 14, 19)",
    3,
    isInstrument("sec-1"),
    [10, 14, 19]
  ),
  asksAlone(
    "目录, 协议: the exchange catalogue and agreement in force change what is said of resources and their interfaces and nothing else (arts 14, 22 to 28)",
    10,
    isInstrument("catalogue-1", "agreement-1"),
    [14, 22, 23, 24, 25, 26, 27, 28]
  ),
  asksAlone(
    "效果评估规范: the assessment standards in force change no verdict of a system, an organ, a resource or a plan (art. 34)",
    0,
    isInstrument("assessment-1"),
    [34]
  ),
  asksAlone(
    "网络平台: whether the unified platform is in service is asked of what is built on a network and of nothing else (arts 17, 18)",
    1,
    isFacility("network-platform"),
    [17, 18]
  ),
  asksAlone(
    "信息安全基础设施: whether it is in service is asked of its use and of nothing else (arts 17, 19)",
    0,
    isFacility("security-infrastructure"),
    [17, 19]
  ),
  asksAlone(
    "省电子政务数据中心: whether it is in service is asked of what it stores and hands on and of nothing else (arts 25 to 28)",
    1,
    isFacility("data-centre"),
    [25, 26, 27, 28]
  ),
  {
    title:
      "profile removed equals text only: without its values and with its readings at their defaults nothing is left of a profile",
    floor: 1000,
    holds: (w, met) => {
      const removed = { ...w.profile, parameters: {}, readings: textOnly.readings, localNorms: [] }
      each(w, (one) => {
        const plain = linesOf(one, w.asked({ profile: textOnly }))
        met(plain.length > 0 ? 1 : 0)
        expect(linesOf(one, w.asked({ profile: removed }))).toEqual(plain)
        for (const v of judged(one, w.asked({ profile: textOnly }))) expect(v.entry, lineOf(v)).toBeUndefined()
      })
    }
  },
  {
    title:
      "a document that fixes times changes times and what follows from them, never which instances are judged (arts 6 to 12, 16, 20 to 33)",
    floor: 100,
    holds: (w, met) => {
      const readings = { ...w.profile, parameters: {} }
      each(w, (one) => {
        const timed = w.says(one)
        // A case counts once: the reports of one project over many years would be as many as all others together.
        met(timed.some(({ entry }) => entry !== undefined) ? 1 : 0)
        const names = (all: typeof timed) => all.filter(({ status }) => status !== "NotApplicable").map(nameOf)
        const plain = new Set(names(judged(one, w.asked({ profile: readings }))))
        for (const v of timed) {
          if (v.status === "NotApplicable" || plain.has(nameOf(v))) continue
          expect(v.entry, `${lineOf(v)} is said by the document alone`).toBeDefined()
        }
      })
    }
  },
  {
    title: "a document of another region changes nothing (art. 4)",
    floor: 500,
    holds: (w, met) => {
      const foreign = Object.fromEntries(
        Object.entries(w.profile.parameters).map(([id, list]) => [id, list?.map((e) => ({ ...e, region: "440900" }))])
      )
      each(w, (one) => {
        const plain = linesOf(one, w.asked({ profile: { ...w.profile, parameters: {} } }))
        met(plain.length > 0 ? 1 : 0)
        expect(linesOf(one, w.asked({ profile: { ...w.profile, parameters: foreign } }))).toEqual(plain)
      })
    }
  },
  {
    title:
      "a document of one subject's times changes no verdict of another subject: the time of a complaint is nobody else's (art. 21)",
    floor: 1000,
    holds: (w, met) => {
      const source = { title: { zh: "示例", en: "sample" }, status: "sample" as const }
      const timed = layered({
        parameters: { "complaint.within": [{ value: w.lot, source, from: "2005-02-04" as World["day"] }] }
      })
      each(w, (one) => {
        if (one.subject === "complaint") return
        const plain = linesOf(one, w.asked({ profile: textOnly }))
        met(plain.length > 0 ? 1 : 0)
        expect(linesOf(one, w.asked({ profile: timed }))).toEqual(plain)
      })
    }
  },
  {
    title:
      "待办: what is owed over the province is what is owed on each of its cases, and nobody's list holds what another owes alone (art. 4)",
    floor: 500,
    holds: (w, met) => {
      const all = dutyList(casesOf(w), {}, w.ctx).rows
      const single = casesOf(w).flatMap((one) => one.duties(w.ctx).duties)
      met(all.length)
      expect(all.length).toBe(single.length)
      const agencies = new Set(all.flatMap(({ bearers }) => bearers.flatMap(({ agency }) => agency ?? [])))
      for (const bearer of agencies)
        for (const row of dutyList(casesOf(w), { bearer }, w.ctx).rows)
          expect(row.bearers.map(({ agency }) => agency)).toContain(bearer)
    }
  },
  {
    title: "the duties of a region are those of its cases and of the regions below it, each once (art. 4)",
    floor: 300,
    holds: (w, met) => {
      const ids = (region?: string) =>
        dutyList(casesOf(w), region === undefined ? {} : { region }, w.ctx).rows.map(
          (r) => `${r.subject} ${r.case} ${nameOf(r.verdict)}`
        )
      const [first, second, county] = [ids("440100"), ids("440300"), ids("440106")]
      met(first.length + second.length)
      expect(first.filter((one) => second.includes(one))).toEqual([])
      for (const one of county) expect(first).toContain(one)
      expect(ids("440000").toSorted()).toEqual(ids().toSorted())
    }
  },
  {
    title:
      "监督检查: an inspection of the province writes down what its norms find, each finding once and with whoever bears it (art. 35)",
    floor: 500,
    holds: (w, met) => {
      const { items } = inspectCases(casesOf(w), {}, w.ctx)
      const written = items.flatMap(({ case: id, subject, verdicts }) =>
        verdicts.map((v) => `${subject} ${id} ${nameOf(v)}`)
      )
      const found = w.province.cases.flatMap((one) =>
        w
          .says(one)
          .filter((v) => severityOf(v) !== undefined)
          .map((v) => `${one.subject} ${one.id} ${nameOf(v)}`)
      )
      met(found.length)
      expect(written.toSorted()).toEqual(found.toSorted())
    }
  }
])
