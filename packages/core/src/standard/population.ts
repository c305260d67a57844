import type { StandardNorm } from "../subjects.ts"
import { silence } from "../verdict/Coverage.ts"
import type { Duty } from "../verdict/Duty.ts"
import { known } from "../verdict/Fact.ts"
import { commencement } from "../verdict/Rule.ts"
import { ruling, undetermined } from "../verdict/ruling.ts"
import type { Context } from "../verdict/Verdict.ts"
import { provinceStandards } from "./art03.ts"
import { securityNorms } from "./art19.ts"
import { exchangeAgreement, exchangeCatalogue } from "./art23.ts"
import { assessmentStandards } from "./art34.ts"
import { province } from "./coDrafting.ts"
import type { Instrument, Issue } from "./Instrument.ts"
import { byProvince, draftedFrom, type Sentence } from "./issuing.ts"

type Part = "standards" | "scheme"

interface Owing {
  readonly norm: StandardNorm
  readonly instance: string
  readonly sentence: Sentence
  readonly part?: Part
}

/** What the Measures leave to be issued separately: by art. 34 two instruments, in one document or two. */
const owing: ReadonlyArray<Owing> = [
  { norm: "N3.2", instance: "standards", sentence: provinceStandards },
  { norm: "N19.3", instance: "security-norms", sentence: securityNorms },
  { norm: "N23.2", instance: "exchange-catalogue", sentence: exchangeCatalogue },
  { norm: "N23.3", instance: "exchange-agreement", sentence: exchangeAgreement },
  { norm: "N34.1", instance: "assessment-standards/standards", sentence: assessmentStandards, part: "standards" },
  { norm: "N34.1", instance: "assessment-standards/scheme", sentence: assessmentStandards, part: "scheme" }
]

/** Whether the document holds what is asked for. */
const holdsPart = ({ parts }: Issue, part: Part | undefined): boolean | "parts" => {
  if (part === undefined) return true
  return parts === undefined ? "parts" : known(parts) && parts.includes(part)
}

/** Whether something stands in its place: a newer version among the cases answers for itself, one that is not among them is taken at its word. */
const replacedAmong = ({ replaced }: Instrument, ids: ReadonlySet<string>): boolean =>
  known(replaced) && known(replaced.successor) && ids.has(replaced.successor)

/** Whether the province has issued, with this case, what a sentence asks for, and it still stands; or what is not known of it. */
const provides = (
  x: Instrument,
  { part, sentence }: Owing,
  ids: ReadonlySet<string>,
  ctx: Context
): boolean | string => {
  const concerned = sentence.concerns(x)
  if (concerned === false || known(x.repealed) || replacedAmong(x, ids)) return false
  const { issued } = x
  if (!known(issued)) {
    const silent = known(x.abandoned) || silence(x.coverage, "issue", draftedFrom(x)) === null
    return silent ? false : "issue"
  }
  const [right, held] = [byProvince(issued, ctx), holdsPart(issued, part)]
  if (right === false || held === false) return false
  if (concerned !== true) return concerned
  if (right === undefined) return "issuer"
  if (held !== true) return held
  return silence(x.coverage, "end", issued.on) === null ? true : "end"
}

/**
 * Which instruments the province still owes on the day asked, seen over all its cases: what no case provides is owed on no day and never
 * late. A case that may provide it leaves it undetermined. Under the reading that the exchange agreement is a contract of each pair (A28c)
 * the province owes none. Each is borne by the provincial informatization authority. @article 3 @article 19 @article 23 @article 34
 */
export const owedInstruments = (cases: Iterable<Instrument>, ctx: Context): ReadonlyArray<Duty> => {
  if (ctx.asOf < commencement) return []
  const all = [...cases]
  const ids = new Set(all.map(({ id }) => id))
  const bearer = {
    role: "info.provincial",
    agency: ctx.directory.holder("info.provincial", province, ctx.asOf)
  } as const
  return owing.flatMap((one): ReadonlyArray<Duty> => {
    if (!one.sentence.provincial(ctx)) return []
    const answers = all.map((x) => provides(x, one, ids, ctx))
    if (answers.includes(true)) return []
    const doubt = answers.find((answer) => typeof answer === "string")
    const ruled = doubt === undefined ? ruling("DueUnspecified") : undetermined(String(doubt))
    const { instance, norm } = one
    return [{ verdict: { norm, subject: province, instance, ...ruled }, bearers: [bearer], bore: [] }]
  })
}
