/** Facts of every subject: which case they are about, and how they are read from outside. */
import * as Result from "effect/Result"
import { type DecodeEvent, decoderOf } from "../verdict/decodeEvents.ts"
import type { CaseFact } from "./keeping.ts"
import { type CaseRef, type CaseSubject, caseSubjects, subjects } from "./subjects.ts"

const byTag = new Map<string, ReadonlyArray<CaseSubject>>()
for (const id of caseSubjects) for (const tag of subjects[id].tags) byTag.set(tag, [...(byTag.get(tag) ?? []), id])

/** Of a kind that one subject has, it is that one; of a kind that all have, the particular that names the case says which. */
const subjectOf = (fact: object): CaseSubject | "unsaid" | undefined => {
  const { _tag: tag } = fact as { readonly _tag?: unknown }
  const having = typeof tag === "string" ? (byTag.get(tag) ?? []) : []
  return having.length < 2 ? having[0] : (having.find((id) => Object.hasOwn(fact, subjects[id].key)) ?? "unsaid")
}

/** The case that a fact is about. */
export const caseOfFact = (fact: CaseFact): CaseRef => {
  const subject = subjectOf(fact) as CaseSubject
  return { subject, id: String((fact as object as { readonly [key: string]: unknown })[subjects[subject].key]) }
}

/** Nothing is a fact of these kinds: says of anything else what it is not. */
const decodeNothing = decoderOf<CaseFact>({ cases: {} })

/** Reads a fact of any subject from outside, as its subject does. */
export const decodeFact: DecodeEvent<CaseFact> = (input) => {
  const subject = typeof input === "object" && input !== null ? subjectOf(input) : undefined
  if (subject === undefined) return decodeNothing(input)
  if (subject !== "unsaid") return subjects[subject].decode(input)
  const keys = caseSubjects.map((id) => subjects[id].key)
  return Result.fail([
    {
      path: "",
      zh: `没有指明是哪个案件：应有${keys.join("、")}之一`,
      en: `does not say which case it is about: it needs one of ${keys.join(", ")}`
    }
  ])
}
