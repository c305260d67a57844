/** That an instrument is issued, by whom and with whom: what the sentences of arts 3, 19, 23 and 34 share. */

import type { CivilDate } from "../civil/CivilDate.ts"
import type { RoleId } from "../regulation/Role.ts"
import type { StandardNorm } from "../subjects.ts"
import { silence } from "../verdict/Coverage.ts"
import { known } from "../verdict/Fact.ts"
import { commencement, say } from "../verdict/Rule.ts"
import { breached, fulfilled, lapsed, notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Note, Ruling } from "../verdict/Verdict.ts"
import { coDrafted, province } from "./coDrafting.ts"
import type { Instrument, Issue } from "./Instrument.ts"
import type { Slice, StandardRule } from "./Rule.ts"

/** Whether a sentence speaks of an instrument, or the name of the fact without which that cannot be told. */
export type Concerns = (x: Pick<Instrument, "kind" | "level">) => boolean | "kind" | "level"

/** What a sentence asks of the instrument that it names. */
export interface Sentence {
  /** Of which instruments it speaks. */
  readonly concerns: Concerns
  /** The departments that it names as drafting together. */
  readonly named: ReadonlyArray<RoleId>
  /** What is said where one of them is not among those that did. */
  readonly lacking: Note
  /** Whether only the provincial informatization authority makes it. */
  readonly provincial: (ctx: Context) => boolean
}

/** Of the instruments of one kind. */
export const ofKind =
  (kind: Instrument["kind"]): Concerns =>
  (x) =>
    x.kind === undefined ? "kind" : x.kind === kind

type Issuing = Pick<Instrument, "abandoned" | "coverage" | "issued" | "kind" | "level" | "opened">
const reads: ReadonlyArray<Slice> = ["abandoned", "coverage", "issued", "kind", "level", "opened"]

/** The first day on which an instrument can have been issued: that of its drafting, or that on which the Measures took force. @article 36 */
export const draftedFrom = ({ opened }: Pick<Instrument, "opened">): CivilDate =>
  known(opened) && opened.kind === "InstrumentDrafted" ? opened.on : commencement

/** Whether it was issued by the provincial informatization authority, as far as the record and the directory tell. */
export const byProvince = ({ by, on }: Issue, ctx: Context): boolean | undefined =>
  by === undefined ? undefined : ctx.directory.holds(by, "info.provincial", province, on)

type Said = "DueUnspecified" | "Fulfilled" | "Breached" | "Undetermined" | "NotApplicable"

/** An instrument that nobody has issued is owed on no day, and never late; one whose drafting was given up is owed by its case no more. */
const unissued = (x: Issuing, concerned: true | "kind" | "level", owed: boolean): Ruling<Said> => {
  if (x.kind === undefined || !owed) return notApplicable
  if (known(x.abandoned)) return lapsed(x.abandoned)
  if (concerned !== true) return undetermined(concerned)
  return silence(x.coverage, "issue", draftedFrom(x)) === undefined ? undetermined("issue") : ruling("DueUnspecified")
}

const judged = (x: Issuing, { concerns, lacking, named, provincial }: Sentence, ctx: Context): Ruling<Said> => {
  const concerned = concerns(x)
  if (concerned === false) return notApplicable
  const { issued } = x
  if (!known(issued)) return unissued(x, concerned, provincial(ctx))
  if (concerned !== true) return undetermined(concerned, issued)
  const rightly = provincial(ctx) ? byProvince(issued, ctx) : true
  const together = coDrafted(issued, named, ctx)
  if (rightly === false) return breached(issued, issued, "other-body")
  if (together === false) return breached(issued, issued, lacking)
  if (rightly === undefined) return undetermined("issuer", issued)
  return together === undefined ? undetermined("coDrafters", issued) : fulfilled(issued, issued)
}

/** The rule of a sentence that leaves an instrument to be issued separately. */
export const issuing = <N extends StandardNorm>(norm: N, sentence: Sentence): StandardRule<N> => ({
  norm,
  reads,
  evaluate: (x, ctx, out) => say(out, norm, x.id, "", judged(x, sentence, ctx))
})
