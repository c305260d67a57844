/** What a project builds, as it was approved and as it is put to acceptance: of what arts 14, 18 and 19 ask, and on which day. */
import type { CivilDate } from "../civil/CivilDate.ts"
import { decisionsOn, perDecision } from "../verdict/decisions.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { commencement, say } from "../verdict/Rule.ts"
import { lapsed, notApplicable, undetermined } from "../verdict/ruling.ts"
import { breaches } from "../verdict/spells.ts"
import type { Dated } from "../verdict/stated.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import { decisionOf } from "./consultation.ts"
import type { AcceptanceRequest, Application, Decision, Project } from "./Project.ts"
import { base, type ProjectRule, type Slice, type View } from "./Rule.ts"

/** What is said of a system that is planned or finished. */
type Built = "Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"

/** Statements in the order of their days, as they were made; no two have one place. */
export const inOrder = <D extends Dated>(statements: ReadonlyArray<D>): ReadonlyArray<D> =>
  statements.toSorted((a, b) => (a.order < b.order ? -1 : 1))

/**
 * One instance for each round: what was approved in it, as it stood at the approval. What is not approved is not built. The application
 * sets it off, so that a round applied for before the Measures is not judged. @article 36
 */
export const perEstablishment = <N extends "N14.1" | "N18.1", K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (
    a: Application,
    established: { readonly approved: Decision; readonly trigger: Act },
    p: View<K | "applications">,
    ctx: Context
  ) => Ruling<Built>
): ProjectRule<N> => ({
  norm,
  reads: [...base, "applications", ...reads],
  evaluate: (p, ctx, out) => {
    for (const a of p.applications.flatMap(perDecision)) {
      const trigger = known(a.applied) ? a.applied : undefined
      const approved = decisionOf(a, p)
      if (known(approved) && approved.approved)
        say(out, norm, p.id, a.instance, rule(a, { approved, trigger: trigger ?? approved }, p, ctx))
      else if (approved === undefined && !known(a.ended))
        say(out, norm, p.id, a.instance, undetermined("decision", trigger))
    }
  }
})

type Accepting = View<"acceptances" | "cancelled" | "retired">

/** The end of the project, where it came before an acceptance was decided. */
const ended = ({ cancelled, retired }: Accepting): Act | undefined => {
  if (!known(cancelled)) return known(retired) ? retired : undefined
  return known(retired) && retired.on < cancelled.on ? retired : cancelled
}

/**
 * One instance for each acceptance: the finished system, as whoever applies for acceptance says that it is, on the day of the application
 * and, once there is one, of the decision. What was not as provided until then and was put right stays on record.
 */
export const perAcceptance = <N extends "N18.1" | "N19.1", K extends Slice = never>(
  norm: N,
  reads: ReadonlyArray<K>,
  rule: (
    requests: ReadonlyArray<AcceptanceRequest>,
    asked: { readonly on: CivilDate; readonly trigger: Act },
    p: View<K> & Accepting,
    ctx: Context
  ) => Ruling<Built>
): ProjectRule<N> => ({
  norm,
  reads: [...base, "acceptances", "cancelled", "retired", ...reads],
  evaluate: (p, ctx, out) => {
    const all = inOrder(p.acceptances.flatMap(({ applied }) => (known(applied) ? [applied] : [])))
    const over = ended(p)
    for (const { applied, decision, instance } of p.acceptances.flatMap(perDecision)) {
      const trigger = known(applied) ? applied : known(decision) ? decision : undefined
      if (trigger === undefined || trigger.on < commencement) continue
      // What a later application says of the system is asked of its own acceptance.
      const requests = known(applied) ? all.filter(({ order }) => order <= applied.order) : all
      const last = known(decision) ? decision.on : trigger.on
      const lapses = known(decision) ? undefined : over
      const stoodOn = (on: CivilDate): Ruling<Built> => {
        if (lapses !== undefined && on >= lapses.on) return notApplicable
        const told = requests.filter((request) => request.on <= on)
        return rule(told, { on, trigger }, p, ctx)
      }
      const days = [...requests.map(({ on }) => on), last, lapses?.on ?? last]
      const intervals = breaches(
        days.filter((on) => on <= last || on === lapses?.on),
        ctx.asOf,
        stoodOn
      )
      say(out, norm, p.id, instance, { ...(lapses === undefined ? stoodOn(last) : lapsed(lapses)), intervals })
    }
  }
})

/** The rounds by which the project is built on a day: those approved by then, or those that may still be. */
export const roundsBuilding = (
  { applications }: Pick<Project, "applications">,
  on: CivilDate
): ReadonlyArray<Application> => {
  const approved = applications.filter((a) => decisionsOn(a).some((d) => d.approved && d.on <= on))
  return approved.length > 0
    ? approved
    : applications.filter(({ decision, ended }) => !known(decision) && !known(ended))
}

/** The versions of the scheme by which the project is built on a day. */
export const schemesOn = (p: Pick<Project, "applications">, on: CivilDate): Application["schemes"] =>
  inOrder(
    roundsBuilding(p, on)
      .flatMap((a) => a.schemes)
      .filter((scheme) => scheme.on <= on)
  )
