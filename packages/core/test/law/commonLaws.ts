/** The laws that hold of every record, whatever its subject: asked of all nine. */
import { dayOf, days } from "@banfa/testing/system"
import fc from "fast-check"
import type { Readings } from "../../src/regulation/Norm.ts"
import { adviceLaws } from "./common/advice.ts"
import { bearingLaws } from "./common/bearing.ts"
import { inquiryLaws } from "./common/inquiry.ts"
import { type Case, doors, type Known, type Told } from "./common/Known.ts"
import { positionLaws } from "./common/position.ts"
import { recordLaws } from "./common/record.ts"
import { timeLaws } from "./common/time.ts"
import { drawn, lineOf } from "./Law.ts"

/** The laws of order, time, advice, knowledge and words, of one subject. */
export const commonLaws = <S extends Case, E extends Told, P>(k: Known<S, E, P>): void => {
  recordLaws(k)
  timeLaws(k)
  adviceLaws(k)
  bearingLaws(k)
  inquiryLaws(k)
  positionLaws(k)
}

/** For each option of each reading the first sampled case that it tells otherwise than the recommended one. */
export const witnesses = <S extends Case, E extends Told>(
  k: Known<S, E>,
  options: { readonly [reading: string]: ReadonlyArray<string> }
): ReadonlyArray<readonly [reading: string, option: string, found: boolean]> => {
  const { says } = doors(k)
  const cases = fc.sample(fc.tuple(k.histories, days, k.profiles), { numRuns: drawn(1500), seed: 11 })
  return Object.entries(options).flatMap(([name, all]) =>
    all.slice(1).map((option) => {
      const by = (chosen: string, [{ events }, n, profile]: (typeof cases)[number]): string => {
        const readings = { ...profile.readings, [name]: chosen } as unknown as Readings
        return says(events, dayOf(events, n), { ...profile, readings })
          .map(lineOf)
          .join("\n")
      }
      return [name, option, cases.some((one) => by(option, one) !== by(all[0] as string, one))] as const
    })
  )
}
