import type { CivilDate } from "@banfa/core/civil"
import type { CaseEvent } from "@banfa/core/scenario"
import fc from "fast-check"
import * as complaint from "../complaint/histories.ts"
import * as facility from "../facility/histories.ts"
import * as organ from "../organ/histories.ts"
import { agencyOf } from "../organ/lawful.ts"
import { anybody as planners } from "../planning/agencies.ts"
import { type Course as PlanCourse, courses as planCourses } from "../planning/Course.ts"
import { recording as planRecord } from "../planning/histories.ts"
import { lawful as planned } from "../planning/lawful.ts"
import * as project from "../project/histories.ts"
import { type Told as Dated, dayOf as dayAmong, type Upset, upsetsAmong } from "../record/Upset.ts"
import { upsetBy } from "../record/upsetBy.ts"
import * as resource from "../resource/histories.ts"
import { anybody as drafters } from "../standard/agencies.ts"
import * as standard from "../standard/histories.ts"
import * as supervision from "../supervision/histories.ts"
import * as system from "../system/histories.ts"
import type { City } from "./agencies.ts"
import { organIn, type Placing, placed, type Told } from "./Told.ts"

/** A small province: cases of all subjects at its three levels and in two cities, some of them plans, instruments and facilities of all. */
export interface Province {
  /** Its cases. */
  readonly cases: ReadonlyArray<Told>
  /** All their facts in the order in which they were entered. */
  readonly facts: ReadonlyArray<CaseEvent>
}

const few = (anybody: ReadonlyArray<string>): fc.Arbitrary<ReadonlyArray<Upset>> =>
  fc.array(upsetsAmong(anybody), { maxLength: 2 })
const cities = fc.constantFrom<City>("first", "second")
const at = (subject: Placing["subject"], key: string, id: string, city: Placing["city"], days = 0): Placing => ({
  subject,
  key,
  id,
  city,
  days
})

/** Plans of a kind begin a year and a half before the samples, so that what comes later is measured by them. */
const plan = (id: string, city: Placing["city"], fixed: Partial<PlanCourse>, days: number): fc.Arbitrary<Told> =>
  fc.record({ course: planCourses, upsets: few(planners) }).map(({ course, upsets }) => {
    const events = upsetBy(planRecord, planned({ ...course, ...fixed }), upsets)
    const items = events.map((e) => (e._tag === "PlanImplemented" ? { ...e, items: ["item-1", "item-2"] } : e))
    return placed(items, at("planning", "plan", id, city, days))
  })

const instruments = {
  "sec-1": "security-norms",
  "catalogue-1": "exchange-catalogue",
  "agreement-1": "exchange-agreement",
  "std-1": "exchange-standards",
  "assessment-1": "assessment-standards"
} as const

const instrument = (id: keyof typeof instruments): fc.Arbitrary<Told> =>
  fc
    .record({ course: standard.courses, upsets: few(drafters), days: fc.constantFrom(-500, -500, 0) })
    .map(({ course, days, upsets }) => {
      const events = upsetBy(standard.recording, standard.told({ ...course, kind: instruments[id] }), upsets)
      return placed(events, at("standard", "instrument", id, "province", days))
    })

const kinds = ["network-platform", "security-infrastructure", "data-centre"] as const

const built = (kind: (typeof kinds)[number]): fc.Arbitrary<Told> =>
  fc
    .record({ course: facility.courses, upsets: few(drafters), days: fc.constantFrom(-400, 0) })
    .map(({ course, days, upsets }) => {
      const events = upsetBy(facility.recording, facility.told({ ...course, kind }), upsets)
      return placed(events, at("facility", "facility", kind, "province", days))
    })

/** Cases of one subject in either city, as their own histories tell them. */
const some = (
  subject: Placing["subject"],
  key: string,
  histories: fc.Arbitrary<{ readonly events: ReadonlyArray<object> }>,
  minLength: number,
  maxLength: number
): fc.Arbitrary<ReadonlyArray<Told>> =>
  fc
    .array(fc.record({ city: cities, history: histories }), { minLength, maxLength })
    .map((list) =>
      list.map(({ city, history }, i) => placed(history.events, at(subject, key, `${subject}-${i + 1}`, city)))
    )

const organs: fc.Arbitrary<ReadonlyArray<Told>> = fc
  .uniqueArray(
    fc.record({ city: cities, history: organ.histories }).map(({ city, history }) => {
      const id = organIn(city, agencyOf(history.course))
      const province = history.course.who === "provincial"
      return placed(history.events, at("organ", "agency", id, province ? "province" : city))
    }),
    { minLength: 1, maxLength: 2, selector: ({ id }) => id }
  )
  .map((list) => list)

const inspections: fc.Arbitrary<ReadonlyArray<Told>> = fc
  .array(fc.record({ city: cities, history: supervision.histories }), { maxLength: 1 })
  .map((list) =>
    list.map(({ city, history }, i) =>
      placed(history.events, at("supervision", "inspection", `supervision-${i + 1}`, city))
    )
  )

const parts: fc.Arbitrary<ReadonlyArray<ReadonlyArray<Told>>> = fc.tuple(
  plan("plan-p", "province", { kind: "provincial" }, -540).map((one) => [one]),
  plan("plan-c", "first", { kind: "local", area: "city" }, -480).map((one) => [one]),
  plan("plan-county", "first", { kind: "local", area: "county" }, -420).map((one) => [one]),
  plan("plan-s", "second", { kind: "local", area: "city" }, -480).map((one) => [one]),
  plan("plan-organ", "province", { kind: "departmental" }, -300).map((one) => [one]),
  fc.tuple(...Object.keys(instruments).map((id) => instrument(id as keyof typeof instruments))),
  fc.tuple(...kinds.map(built)),
  some("project", "project", project.histories, 1, 3),
  some("system", "system", system.histories, 1, 2),
  organs,
  some("resource", "resource", resource.histories, 1, 2),
  some("complaint", "complaint", complaint.histories, 0, 1),
  inspections
)

const entered = (facts: ReadonlyArray<CaseEvent>): ReadonlyArray<CaseEvent> =>
  facts.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))

/** The province that these cases make. */
export const provinceOf = (cases: ReadonlyArray<Told>): Province => ({
  cases,
  facts: entered(cases.flatMap(({ facts }) => facts))
})

/**
 * Small provinces: a provincial plan, plans of two cities, of a county and of a provincial organ; the instruments and facilities of the
 * province; projects, systems, organs, resources, complaints and inspections in either city; each with what goes wrong with its record.
 * Shrinks to few facts of plain courses.
 */
export const provinces: fc.Arbitrary<Province> = parts.map((all) => provinceOf(all.flat()))

/** A day on which a province can be asked about, by a number: around the facts of its cases and for two years after them. */
export const dayOf = ({ cases }: Province, n: number): CivilDate => {
  const busy = cases.filter(({ subject }) => subject !== "planning" && subject !== "standard")
  const facts = entered(busy.flatMap(({ facts }) => facts)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return dayAmong(facts as ReadonlyArray<Dated>, n)
}
