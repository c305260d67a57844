import { type Act, known } from "../verdict/Fact.ts"
import { handedOn } from "../verdict/judged.ts"
import { judgement, type Out, say } from "../verdict/Rule.ts"
import { undetermined } from "../verdict/ruling.ts"
import type { Context, Note, Ruling } from "../verdict/Verdict.ts"
import { mayJudge, supervises, supervisesAbove } from "./authorities.ts"
import { type InspectionCase, isInspected, type Step } from "./InspectionCase.ts"
import { row } from "./Lifecycle.ts"
import type { Slice } from "./Rule.ts"

const norm = "N35.2"
const reads = ["begun", "judgements", "opened", "organs", "region", "steps"] as const satisfies ReadonlyArray<Slice>
/** What the norm reads of an inspection. */
type View = Pick<InspectionCase, (typeof reads)[number]>

/** Under which name a verdict speaks of the opening. */
export const opening = "opening"
/** Under which name a verdict speaks of one step. */
export const instanceOf = (ref: string): string => `act/${ref}`

/** Whether a step is the supervision department's alone. */
const reserved = ({ kind }: Step): boolean => row(kind).guards?.[norm] !== undefined

/** Whether a step ends the inspection: by closing it, or by withdrawing it. */
export const ends = ({ kind }: Pick<Step, "kind">): boolean => {
  const { to } = row(kind)
  return to === "closed" || to === "withdrawn"
}

/**
 * Why an act is not the supervision department's, or what is remarked of it: somebody else did it, one of a higher region did, or it ends the inspection of whoever did it. The sentence has one
 * department inspect and others be inspected (对行政机关…进行检查和监督), so nobody ends the inspection of itself, whatever office it holds.
 * `null`: nothing is wrong with it; `undefined`: nobody knows who did it.
 */
const irregular = (x: View, act: Act, ending: boolean, ctx: Context): Note | null | undefined => {
  if (ending && act.by !== undefined && isInspected(x, act.by, ctx, act.on)) return "self-closed"
  const does = supervises(ctx, act.by, x.region, act.on)
  if (does !== true && supervisesAbove(ctx, act.by, x.region, act.on)) return "higher-supervision"
  return does === undefined ? undefined : does ? null : "not-by-supervision"
}

/** The judgements of those who may judge. */
const ofThoseWhoMay = ({ judgements, region }: View, ctx: Context) => ({
  region,
  judgements: judgements.filter(({ by, on }) => mayJudge(ctx, by, region, on))
})

/** What was judged of the whole or of one act; without a judgement the act is shown. */
const judged = (x: View, ctx: Context, instance: string, act: Act): Ruling<"Fulfilled" | "Breached" | "Undetermined"> =>
  handedOn(norm, ofThoseWhoMay(x, ctx), ctx, act, undefined, instance)

/** What the norm says of an act that the supervision department alone may do; nothing where it did it. */
const ofAct = (x: View, instance: string, act: Act, ending: boolean, ctx: Context): Ruling | undefined => {
  const note = irregular(x, act, ending, ctx)
  if (note === null) return undefined
  if (note === undefined) return { ...undetermined("actor"), act, gate: "unknown" }
  return { ...judged(x, ctx, instance, act), note, gate: note === "higher-supervision" ? "met" : "unmet" }
}

/** What it says of the opening: the guard of the start asks that the supervision department opened. Of one that was taken over nobody may know. */
const ofOpening = (x: View, ctx: Context): Ruling | undefined => {
  if (known(x.begun)) return ofAct(x, opening, x.begun, false, ctx)
  const started = x.steps.find(({ kind }) => kind === "InspectionStarted")
  return started === undefined ? undefined : { ...undetermined("opener"), act: started, gate: "unknown" }
}

/** What the record shows: the last act of the supervision department's kind, or the opening. */
const evidence = ({ begun, opened, steps }: View): Act | undefined => {
  const last = steps.findLast(reserved)
  if (last !== undefined) return last
  return known(begun) ? begun : known(opened) ? opened : undefined
}

const inspecting = (x: View & { readonly id: string }, ctx: Context, out: Out): void => {
  const shown = evidence(x)
  if (!known(x.opened) || shown === undefined) return
  say(out, norm, x.id, "", { ...judged(x, ctx, "", shown), gate: "met" })
  const said = (instance: string, ruled: Ruling | undefined): void => {
    if (ruled !== undefined) say(out, norm, x.id, instance, ruled)
  }
  said(opening, ofOpening(x, ctx))
  for (const step of x.steps.filter(reserved)) {
    const instance = instanceOf(step.ref)
    said(instance, ofAct(x, instance, step, ends(step), ctx))
  }
}

/** 行政监察部门负责对行政机关执行本办法的情况进行检查和监督 */
export const N35_2 = judgement<InspectionCase, typeof norm>(
  { norm, reads: [...reads], evaluate: inspecting },
  {
    zh: "检查监督是否到位没有可核对的事实标准，须由人判断；由谁启动、提出问题、办结，依记录可核对",
    en: "no fact shows by itself whether inspecting and supervising was done well enough; a person judges it. Who started, found and closed can be read from the record"
  }
)
