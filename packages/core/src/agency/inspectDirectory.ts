import { type CivilDate, isCivilDate } from "../civil/CivilDate.ts"
import type { Office } from "../regulation/roles.ts"
import type { DirectoryData } from "./Agency.ts"
import type { DirectoryFinding } from "./DirectoryInvalid.ts"
import { lastCode, movementsOf } from "./holdingRegion.ts"
import { changesOf, later, meet, type Span, spansOf, successionsOf, vacanciesOf } from "./holdings.ts"
import { isRegionCode, successorOf } from "./Region.ts"

/** Offices of which a region has one holder on a day. Others, like `organ`, are held by many agencies at once. */
const exclusive: ReadonlySet<Office> = new Set<Office>([
  "info",
  "planning",
  "government",
  "investment",
  "finance",
  "audit",
  "supervision",
  "datacenter"
])

/** Everything that is wrong with the data of a directory; nothing when it may be built. */
export const inspectDirectory = (data: DirectoryData): ReadonlyArray<DirectoryFinding> => {
  const findings = [
    ...agencyFindings(data),
    ...holdingFindings(data),
    ...vacancyFindings(data),
    ...successionFindings(data),
    ...regionChangeFindings(data)
  ]
  // Holdings can be followed through successions only when those lead somewhere.
  return findings.length > 0 ? findings : [...overlaps(data), ...heldWhileVacant(data)]
}

type Report = (kind: DirectoryFinding["kind"], at: string, zh: string, en: string) => void

const collect = (inspect: (report: Report) => void): ReadonlyArray<DirectoryFinding> => {
  const findings: Array<DirectoryFinding> = []
  inspect((kind, at, zh, en) => findings.push({ kind, at, zh, en }))
  return findings
}

const checkDay = (report: Report, at: string, day: CivilDate | undefined): void => {
  if (day !== undefined && !isCivilDate(day)) report("NotADay", at, `“${day}”不是日期`, `"${day}" is not a day`)
}

const checkPeriod = (report: Report, at: string, from: CivilDate | undefined, until: CivilDate | undefined): void => {
  checkDay(report, `${at}.from`, from)
  checkDay(report, `${at}.until`, until)
  if (from !== undefined && until !== undefined && until < from) {
    report(
      "EndsBeforeItBegins",
      `${at}.until`,
      `终止日${until}早于起始日${from}`,
      `ends on ${until}, before it begins on ${from}`
    )
  }
}

const checkRegion = (report: Report, at: string, code: string): void => {
  if (!isRegionCode(code)) {
    report("UnknownRegion", at, `行政区划代码“${code}”不在名录中`, `region code "${code}" is not in the register`)
  }
}

const agencyFindings = (data: DirectoryData): ReadonlyArray<DirectoryFinding> =>
  collect((report) => {
    const seen = new Set<string>()
    data.agencies.forEach(({ from, id, region, until }, index) => {
      const at = `agencies.${index}`
      if (seen.has(id)) report("DuplicateAgency", `${at}.id`, `机构标识“${id}”重复`, `agency id "${id}" is used twice`)
      seen.add(id)
      checkRegion(report, `${at}.region`, region)
      checkPeriod(report, at, from, until)
    })
  })

const checkAgency = (report: Report, known: ReadonlySet<string>, at: string, id: string): void => {
  if (!known.has(id)) report("UnknownAgency", at, `机构“${id}”未列入名录`, `agency "${id}" is not listed`)
}

const idsOf = (data: DirectoryData): ReadonlySet<string> => new Set<string>(data.agencies.map((agency) => agency.id))

const holdingFindings = (data: DirectoryData): ReadonlyArray<DirectoryFinding> =>
  collect((report) => {
    const known = idsOf(data)
    data.holdings.forEach(({ agency, from, region, until }, index) => {
      const at = `holdings.${index}`
      checkAgency(report, known, `${at}.agency`, agency)
      checkRegion(report, `${at}.region`, region)
      checkPeriod(report, at, from, until)
    })
  })

const vacancyFindings = (data: DirectoryData): ReadonlyArray<DirectoryFinding> =>
  collect((report) =>
    data.vacancies?.forEach(({ from, region, until }, index) => {
      const at = `vacancies.${index}`
      checkRegion(report, `${at}.region`, region)
      checkPeriod(report, at, from, until)
    })
  )

