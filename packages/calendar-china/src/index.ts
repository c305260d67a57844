/** The working calendar of mainland China: the years whose arrangement is published, and the papers that a host adds. @module */
export type { Arrangement, CalendarSource } from "./Arrangement.ts"
export type { CalendarData } from "./CalendarData.ts"
export { CalendarFinding, CalendarInvalid } from "./CalendarInvalid.ts"
export { type ChinaCalendar, emptyCalendar } from "./ChinaCalendar.ts"
export { calendarFrom } from "./calendarFrom.ts"
export { layer, layerFrom } from "./layer.ts"
export { publishedCalendar } from "./publishedCalendar.ts"
