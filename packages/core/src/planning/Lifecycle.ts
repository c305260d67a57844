/** The lifecycles of plans, as data: who may do what from where, and which norms ask. One table for each kind of plan. */
import type { NormId } from "../regulation/Norm.ts"
import type { Row, Strength } from "../verdict/Lifecycle.ts"
import { type Standing, stagesOf } from "../verdict/position.ts"
import type { Event, EventTag, Kind } from "./Event.ts"
import type { PlanVersion } from "./PlanVersion.ts"

/** Where a version of a plan stands; the latest act in time says so. */
export type Position =
  | "drafting"
  | "underReview"
  | "reviewed"
  | "submittedForApproval"
  | "approved"
  | "submittedForFiling"
  | "filed"
  | "inForce"
  | "superseded"
  | "repealed"
  | "withdrawn"

/** What an act may presuppose. */
export type Forerunner = "submission" | "filing" | "force"

/** The rows of one kind of plan, by the kind of fact; a step that its lifecycle does not know has none. */
export type PlanLifecycle = { readonly [E in EventTag]?: Row<Position, Forerunner> }

const record: PlanLifecycle = {
  PlanTakenOver: { owned: true, who: ["organ.any"], articles: [], source: "library" },
  Judged: {
    reserved: "N35.2",
    who: ["supervision.any", "info.any"],
    articles: [4, 35],
    source: "library",
    needs: ["reason"]
  },
  Retracted: { who: [], articles: [], source: "library" }
}

/** Who drafts, reviews and approves a plan that a government approves. */
interface Offices {
  readonly drafter: "info.provincial" | "info.local"
  readonly reviewer: "planning.provincial" | "planning.local"
  readonly government: "government.provincial" | "government.local"
}
/** The sentences that give its steps to one office alone. */
interface Sentences {
  readonly drafting: NormId
  readonly review: NormId
  readonly approval: NormId
}
/** The norms that gate the steps of such a plan. */
interface Guards {
  readonly submission: { readonly [N in NormId]?: Strength }
  readonly review: { readonly [N in NormId]?: Strength }
  readonly report: { readonly [N in NormId]?: Strength }
  readonly approval: { readonly [N in NormId]?: Strength }
  readonly implementation: { readonly [N in NormId]?: Strength }
  readonly amendment: { readonly [N in NormId]?: Strength }
}

/** The steps that arts 6 and 8 share: drafted, reviewed, reported, approved, put into force. */
const approvedPlan = (
  { drafter, government, reviewer }: Offices,
  [competence, article]: readonly [competence: number, article: number],
  sentences: Sentences,
  guards: Guards
): PlanLifecycle => {
  const of = { articles: [article], source: "text" } as const
  const beside = { articles: [article], source: "library" } as const
  return {
    PlanDrafted: { who: [drafter], articles: [], source: "library" },
    PlanSubmittedForReview: {
      reserved: sentences.drafting,
      from: ["drafting"],
      to: "underReview",
      who: [drafter],
      articles: [competence, article],
      source: "text",
      guards: guards.submission
    },
    PlanReviewPassed: {
      reserved: sentences.review,
      ...of,
      from: ["underReview"],
      to: "reviewed",
      who: [reviewer],
      guards: guards.review,
      presupposes: ["submission"]
    },
    PlanReviewReturned: {
      owned: true,
      ...beside,
      from: ["underReview"],
      to: "drafting",
      who: [reviewer],
      needs: ["reason"],
      presupposes: ["submission"]
    },
    PlanSubmittedForApproval: {
      reserved: sentences.approval,
      ...of,
      from: ["reviewed"],
      to: "submittedForApproval",
      who: [drafter],
      guards: guards.report
    },
    PlanApproved: {
      reserved: sentences.approval,
      ...of,
      from: ["submittedForApproval"],
      to: "approved",
      who: [government],
      guards: guards.approval
    },
    PlanNotApproved: {
      owned: true,
      ...beside,
      from: ["submittedForApproval"],
      to: "drafting",
      who: [government],
      needs: ["reason"]
    },
    PlanImplemented: {
      ...of,
      from: ["approved"],
      to: "inForce",
      who: [drafter, government],
      guards: guards.implementation
    },
    PlanAmendmentApproved: {
      reserved: sentences.approval,
      ...beside,
      from: ["inForce"],
      to: "superseded",
      who: [government],
      guards: guards.amendment,
      needs: ["version"],
      presupposes: ["force"]
    },
    PlanRepealed: { owned: true, ...beside, from: ["approved", "inForce"], to: "repealed", who: [government] },
    PlanWithdrawn: {
      owned: true,
      ...beside,
      from: ["drafting", "underReview", "reviewed", "submittedForApproval"],
      to: "withdrawn",
      who: [drafter]
    },
    ...record
  }
}

/** The lifecycle of the provincial development plan. @article 3 @article 6 */
export const provincialLifecycle: PlanLifecycle = approvedPlan(
  { drafter: "info.provincial", reviewer: "planning.provincial", government: "government.provincial" },
  [3, 6],
  { drafting: "N6.1", review: "N6.2", approval: "N6.3" },
  {
    submission: { "N3.1": "competence", "N6.1": "required" },
    review: {},
    report: { "N6.2": "required" },
    approval: { "N6.2": "required" },
    implementation: { "N6.3": "required", "N6.2": "required" },
    amendment: { "N6.3": "required" }
  }
)

