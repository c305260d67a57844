import { addDays, type CivilDate } from "@banfa/core/civil"
import { agencies as planning } from "../planning/agencies.ts"
import { agencies as project } from "../project/agencies.ts"
import { agencies as resource } from "../resource/agencies.ts"
import { agencies as standard } from "../standard/agencies.ts"
import { agencies as supervision } from "../supervision/agencies.ts"

/** The two cities of the small province, each with one county. */
export type City = "first" | "second"

const all = [project, planning, resource, standard, supervision]
const once = <A>(list: ReadonlyArray<A>, name: (one: A) => string): ReadonlyArray<A> => [
  ...new Map(list.toReversed().map((one) => [name(one), one])).values()
]
const successions = once(
  all.flatMap((one) => one.successions),
  ({ predecessor }) => predecessor
)

/** The regions of the first city in the second. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ["440100", "440300"],
  ["440106", "440305"]
])

/** A region of the first city, or its counterpart in another; what lies in neither stays where it is. */
export const regionIn = (city: City, region: string): string =>
  city === "first" ? region : (elsewhere.get(region) ?? region)

/** The first of those of whom an agency is the successor. */
const root = (agency: string): string => {
  const before = successions.find(({ successor }) => successor === agency)?.predecessor
  return before === undefined ? agency : root(before)
}

/** Who an agency is on a day, its forerunner, itself or its successor. */
const onDay = (agency: string, on: CivilDate): string => {
  let one = root(agency)
  for (;;) {
    const next = successions.find(({ on: passes, predecessor }) => predecessor === one && passes <= on)?.successor
    if (next === undefined) return one
    one = next
  }
}

const listed = once(
  all.flatMap((one) => one.agencies),
  ({ id }) => id
)
const local: ReadonlySet<string> = new Set(listed.filter(({ region }) => elsewhere.has(region)).map(({ id }) => id))

/** An agency of the first city on a day, or its counterpart in another; whoever is nobody's stays who he is. */
export const agencyIn = (city: City, agency: string, on: CivilDate): string => named(city, onDay(agency, on))

/** The same of an agency whatever the day. */
export const named = (city: City, agency: string): string =>
  city === "second" && local.has(agency) ? `s-${agency}` : agency

/** From when to when an agency is itself: from the succession that made it to the one that ended it. */
const tenure = (agency: string): { readonly from: CivilDate; readonly until?: CivilDate } => {
  const from = successions.find(({ successor }) => successor === agency)?.on ?? ("2000-01-01" as CivilDate)
  const over = successions.find(({ predecessor }) => predecessor === agency)?.on
  return { from, ...(over === undefined ? {} : { until: addDays(over, -1) }) }
}

const offices = once(
  all.flatMap((one) => one.holdings.map(({ agency, office, region }) => ({ agency: root(agency), office, region }))),
  ({ agency, office, region }) => `${agency} ${office} ${region}`
)

const inBoth = <A extends { readonly id: string }>(
  list: ReadonlyArray<A>,
  moved: (one: A, city: City) => A
): ReadonlyArray<A> =>
  once([...list.map((one) => moved(one, "first")), ...list.map((one) => moved(one, "second"))], ({ id }) => id)

/** The directory of the small province as data: who governs, plans, decides, finances, supervises and builds in it, in two cities alike. */
export const agencies = {
  version: "sample-province-1",
  agencies: inBoth(listed, ({ id, name, region }, city) => {
    const own = named(city, id)
    return {
      id: own,
      name: { zh: name.zh.replace(id, own), en: name.en.replace(id, own) },
      region: regionIn(city, region)
    }
  }),
  holdings: inBoth(
    listed.flatMap(({ id }) =>
      offices
        .filter(({ agency }) => agency === root(id))
        .map(({ office, region }) => ({ id: `${id} ${office} ${region}`, agency: id, office, region, ...tenure(id) }))
    ),
    (one, city) => ({
      ...one,
      id: `${named(city, one.agency)} ${one.office} ${regionIn(city, one.region)}`,
      agency: named(city, one.agency),
      region: regionIn(city, one.region)
    })
  ).map(({ id: _, ...holding }) => holding),
  successions: (["first", "second"] as const)
    .flatMap((city) =>
      successions.map(({ on, predecessor, successor }) => ({
        predecessor: named(city, predecessor),
        successor: named(city, successor),
        on
      }))
    )
    .filter((one, i, list) => list.findIndex(({ predecessor }) => predecessor === one.predecessor) === i)
}
