import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { CalendarInvalid } from "./CalendarInvalid.ts"
import type { ChinaCalendar } from "./ChinaCalendar.ts"
import { calendarFrom } from "./calendarFrom.ts"
import { publishedCalendar } from "./publishedCalendar.ts"

/** The published years behind the port. */
export const layer: Layer.Layer<WorkingCalendar> = Layer.suspend(() => WorkingCalendar.layerMemory(publishedCalendar()))

/** What a paper says, over the published years or another calendar, behind the port; or everything that is wrong with its data. */
export const layerFrom = (input: unknown, below?: ChinaCalendar): Layer.Layer<WorkingCalendar, CalendarInvalid> =>
  Layer.unwrap(
    Effect.map(
      Effect.suspend(() => Effect.fromResult(calendarFrom(input, below))),
      WorkingCalendar.layerMemory
    )
  )