const successionFindings = (data: DirectoryData): ReadonlyArray<DirectoryFinding> =>
  collect((report) => {
    const known = idsOf(data)
    const seen = new Set<string>()
    const next = successionsOf(data)
    data.successions.forEach(({ on, predecessor, successor }, index) => {
      const at = `successions.${index}`
      checkAgency(report, known, `${at}.predecessor`, predecessor)
      checkAgency(report, known, `${at}.successor`, successor)
      checkDay(report, `${at}.on`, on)
      if (seen.has(predecessor)) {
        report(
          "AmbiguousSuccession",
          at,
          `机构“${predecessor}”有多个承继机关`,
          `agency "${predecessor}" has more than one successor`
        )
      }
      seen.add(predecessor)
      if (circular(predecessor, (id) => next.get(id)?.successor)) {
        report(
          "CircularSuccession",
          at,
          `机构“${predecessor}”的承继关系循环`,
          `the successions of agency "${predecessor}" run in a circle`
        )
      }
    })
  })

const regionChangeFindings = (data: DirectoryData): ReadonlyArray<DirectoryFinding> =>
  collect((report) => {
    const changes = changesOf(data)
    const seen = new Set<string>()
    data.regionChanges?.forEach(({ appearedOn, ceasedOn, code, successor }, index) => {
      const at = `regionChanges.${index}`
      checkRegion(report, `${at}.code`, code)
      if (successor !== undefined) checkRegion(report, `${at}.successor`, successor)
      checkDay(report, `${at}.appearedOn`, appearedOn)
      checkDay(report, `${at}.ceasedOn`, ceasedOn)
      if (appearedOn !== undefined && ceasedOn !== undefined && ceasedOn <= appearedOn) {
        report(
          "EndsBeforeItBegins",
          at,
          `撤销日${ceasedOn}不晚于设立日${appearedOn}`,
          `ceases on ${ceasedOn}, not after it appears on ${appearedOn}`
        )
      }
      if (seen.has(code))
        report("DuplicateRegionChange", at, `“${code}”的区划变更重复`, `region "${code}" is changed twice`)
      seen.add(code)
      if (circular(code, (one) => successorOf(one, changes))) {
        report(
          "CircularRegionChange",
          at,
          `“${code}”的区划承继关系循环`,
          `the successions of region "${code}" run in a circle`
        )
      }
    })
  })

const circular = (start: string, next: (id: string) => string | undefined): boolean => {
  const passed = new Set([start])
  for (let one = next(start); one !== undefined; one = next(one)) {
    if (passed.has(one)) return true
    passed.add(one)
  }
  return false
}

const overlaps = (data: DirectoryData): ReadonlyArray<DirectoryFinding> =>
  collect((report) => {
    const movements = movementsOf(changesOf(data))
    const groups = new Map<string, ReadonlyArray<Span>>()
    for (const span of spansOf(data)) {
      if (!exclusive.has(span.office)) continue
      const key = `${span.office} ${lastCode(span.region, movements)}`
      const group = groups.get(key) ?? []
      const rival = group.find((other) => other.agency !== span.agency && meet(other, span))
      if (rival !== undefined) {
        const day = later(rival.from, span.from)
        report(
          "OverlappingHolding",
          `holdings (${key})`,
          `自${day}起，“${rival.agency}”与“${span.agency}”同时担任${span.region}的同一职位（${span.office}）`,
          `from ${day} both "${rival.agency}" and "${span.agency}" hold the office ${span.office} for ${span.region}`
        )
      }
      groups.set(key, [...group, span])
    }
  })

/** That nobody holds an office cannot be stated of a day on which somebody holds it. */
const heldWhileVacant = (data: DirectoryData): ReadonlyArray<DirectoryFinding> =>
  collect((report) => {
    const movements = movementsOf(changesOf(data))
    const spans = spansOf(data)
    vacanciesOf(data).forEach(({ office, ...vacant }, index) => {
      const region = lastCode(vacant.region, movements)
      const held = spans.find(
        (span) => span.office === office && lastCode(span.region, movements) === region && meet(span, vacant)
      )
      if (held === undefined) return
      const day = later(held.from, vacant.from)
      report(
        "HeldWhileVacant",
        `vacancies.${index}`,
        `自${day}起，“${held.agency}”担任${held.region}的该职位（${office}），与所载空缺不符`,
        `from ${day} "${held.agency}" holds the office ${office} for ${held.region}, which is stated to be vacant`
      )
    })
  })
