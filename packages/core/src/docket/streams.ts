import { isAssessmentEvent } from "../assessment/Lifecycle.ts"
import type { StreamId } from "../port/EventStore.ts"
import type { Event } from "../project/Event.ts"

/** The stream of a project's own facts. */
export const projectStream = (project: string): StreamId => `project/${project}` as StreamId

/** The stream of an assessment. */
export const assessmentStream = (assessment: string): StreamId => `assessment/${assessment}` as StreamId

/** The stream that a fact belongs to. */
export const streamOf = (e: Event): StreamId =>
  isAssessmentEvent(e) ? assessmentStream(e.assessment) : projectStream(e.project)

/** The assessments that facts speak of, each once. */
export const assessmentsIn = (facts: ReadonlyArray<Event>): ReadonlyArray<string> => [
  ...new Set(facts.flatMap((e) => (isAssessmentEvent(e) ? [e.assessment] : [])))
]

/**
 * The type of the entry in a project's stream that says which assessment is one of its own. It is no fact: it repeats nothing of the
 * assessment, and it makes every decision on the project notice an assessment that began meanwhile.
 */
export const linkType = "project/AssessmentLinked"
