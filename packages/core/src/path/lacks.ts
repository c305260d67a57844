/** What stands in the way of one act, as data. */
import type { Directory } from "../agency/Directory.ts"
import type { RoleId } from "../regulation/Role.ts"
import { roles } from "../regulation/roles.ts"
import type { Advice, Reason } from "../verdict/Advice.ts"
import type { Lack } from "./Way.ts"

/** How an example writes what only a person can give. */
export const unstated = "…"

const mark = `${unstated}@`

/** A holder that is only assumed: its id says for which role and region. */
const named = (role: RoleId, region: string): string => `${mark}${role}@${region}`

const assumed = (agency: string): { readonly role: RoleId; readonly region: string } | undefined => {
  if (!agency.startsWith(mark)) return undefined
  const [role, region] = agency.slice(mark.length).split("@") as [RoleId, string]
  return { role, region }
}

/**
 * The same directory with a stand-in for every office that nobody is known to hold, so that a way can be sought as if it were filled. The
 * stand-ins never leave the search: they become lacks.
 */
export const withStandIns = (directory: Directory): Directory => ({
  ...directory,
  holder: (role, region, on) => directory.holder(role, region, on) ?? named(role, region),
  holds: (agency, role, region, on) => {
    const held = assumed(agency)
    if (held === undefined) return directory.holds(agency, role, region, on)
    return roles[held.role].office === roles[role].office && held.region === region
  },
  seat: (agency, office, on) => {
    const held = assumed(agency)
    if (held === undefined) return directory.seat(agency, office, on)
    return roles[held.role].office === office ? held.region : null
  },
  successorOn: (agency, on) => (assumed(agency) === undefined ? directory.successorOn(agency, on) : agency)
})

const unstatedFact = (missing: string): Lack => ({ _tag: "Fact", missing, norm: undefined, instance: "" })

/** Where the region itself is not stated, nobody can be looked for. */
const holder = (role: RoleId, region: string | undefined): Lack =>
  region === undefined || region === unstated ? unstatedFact("region") : { _tag: "Holder", role, region }

/** Whether a reason stands in the way of its act. */
export const barring = ({ outcome }: Reason): boolean =>
  outcome === "Undetermined" || outcome === "OutOfOrder" || outcome === "Denied"

const lackOf = (reason: Reason, act: string): ReadonlyArray<Lack> => {
  switch (reason._tag) {
    case "Norm": {
      const { instance, missing, norm } = reason.verdict
      return reason.outcome === "Undetermined" && missing !== undefined
        ? [{ _tag: "Fact", missing, norm, instance }]
        : [{ _tag: "Gate", norm, instance, act }]
    }
    case "Competence": {
      const { agency, region, roles: asked } = reason.competence.asked
      if (agency === undefined) {
        if (asked.includes("organ.any")) return [unstatedFact("organ")]
        if (asked.includes("builder")) return [unstatedFact("builder")]
      }
      return asked.slice(0, 1).map((role) => holder(role, region))
    }
    case "Order":
      return reason.lacks.map((what) => ({ _tag: "Forerunner", what, act }))
    default:
      return []
  }
}

type Act = { readonly _tag: string }

const standIn = (value: unknown) => (typeof value === "string" ? assumed(value) : undefined)

/** The same act addressed to nobody; nothing where it addresses no stand-in. */
export const unaddressed = <E extends Act>(act: E): ReadonlyArray<E> => {
  const kept = Object.entries(act).filter(([field, value]) => field === "by" || standIn(value) === undefined)
  return kept.length === Object.keys(act).length ? [] : [Object.fromEntries(kept) as unknown as E]
}

/** What would have to be there for an act to be lawful: nothing, where its advice bars nothing and no stand-in acts in it. */
export const lacksOf = (act: Act, { reasons }: Advice): ReadonlyArray<Lack> => {
  const held = Object.values(act).flatMap((value) => standIn(value) ?? [])
  return [
    ...held.map(({ region, role }) => holder(role, region)),
    ...reasons.filter(barring).flatMap((reason) => lackOf(reason, act._tag))
  ]
}
