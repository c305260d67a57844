/** For which agencies somebody speaks who enters facts, and whether the person may. */
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { Actor } from "../agency/Actor.ts"
import type { Directory } from "../agency/Directory.ts"
import { entitlement, type Standing } from "../agency/entitlement.ts"
import { daysOf, officesOf } from "../agency/mayAct.ts"
import { obstacleText, standingText } from "../agency/mayActText.ts"
import type { CivilDate } from "../civil/CivilDate.ts"
import { civilDay } from "../civil/civilDay.ts"
import { type Office, type RoleId, roles } from "../regulation/roles.ts"
import type { Text } from "../regulation/Text.ts"
import type { Acted } from "../verdict/acted.ts"
import { target } from "../verdict/record.ts"
import type { Command } from "./Command.ts"
import { latestDay } from "./changed.ts"
import { type Desk, filed, standing as standingOf } from "./desk.ts"
import type { CaseFact } from "./keeping.ts"
import type { Gathered, Loaded } from "./load.ts"
import { always } from "./moment.ts"
import { type NamedAs, NotEntitled, type NotSpokenFor } from "./NotEntitled.ts"
import { byCase, caseStream } from "./streams.ts"

/** In whose name a fact was entered, and what lets the person speak for the agency. */
export interface SpokenFor {
  /** The id of the fact. */
  readonly fact: string
  /** How the fact names the agency. */
  readonly as: NamedAs
  /** The agency. */
  readonly agency: string
  /** The post or the delegations. */
  readonly standing: Standing
  /** The civil day of entry, on which they are in force. */
  readonly on: CivilDate
}

/** What lets somebody speak for an agency, in words. */
export const spokenForText = (directory: Directory, { agency, on, standing }: SpokenFor): Text => {
  const [why, name] = [standingText(directory, { entered: on, standing }), directory.name(agency)]
  return { zh: `以${name?.zh ?? agency}的名义，${why.zh}`, en: `in the name of ${name?.en ?? agency}, ${why.en}` }
}

/** What is asked of one fact. */
interface Naming {
  readonly as: NamedAs
  readonly agency: string | undefined
  readonly offices: ReadonlyArray<Office>
}

/** What is not held by office: anybody may apply or complain, and acts for which the Measures name nobody are nobody's office. */
const nobodysOffice: ReadonlySet<RoleId> = new Set<RoleId>(["applicant.any", "public", "none", "related-depts"])

/** The office in which an agency acts; where it is not competent, those in which it might: it is told elsewhere that it is not. */
const officesFor = ({ competence, roles: who }: Acted): ReadonlyArray<Office> =>
  competence._tag === "Competent"
    ? nobodysOffice.has(competence.role)
      ? []
      : [roles[competence.role].office]
    : who.some((role) => nobodysOffice.has(role))
      ? []
      : officesOf(who)

const listed = (value: unknown): ReadonlyArray<string> =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : []

/** The agencies in whose name a fact says something, beside the one that acted: those with it, those that signed, and those whose entry goes. */
const others = (fact: CaseFact, before: ReadonlyArray<CaseFact>): ReadonlyArray<readonly [NamedAs, string]> => {
  const particulars = (one: CaseFact) => one as { readonly with?: unknown; readonly signed?: unknown }
  const beside = (one: CaseFact) => [...listed(particulars(one).with), ...listed(particulars(one).signed)]
  const id = target(fact)
  const replaced = id === undefined ? undefined : before.find((one) => one.id === id)
  const theirs =
    replaced === undefined ? [] : [...(replaced.by === undefined ? [] : [replaced.by]), ...beside(replaced)]
  const named = [...beside(fact).map((one) => ["with", one] as const), ...theirs.map((one) => ["of", one] as const)]
  const seen = new Set(fact.by === undefined ? [] : [fact.by])
  return named.filter(([, agency]) => !seen.has(agency) && seen.add(agency))
}

const namings = (fact: CaseFact, act: Acted, before: ReadonlyArray<CaseFact>): ReadonlyArray<Naming> => [
  { as: "by", agency: fact.by, offices: officesFor(act) },
  ...others(fact, before).map(([as, agency]) => ({ as, agency, offices: [] }))
]

const nobodyNamed: Text = {
  zh: "未载明办理机关，不能以任何机构的名义录入",
  en: "it is not stated who acts, so it cannot be entered in the name of an agency"
}

/**
 * Whether somebody may enter facts in the name of the agencies that they name. On the civil day of entry the person needs a post in each agency, or its
 * delegation; where a fact is of a later day, on that day too. For the agency that acted it must be entered for the office in which the agency
 * acts. That the agency is competent on the day of the act is for the advice to say.
 */
export const speaking = (desk: Pick<Desk, "question" | "delegations">) =>
  Effect.fnUntraced(function* (
    actor: Actor,
    command: Command,
    facts: ReadonlyArray<CaseFact>,
    { around, cases }: Pick<Gathered, "around" | "cases">
  ) {
    const on = civilDay(command.at) as CivilDate
    const delegations = yield* desk.delegations
    const moment = { asOf: latestDay(facts), knownAt: always }
    const ctx = yield* desk.question(moment, around.map(filed))
    const { directory } = ctx
    const theirs = byCase(facts)
    const places = new Map(facts.map((fact, index) => [fact.id, index]))
    const [spoken, not] = [[] as SpokenFor[], [] as NotSpokenFor[]]

    const look = (fact: CaseFact, { agency, as, offices }: Naming): void => {
      const place = { index: places.get(fact.id) ?? 0, fact: fact.id, as }
      if (agency === undefined) {
        not.push({ ...place, agency, obstacles: [], reasons: [nobodyNamed] })
        return
      }
      const { obstacles, standing } = entitlement(directory, delegations, actor, {
        agency,
        offices,
        days: daysOf(fact.on, on)
      })
      if (standing !== undefined) {
        spoken.push({ fact: fact.id, as, agency, standing, on })
        return
      }
      const reasons = obstacles.map((one) => obstacleText(directory, actor, agency, one))
      if (Arr.isReadonlyArrayNonEmpty(reasons)) not.push({ ...place, agency, obstacles, reasons })
    }

    const inCase = (one: Loaded): void => {
      const own = theirs.get(caseStream(one.ref)) ?? []
      const acts = standingOf(filed(one), moment).acted(own, ctx)
      for (const [i, fact] of own.entries()) {
        const act = acts[i]
        if (act !== undefined) for (const naming of namings(fact, act, [...one.before, ...own])) look(fact, naming)
      }
    }

    for (const one of cases) inCase(one)
    const refused = not.toSorted((a, b) => a.index - b.index)
    if (Arr.isReadonlyArrayNonEmpty(refused)) return yield* new NotEntitled({ actor, on, facts: refused })
    return spoken
  })
