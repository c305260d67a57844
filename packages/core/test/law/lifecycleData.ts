import { readFileSync } from "node:fs"
import type { EventTag } from "../../src/project/index.ts"

interface Transition {
  readonly event: string
  readonly from: ReadonlyArray<string>
  readonly to: string
  readonly actors: ReadonlyArray<string>
  readonly guards: ReadonlyArray<{ readonly text: string; readonly norm: string | null; readonly strength: string }>
  readonly articles: ReadonlyArray<number>
  readonly source: "text" | "library"
}

const lifecycles = JSON.parse(
  readFileSync(new URL("../../data/lifecycles.json", import.meta.url), "utf8")
) as ReadonlyArray<{
  readonly id: string
  readonly transitions: ReadonlyArray<Transition>
}>

/** The transitions of the project as the data of the regulation has them. */
export const transitions: ReadonlyArray<Transition> = lifecycles.find(({ id }) => id === "project")?.transitions ?? []

/** Which event of the data a fact is: the facts of the parallel tracks have no transition. */
export const eventOf: { readonly [E in EventTag]?: string } = {
  SchemeSubmitted: "submitScheme",
  Applied: "apply",
  MaterialsRequested: "requestMaterials",
  OpinionRequested: "requestOpinion",
  OpinionGiven: "giveOpinion",
  OpinionRevised: "reviseOpinion",
  Approved: "approve",
  Rejected: "reject",
  ReturnedForRevision: "returnForRevision",
  Reapplied: "reapply",
  Closed: "close",
  Withdrawn: "withdraw",
  ConstructionStarted: "startConstruction",
  Suspended: "suspend",
  Resumed: "resume",
  MateriallyChanged: "materialChange",
  ConstructionCompleted: "completeConstruction",
  Cancelled: "cancel"
}

/** The guards of a fact that name a norm. */
export const guardsIn = (tag: EventTag): ReadonlyArray<{ readonly norm: string; readonly strength: string }> => {
  const event = eventOf[tag]
  const all = transitions.filter((t) => t.event === event).flatMap((t) => t.guards)
  return all.flatMap(({ norm, strength }) => (norm === null ? [] : [{ norm, strength }]))
}

/** How strongly a norm gates a fact; `undefined` where it does not. */
export const strengthIn = (tag: EventTag, norm: string): string | undefined =>
  guardsIn(tag).find((g) => g.norm === norm)?.strength
