/**
 * What explanations say about a fixed material, told by the engine that loads this: every verdict explained and every reason of an advice
 * described, in both languages. Bundled for Node and for a browser; it names each case with a hash of its bytes.
 */
import { type DirectoryData, directory } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import type { Profile } from "@banfa/core/profile"
import { advise, type Context, caseAt, context, type Event, type Project, verdicts } from "@banfa/core/project"
import { decodeEvents } from "@banfa/core/project/decode"
import { describe, explain, prose } from "@banfa/core/project/explain"
import { play, profileOf, type Scenario, surroundingsOf } from "@banfa/core/scenario"
import { calendar, plansInForce } from "@banfa/testing/project"
import * as Result from "effect/Result"

/** One history, the day on which it is asked about, and the profile. */
export interface Asked {
  readonly events: ReadonlyArray<Event>
  readonly asOf: CivilDate
  readonly profile: Profile
}

/** What is explained: plain data, the same for every engine. */
export interface Material {
  readonly scenarios: ReadonlyArray<Scenario>
  readonly agencies: DirectoryData
  readonly histories: ReadonlyArray<Asked>
}

/** What an engine told, and where it believed to be. */
export interface Told {
  readonly timeZone: string
  readonly locale: string
  /** A line for each case: its name, its length, its hash. */
  readonly cases: ReadonlyArray<string>
}

const end = "2199-12-31T23:59:59.999Z"

const explained = (p: Project, ctx: Context): ReadonlyArray<string> =>
  verdicts(p, ctx).verdicts.flatMap((v) => {
    const said = explain(p, v, ctx)
    const { en, zh } = prose(said)
    return [JSON.stringify(said), zh, en]
  })

/** The facts of a scenario that are about projects. */
const facts = (events: Scenario["given"]): ReadonlyArray<Event> =>
  Result.getOrThrow(decodeEvents(events.filter((event) => Object.hasOwn(event, "project"))))

const ofScenario = (scenario: Scenario): ReadonlyArray<string> => {
  const known = Result.getOrThrow(directory(scenario.setting.directory))
  const { checks } = Result.getOrThrow(play(scenario))
  return checks.flatMap(({ answers, check: { when } }) => {
    if (when.subject !== "project") return []
    const profile = Result.getOrThrow(profileOf(when.profile ?? scenario.setting.profile))
    const ctx = context({
      asOf: when.asOf,
      profile: { ...profile, readings: answers.readings },
      directory: known,
      ...surroundingsOf(scenario.setting)
    })
    const given = facts(scenario.given).filter(({ project }) => project === when.case)
    const p = caseAt(when.case, given, when.asOf, when.knownAt ?? end)
    const reasons = when.acts.length === 0 ? [] : advise(p, facts(when.acts), ctx).reasons
    return [...explained(p, ctx), ...reasons.map((reason) => JSON.stringify(describe(reason, ctx)))]
  })
}

const ofHistory = ({ asOf, events, profile }: Asked, agencies: DirectoryData): ReadonlyArray<string> => {
  const known = Result.getOrThrow(directory(agencies))
  const ctx = context({ asOf, profile, directory: known, calendar, plansInForce })
  const p = caseAt(events[0]?.project ?? "", events, asOf, end)
  const reasons = events.flatMap((e) => advise(p, e, ctx).reasons)
  return [...explained(p, ctx), ...reasons.map((reason) => JSON.stringify(describe(reason, ctx)))]
}

const hashed = async (name: string, texts: ReadonlyArray<string>): Promise<string> => {
  const bytes = new TextEncoder().encode(texts.join("\n"))
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return `${name}: ${bytes.length} bytes, ${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`
}

/** Tells the whole material. */
export const tell = async ({ agencies, histories, scenarios }: Material): Promise<Told> => {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const cases: Array<string> = []
  for (const scenario of scenarios) cases.push(await hashed(scenario.name.en, ofScenario(scenario)))
  for (const [n, asked] of histories.entries()) cases.push(await hashed(`history ${n + 1}`, ofHistory(asked, agencies)))
  return { timeZone, locale, cases }
}
