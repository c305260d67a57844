import { quarterAt } from "../civil/Quarter.ts"
import type { Wayfinder } from "../path/Wayfinder.ts"
import { commencement } from "../verdict/Rule.ts"
import type { Event, EventTag } from "./Event.ts"
import { evolve } from "./evolve.ts"
import { type Project, unopened } from "./Project.ts"
import { kinds, proposals } from "./proposals.ts"
import { subject } from "./subject.ts"

/** Acts that break a round, an establishment or a project off. */
const exits: ReadonlySet<EventTag> = new Set<EventTag>([
  "MaterialsRequested",
  "ReturnedForRevision",
  "Rejected",
  "Closed",
  "Withdrawn",
  "MateriallyChanged",
  "Cancelled"
])

const openings: ReadonlySet<EventTag> = new Set<EventTag>(["Drafted"])

/** Nobody is sent to fetch another opinion where one was asked for, unless nothing else leads on. */
const unusual = (p: Project, act: Event): boolean =>
  act._tag === "OpinionRevised" ||
  (act._tag === "OpinionRequested" && p.applications.some((a) => a.id === act.application && a.requests.length > 0))

/** The instances that an act may name, so that it can be entered in a case of which nothing is said. */
const anyInstance = {
  region: "",
  organ: "",
  application: "",
  request: "",
  opinion: "",
  scheme: "",
  budget: "",
  timetable: "",
  instance: ""
}

/** What a kind of act writes to: asked of the folding itself. */
const written = (kind: EventTag): ReadonlyArray<keyof Project> => {
  const before = unopened("")
  const act = {
    _tag: kind,
    id: "",
    project: "",
    on: commencement,
    recordedAt: "",
    period: quarterAt(0).id,
    baseline: {}
  }
  const after = evolve(before, { ...act, ...anyInstance } as unknown as Event)
  return (Object.keys(after) as ReadonlyArray<keyof Project>).filter(
    (slice) => slice !== "position" && slice !== "since" && after[slice] !== before[slice]
  )
}

const touched = new Map<EventTag, ReadonlyArray<keyof Project>>()
/** The same for every case, so it is asked once. */
const touches = (kind: EventTag): ReadonlyArray<keyof Project> => {
  const slices = touched.get(kind) ?? written(kind)
  touched.set(kind, slices)
  return slices
}

/** How ways through a project are found. */
export const wayfinder: Wayfinder<Project, Event> = {
  subject,
  kinds,
  position: (p) => p.position,
  propose: (p, ctx, among) =>
    proposals(p, ctx, among).map(({ act, who }) => ({ who, act: { ...act, seq: p.since[1] + 1 } })),
  touches,
  openings,
  exits,
  unusual
}
