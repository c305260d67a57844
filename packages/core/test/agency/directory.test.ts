import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { regions } from "../../src/agency/regions.ts"
import { addDays } from "../../src/civil/CivilDate.ts"
import { type Office, type RoleId, roles } from "../../src/regulation/roles.ts"
import { least, runs } from "../law/Law.ts"
import { agency, build, day, findingsOf, guangdong, holding, succession } from "./sampleDirectory.ts"

const codes = Object.keys(regions)
const roleIds = Object.keys(roles) as ReadonlyArray<RoleId>
const anyRole = fc.constantFrom(...roleIds)
const anyCode = fc.constantFrom(...codes)
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(day("2003-01-01"), days))
const on = day("2010-06-01")

describe("who holds what", () => {
  const directory = build(guangdong)

  it("an authority holds its role for exactly its region (art. 8)", () => {
    expect(directory.holds("gz-info", "info.any", "440100", on)).toBe(true)
    expect(directory.holds("gz-info", "info.local", "440100", on)).toBe(true)
    expect(directory.holds("gz-info", "info.any", "440300", on)).toBe(false)
    expect(directory.holds("gz-info", "info.any", "440104", on)).toBe(false)
    expect(directory.holds("yuexiu-info", "info.any", "440100", on)).toBe(false)
  })

  it("the province's authority is the provincial one for every region, and the local one for none (arts. 3, 4)", () => {
    expect(directory.holds("prov-info", "info.provincial", "440104", on)).toBe(true)
    expect(directory.holds("prov-info", "info.local", "440000", on)).toBe(false)
    expect(directory.holds("prov-info", "info.any", "440000", on)).toBe(true)
    expect(directory.holds("gz-info", "info.provincial", "440000", on)).toBe(false)
  })

  it("an organ that is the informatization authority is not one of the other organs (art. 4)", () => {
    expect(directory.holds("gz-info", "organ.any", "440100", on)).toBe(true)
    expect(directory.holds("gz-info", "organ.other", "440100", on)).toBe(false)
    expect(directory.holds("gz-health", "organ.other", "440100", on)).toBe(true)
  })

  it("an agency that the directory does not know is unknown, not refused", () => {
    expect(directory.holds("elsewhere", "info.any", "440100", on)).toBeUndefined()
    expect(directory.seat("elsewhere", "info", on)).toBeUndefined()
    expect(directory.name("elsewhere")).toBeUndefined()
    expect(directory.successorOn("elsewhere", on)).toBe("elsewhere")
  })

  it("an agency's seat is the region for which it holds the office, the first by code of several", () => {
    expect(directory.seat("gz-info", "info", on)).toBe("440100")
    expect(directory.seat("gz-health", "info", on)).toBeNull()
    const several = build({
      agencies: [agency("a", "440100")],
      holdings: [holding("a", "audit", "440300", "2005-01-01"), holding("a", "audit", "440200", "2005-01-01")]
    })
    expect(several.seat("a", "audit", on)).toBe("440200")
    expect(several.holds("a", "supervision.any", "440300", on)).toBe(false)
  })

  it("a role has a holder when one agency fills it, and none when several do", () => {
    expect(directory.holder("info.any", "440300", on)).toBe("sz-info")
    expect(directory.holder("info.provincial", "440300", on)).toBe("prov-info")
    expect(directory.holder("info.any", "440400", on)).toBeUndefined()
    expect(directory.holder("organ.any", "440100", on)).toBeUndefined()
    expect(directory.holder("organ.other", "440100", on)).toBe("gz-health")
  })

  it("gives an agency without an English name its Chinese one", () => {
    expect(directory.name("gz-info")).toEqual({ zh: "gz-info（示例）", en: "gz-info（示例）" })
  })
})

describe("without a grant", () => {
  it("no agency holds any role anywhere on any day", () => {
    const directory = build({ agencies: [agency("a", "440100")] })
    fc.assert(
      fc.property(anyRole, anyCode, anyDay, (role, region, when) => {
        expect(directory.holds("a", role, region, when)).toBe(false)
        expect(directory.holder(role, region, when)).toBeUndefined()
      })
    )
  })

  it("one office gives no role of another", () => {
    let tried = 0
    const offices = [...new Set(Object.values(roles).map((role) => role.office))] as ReadonlyArray<Office>
    fc.assert(
      fc.property(fc.constantFrom(...offices), anyRole, anyCode, (office, role, region) => {
        const directory = build({
          agencies: [agency("a", region)],
          holdings: [holding("a", office, region, "2003-01-01")]
        })
        if (roles[role].office === office) return
        tried++
        expect(directory.holds("a", role, region, on)).toBe(false)
      })
    )
    expect(tried).toBeGreaterThanOrEqual(least(80, runs))
  })
})

