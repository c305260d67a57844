/** The lifecycles of plans, as data: who may do what from where, and which norms ask. One table for each kind of plan. */
import type { NormId } from "../regulation/Norm.ts"
import type { Row, Strength } from "../verdict/Lifecycle.ts"
import type { EventTag, Kind } from "./Event.ts"

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

type Table = { readonly [E in EventTag]?: Row<Position, Forerunner> }

const record = {
  PlanTakenOver: { who: ["organ.any"], articles: [], source: "library" },
  Judged: { who: ["supervision.any", "info.any"], articles: [4, 35], source: "library", needs: ["reason"] },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies Table

/** The lifecycle of the provincial development plan. @article 3 @article 6 */
export const provincialLifecycle = {
  PlanDrafted: { who: ["info.provincial"], articles: [], source: "library" },
  PlanSubmittedForReview: {
    from: ["drafting"],
    to: "underReview",
    who: ["info.provincial"],
    articles: [3, 6],
    source: "text",
    guards: { "N3.1": "competence", "N6.1": "required" }
  },
  PlanReviewPassed: {
    from: ["underReview"],
    to: "reviewed",
    who: ["planning.provincial"],
    articles: [6],
    source: "text",
    presupposes: ["submission"]
  },
  PlanReviewReturned: {
    from: ["underReview"],
    to: "drafting",
    who: ["planning.provincial"],
    articles: [6],
    source: "library",
    needs: ["reason"],
    presupposes: ["submission"]
  },
  PlanSubmittedForApproval: {
    from: ["reviewed"],
    to: "submittedForApproval",
    who: ["info.provincial"],
    articles: [6],
    source: "text",
    guards: { "N6.2": "required" }
  },
  PlanApproved: {
    from: ["submittedForApproval"],
    to: "approved",
    who: ["government.provincial"],
    articles: [6],
    source: "text",
    guards: { "N6.2": "required" }
  },
  PlanNotApproved: {
    from: ["submittedForApproval"],
    to: "drafting",
    who: ["government.provincial"],
    articles: [6],
    source: "library",
    needs: ["reason"]
  },
  PlanImplemented: {
    from: ["approved"],
    to: "inForce",
    who: ["info.provincial"],
    articles: [6],
    source: "text",
    guards: { "N6.3": "required", "N6.2": "required" }
  },
  PlanAmendmentApproved: {
    from: ["inForce"],
    to: "superseded",
    who: ["government.provincial"],
    articles: [6],
    source: "library",
    guards: { "N6.3": "required" },
    needs: ["version"],
    presupposes: ["force"]
  },
  PlanRepealed: {
    from: ["approved", "inForce"],
    to: "repealed",
    who: ["government.provincial"],
    articles: [6],
    source: "library"
  },
  PlanWithdrawn: {
    from: ["drafting", "underReview", "reviewed", "submittedForApproval"],
    to: "withdrawn",
    who: ["info.provincial"],
    articles: [6],
    source: "library"
  },
  ...record
} as const satisfies Table

/** The lifecycle of the construction plan of a city, county or district. @article 4 @article 8 */
export const localLifecycle = {
  PlanDrafted: { who: ["info.local"], articles: [], source: "library" },
  PlanSubmittedForReview: {
    from: ["drafting"],
    to: "underReview",
    who: ["info.local"],
    articles: [4, 8],
    source: "text",
    guards: { "N8.1": "required", "N4.2": "competence" }
  },
  PlanReviewPassed: {
    from: ["underReview"],
    to: "reviewed",
    who: ["planning.local"],
    articles: [8],
    source: "text",
    guards: { "N8.2": "competence" },
    presupposes: ["submission"]
  },
  PlanReviewReturned: {
    from: ["underReview"],
    to: "drafting",
    who: ["planning.local"],
    articles: [8],
    source: "library",
    needs: ["reason"],
    presupposes: ["submission"]
  },
  PlanSubmittedForApproval: {
    from: ["reviewed"],
    to: "submittedForApproval",
    who: ["info.local"],
    articles: [8],
    source: "text",
    guards: { "N8.2": "required" }
  },
  PlanApproved: {
    from: ["submittedForApproval"],
    to: "approved",
    who: ["government.local"],
    articles: [8],
    source: "text",
    guards: { "N8.3": "competence", "N8.2": "required" }
  },
  PlanNotApproved: {
    from: ["submittedForApproval"],
    to: "drafting",
    who: ["government.local"],
    articles: [8],
    source: "library",
    needs: ["reason"]
  },
  PlanImplemented: {
    from: ["approved"],
    to: "inForce",
    who: ["info.local"],
    articles: [8],
    source: "text",
    guards: { "N8.3": "required", "N8.2": "required" }
  },
  PlanAmendmentApproved: {
    from: ["inForce"],
    to: "superseded",
    who: ["government.local"],
    articles: [8],
    source: "library",
    guards: { "N8.3": "required" },
    needs: ["version"],
    presupposes: ["force"]
  },
  PlanRepealed: {
    from: ["approved", "inForce"],
    to: "repealed",
    who: ["government.local"],
    articles: [8],
    source: "library"
  },
  PlanWithdrawn: {
    from: ["drafting", "underReview", "reviewed", "submittedForApproval"],
    to: "withdrawn",
    who: ["info.local"],
    articles: [8],
    source: "library"
  },
  ...record
} as const satisfies Table

/** The lifecycle of the construction plan of a provincial organ. Filing is no approval. @article 7 */
export const departmentalLifecycle = {
  PlanDrafted: { who: ["organ.provincial"], articles: [], source: "library" },
  PlanFiled: {
    from: ["drafting"],
    to: "submittedForFiling",
    who: ["organ.provincial"],
    articles: [7],
    source: "text",
    guards: { "N7.1": "required" },
    needs: ["to", "received"]
  },
  PlanFilingRegistered: {
    from: ["submittedForFiling"],
    to: "filed",
    who: ["info.provincial"],
    articles: [7],
    source: "text",
    guards: { "N7.2": "advisory" },
    presupposes: ["filing"]
  },
  PlanFilingReturned: {
    from: ["submittedForFiling"],
    to: "drafting",
    who: ["info.provincial"],
    articles: [7],
    source: "library",
    needs: ["lacking"],
    presupposes: ["filing"]
  },
  PlanImplemented: {
    from: ["submittedForFiling", "filed"],
    to: "inForce",
    who: ["organ.provincial"],
    articles: [7],
    source: "text",
    guards: { "N7.2": "required" }
  },
  PlanRefiled: {
    from: ["inForce"],
    to: "inForce",
    who: ["organ.provincial"],
    articles: [7],
    source: "library",
    needs: ["change"],
    presupposes: ["force"]
  },
  PlanReplaced: {
    from: ["inForce"],
    to: "superseded",
    who: ["organ.provincial"],
    articles: [7],
    source: "library",
    needs: ["version"],
    presupposes: ["force"]
  },
  PlanRepealed: { from: ["inForce"], to: "repealed", who: ["organ.provincial"], articles: [7], source: "library" },
  PlanWithdrawn: {
    from: ["drafting", "submittedForFiling", "filed"],
    to: "withdrawn",
    who: ["organ.provincial"],
    articles: [7],
    source: "library"
  },
  ...record
} as const satisfies Table

/** The table of each kind of plan. */
export const lifecycles: { readonly [K in Kind]: Table } = {
  provincial: provincialLifecycle,
  local: localLifecycle,
  departmental: departmentalLifecycle
}

const kinds = Object.keys(lifecycles) as ReadonlyArray<Kind>
type PlanRow = Row<Position, Forerunner>

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

/** Where a kind of fact leads a plan; nothing: it stays where it is. */
export const moves = (event: EventTag): Position | undefined => lifecycle[event].to
