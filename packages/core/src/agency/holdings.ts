import type { CivilDate } from "../civil/CivilDate.ts"
import type { Office } from "../regulation/roles.ts"
import type { Agency, DirectoryData, Holding, Succession } from "./Agency.ts"
import type { RegionChanges } from "./Region.ts"

/** A time from a day until a day and before another. */
interface Tenure {
  readonly from: string
  /** The last day; later than any day where the time is open. */
  readonly until: string
  /** The first day of the successor, on which a holding has passed on; later than any day where there is none. */
  readonly before: string
}

/** One office that one agency holds for one region. */
export interface Span extends Tenure {
  readonly agency: string
  readonly office: Office
  readonly region: string
  /** As it was entered, by this agency or by one that it has succeeded. */
  readonly holding: Holding
  /** The successions through which it came to this agency. */
  readonly successions: ReadonlyArray<Succession>
}

const never = "9999-12-31"

/** Whether a time covers a day. */
export const covers = (span: Tenure, on: CivilDate): boolean => on >= span.from && on <= span.until && on < span.before

/** Whether two times have a day in common. */
export const meet = (a: Tenure, b: Tenure): boolean =>
  a.from <= b.until && b.from <= a.until && a.from < b.before && b.from < a.before

/** The stated vacancies as times. */
export const vacanciesOf = (data: DirectoryData): ReadonlyArray<Tenure & Pick<Span, "office" | "region">> =>
  (data.vacancies ?? []).map(({ from, office, region, until = never }) => ({
    office,
    region,
    from,
    until,
    before: never
  }))

/** The succession of each agency that has one. */
export const successionsOf = (data: DirectoryData): ReadonlyMap<string, Succession> =>
  new Map(data.successions.map((succession) => [succession.predecessor, succession]))

/** The changes of regions by code. */
export const changesOf = (data: DirectoryData): RegionChanges =>
  new Map(data.regionChanges?.map((change) => [change.code, change]))

/**
 * The holdings as they run: each passes on the day of a succession to the successor, and none outlasts the agency that
 * has it. What the predecessor did before that day stays the predecessor's. Expects successions without a circle.
 */
export const spansOf = (data: DirectoryData): ReadonlyArray<Span> => {
  const agencies = new Map(data.agencies.map((agency): [string, Agency] => [agency.id, agency]))
  const successions = successionsOf(data)
  const spans: Array<Span> = []
  for (const entered of data.holdings) {
    const { agency, from, office, region, until = never } = entered
    let holder: string = agency
    let begins: string = from
    let through: ReadonlyArray<Succession> = []
    while (begins <= until) {
      const passes = successions.get(holder)
      const before: string = passes?.on ?? never
      const span = withinLife(
        { agency: holder, office, region, from: begins, until, before, holding: entered, successions: through },
        agencies.get(holder)
      )
      if (span.from <= span.until && span.from < span.before) spans.push(span)
      if (passes === undefined) break
      holder = passes.successor
      through = [...through, passes]
      if (passes.on > begins) begins = passes.on
    }
  }
  return spans.sort((a, b) => (a.region < b.region ? -1 : a.region > b.region ? 1 : 0))
}

const withinLife = (span: Span, agency: Agency | undefined): Span => ({
  ...span,
  from: later(span.from, agency?.from ?? span.from),
  until: earlier(span.until, agency?.until ?? span.until)
})

/** The later of two days. */
export const later = (a: string, b: string): string => {
  if (a > b) return a
  return b
}

const earlier = (a: string, b: string): string => (later(a, b) === a ? b : a)
