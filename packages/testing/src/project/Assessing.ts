import fc from "fast-check"

/** How one effect assessment goes, whatever it is for. Every field has a plainest value. */
export interface Assessing {
  /** Who carries it out, and whether a reason is given where no third party does. */
  readonly executor: "third-party" | "in-house" | "in-house-without-reason"
  /** What the declaration of interests names: nothing, what the library knows, or what a local document adds. */
  readonly interests: "none" | "builds" | "advises"
  /** Who sets it up: the informatization authority of the level of the project, that of another, or another body. */
  readonly organizer: "level" | "another-level" | "another-body"
  /** Who acts with the organizer: departments that sign, departments that are named, nobody. */
  readonly together: "signed" | "named" | "nobody"
  /** The six items, more than six, one left out for a reason, one left out. */
  readonly content: "six" | "more" | "reasoned" | "lacking"
  /** Whether a report is submitted before the result, and whether it is returned once. */
  readonly report: "once" | "returned" | "none"
  /** Who issues the result: who organizes it, who carries it out, or a stranger. */
  readonly issuer: "authority" | "assessor" | "another"
  /** What the result concludes. */
  readonly conclusion: "support" | "support-with-conditions" | "not-support"
  /** What it finds of conformity to the plan, where it is ex ante: in force, another one, or nobody says. */
  readonly conformity: "pass" | "fail" | "other-plan" | "unsaid"
  /** How far it comes: to its result and what follows it, or to a stop before. */
  readonly end: "issued" | "closed" | "superseded" | "cancelled" | "open" | "planned"
}

/** An ex-ante assessment: when it takes place, as its round sees it. */
export interface ExAnte extends Assessing {
  /** After the application, before it, or after the decision. */
  readonly when: "applied" | "early" | "after-decision"
}

/** An ex-post or application assessment: whether it takes place when the sentence that defines it says. */
export interface Afterwards extends Assessing {
  /** Before the completion or the operation that it should follow. */
  readonly outOfTime: boolean
}

const usually = <A>(plain: A, ...others: ReadonlyArray<A>): fc.Arbitrary<A> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(plain) },
    { weight: others.length, arbitrary: fc.constantFrom(...others) }
  )

const assessing = {
  executor: usually<Assessing["executor"]>("third-party", "in-house", "in-house-without-reason"),
  interests: usually<Assessing["interests"]>("none", "builds", "advises"),
  organizer: usually<Assessing["organizer"]>("level", "another-level", "another-body"),
  together: fc.constantFrom<Assessing["together"]>("signed", "named", "nobody"),
  content: fc.constantFrom<Assessing["content"]>("six", "more", "reasoned", "lacking"),
  report: fc.constantFrom<Assessing["report"]>("once", "returned", "none"),
  issuer: usually<Assessing["issuer"]>("authority", "assessor", "another"),
  conclusion: fc.constantFrom<Assessing["conclusion"]>("support", "support-with-conditions", "not-support"),
  conformity: usually<Assessing["conformity"]>("pass", "fail", "fail", "other-plan", "unsaid"),
  end: usually<Assessing["end"]>("issued", "closed", "superseded", "cancelled", "open", "planned")
}

const exAnte: fc.Arbitrary<ExAnte> = fc.record({
  ...assessing,
  when: usually<ExAnte["when"]>("applied", "early", "after-decision")
})

/** The ex-ante assessments of one round: mostly one. */
export const exAntes: fc.Arbitrary<ReadonlyArray<ExAnte>> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(exAnte) },
  { weight: 3, arbitrary: fc.array(exAnte, { maxLength: 2 }) }
)

/** Up to so many ex-post or application assessments. */
export const afterwards = (maxLength: number): fc.Arbitrary<ReadonlyArray<Afterwards>> =>
  fc.array(fc.record({ ...assessing, outOfTime: usually(false, true) }), { maxLength })
