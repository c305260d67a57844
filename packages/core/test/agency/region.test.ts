import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  levelOf,
  lineage,
  type RegionChange,
  regionOn,
  regionSuccessorOn,
  sameRegion,
  successorOf,
  within
} from "../../src/agency/Region.ts"
import { regionName } from "../../src/agency/regionName.ts"
import { regions } from "../../src/agency/regions.ts"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { least, runs } from "../law/Law.ts"

const day = (text: string) => text as CivilDate
const codes = Object.keys(regions)
const anyCode = fc.constantFrom(...codes)
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(day("2003-01-01"), days))
const changes = (...all: ReadonlyArray<RegionChange>) => new Map(all.map((change) => [change.code, change]))

describe("the register of regions", () => {
  it("has one province, its 21 cities, and counties below cities only", () => {
    const levels = codes.map(levelOf)
    expect(levels.filter((level) => level === "province")).toEqual(["province"])
    expect(levels.filter((level) => level === "city").length).toBe(21)
    for (const region of Object.values(regions)) {
      const parent = region.parent === null ? undefined : levelOf(region.parent)
      expect(parent).toBe(region.level === "county" ? "city" : region.level === "city" ? "province" : undefined)
    }
    expect(levelOf("110000")).toBeUndefined()
  })

  it("has successors that it knows, and comes to an end whichever region one starts from", () => {
    for (const code of codes) {
      const line = lineage(code)
      expect(line.filter((one) => levelOf(one) === undefined)).toEqual([])
      expect(line.length).toBeLessThan(5)
    }
  })

  it("names the province and its cities in English and leaves counties their Chinese names", () => {
    expect(regionName("440000")).toEqual({ zh: "广东省", en: "Guangdong Province" })
    expect(regionName("440300")).toEqual({ zh: "深圳市", en: "Shenzhen" })
    expect(regionName("440104")).toEqual({ zh: "越秀区", en: "越秀区" })
    const cities = codes.filter((code) => levelOf(code) === "city")
    expect(cities.filter((code) => !/^[A-Z][a-z]+$/u.test(regionName(code)?.en ?? ""))).toEqual([])
    expect(regionName("110000")).toBeUndefined()
  })
})

describe("a region on a day", () => {
  it("stood, stood no longer, or cannot be told between two lists: Dongshan district", () => {
    expect(regionOn("440102", day("2004-11-30"))?.level).toBe("county")
    expect(regionOn("440102", day("2005-05-01"))).toBeUndefined()
    expect(regionOn("440102", day("2005-12-31"))).toBeUndefined()
    expect(regionOn("440102", day("2006-01-01"))).toBeNull()
  })

  it("can be told when a deployment gives the legal day", () => {
    const known = changes({ code: "440102", ceasedOn: day("2005-05-20") })
    expect(regionOn("440102", day("2005-05-19"), known)?.level).toBe("county")
    expect(regionOn("440102", day("2005-05-20"), known)).toBeNull()
  })

  it("is absent before it appears: Luogang district came and went", () => {
    expect(regionOn("440116", day("2004-11-30"))).toBeNull()
    expect(regionOn("440116", day("2005-06-01"))).toBeUndefined()
    expect(regionOn("440116", day("2010-01-01"))?.level).toBe("county")
    expect(regionOn("440116", day("2015-01-01"))).toBeNull()
  })

  it("is null for a code that the lists do not know", () => {
    expect(regionOn("999999", day("2010-01-01"))).toBeNull()
  })
})

describe("the succession of regions", () => {
  it("leads from Dongshan to Yuexiu once it is over, and not before", () => {
    expect(regionSuccessorOn("440102", day("2004-11-30"))).toBe("440102")
    expect(regionSuccessorOn("440102", day("2005-06-01"))).toBeUndefined()
    expect(regionSuccessorOn("440102", day("2010-01-01"))).toBe("440104")
    expect(sameRegion("440102", "440104", day("2004-11-30"))).toBe(false)
    expect(sameRegion("440102", "440104", day("2005-06-01"))).toBeUndefined()
    expect(sameRegion("440102", "440104", day("2010-01-01"))).toBe(true)
  })

  it("cannot name one successor of a region that was divided: Beijiang district", () => {
    expect(successorOf("440202")).toBeUndefined()
    expect(regionSuccessorOn("440202", day("2010-01-01"))).toBeUndefined()
    expect(sameRegion("440202", "440203", day("2010-01-01"))).toBeUndefined()
    expect(within("440202", "440200", day("2010-01-01"))).toBe(true)
    const known = changes({ code: "440202", successor: "440203" })
    expect(regionSuccessorOn("440202", day("2010-01-01"), known)).toBe("440203")
  })

  it("ends in not knowing when a host's changes run in a circle", () => {
    const circle = changes(
      { code: "440103", ceasedOn: day("2005-01-01"), successor: "440104" },
      { code: "440104", ceasedOn: day("2005-01-01"), successor: "440103" }
    )
    expect(regionSuccessorOn("440103", day("2010-01-01"), circle)).toBeUndefined()
  })
})

describe("comparing regions", () => {
  it("a county is never its city nor the city its county, whatever digits they share (art. 8)", () => {
    let compared = 0
    fc.assert(
      fc.property(anyCode, anyDay, (code, on) => {
        const parent = regions[code]?.parent
        if (parent === null || parent === undefined) return
        compared++
        expect(sameRegion(code, parent, on)).toBe(false)
        expect(sameRegion(parent, code, on)).toBe(false)
        expect(within(code, parent, on)).toBe(true)
        expect(within(parent, code, on)).not.toBe(true)
      })
    )
    expect(compared).toBeGreaterThanOrEqual(least(80, runs))
  })

  it("is the same either way round, and every region is itself", () => {
    fc.assert(
      fc.property(anyCode, anyCode, anyDay, (a, b, on) => {
        expect(sameRegion(a, b, on)).toBe(sameRegion(b, a, on))
        expect(sameRegion(a, a, on)).toBe(true)
      })
    )
  })

  it("once decided for a region that ceased, stays decided", () => {
    let decided = 0
    const ceased = codes.filter((code) => regions[code]?.ceased !== undefined)
    fc.assert(
      fc.property(fc.constantFrom(...ceased), anyDay, fc.integer({ min: 1, max: 3000 }), (code, on, days) => {
        const now = regionSuccessorOn(code, on)
        if (now !== undefined && now !== code && regions[now]?.ceased === undefined) {
          decided++
          expect(regionSuccessorOn(code, addDays(on, days))).toBe(now)
        }
        expect(regionSuccessorOn(code, day("2003-06-01"))).toBe(code)
      })
    )
    expect(decided).toBeGreaterThanOrEqual(least(20, runs))
  })
})