describe("the days of a holding", () => {
  it("a holder before its first day and after its last never holds, and on both days does", () => {
    let held = 0
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: -500, max: 900 }),
        (from, length, offset) => {
          const until = addDays(from, length)
          const when = addDays(from, offset)
          const directory = build({
            agencies: [agency("a", "440300")],
            holdings: [holding("a", "info", "440300", from, until)]
          })
          const expected = when >= from && when <= until
          if (expected) held++
          expect(directory.holds("a", "info.any", "440300", when)).toBe(expected)
          expect(directory.holds("a", "info.any", "440300", from)).toBe(true)
          expect(directory.holds("a", "info.any", "440300", until)).toBe(true)
          expect(directory.holds("a", "info.any", "440300", addDays(from, -1))).toBe(false)
          expect(directory.holds("a", "info.any", "440300", addDays(until, 1))).toBe(false)
        }
      )
    )
    expect(held).toBeGreaterThanOrEqual(least(6, runs))
  })

  it("do not outlast the agency", () => {
    const directory = build({
      agencies: [agency("a", "440300", { from: day("2006-01-01"), until: day("2008-12-31") })],
      holdings: [holding("a", "info", "440300", "2005-01-01")]
    })
    const held = ["2005-12-31", "2006-01-01", "2008-12-31", "2009-01-01"].map((when) =>
      directory.holds("a", "info.any", "440300", day(when))
    )
    expect(held).toEqual([false, true, true, false])
  })
})

describe("succession of agencies", () => {
  it("moves what is held from its day on and leaves the past where it was", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (from, passes, when) => {
        const directory = build({
          agencies: [agency("old", "440300"), agency("new", "440300")],
          holdings: [holding("old", "info", "440300", from)],
          successions: [succession("old", "new", passes)]
        })
        expect(directory.holds("old", "info.any", "440300", when)).toBe(when >= from && when < passes)
        expect(directory.holds("new", "info.any", "440300", when)).toBe(when >= from && when >= passes)
        expect(directory.successorOn("old", when)).toBe(when >= passes ? "new" : "old")
        const holder = when < from ? undefined : when >= passes ? "new" : "old"
        expect(directory.holder("info.any", "440300", when)).toBe(holder)
      })
    )
  })

  it("runs on through several", () => {
    const directory = build({
      agencies: ["a", "b", "c"].map((id) => agency(id, "440300")),
      holdings: [holding("a", "info", "440300", "2003-01-01")],
      successions: [succession("b", "c", "2014-01-01"), succession("a", "b", "2009-01-01")]
    })
    const holders = ["2008-12-31", "2009-01-01", "2013-12-31", "2014-01-01"].map((when) =>
      directory.holder("info.any", "440300", day(when))
    )
    expect(holders).toEqual(["a", "b", "b", "c"])
    expect(directory.successorOn("a", day("2020-01-01"))).toBe("c")
  })

  it("does not move what had ended before it", () => {
    const directory = build({
      agencies: [agency("old", "440300"), agency("new", "440300")],
      holdings: [holding("old", "info", "440300", "2003-01-01", "2006-12-31")],
      successions: [succession("old", "new", "2009-01-01")]
    })
    expect(directory.holds("new", "info.any", "440300", day("2010-01-01"))).toBe(false)
  })
})

