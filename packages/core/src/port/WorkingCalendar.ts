/** The port behind which the calendar of working days is kept. @module */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type WorkingCalendar as Calendar, noCalendar } from "../civil/WorkingCalendar.ts"
import type { StorageUnavailable } from "./StorageUnavailable.ts"

/** Which days are worked, from wherever a host keeps it. A day of a year that is not published is unknown, never an ordinary one. */
export class WorkingCalendar extends Context.Service<
  WorkingCalendar,
  {
    /** The calendar as it stands now. */
    readonly current: Effect.Effect<Calendar, StorageUnavailable>
  }
>()("@banfa/core/port/WorkingCalendar") {
  /** A calendar that is given once; without one, no year is known. */
  static readonly layerMemory = (calendar: Calendar = noCalendar): Layer.Layer<WorkingCalendar> =>
    Layer.succeed(WorkingCalendar, WorkingCalendar.of({ current: Effect.succeed(calendar) }))
}