/** The lifecycle of the construction plan of a city, county or district. @article 4 @article 8 */
export const localLifecycle: PlanLifecycle = approvedPlan(
  { drafter: "info.local", reviewer: "planning.local", government: "government.local" },
  [4, 8],
  { drafting: "N8.1", review: "N8.2", approval: "N8.3" },
  {
    submission: { "N8.1": "required", "N4.2": "competence" },
    review: { "N8.2": "competence" },
    report: { "N8.2": "required" },
    approval: { "N8.3": "competence", "N8.2": "required" },
    implementation: { "N8.3": "required", "N8.2": "required" },
    amendment: { "N8.3": "required" }
  }
)

/** The lifecycle of the construction plan of a provincial organ. Filing is no approval. @article 7 */
export const departmentalLifecycle: PlanLifecycle = {
  PlanDrafted: { who: ["organ.provincial"], articles: [], source: "library" },
  PlanFiled: {
    reserved: "N7.2",
    from: ["drafting"],
    to: "submittedForFiling",
    who: ["organ.provincial"],
    articles: [7],
    source: "text",
    guards: { "N7.1": "required" },
    needs: ["to", "received"]
  },
  PlanFilingRegistered: {
    reserved: "N7.2",
    from: ["submittedForFiling"],
    to: "filed",
    who: ["info.provincial"],
    articles: [7],
    source: "text",
    guards: { "N7.2": "advisory" },
    presupposes: ["filing"]
  },
  PlanFilingReturned: {
    owned: true,
    from: ["submittedForFiling"],
    to: "drafting",
    who: ["info.provincial"],
    articles: [7],
    source: "library",
    needs: ["lacking"],
    presupposes: ["filing"]
  },
  PlanImplemented: {
    reserved: "N7.2",
    from: ["submittedForFiling", "filed"],
    to: "inForce",
    who: ["organ.provincial"],
    articles: [7],
    source: "text",
    guards: { "N7.2": "required" }
  },
  PlanRefiled: {
    reserved: "N7.2",
    from: ["inForce"],
    to: "inForce",
    who: ["organ.provincial"],
    articles: [7],
    source: "library",
    needs: ["change"],
    presupposes: ["force"]
  },
  PlanReplaced: {
    owned: true,
    from: ["inForce"],
    to: "superseded",
    who: ["organ.provincial"],
    articles: [7],
    source: "library",
    needs: ["version"],
    presupposes: ["force"]
  },
  PlanRepealed: {
    owned: true,
    from: ["inForce"],
    to: "repealed",
    who: ["organ.provincial"],
    articles: [7],
    source: "library"
  },
  PlanWithdrawn: {
    owned: true,
    from: ["drafting", "submittedForFiling", "filed"],
    to: "withdrawn",
    who: ["organ.provincial"],
    articles: [7],
    source: "library"
  },
  ...record
}

/** The table of each kind of plan. */
export const lifecycles: { readonly [K in Kind]: PlanLifecycle } = {
  provincial: provincialLifecycle,
  local: localLifecycle,
  departmental: departmentalLifecycle
}

const kinds = Object.keys(lifecycles) as ReadonlyArray<Kind>
/** A row of a lifecycle of plans. */
export type PlanRow = Row<Position, Forerunner>

/** Several rows in one: whoever may, from wherever, under every guard. */
const together = (rows: ReadonlyArray<PlanRow>): PlanRow => {
  const [first] = rows as readonly [PlanRow]
  const all = <A>(of: (row: PlanRow) => ReadonlyArray<A> | undefined): ReadonlyArray<A> => [
    ...new Set(rows.flatMap((row) => of(row) ?? []))
  ]
  const guards: { [N in NormId]?: Strength } = Object.assign({}, ...rows.map((row) => row.guards ?? {}))
  return {
    ...first,
    ...(first.from === undefined ? {} : { from: all((row) => row.from) }),
    who: all((row) => row.who),
    articles: all((row) => row.articles),
    ...(Object.keys(guards).length === 0 ? {} : { guards })
  }
}

const tags = [...new Set(kinds.flatMap((kind) => Object.keys(lifecycles[kind]) as ReadonlyArray<EventTag>))]

/** The rows of all kinds of plans in one table: what holds of a fact while nobody knows whose plan it is about. */
export const lifecycle = Object.fromEntries(
  tags.map((tag) => [tag, together(kinds.flatMap((kind) => lifecycles[kind][tag] ?? []))])
) as { readonly [E in EventTag]: PlanRow }

/** The row of a kind of fact for a kind of plan. A step that the plan's lifecycle does not know is usual from nowhere. */
export const row = (event: EventTag, kind: Kind | undefined): PlanRow =>
  kind === undefined ? lifecycle[event] : (lifecycles[kind][event] ?? { ...lifecycle[event], from: [] })

/** How far the positions of a plan are along its course. */
export const standing: Standing<PlanVersion, Position, Event> = {
  initial: "drafting",
  stages: stagesOf(
    ["drafting"],
    ["underReview"],
    ["reviewed"],
    ["submittedForApproval"],
    ["submittedForFiling"],
    ["filed"],
    ["withdrawn"],
    ["approved"],
    ["inForce"],
    ["superseded", "repealed"]
  ),
  row: (tag, { kind }) => row(tag, kind),
  round: (act) => ("filing" in act ? act.filing : undefined),
  begins: (act, position) => act._tag === "PlanFiled" && position !== "inForce"
}