describe("succession of regions", () => {
  const directory = build({ ...guangdong, regionChanges: [{ code: "440102", ceasedOn: day("2005-05-20") }] })

  it("an office ends with the region that was merged into another: Dongshan into Yuexiu", () => {
    expect(directory.holds("dongshan-info", "info.any", "440102", day("2005-05-19"))).toBe(true)
    expect(directory.holds("dongshan-info", "info.any", "440102", day("2005-05-20"))).toBe(false)
    expect(directory.holds("dongshan-info", "info.any", "440104", day("2010-01-01"))).toBe(false)
    expect(directory.seat("dongshan-info", "info", day("2010-01-01"))).toBeNull()
  })

  it("a case of the merged region goes on before the authority of the other", () => {
    expect(directory.holds("yuexiu-info", "info.any", "440102", day("2005-05-19"))).toBe(false)
    expect(directory.holds("yuexiu-info", "info.any", "440102", day("2005-05-20"))).toBe(true)
    expect(directory.holder("info.any", "440102", day("2005-05-19"))).toBe("dongshan-info")
    expect(directory.holder("info.any", "440102", day("2005-05-20"))).toBe("yuexiu-info")
  })

  it("between two lists, without the legal day, only the region's own authority is sure", () => {
    const undated = build(guangdong)
    expect(undated.holds("dongshan-info", "info.any", "440102", day("2005-05-20"))).toBe(true)
    expect(undated.holds("yuexiu-info", "info.any", "440102", day("2005-05-20"))).toBeUndefined()
    expect(undated.holds("yuexiu-info", "info.any", "440104", day("2005-05-20"))).toBe(true)
    expect(undated.holds("sz-info", "info.any", "440102", day("2005-05-20"))).toBe(false)
  })

  it("an office goes on where a county merely became a district: Zengcheng", () => {
    const zengcheng = build({
      agencies: [agency("zc-info", "440183")],
      holdings: [holding("zc-info", "info", "440183", "2003-01-01")],
      regionChanges: [{ code: "440183", ceasedOn: day("2014-02-12") }]
    })
    expect(zengcheng.holds("zc-info", "info.any", "440118", day("2014-02-11"))).toBe(false)
    expect(zengcheng.holds("zc-info", "info.any", "440118", day("2014-02-12"))).toBe(true)
    expect(zengcheng.holds("zc-info", "info.any", "440183", day("2020-01-01"))).toBe(true)
    expect(zengcheng.seat("zc-info", "info", day("2020-01-01"))).toBe("440118")
  })

  it("two counties that became one new district leave the district to a grant of its own: Dianbai", () => {
    const dianbai = build({
      agencies: [agency("mg-info", "440903"), agency("db-info", "440923")],
      holdings: [holding("mg-info", "info", "440903", "2003-01-01"), holding("db-info", "info", "440923", "2003-01-01")]
    })
    expect(dianbai.holder("info.any", "440923", on)).toBe("db-info")
    for (const id of ["mg-info", "db-info"]) {
      expect(dianbai.holds(id, "info.any", "440904", day("2016-01-01"))).toBe(false)
      expect(dianbai.seat(id, "info", day("2016-01-01"))).toBeNull()
    }
  })

  it("no authority is ever competent for a region above or below its own", () => {
    let compared = 0
    fc.assert(
      fc.property(anyCode, anyDay, (code, when) => {
        const parent = regions[code]?.parent
        if (parent === null || parent === undefined) return
        const both = build({
          agencies: [agency("upper", parent), agency("lower", code)],
          holdings: [holding("upper", "info", parent, "2003-01-01"), holding("lower", "info", code, "2003-01-01")]
        })
        compared++
        expect(both.holds("upper", "info.any", code, when)).toBe(false)
        expect(both.holds("lower", "info.any", parent, when)).toBe(false)
      })
    )
    expect(compared).toBeGreaterThanOrEqual(least(80, runs))
  })
})

