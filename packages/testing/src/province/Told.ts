/** Cases of a small province: the histories of single cases, put down where and when they take place among each other. */
import { addDays, type CivilDate } from "@banfa/core/civil"
import type { CaseEvent } from "@banfa/core/scenario"
import { moved, movedInstant } from "../record/moved.ts"
import { agencyIn, type City, named, regionIn } from "./agencies.ts"

/** The subjects of which the small province has cases. */
export type Subject =
  | "planning"
  | "standard"
  | "facility"
  | "project"
  | "system"
  | "organ"
  | "resource"
  | "complaint"
  | "supervision"

/** One case of the small province. */
export interface Told {
  /** Its subject. */
  readonly subject: Subject
  /** Its id, unique among the cases of the subject. */
  readonly id: string
  /** In which city it takes place; what is of the province takes place in neither. */
  readonly city: City | "province"
  /** Its facts, in the order of their days. */
  readonly facts: ReadonlyArray<CaseEvent>
}

/** Where and when a history takes place. */
export interface Placing {
  /** The subject. */
  readonly subject: Subject
  /** The particular that names its cases. */
  readonly key: string
  /** The id of the case. */
  readonly id: string
  /** The city; `province`: it stays where the samples are. */
  readonly city: City | "province"
  /** By how many days it is moved. */
  readonly days: number
}

const agencyFields: ReadonlySet<string> = new Set([
  "by",
  "with",
  "to",
  "organ",
  "builder",
  "onBehalfOf",
  "signed",
  "assessor",
  "coDrafters",
  "host",
  "department",
  "organs"
])

/** The facts of a history as facts of a case of the province: their agencies, regions and days are those of the place. */
export const placed = (history: ReadonlyArray<object>, { city, days, id, key, subject }: Placing): Told => {
  const where: City = city === "second" ? "second" : "first"
  const own = (fact: unknown): string => `${subject}/${id}/${String(fact)}`
  const particular = (name: string, value: unknown, on: CivilDate): unknown => {
    if (name === key) return id
    if (name === "id" || name === "corrects" || name === "of") return own(value)
    if (name === "recordedAt") return movedInstant(String(value), days)
    if (name === "region") return regionIn(where, String(value))
    if (agencyFields.has(name) && typeof value === "string") return agencyIn(where, value, on)
    if (agencyFields.has(name) && Array.isArray(value)) return value.map((one) => agencyIn(where, String(one), on))
    return moved(value, days)
  }
  const facts = history.map((fact) => {
    const on = addDays((fact as CaseEvent).on, days)
    return Object.fromEntries(
      Object.entries(fact)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [name, particular(name, value, on)])
    ) as unknown as CaseEvent
  })
  return { subject, id, city, facts }
}

/** The id under which the record of an organ is kept in a city. */
export const organIn = (city: City, agency: string): string => named(city, agency)
