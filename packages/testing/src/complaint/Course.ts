import fc from "fast-check"
import type { At } from "../record/At.ts"

/** What may be done about a complaint, beside receiving it. */
export type Act = "accept" | "refuse" | "redirect" | "assign" | "reply" | "reopen" | "close" | "withdraw" | "judge"
/** The course of one complaint, as it would be told in a few words; `lawful` writes its facts out. */
export interface Course {
  /** Of which level the organ complained to is. */
  readonly level: "city" | "county"
  /** Days from the first day of all samples; some complaints came in before the Measures took force. */
  readonly start: number
  /** How the record was opened. */
  readonly taken: "received" | "taken-over" | "both"
  /** From which day after the start each slice of a record that was taken over is complete. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** Whether whoever complained is named. */
  readonly named: boolean
  /** What was done, each a number of days after what went before. */
  readonly acts: ReadonlyArray<At & { readonly act: Act; readonly reason: boolean; readonly known: boolean }>
}

const act = (kinds: ReadonlyArray<Act>): fc.Arbitrary<Course["acts"][number]> =>
  fc.record({
    day: fc.oneof({ weight: 3, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(200) }),
    act: fc.constantFrom(...kinds),
    reason: fc.constantFrom(true, true, false),
    known: fc.constantFrom(true, true, true, false)
  })

/** Usual courses: what leads on from what; the rest of a course is anything. */
const usual: ReadonlyArray<ReadonlyArray<Act>> = [
  ["judge"],
  ["accept", "assign", "reply", "close"],
  ["accept", "assign", "reply", "reopen", "reply"],
  ["refuse"],
  ["redirect", "accept"],
  ["redirect", "refuse"],
  ["redirect", "withdraw"],
  ["refuse", "withdraw"],
  ["withdraw"]
]
const any = act(["accept", "refuse", "redirect", "assign", "reply", "reopen", "close", "withdraw", "judge"])

/** Courses of complaints. Shrink towards one that only came in. */
export const courses: fc.Arbitrary<Course> = fc.record({
  level: fc.constantFrom<Course["level"]>("city", "city", "county"),
  start: fc.oneof(
    { weight: 12, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.integer({ min: -7780, max: -7600 }) }
  ),
  taken: fc.constantFrom<Course["taken"]>("received", "received", "taken-over", "both", "both"),
  coverage: fc.array(fc.option(fc.integer({ min: -30, max: 60 }), { nil: undefined, freq: 3 }), {
    minLength: 2,
    maxLength: 2
  }),
  named: fc.boolean(),
  acts: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    {
      weight: 14,
      arbitrary: fc
        .constantFrom(...usual)
        .chain((kinds) =>
          fc.tuple(fc.tuple(...kinds.map((kind) => act([kind]))), fc.array(any, { minLength: 1, maxLength: 3 }))
        )
        .map(([first, rest]) => [...first, ...rest])
    }
  )
})
