/** Laws of silence about a reason: in a complete record it is none on record, in an incomplete one it is unknown, for every norm alike. */
import { dayOf, days, profiles as projectProfiles, histories as projects } from "@banfa/testing/project"
import { profiles as resourceProfiles, histories as resources } from "@banfa/testing/resource"
import { expect } from "vitest"
import { subject as project } from "../../src/project/index.ts"
import { subject as resource } from "../../src/resource/index.ts"
import type { Coverage } from "../../src/verdict/Coverage.ts"
import { evaluate, type Subject } from "../../src/verdict/Subject.ts"
import type { Context, Verdict } from "../../src/verdict/Verdict.ts"
import { asked, law, lineOf, onDay } from "./Law.ts"
import * as ofResources from "./resourceLaw.ts"

const norms: ReadonlySet<string> = new Set(["N9.1", "N22.1", "N22.4"])
const reasons: ReadonlyArray<string> = ["deviation", "ground", "legalBasis"]

/** The facts without a reason for what they tell: not stated, or stated to be absent. */
const unreasoned = <E extends object>(events: ReadonlyArray<E>, stated: boolean): ReadonlyArray<E> =>
  events.map((e) => {
    const rest = Object.fromEntries(Object.entries(e).filter(([key]) => !reasons.includes(key)))
    return { ...rest, ...(stated ? Object.fromEntries(reasons.map((key) => [key, null])) : {}) } as E
  })

/** Holds the same record, told of completely and not, with silence about its reasons and with their absence. */
const silenceOfRecord = <S extends { readonly id: string; readonly coverage?: Coverage | undefined }, E extends object>(
  subject: Subject<S, never>,
  state: (events: ReadonlyArray<E>) => S,
  events: ReadonlyArray<E>,
  ctx: Context,
  met: () => void
): void => {
  const says = (stated: boolean, coverage: Coverage | undefined): ReadonlyArray<Verdict> =>
    evaluate(subject, { ...state(unreasoned(events, stated)), coverage }, ctx).filter(({ norm }) => norms.has(norm))
  const absent = says(true, undefined)
  expect(says(false, undefined).map(lineOf)).toEqual(absent.map(lineOf))
  if (absent.some(({ note }) => note === "reason-missing")) met()
  for (const v of says(false, {})) expect(v.note, lineOf(v)).not.toBe("reason-missing")
}

law(
  "silence about the reason of an investment outside the plan is none on record where the record is complete (art. 9)",
  8,
  { history: projects, n: days, profile: projectProfiles },
  ({ history: { events }, n, profile }, met) => {
    const on = dayOf(events, n)
    silenceOfRecord(project, (told: typeof events) => onDay(told, on), events, asked(on, profile), met)
  }
)

law(
  "silence about the ground of withholding and of a charge is none on record where the record is complete (art. 22)",
  15,
  { history: resources, n: days, profile: resourceProfiles },
  ({ history: { events }, n, profile }, met) => {
    const on = dayOf(events, n)
    silenceOfRecord(
      resource,
      (told: typeof events) => ofResources.onDay(told, on),
      events,
      ofResources.asked(on, profile),
      met
    )
  }
)
