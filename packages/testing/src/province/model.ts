/**
 * What the sentences of the Measures make of a province, without the rules: who holds which office, which plans and instruments are in force,
 * what is in service, which periods are owed, which consents stand. Small on purpose; where a record is incomplete or a sentence leaves a
 * question open it answers `undefined` and compares with nothing.
 */
import type { CivilDate } from "@banfa/core/civil"
import type { CaseEvent } from "@banfa/core/scenario"
import { agencies } from "./agencies.ts"
import type { Told } from "./Told.ts"

/** What stands of a record on a day when everything entered is known; in the order of the days. */
const standing = ({ facts }: Told, on: CivilDate): ReadonlyArray<CaseEvent> => {
  const gone = new Set(facts.flatMap(({ corrects, of }) => [corrects, of]))
  return facts
    .filter((fact) => fact._tag !== "Retracted" && !gone.has(fact.id) && fact.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : Number(a.seq ?? 0) - Number(b.seq ?? 0)))
}

/** A record that was taken over, or in which a correction was itself corrected or taken back, is none that the model reads. */
const unread = ({ facts }: Told): boolean => {
  const gone = new Set(facts.flatMap(({ corrects, of }) => [corrects, of]))
  return facts.some(
    ({ _tag, corrects, id, of }) => _tag.endsWith("TakenOver") || ((corrects ?? of) !== undefined && gone.has(id))
  )
}

const has = (facts: ReadonlyArray<CaseEvent>, ...tags: ReadonlyArray<string>): boolean =>
  facts.some(({ _tag }) => tags.includes(_tag))

/** Who holds an office for exactly a region on a day. @article 4 */
export const holderOf = (office: string, region: string, on: CivilDate): string | undefined => {
  const holders = agencies.holdings.filter(
    (one) => one.office === office && one.region === region && one.from <= on && on <= (one.until ?? on)
  )
  return holders.length === 1 ? holders[0]?.agency : undefined
}

/** Whether a plan is in force: put into force, and not yet followed by another or repealed. @article 6 @article 7 @article 8 */
export const planInForce = (plan: Told, on: CivilDate): boolean | undefined => {
  if (unread(plan)) return undefined
  const facts = standing(plan, on)
  return has(facts, "PlanImplemented") && !has(facts, "PlanAmendmentApproved", "PlanReplaced", "PlanRepealed")
}

/** Whether a plan measures what lies in a region: the provincial one everywhere, a local one in exactly its own. @article 6 @article 8 */
export const planMeasures = ({ facts }: Told, region: string): boolean | undefined => {
  const opening = facts.find(({ kind }) => kind !== undefined)
  if (opening?.kind === "departmental") return undefined
  return opening?.kind === "provincial" || opening?.region === region
}

/**
 * Whether an instrument is in force: issued, in effect, neither replaced nor repealed. `undefined`: it took effect and nobody had issued it.
 * @article 3 @article 19 @article 23 @article 34
 */
export const instrumentInForce = (instrument: Told, on: CivilDate): boolean | undefined => {
  if (unread(instrument)) return undefined
  const facts = standing(instrument, on)
  if (has(facts, "InstrumentTookEffect") && !has(facts, "InstrumentIssued")) return undefined
  return has(facts, "InstrumentTookEffect") && !has(facts, "InstrumentReplaced", "InstrumentRepealed")
}

/** Whether a facility is in service: its last turn says so. @article 17 @article 25 */
export const running = (facility: Told, on: CivilDate): boolean | undefined => {
  if (unread(facility)) return undefined
  const turns = standing(facility, on).flatMap(({ _tag }) =>
    _tag === "FacilityOpened" || _tag === "FacilityResumed"
      ? [true]
      : _tag === "FacilitySuspended" || _tag === "FacilityClosed"
        ? [false]
        : []
  )
  return turns.at(-1)
}

const quarterOf = (on: CivilDate): number => Number(on.slice(0, 4)) * 4 + Math.floor((Number(on.slice(5, 7)) - 1) / 3)

/**
 * The quarters for which a project reports: from that of its approval to that of its settlement or cancellation, no later than the day's, and
 * none that was over when the Measures took force. `undefined`: something was built, budgeted or reported before an approval.
 * @article 12 @article 36
 */
export const quartersOwed = (project: Told, on: CivilDate): ReadonlyArray<string> | undefined => {
  if (unread(project)) return undefined
  const facts = standing(project, on)
  const approved = facts.find(({ _tag }) => _tag === "Approved")
  const first = approved === undefined ? undefined : quarterOf(approved.on)
  const early = facts.some(
    ({ _tag, on: day, period }) =>
      (_tag === "ConstructionStarted" || _tag === "BudgetIssued" || period !== undefined) &&
      (first === undefined || quarterOf(day) < first || (typeof period === "string" && indexOf(period) < first))
  )
  if (early) return undefined
  if (first === undefined) return []
  const over = facts.find(({ _tag }) => _tag === "InvestmentSettled" || _tag === "Cancelled")
  const last = Math.min(quarterOf(on), over === undefined ? Number.POSITIVE_INFINITY : quarterOf(over.on))
  const from = Math.max(first, indexOf("2005-Q1"))
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => nameOf(from + i))
}

const indexOf = (period: string): number => Number(period.slice(0, 4)) * 4 + Number(period.slice(6)) - 1
const nameOf = (quarter: number): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`

/**
 * Whether a consent of the provincial authority to store a database oneself stands on a day: given by whoever was it then, not expired, not
 * revoked or ended by it. `undefined`: it was given without saying for how long, or for a later day, or somebody else ended it. @article 27
 */
export const consentStands = (resource: Told, on: CivilDate): boolean | undefined => {
  if (unread(resource)) return undefined
  const facts = standing(resource, on)
  const province = (fact: CaseEvent): boolean => fact.by === holderOf("info", "440000", fact.on)
  const given = facts.filter((fact) => fact._tag === "StorageConsentGiven" && province(fact))
  if (given.some(({ from, until }) => until === undefined || until === "n/a" || typeof from === "string"))
    return undefined
  if (facts.some((fact) => fact._tag === "StorageExceptionEnded" && !province(fact))) return undefined
  return given.some(
    ({ consent, on: since, until }) =>
      (until === null || String(until) >= on) &&
      !facts.some(
        (fact) =>
          fact.consent === consent &&
          fact.on >= since &&
          ["StorageExceptionEnded", "StorageConsentRevoked"].includes(fact._tag) &&
          province(fact)
      )
  )
}
