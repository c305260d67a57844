/** With what the answers to missing facts are supposed, whatever they are about: agencies that nobody has to know, and facts that hold or do not. */
import type { Directory } from "../agency/Directory.ts"
import type { Text } from "../regulation/Text.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { Supposition } from "./Inquiry.ts"

/** The id of whatever is supposed to exist. No agency, plan or record is called so. */
export const supposed = "（假设）"
/** An agency that is the right one for everything, in a supposed case. */
export const authority = "（假设）应办机关"
/** An agency that is the right one for nothing. */
export const outsider = "（假设）其他机关"

/** A context in which the two supposed agencies are known, and every agency that nobody knows sits in this region. */
export const informed = (ctx: Context, region: string | undefined): Context => {
  const { directory } = ctx
  const ours = (agency: string): boolean => agency === authority || agency === outsider || agency === supposed
  const known: Directory = {
    version: directory.version,
    holds: (agency, role, where, on) =>
      ours(agency) ? agency === authority : directory.holds(agency, role, where, on),
    seat: (agency, office, on) => (ours(agency) ? region : (directory.seat(agency, office, on) ?? region)),
    holder: (role, where, on) => directory.holder(role, where, on),
    vacant: (role, where, on) => directory.vacant(role, where, on),
    grant: (agency, role, where, on) => directory.grant(agency, role, where, on),
    grants: (agency, office, on) => directory.grants(agency, office, on),
    successorOn: (agency, on) => (ours(agency) ? agency : directory.successorOn(agency, on)),
    within: (where, ancestor, on) => directory.within(where, ancestor, on),
    kind: (agency) => (ours(agency) ? "department" : directory.kind(agency)),
    resembled: (agency) => directory.resembled(agency),
    name: (agency) => directory.name(agency),
    regionName: (where) => directory.regionName(where),
    turns: directory.turns
  }
  return { ...ctx, directory: known }
}

/** A fact that holds or does not. */
export const either = <S>(
  yes: Text,
  no: Text,
  state: (holds: boolean) => S,
  ctx?: Context
): ReadonlyArray<Supposition<S>> =>
  [true, false].map((holds) => ({
    answer: holds ? yes : no,
    state: state(holds),
    ...(ctx === undefined ? {} : { ctx })
  }))
