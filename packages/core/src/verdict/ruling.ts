import type { CivilDate } from "../civil/CivilDate.ts"
import type { Entry } from "../profile/Parameter.ts"
import type { Status } from "../regulation/Norm.ts"
import type { Act } from "./Fact.ts"
import type { Note, Ruling } from "./Verdict.ts"

/** Rulings all have one shape, whatever they say: the engine keeps reading them fast. */
export const ruling = <S extends Status>(
  status: S,
  trigger?: Act,
  act?: Act,
  due?: CivilDate,
  entry?: Entry,
  missing?: string,
  note?: Note,
  stands?: CivilDate
): Ruling<S> => ({
  status,
  trigger,
  act,
  due,
  limit: undefined,
  entry,
  missing,
  note,
  stands,
  gate: undefined,
  bars: undefined,
  outstanding: undefined,
  intervals: undefined
})

/** The norm does not apply: its trigger is known not to have happened. */
export const notApplicable: Ruling<"NotApplicable"> = ruling("NotApplicable")

/** The object of the duty is gone and it was not yet late. */
export const lapsed = (trigger: Act): Ruling<"NotApplicable"> =>
  ruling("NotApplicable", trigger, undefined, undefined, undefined, undefined, "lapsed")

/** A fact is unknown, and its answer would decide. */
export const undetermined = (missing: string, trigger?: Act, note?: Note, stands?: CivilDate): Ruling<"Undetermined"> =>
  ruling("Undetermined", trigger, undefined, undefined, undefined, missing, note, stands)

/** Owed or coming, and it cannot be late yet. */
export const pending = (trigger: Act): Ruling<"Pending"> => ruling("Pending", trigger)

/** Done as the sentence says. */
export const fulfilled = (trigger: Act, act?: Act, note?: Note): Ruling<"Fulfilled"> =>
  ruling("Fulfilled", trigger, act, undefined, undefined, undefined, note)

/** Done by the wrong body, in the wrong order, with the wrong content, or beyond repair. */
export const breached = (trigger: Act, act?: Act, note?: Note): Ruling<"Breached"> =>
  ruling("Breached", trigger, act, undefined, undefined, undefined, note)