describe("data that contradict themselves", () => {
  it("are refused with every finding: ids, regions, periods, days", () => {
    const findings = findingsOf({
      agencies: [agency("a", "440100"), agency("a", "999999"), agency("b", "440100", { from: day("2005-02-30") })],
      holdings: [holding("x", "info", "440100", "2005-01-01", "2004-01-01")],
      successions: [succession("a", "y", "2005-01-01")]
    })
    expect(findings).toEqual([
      "DuplicateAgency agencies.1.id",
      "UnknownRegion agencies.1.region",
      "NotADay agencies.2.from",
      "UnknownAgency holdings.0.agency",
      "EndsBeforeItBegins holdings.0.until",
      "UnknownAgency successions.0.successor"
    ])
  })

  it("are refused when two authorities hold one office for one region on one day, also through succession", () => {
    const agencies = ["a", "b", "c"].map((id) => agency(id, "440300"))
    const first = holding("a", "info", "440300", "2005-01-01", "2008-12-31")
    expect(findingsOf({ agencies, holdings: [first, holding("b", "info", "440300", "2008-12-31")] })).toEqual([
      "OverlappingHolding holdings (info 440300)"
    ])
    expect(build({ agencies, holdings: [first, holding("b", "info", "440300", "2009-01-01")] }).version).toBe(
      "sample-1"
    )
    const passed = {
      agencies,
      holdings: [holding("a", "info", "440300", "2005-01-01"), holding("b", "info", "440300", "2010-01-01")]
    }
    expect(findingsOf({ ...passed, successions: [succession("a", "c", "2009-01-01")] })).toEqual([
      "OverlappingHolding holdings (info 440300)"
    ])
    expect(build({ ...passed, successions: [succession("a", "b", "2009-01-01")] }).version).toBe("sample-1")
  })

  it("say that nobody holds an office on days on which nobody does, and are refused where somebody does (art. 34)", () => {
    const agencies = [agency("a", "440000")]
    const held = { agencies, holdings: [holding("a", "audit", "440000", "2006-01-01", "2008-12-31")] }
    const vacant = (from: string, until?: string) => ({
      ...held,
      vacancies: [
        {
          office: "audit" as const,
          region: "440000" as never,
          from: day(from),
          ...(until ? { until: day(until) } : {})
        }
      ]
    })
    const one = build(vacant("2009-01-01", "2009-06-30"))
    const says = (on: string) => one.vacant("audit.provincial", "440000", day(on))
    expect(["2008-12-31", "2009-01-01", "2009-06-30", "2009-07-01"].map(says)).toEqual([false, true, true, false])
    expect(one.vacant("finance.provincial", "440000", day("2009-03-01"))).toBe(false)
    expect(one.turns).toEqual(expect.arrayContaining(["2009-01-01", "2009-07-01"]))
    expect(findingsOf(vacant("2008-12-31"))).toEqual(["HeldWhileVacant vacancies.0"])
    expect(findingsOf(vacant("2009-02-01", "2009-01-01"))).toEqual(["EndsBeforeItBegins vacancies.0.until"])
  })

  it("are refused when two authorities meet in a region that only changed its code: Zengcheng", () => {
    const agencies = ["a", "b"].map((id) => agency(id, "440100"))
    const after = holding("b", "info", "440118", "2014-02-12")
    expect(findingsOf({ agencies, holdings: [holding("a", "info", "440183", "2005-01-01"), after] })).toEqual([
      "OverlappingHolding holdings (info 440118)"
    ])
    const ended = holding("a", "info", "440183", "2005-01-01", "2014-02-11")
    expect(build({ agencies, holdings: [ended, after] }).holder("info.any", "440118", on)).toBeUndefined()
  })

  it("may name many organs of one region, since many there are", () => {
    const agencies = ["a", "b"].map((id) => agency(id, "440300"))
    const holdings = agencies.map(({ id }) => holding(id, "organ", "440300", "2005-01-01"))
    expect(build({ agencies, holdings }).holds("b", "organ.any", "440300", on)).toBe(true)
  })

  it("are refused when successions run in a circle or lead two ways", () => {
    const agencies = ["a", "b", "c"].map((id) => agency(id, "440300"))
    expect(
      findingsOf({ agencies, successions: [succession("a", "b", "2005-01-01"), succession("b", "a", "2006-01-01")] })
    ).toEqual(["CircularSuccession successions.0", "CircularSuccession successions.1"])
    expect(
      findingsOf({ agencies, successions: [succession("a", "b", "2005-01-01"), succession("a", "c", "2006-01-01")] })
    ).toEqual(["AmbiguousSuccession successions.1"])
  })

  it("are refused when the changes of regions repeat themselves, run in a circle or end before they begin", () => {
    expect(
      findingsOf({
        agencies: [],
        regionChanges: [
          { code: "440103", successor: "440104", appearedOn: day("2005-01-02"), ceasedOn: day("2005-01-01") },
          { code: "440104", successor: "440103" },
          { code: "440104", successor: "440103" },
          { code: "999999" }
        ]
      })
    ).toEqual([
      "EndsBeforeItBegins regionChanges.0",
      "CircularRegionChange regionChanges.0",
      "CircularRegionChange regionChanges.1",
      "DuplicateRegionChange regionChanges.2",
      "CircularRegionChange regionChanges.2",
      "UnknownRegion regionChanges.3.code"
    ])
  })
})
