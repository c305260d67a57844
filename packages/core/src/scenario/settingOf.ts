/** The setting of one scenario: what its file says, with what the scenario changes in it. */
import * as Result from "effect/Result"
import type { AgencyId, AgencyKind, DirectoryData, Holding } from "../agency/Agency.ts"
import { directory } from "../agency/Directory.ts"
import type { RegionCode } from "../agency/Region.ts"
import { firstDay } from "../civil/CivilDate.ts"
import { isRecord, type Say } from "./Form.ts"
import { about, type Place, under, wrote } from "./Place.ts"
import { profileAs } from "./profiles.ts"
import type { Setting } from "./Scenario.ts"
import type { WrittenSetting } from "./settingForm.ts"

/** A project that the setting opens. */
interface DeclaredProject {
  readonly id: string
  readonly organ: string
  readonly region: string | undefined
  readonly work: string | undefined
}

/** A setting put together: its canonical form, and what facts need to be completed from it. */
export interface Assembled {
  readonly setting: Setting
  readonly region: string | undefined
  readonly projects: ReadonlyArray<DeclaredProject>
  /** Every agency that may be named, in the directory or outside it. */
  readonly known: ReadonlySet<string>
}

type WrittenAgency = NonNullable<WrittenSetting["agencies"]>[number]

const directoryOf = (written: WrittenSetting, place: Place, say: Say): DirectoryData => {
  const holdings: Array<Holding> = []
  const agencies: Array<DirectoryData["agencies"][number]> = []
  const listed = under(place, "机构", "agencies")
  for (const [name, agency] of written.agencies ?? []) {
    const region = agency.region ?? written.region
    if (region === undefined) {
      about(say, under(listed, name), `未写明“${name}”的地区`, `the region of "${name}" is not stated`)
      continue
    }
    agencies.push(agencyOf(name, region, agency))
    for (const held of agency.offices ?? []) {
      const tenure = isRecord(held) ? held : { office: held }
      const {
        from = agency.from ?? firstDay,
        office,
        region: seat = region,
        until = agency.until
      } = tenure as Exclude<typeof held, string>
      holdings.push({
        agency: name as AgencyId,
        office,
        region: seat as RegionCode,
        from,
        ...(until === undefined ? {} : { until })
      })
    }
  }
  const successions = (written.successions ?? []).map(({ on, predecessor, successor }) => ({
    predecessor: predecessor as AgencyId,
    successor: successor as AgencyId,
    on
  }))
  const vacancies = (written.vacancies ?? []).flatMap(({ from = firstDay, office, region = written.region, until }) => {
    if (region === undefined) {
      about(say, under(place, "空缺", "vacancies"), "未写明空缺职位的地区", "the region of a vacancy is not stated")
      return []
    }
    return [{ office, region: region as RegionCode, from, ...(until === undefined ? {} : { until }) }]
  })
  return {
    version: "scenario",
    agencies,
    holdings,
    successions,
    ...(written.vacancies === undefined ? {} : { vacancies })
  }
}

const agencyOf = (
  name: string,
  region: string,
  { english, kind }: WrittenAgency[1]
): DirectoryData["agencies"][number] => ({
  id: name as AgencyId,
  name: english === undefined ? { zh: name } : { zh: name, en: english },
  region: region as RegionCode,
  ...(kind === undefined ? {} : { kind: kind as AgencyKind })
})

/** What a scenario changes laid over what its file says: agencies and projects one by one, everything else as a whole. */
const laid = (below: WrittenSetting, above: WrittenSetting): WrittenSetting => ({
  ...below,
  ...above,
  ...(below.agencies === undefined ? {} : { agencies: over(below.agencies, above.agencies) }),
  ...(below.projects === undefined ? {} : { projects: over(below.projects, above.projects) }),
  outside: [...(below.outside ?? []), ...(above.outside ?? [])]
})
const over = <A>(
  below: ReadonlyArray<readonly [string, A]>,
  above: ReadonlyArray<readonly [string, A]> = []
): ReadonlyArray<readonly [string, A]> => [
  ...below.filter(([name]) => !above.some(([other]) => other === name)),
  ...above
]

/** Puts the setting of a scenario together, and says what does not fit in it. */
export const assemble = (
  below: WrittenSetting,
  belowAt: Place,
  above: WrittenSetting,
  aboveAt: Place,
  say: Say
): Assembled => {
  const written = laid(below, above)
  const from = (...names: ReadonlyArray<string>): Place =>
    wrote(aboveAt, ...names) ? under(aboveAt, ...names) : under(belowAt, ...names)
  const data = directoryOf(written, wrote(aboveAt, "机构", "agencies") ? aboveAt : belowAt, say)
  const built = directory(data)
  if (Result.isFailure(built)) {
    for (const { at, en, zh } of built.failure.findings) {
      const list = at.startsWith("successions")
        ? from("承继", "successions")
        : at.startsWith("vacancies")
          ? from("空缺", "vacancies")
          : from("机构", "agencies")
      about(say, list, zh, en)
    }
  }
  const profile = profileAs(written.profile, from("规则", "profile"), say)
  return {
    setting: {
      directory: data,
      profile,
      ...(written.plans === undefined || written.plans === "unknown" ? {} : { plans: written.plans ?? [] }),
      ...(written.instruments === undefined ? {} : { instruments: written.instruments ?? [] }),
      ...(written.facilities === undefined ? {} : { facilities: written.facilities })
    },
    region: written.region,
    projects: (written.projects ?? []).map(([id, { organ, region = written.region, work }]) => ({
      id,
      organ,
      region,
      work
    })),
    known: new Set([...data.agencies.map(({ id }) => id as string), ...(written.outside ?? [])])
  }
}
