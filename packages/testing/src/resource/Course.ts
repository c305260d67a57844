import fc from "fast-check"

/** Tags of a resource: stated, or left unstated. */
export interface Tags {
  /** Whether it is a database. */
  readonly database: boolean | undefined
  /** Whether it relates to administrative licensing. */
  readonly licensing: boolean | undefined
  /** Whether it relates to collaborative work. */
  readonly collaborative: boolean | undefined
  /** Whether it reaches across departments. */
  readonly crossDept: boolean | undefined
  /** Whether it reaches across regions. */
  readonly crossRegion: boolean | undefined
  /** Whether it can be disclosed. */
  readonly disclosable: boolean | undefined
  /** Whether a ground for withholding it is recorded. */
  readonly ground: boolean
}

/** One request to store oneself. */
export interface Exceptional {
  /** Days from the identification to the request. */
  readonly at: number
  /** Whether special circumstances are stated. */
  readonly stated: boolean
  /** Whether it was returned for completion and sent again. */
  readonly returned: boolean
  /** What was decided, and by whom. */
  readonly decision: "provincial" | "city" | "refused" | "none" | "withdrawn"
  /** Days from the request to the decision. */
  readonly wait: number
  /** Days from the decision to the end that the consent carries. */
  readonly until: number | undefined
  /** How it ended before. */
  readonly ended: "no" | "revoked" | "ended" | "revoked-by-city"
}

/** One request to share. */
export interface Asking {
  /** Days from the identification to the request. */
  readonly at: number
  /** Who asks. */
  readonly applicant: "organ" | "enterprise" | "public-institution" | "organization" | "citizen"
  /** Whether a business need is stated. */
  readonly need: boolean
  /** Whether the use conforms to the agreement, as far as it is stated. */
  readonly conforms: boolean | undefined
  /** By which way. */
  readonly channel: "data-centre" | "other"
  /** Whether it was returned and sent again. */
  readonly returned: boolean
  /** What became of it. */
  readonly end: "granted" | "granted-ended" | "granted-suspended" | "refused" | "withdrawn" | "open"
  /** What is charged. */
  readonly fee: "none" | "charged" | "exception" | "unstated"
}

/** The course of a resource, as it would be told in a few words; `lawful` writes its facts out. */
export interface Course {
  /** Days from the first day of all samples. */
  readonly start: number
  /** By how much the days between acts are multiplied. */
  readonly pace: number
  /** How the record was opened. */
  readonly taken: "opened" | "taken-over" | "both"
  /** From which day after the start each slice of a record that was taken over is complete. */
  readonly coverage: ReadonlyArray<number | undefined>
  /** Days before the identification on which the information was produced. */
  readonly produced: number | undefined
  /** Its tags at first. */
  readonly tags: Tags
  /** Its tags later, and when. */
  readonly retagged: { readonly at: number; readonly tags: Tags } | undefined
  /** What the catalogue does with it. */
  readonly listing: "none" | "listed" | "delisted" | "relisted" | "left" | "by-city"
  /** Whether it was integrated. */
  readonly integrated: boolean
  /** What was drawn up. */
  readonly declaration: "none" | "whole" | "parts" | "lacking" | "earlier-version"
  /** What became of the interface. */
  readonly interface: "none" | "early" | "provided" | "late" | "withdrawn" | "provided-again"
  /** Whether it was opened, to whom and how. */
  readonly opening: "none" | "public" | "paper" | "government" | "both"
  /** What was said of internal sharing. */
  readonly internal: "unstated" | "shared" | "ground" | "neither"
  /** Whether it was checked, and what was found. */
  readonly truth: "unchecked" | "verified" | "false" | "corrected"
  /** What is charged for it in general. */
  readonly fee: "unstated" | "free" | "charged" | "exception" | "charged-then-free"
  /** Who is responsible for storing. */
  readonly department: "unstated" | "records" | "nobody"
  /** Where it is kept, one after the other, with the days between. */
  readonly places: ReadonlyArray<{
    readonly place: "data-centre" | "own" | "hosted" | "elsewhere" | "nowhere"
    readonly days: number
  }>
  /** Requests to store oneself. */
  readonly exceptions: ReadonlyArray<Exceptional>
  /** Requests to share. */
  readonly sharings: ReadonlyArray<Asking>
  /** Whether it was retired in the end. */
  readonly retired: boolean
}

