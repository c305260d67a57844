import { isAssessmentEvent } from "../assessment/Lifecycle.ts"
import type { JsonObject, StreamId } from "../port/EventStore.ts"
import { caseOfFact } from "./facts.ts"
import type { CaseFact } from "./keeping.ts"
import { type CaseRef, type CaseSubject, caseSubjects } from "./subjects.ts"

/** The stream of a case's own facts. No subject has a stroke in its id, so that no two cases have one stream, whatever their ids hold. */
export const caseStream = ({ id, subject }: CaseRef): StreamId => `${subject}/${id}` as StreamId

/** The stream of an assessment. */
export const assessmentStream = (assessment: string): StreamId => `assessment/${assessment}` as StreamId

/** The stream that lists the cases of a subject whose cases surround others. */
export const listStream = (subject: CaseSubject): StreamId => `cases/${subject}` as StreamId

/** The first parts of the names of streams that are no subject's. */
export const ownStreams: ReadonlyArray<string> = ["assessment", "cases"]

/** The assessment that a fact is about, where it is about one. */
export const assessmentOf = (fact: CaseFact): string | undefined =>
  isAssessmentEvent<CaseFact>(fact) ? (fact as { readonly assessment: string }).assessment : undefined

/** The stream that a fact belongs to. */
export const streamOf = (fact: CaseFact): StreamId => {
  const assessment = assessmentOf(fact)
  return assessment === undefined ? caseStream(caseOfFact(fact)) : assessmentStream(assessment)
}

/** Facts by the case that they are about, under the name of its stream. */
export const byCase = (facts: ReadonlyArray<CaseFact>): ReadonlyMap<StreamId, ReadonlyArray<CaseFact>> => {
  const cases = new Map<StreamId, Array<CaseFact>>()
  for (const fact of facts) {
    const stream = caseStream(caseOfFact(fact))
    const those = cases.get(stream)
    if (those === undefined) cases.set(stream, [fact])
    else those.push(fact)
  }
  return cases
}

/** The name of the kind of a stored fact: that of its stream, with its tag. */
export const typeOf = (fact: CaseFact): string =>
  `${assessmentOf(fact) === undefined ? caseOfFact(fact).subject : "assessment"}/${fact._tag}`

/** The assessments that facts speak of, each once. */
export const assessmentsIn = (facts: ReadonlyArray<CaseFact>): ReadonlyArray<string> => [
  ...new Set(facts.flatMap((fact) => assessmentOf(fact) ?? []))
]

/**
 * The type of the entry in a project's stream that says which assessment is one of its own. It is no fact: it repeats nothing of the
 * assessment, and it makes every decision on the project notice an assessment that began meanwhile.
 */
export const linkType = "project/AssessmentLinked"

/**
 * The type of the entry that lists a case under its subject. It is no fact: it tells which cases there are, and it makes every decision
 * that rests on all of them notice one that began meanwhile.
 */
export const listType = "cases/Listed"

/** The case of which a stored event speaks by its stream, and of an assessment by the project that it names; the entries of lists speak of none. */
export const caseOfStream = (stream: string, data: JsonObject): CaseRef | undefined => {
  const [, first = "", id = ""] = /^([^/]*)\/(.*)$/su.exec(stream) ?? []
  if (first === "assessment")
    return typeof data.project === "string" ? { subject: "project", id: data.project } : undefined
  const subject = caseSubjects.find((one) => one === first)
  return subject === undefined ? undefined : { subject, id }
}
