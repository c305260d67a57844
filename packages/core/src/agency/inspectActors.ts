import type { CivilDate } from "../civil/CivilDate.ts"
import type { Actor, Delegation } from "./Actor.ts"
import type { ActorFinding } from "./ActorsInvalid.ts"
import type { Directory } from "./Directory.ts"

/** Notes a finding. */
type Report = (kind: ActorFinding["kind"], at: string, zh: string, en: string) => void

/** Everything that an inspection reports. */
const collected = (inspect: (report: Report) => void): ReadonlyArray<ActorFinding> => {
  const findings: Array<ActorFinding> = []
  inspect((kind, at, zh, en) => findings.push({ kind, at, zh, en }))
  return findings
}

const checkAgency = (report: Report, directory: Directory, at: string, id: string): void => {
  if (directory.name(id) !== undefined) return
  const meant = directory.resembled(id)
  if (meant === undefined)
    return report("UnknownAgency", at, `机构“${id}”未列入名录`, `agency "${id}" is not in the directory`)
  report(
    "ResemblesAgency",
    at,
    `机构“${id}”未列入名录，形似“${meant}”而逐字不同，不能视为同一机构`,
    `agency "${id}" is not in the directory: it looks like "${meant}", but differs from it in its characters, and is not the same`
  )
}

const checkPeriod = (report: Report, at: string, from: CivilDate, until: CivilDate | undefined): void => {
  if (until !== undefined && until < from)
    report("EndsBeforeItBegins", at, `终止日${until}早于起始日${from}`, `ends on ${until}, before it begins on ${from}`)
}

/** Everything that is wrong with people under a directory; nothing where each can be taken as stated. */
export const inspectActors = (directory: Directory, actors: ReadonlyArray<Actor>): ReadonlyArray<ActorFinding> =>
  collected((report) => {
    const seen = new Set<string>()
    for (const [i, { person, posts }] of actors.entries()) {
      if (seen.has(person))
        report("DuplicatePerson", `${i}.person`, `人员编号“${person}”重复`, `person "${person}" is listed twice`)
      seen.add(person)
      for (const [n, post] of posts.entries()) {
        const at = `${i}.posts.${n}`
        checkAgency(report, directory, `${at}.agency`, post.agency)
        checkPeriod(report, `${at}.until`, post.from, post.until)
        if (post.acting === true && post.until === undefined)
          report(
            "ActingWithoutEnd",
            `${at}.until`,
            "代理职务须载明截止日期",
            "a post that is held for the time being has a last day"
          )
      }
    }
  })

/** Everything that is wrong with delegations under a directory; nothing where each can be taken as stated. */
export const inspectDelegations = (
  directory: Directory,
  delegations: ReadonlyArray<Delegation>
): ReadonlyArray<ActorFinding> =>
  collected((report) => {
    const byId = new Map<string, Delegation>()
    for (const [i, delegation] of delegations.entries()) {
      const { from, id, on, to, until } = delegation
      if (byId.has(id))
        report("DuplicateDelegation", `${i}.id`, `委托编号“${id}”重复`, `delegation "${id}" is listed twice`)
      else byId.set(id, delegation)
      checkAgency(report, directory, `${i}.from`, from)
      if ("agency" in to) {
        checkAgency(report, directory, `${i}.to.agency`, to.agency)
        if (to.agency === from)
          report("EntrustsItself", `${i}.to.agency`, "机构不能委托自己", "an agency does not entrust itself")
      }
      checkPeriod(report, `${i}.until`, on, until)
    }
    for (const [i, delegation] of delegations.entries()) checkPassedOn(report, `${i}.of`, delegation, byId)
  })

const checkPassedOn = (
  report: Report,
  at: string,
  { from, id, of }: Delegation,
  byId: ReadonlyMap<string, Delegation>
): void => {
  if (of === undefined) return
  const before = byId.get(of)
  if (before === undefined) return report("UnknownDelegation", at, `没有委托“${of}”`, `there is no delegation "${of}"`)
  if (circular(id, byId))
    report(
      "CircularDelegation",
      at,
      `委托“${id}”的转委托关系循环`,
      `what delegation "${id}" passes on runs in a circle`
    )
  if (before.onward !== true)
    report("NotOnward", at, `委托“${of}”未载明可以转委托`, `delegation "${of}" does not say that it can be passed on`)
  if (!("agency" in before.to) || before.to.agency !== from)
    report(
      "NotOfWhomIsEntrusted",
      at,
      `“${from}”不是委托“${of}”的受托机构，不能转委托`,
      `"${from}" is not the agency that delegation "${of}" entrusts, and cannot pass it on`
    )
}

const circular = (start: string, byId: ReadonlyMap<string, Delegation>): boolean => {
  const passed = new Set([start])
  for (let one = byId.get(start)?.of; one !== undefined; one = byId.get(one)?.of) {
    if (passed.has(one)) return true
    passed.add(one)
  }
  return false
}
