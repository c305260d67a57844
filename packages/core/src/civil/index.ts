/** Civil days, quarters and working calendars, without a clock. @module */

export { type Amount, AmountSchema, fen, fromFen, InvalidAmount, parseAmount } from "./Amount.ts"
export { addDays, type CivilDate, dayAt, dayNumber, isCivilDate, monthOf, yearOf } from "./CivilDate.ts"
export { civilDay } from "./civilDay.ts"
export {
  isQuarter,
  type Quarter,
  type QuarterSpan,
  quarterAt,
  quarterIndex,
  quarterNumber,
  quarters
} from "./Quarter.ts"
export { CivilDateSchema, InstantSchema, PeriodSchema, QuarterSchema } from "./schemas.ts"
export { addWorkdays, noCalendar, type WorkingCalendar } from "./WorkingCalendar.ts"
