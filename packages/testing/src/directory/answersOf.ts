import { type Directory, type DirectoryData, directory } from "@banfa/core/agency"
import { addDays, type CivilDate } from "@banfa/core/civil"
import { type RoleId, roles } from "@banfa/core/regulation"
import * as Result from "effect/Result"

const roleIds = Object.keys(roles) as ReadonlyArray<RoleId>
const offices = [...new Set(Object.values(roles).map(({ office }) => office))]

/** What nobody is called, although it looks like what somebody is called. */
const nobody = ["gz-nowhere", "ｇｚ-ｉｎｆｏ", "gz-inf\u043e", "gz-info ", "GZ-INFO", "gz\u200b-info", "省\ufa08政厅"]

/** The regions of the data, those beside, above and below them, and what is none. */
const regionsOf = (data: DirectoryData): ReadonlyArray<string> => [
  ...new Set([
    ...data.agencies.map(({ region }) => region),
    "440000",
    "440100",
    "440104",
    "440300",
    "441200",
    "441204",
    "４４０１００",
    "110000"
  ])
]

/** The days on which something turns, and those beside them. */
const daysOf = ({
  agencies,
  holdings,
  regionChanges = [],
  successions,
  vacancies = []
}: DirectoryData): ReadonlyArray<CivilDate> => {
  const turning = [
    ...[...agencies, ...holdings, ...vacancies].flatMap(({ from, until }) => [from, until]),
    ...successions.map(({ on }) => on),
    ...regionChanges.flatMap(({ appearedOn, ceasedOn }) => [appearedOn, ceasedOn])
  ].filter((day) => day !== undefined)
  return [...new Set(turning.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))]
}

const sign = (held: boolean | undefined): string => (held === undefined ? "?" : held ? "+" : "-")

/** Everything that a directory answers to what data give reason to ask, one line for each answer; its version apart. */
export const answersOf = function* (asked: Directory, data: DirectoryData): Generator<string> {
  const listed = data.agencies.map(({ id }): string => id)
  const regions = regionsOf(data)
  for (const agency of [...listed, ...nobody])
    yield `agency ${agency}: ${asked.kind(agency)} ${JSON.stringify(asked.name(agency))}`
  for (const region of regions) yield `region ${region}: ${JSON.stringify(asked.regionName(region))}`
  yield `turns: ${asked.turns.join()}`
  for (const [i, on] of daysOf(data).entries()) {
    for (const agency of i < 3 ? [...listed, ...nobody] : listed) {
      yield `successor of ${agency} on ${on}: ${asked.successorOn(agency, on)}`
      yield `seats of ${agency} on ${on}: ${offices.map((office) => asked.seat(agency, office, on)).join()}`
      for (const region of regions) {
        let held = ""
        for (const role of roleIds) held += sign(asked.holds(agency, role, region, on))
        yield `what ${agency} holds for ${region} on ${on}: ${held}`
      }
    }
    for (const region of regions) {
      yield `within, ${region} on ${on}: ${regions.map((above) => sign(asked.within(region, above, on))).join("")}`
      yield `vacant for ${region} on ${on}: ${roleIds.map((role) => sign(asked.vacant(role, region, on))).join("")}`
      yield `holders for ${region} on ${on}: ${roleIds.map((role) => asked.holder(role, region, on)).join()}`
    }
  }
}

const expectedOf = new WeakMap<DirectoryData, ReadonlyArray<string>>()

/** How a directory answers otherwise than the plain one of the same data: the first lines that differ. */
export const differences = (asked: Directory, data: DirectoryData): ReadonlyArray<string> => {
  const expected = expectedOf.get(data) ?? [...answersOf(Result.getOrThrow(directory(data)), data)]
  expectedOf.set(data, expected)
  const different: Array<string> = []
  let i = 0
  for (const line of answersOf(asked, data)) {
    if (line !== expected[i]) different.push(`${line} instead of ${expected[i]}`)
    if (different.length === 3) break
    i += 1
  }
  return different
}