const tag = fc.constantFrom(true, true, false, undefined)
const tags: fc.Arbitrary<Tags> = fc.record({
  database: fc.constantFrom(true, true, true, undefined, false),
  licensing: tag,
  collaborative: tag,
  crossDept: tag,
  crossRegion: tag,
  disclosable: fc.constantFrom(true, false, false, undefined),
  ground: fc.boolean()
})
const sometimes = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 })

const exceptional: fc.Arbitrary<Exceptional> = fc.record({
  at: fc.nat(60),
  stated: fc.boolean(),
  returned: fc.boolean(),
  decision: fc.constantFrom<Exceptional["decision"]>(
    "provincial",
    "provincial",
    "provincial",
    "city",
    "refused",
    "none",
    "withdrawn"
  ),
  wait: fc.nat(30),
  until: sometimes(fc.integer({ min: 1, max: 200 })),
  ended: fc.constantFrom<Exceptional["ended"]>("no", "no", "revoked", "ended", "revoked-by-city")
})

const asking: fc.Arbitrary<Asking> = fc.record({
  at: fc.nat(120),
  applicant: fc.constantFrom<Asking["applicant"]>(
    "organ",
    "enterprise",
    "public-institution",
    "organization",
    "citizen"
  ),
  need: fc.constantFrom(true, true, true, false),
  conforms: fc.constantFrom(true, true, true, false, undefined),
  channel: fc.constantFrom<Asking["channel"]>("data-centre", "data-centre", "data-centre", "other"),
  returned: fc.boolean(),
  end: fc.constantFrom<Asking["end"]>(
    "granted",
    "granted",
    "granted-ended",
    "granted-suspended",
    "refused",
    "withdrawn",
    "open"
  ),
  fee: fc.constantFrom<Asking["fee"]>("none", "charged", "exception", "unstated")
})

/**
 * Courses of information resources from identification to retirement, on all their tracks. Most start in 2026, some in the winter in which
 * the Measures took force. Shrinks towards a resource of which only its tags are told.
 */
export const courses: fc.Arbitrary<Course> = fc.record({
  start: fc.oneof(
    { weight: 9, arbitrary: fc.nat(150) },
    { weight: 1, arbitrary: fc.integer({ min: -7780, max: -7600 }) }
  ),
  pace: fc.integer({ min: 1, max: 8 }),
  taken: fc.constantFrom<Course["taken"]>("opened", "opened", "opened", "taken-over", "both"),
  coverage: fc.array(fc.option(fc.integer({ min: -60, max: 200 }), { nil: undefined, freq: 3 }), {
    minLength: 7,
    maxLength: 7
  }),
  produced: sometimes(fc.nat(60)),
  tags,
  retagged: sometimes(fc.record({ at: fc.integer({ min: 1, max: 80 }), tags })),
  listing: fc.constantFrom<Course["listing"]>("none", "listed", "listed", "delisted", "relisted", "left", "by-city"),
  integrated: fc.boolean(),
  declaration: fc.constantFrom<Course["declaration"]>("none", "whole", "parts", "lacking", "earlier-version"),
  interface: fc.constantFrom<Course["interface"]>("none", "early", "provided", "late", "withdrawn", "provided-again"),
  opening: fc.constantFrom<Course["opening"]>("none", "public", "paper", "government", "both"),
  internal: fc.constantFrom<Course["internal"]>("unstated", "shared", "ground", "neither"),
  truth: fc.constantFrom<Course["truth"]>("unchecked", "verified", "false", "corrected"),
  fee: fc.constantFrom<Course["fee"]>("unstated", "free", "charged", "exception", "charged-then-free"),
  department: fc.constantFrom<Course["department"]>("unstated", "records", "nobody"),
  places: fc.array(
    fc.record({
      place: fc.constantFrom<Course["places"][number]["place"]>(
        "own",
        "own",
        "data-centre",
        "hosted",
        "elsewhere",
        "nowhere"
      ),
      days: fc.integer({ min: 1, max: 60 })
    }),
    { maxLength: 4 }
  ),
  exceptions: fc.array(exceptional, { maxLength: 2 }),
  sharings: fc.array(asking, { maxLength: 3 }),
  retired: fc.constantFrom(false, false, false, true)
})
