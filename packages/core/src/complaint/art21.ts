import { addDays } from "../civil/CivilDate.ts"
import type { StatusOf } from "../regulation/Norm.ts"
import { silence } from "../verdict/Coverage.ts"
import { type Act, byDay, known } from "../verdict/Fact.ts"
import { type Owed, owed, within } from "../verdict/owed.ts"
import { type Rule, say } from "../verdict/Rule.ts"
import { fulfilled, lapsed, notApplicable, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { Complaint, Refusal } from "./Complaint.ts"

const reads = ["region", "coverage", "opened", "received", "accepted", "refusals", "withdrawn"] as const
type View = Pick<Complaint, (typeof reads)[number]>
type Said = Ruling<StatusOf<"N21.3">>

/** The earliest of some acts; of one day the one that is listed first. */
const first = (acts: ReadonlyArray<Act>): Act | undefined => acts.toSorted(byDay)[0]

/** What answers a complaint: that it was accepted, or was refused with a reason on record. */
const answerOf = ({ accepted, refusals }: View): Act | undefined =>
  first([...(known(accepted) ? [accepted] : []), ...refusals.filter(({ reason }) => known(reason))])

/** A refusal without a reason, where nothing has answered the complaint: it leaves it open, and is remarked on. */
const unreasoned = ({ refusals }: View, answer: Act | undefined): Refusal | undefined =>
  answer === undefined ? refusals.findLast(({ reason }) => !known(reason)) : undefined

/** What was late when the complaint was withdrawn was late, and never a breach: 逐步. Nothing is owed on it any more. */
const ended = (said: Ruling<Owed>, trigger: Act): Said => {
  if (said.status !== "Breached") return said as Said
  const [due, end] = [said.due, said.act]
  if (due === undefined || end === undefined) return lapsed(trigger)
  const intervals = [{ status: "Overdue" as const, from: addDays(due, 1), until: end.on }]
  return { ...lapsed(trigger), entry: said.entry, note: "earlier-breach", intervals }
}

/** A complaint whose receipt nobody dates: whether it was answered in time can be told only where no document asks for a time. */
const undated = (c: View, answer: Act | undefined, ctx: Context): Said => {
  if (answer === undefined) return known(c.opened) ? undetermined("receipt") : notApplicable
  const { entry } = within(ctx, "complaint.within", answer.on, c.region)
  return entry === undefined
    ? fulfilled(answer, answer)
    : { ...undetermined("receipt", answer), act: answer, entry, gate: "met" }
}

/** What the norm says of one complaint. */
const accepting = (c: View, ctx: Context): Said => {
  const { received, withdrawn } = c
  const answer = answerOf(c)
  if (!known(received)) return undated(c, answer, ctx)
  if (received.on > ctx.asOf) return notApplicable
  const refused = unreasoned(c, answer)
  // One after the withdrawal is none on it: whether there was one before, only a complete record tells.
  const counted = answer !== undefined && known(withdrawn) && answer.on > withdrawn.on ? undefined : answer
  const act = counted ?? (refused === undefined ? silence(c.coverage, "answer", received.on) : null)
  const due = within(ctx, "complaint.within", received.on, c.region)
  const said = ended(owed(ctx, received, act, due, "answer", known(withdrawn) ? withdrawn : undefined), received)
  // Accepting is what the norm asks for: whatever else is unknown, it never speaks against it.
  if (answer !== undefined && said.status === "Undetermined") return { ...said, act: answer, gate: "met" }
  if (refused === undefined || said.note === "calendar-unknown") return said
  return { ...said, act: refused, note: "reason-missing" }
}

/** 接受网上监督与投诉 */
export const N21_3: Rule<Complaint, "N21.3"> = {
  norm: "N21.3",
  reads,
  evaluate: (c, ctx, out) => say(out, "N21.3", c.id, "", accepting(c, ctx))
}
