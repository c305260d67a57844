import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Profile, reading, textOnly } from "../../src/profile/Profile.ts"
import { inquire } from "../../src/project/explain.ts"
import {
  type Context,
  type Event,
  type EventOf,
  fold,
  subject,
  type Verdict,
  verdicts
} from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact, upToApproval } from "./story.ts"

type Beside = Partial<Pick<Context, "plansInForce" | "instrumentsInForce" | "inService" | "directory">> & {
  readonly profile?: Profile
}
const day = "2026-12-01" as CivilDate

const said = (norm: string, story: ReadonlyArray<Event>, { profile = textOnly, ...beside }: Beside = {}) =>
  verdicts(fold("project-1", story), { ...asked(day, profile), ...beside }).verdicts.filter((v) => v.norm === norm)
const lineOf = ({ instance, missing, note, status }: Verdict): string =>
  [instance.replace(/^.*\//u, ""), status, missing, note].filter((part) => part).join(" ")
const line = (...of: Parameters<typeof said>): string =>
  said(...of)
    .map(lineOf)
    .join("; ")

/** What a kind of fact says; `undefined`: nothing. */
type Told<T extends Event["_tag"]> = { readonly [K in keyof EventOf<T>]?: EventOf<T>[K] | undefined }

/** The story with what one kind of fact says changed. */
const saying = <T extends Event["_tag"]>(tag: T, said: Told<T>, story = upToApproval) =>
  story.map((e): Event => (e._tag === tag ? ({ ...e, ...said } as Event) : e))

const provincial = reading(textOnly, "A09b", "provincial")
const both = reading(textOnly, "A18", "both")
const anyStandard = reading(textOnly, "A19", "general")
const taken = (story: ReadonlyArray<Event>): ReadonlyArray<Event> => [
  fact("TakenOver", "2026-03-02", { region: "440100", organ: "health", coverage: {}, by: "health" }),
  ...story.filter(({ _tag }) => _tag !== "Drafted")
]

describe("conformity of what is approved with the plan (art. 14)", () => {
  const finding = (said: Told<"AssessmentIssued">, beside?: Beside) =>
    line("N14.1", saying("AssessmentIssued", said), beside)

  test("an ex-ante assessment that finds it fulfils, one that finds none is a breach of the organ (art. 14)", () => {
    expect(finding({})).toBe("A1 Fulfilled")
    expect(finding({ planConformity: "fail" })).toBe("A1 Breached")
    const [v] = said("N14.1", saying("AssessmentIssued", { planConformity: "fail" }))
    expect([v?.trigger?.kind, v?.act?.kind]).toEqual(["Applied", "AssessmentIssued"])
    const borne = subject.bearers(v as Verdict, fold("project-1", upToApproval), asked(day, textOnly))
    expect(borne).toEqual([{ role: "organ.any", agency: "health" }])
  })
  test("a verdict shows the fact itself that says it (arts 14, 18, 19)", () => {
    const p = fold("project-1", accepting(secured))
    const acts = ["N14.1", "N18.1", "N19.1"].map((norm) => said(norm, accepting(secured)).at(0)?.act)
    expect(acts).toEqual([p.assessments[0]?.issued, p.applications[0]?.schemes[0], p.acceptances[0]?.applied])
  })
  test("where nothing is on record of it, it is open (art. 14)", () => {
    expect(finding({ planConformity: undefined })).toBe("A1 Undetermined planConformity")
    expect(finding({ planConformity: null })).toBe("A1 Undetermined planConformity")
    const none = upToApproval.filter(({ _tag }) => !_tag.startsWith("Assessment"))
    expect(line("N14.1", none)).toBe("A1 Undetermined planConformity")
  })
  test("nothing is said of a round until it is approved, and nothing of one that is not (art. 14)", () => {
    expect(line("N14.1", upToApproval.slice(0, -1))).toBe("")
    const rejected = fact("Rejected", "2026-03-30", { application: "A1", by: "drc" })
    expect(line("N14.1", [...upToApproval.slice(0, -1), rejected])).toBe("")
    expect(line("N14.1", taken(upToApproval.slice(0, -1)))).toBe("A1 Undetermined decision")
    const withdrawn = fact("Withdrawn", "2026-03-30", { application: "A1", by: "health" })
    expect(line("N14.1", taken([...upToApproval.slice(0, -1), withdrawn]))).toBe("")
  })
  test("a finding against a plan that does not measure counts for nothing; one that names none speaks of the plan in force (A09b, art. 14)", () => {
    expect(finding({ against: ["another"] })).toBe("A1 Undetermined planConformity")
    expect(finding({ against: [] })).toBe("A1 Undetermined planConformity")
    expect(finding({ against: ["plan-c"] })).toBe("A1 Fulfilled")
    expect(finding({ against: ["plan-c"] }, { profile: provincial })).toBe("A1 Undetermined planConformity")
    expect(finding({ against: undefined })).toBe("A1 Fulfilled")
    expect(finding({ against: undefined }, { profile: provincial })).toBe("A1 Undetermined against")
  })
  test("with no plan in force there is nothing to measure by; where nobody knows the plans, it is open (art. 14)", () => {
    expect(finding({}, { plansInForce: () => [] })).toBe("A1 Undetermined plansInForce no-yardstick")
    expect(finding({}, { plansInForce: () => undefined })).toBe("A1 Undetermined plansInForce")
  })
  test("of several assessments the last speaks, and one that another took the place of no more (arts 14, 30)", () => {
    const again = (on: string, said: Partial<EventOf<"AssessmentIssued">>): ReadonlyArray<Event> => [
      fact("AssessmentPlanned", "2026-03-19", { assessment: "X2", type: "ex-ante", application: "A1", by: "info" }),
      fact("AssessmentStarted", "2026-03-20", { assessment: "X2", by: "info" }),
      fact("AssessmentIssued", on, { assessment: "X2", conclusion: "support", by: "info", ...said })
    ]
    const twice = (on: string, said: Partial<EventOf<"AssessmentIssued">>) => [...upToApproval, ...again(on, said)]
    expect(line("N14.1", twice("2026-03-25", { planConformity: "fail" }))).toBe("A1 Breached")
    expect(line("N14.1", twice("2026-03-25", {}))).toBe("A1 Undetermined planConformity")
    expect(line("N14.1", twice("2026-04-25", { planConformity: "fail" }))).toBe("A1 Fulfilled")
    const superseded = (on: string) => [
      ...saying("AssessmentIssued", { planConformity: "fail" }),
      fact("AssessmentSuperseded", on, { assessment: "X1", successor: "X2", by: "info" })
    ]
    expect(line("N14.1", superseded("2026-03-29"))).toBe("A1 Undetermined planConformity")
    expect(line("N14.1", superseded("2026-04-29"))).toBe("A1 Breached")
  })
  test("an assessment of another body finds nothing, and of one of which nobody knows who organized it that is open (arts 14, 29)", () => {
    expect(line("N14.1", saying("AssessmentPlanned", { by: "fin" }))).toBe("A1 Undetermined planConformity")
    expect(line("N14.1", saying("AssessmentPlanned", { by: undefined }))).toBe("A1 Undetermined organizer")
  })
  test("a round applied for before the Measures took force is not judged, one of that day is (arts 14, 36)", () => {
    const dated = (applied: string): ReadonlyArray<Event> => [
      fact("Applied", applied, { application: "A1", by: "health" }),
      fact("Approved", "2005-03-01", { application: "A1", by: "drc" })
    ]
    const inForce = { plansInForce: () => [{ id: "plan-p", kind: "provincial" as const }] }
    expect(line("N14.1", dated("2005-02-03"), inForce)).toBe("")
    expect(line("N14.1", dated("2005-02-04"), inForce)).toBe("A1 Undetermined planConformity")
    expect(line("N18.1", dated("2005-02-03"))).toBe("")
    expect(line("N18.1", dated("2005-02-04"))).toBe("A1 Undetermined reach")
  })
})

describe("the network for which an approved scheme plans (art. 18)", () => {
  const scheme = (said: Told<"SchemeSubmitted">, beside?: Beside) =>
    line("N18.1", saying("SchemeSubmitted", said), beside)

  test("on the unified platform it is as provided, on another network a breach (art. 18)", () => {
    expect(scheme({})).toBe("A1 Fulfilled")
    expect(scheme({ network: "other" })).toBe("A1 Breached")
    expect(scheme({ network: "other", crossDept: false })).toBe("")
  })
  test("read as both, one of the two alone does not reach across (A18, art. 18)", () => {
    expect(scheme({ network: "other" }, { profile: both })).toBe("")
    expect(scheme({ network: "other", crossRegion: true }, { profile: both })).toBe("A1 Breached")
  })
  test("a reach or a network that nobody stated leaves it open (art. 18)", () => {
    expect(scheme({ crossDept: undefined })).toBe("A1 Undetermined reach")
    expect(scheme({ network: undefined })).toBe("A1 Undetermined network")
    expect(scheme({ network: null })).toBe("A1 Undetermined network")
  })
  test("on a day on which the platform is stated not to be available it is open (art. 18)", () => {
    expect(scheme({ network: "other" }, { inService: () => false })).toBe(
      "A1 Undetermined platform platform-unavailable"
    )
    expect(scheme({}, { inService: () => false })).toBe("A1 Fulfilled")
  })
  test("the latest version by the approval speaks, and says nothing of what it leaves out (arts 18, 31)", () => {
    const newer = (on: string, said: Partial<EventOf<"SchemeSubmitted">>, seq = 0) => [
      ...saying("SchemeSubmitted", { network: "other" }),
      fact("SchemeSubmitted", on, { application: "A1", scheme: "S0", by: "health", seq, ...said })
    ]
    expect(line("N18.1", newer("2026-03-29", { network: "unified-platform" }))).toBe("A1 Fulfilled")
    expect(line("N18.1", newer("2026-03-31", { network: "unified-platform" }))).toBe("A1 Breached")
    expect(line("N18.1", newer("2026-03-29", { crossDept: false }))).toBe("")
    expect(line("N18.1", newer("2026-03-10", { network: "unified-platform" }, 1))).toBe("A1 Fulfilled")
    expect(line("N18.1", newer("2026-03-10", { network: "unified-platform" }, -1))).toBe("A1 Breached")
  })
})

/** The story up to an application for acceptance, and what follows it. */
const accepting = (said: Partial<EventOf<"AcceptanceApplied">>, ...more: ReadonlyArray<Event>): ReadonlyArray<Event> =>
  [
    ...upToApproval,
    fact("ConstructionStarted", "2026-04-10", { by: "company" }),
    fact("ConstructionCompleted", "2026-07-01", { by: "company" }),
    fact("AcceptanceApplied", "2026-08-03", { acceptance: "C1", by: "health", ...said })
  ].concat(more as Array<never>)
const decided = (on: string, passed: boolean, acceptance = "C1"): Event =>
  passed
    ? fact("AcceptancePassed", on, { acceptance, by: "acceptors" })
    : fact("AcceptanceFailed", on, { acceptance, defects: "未达标", by: "acceptors" })
const again = (on: string, said: Partial<EventOf<"AcceptanceReapplied">>): Event =>
  fact("AcceptanceReapplied", on, { acceptance: "C2", former: "C1", by: "company", ...said })
const secured = { security: "pass", against: ["sec-1"] } as const

describe("the finished system at its acceptance (arts 18, 19)", () => {
  test("found to keep to the security norms in force it is as provided, found not to it is a breach (art. 19)", () => {
    expect(line("N19.1", accepting(secured))).toBe("C1 Fulfilled")
    expect(line("N19.1", accepting(secured, decided("2026-08-10", true)))).toBe("C1 Fulfilled")
    expect(line("N19.1", accepting({ ...secured, security: "fail" }))).toBe("C1 Breached")
    expect(line("N19.1", accepting({ ...secured, security: "fail" }, decided("2026-08-10", true)))).toBe("C1 Breached")
  })
  test("a check that nobody states, of an old version, or against nobody says what, leaves it open (art. 19)", () => {
    expect(line("N19.1", accepting({}))).toBe("C1 Undetermined securityCheck")
    expect(line("N19.1", accepting({ ...secured, security: null }))).toBe("C1 Undetermined securityCheck")
    expect(line("N19.1", accepting({ security: "pass", against: ["sec-0"] }))).toBe("C1 Undetermined securityCheck")
    expect(line("N19.1", accepting({ security: "pass" }))).toBe("C1 Undetermined against")
    expect(line("N19.1", [...accepting({}).slice(0, -1), decided("2026-08-10", true)])).toBe(
      "C1 Undetermined securityCheck"
    )
  })
  test("an acceptance decided before the day for which its application is on record: what was checked by the decision can be asked, and decides (arts 18, 19)", () => {
    const early = accepting({ ...secured, network: "other" }, decided("2026-08-01", true))
    for (const [norm, name] of [
      ["N18.1", "network"],
      ["N19.1", "securityCheck"]
    ] as const) {
      const [v] = said(norm, early).filter(({ instance }) => instance === "acceptance/C1")
      const inquiry = v === undefined ? undefined : inquire(fold("project-1", early), v, asked(day, textOnly))
      expect([v?.missing, inquiry?.name, inquiry?.decides]).toEqual([name, name, true])
      expect(inquiry?.answers.map(({ conclusion }) => conclusion.en.split(":")[0])).toEqual([
        "Fulfilled",
        "Not as provided"
      ])
    }
  })
  test("an acceptance decided before the days for which applications are on record is not told of what was wrong then (art. 19)", () => {
    const failing = accepting({ ...secured, security: "fail" }, again("2026-08-05", secured))
    const last = (story: ReadonlyArray<Event>) => said("N19.1", story).at(-1)?.intervals?.length ?? 0
    expect(last([...failing, decided("2026-08-10", true, "C2")])).toBe(1)
    expect(last([...failing, decided("2026-08-01", true, "C2")])).toBe(0)
  })
  test("norms that are not issued are no yardstick; read as any standard, any check will do (A19, art. 19)", () => {
    const none = { instrumentsInForce: () => [] }
    expect(line("N19.1", accepting(secured), none)).toBe("C1 Undetermined securityNorms no-yardstick")
    expect(line("N19.1", accepting(secured), { ...none, profile: anyStandard })).toBe("C1 Fulfilled")
    expect(line("N19.1", accepting({ ...secured, security: "fail" }), { ...none, profile: anyStandard })).toBe(
      "C1 Breached"
    )
    expect(line("N19.1", accepting(secured), { instrumentsInForce: () => undefined })).toBe(
      "C1 Undetermined securityNorms"
    )
  })
  test("it is judged by the norms of the day of the acceptance, whatever is issued later (art. 19)", () => {
    const later = (on: CivilDate) => [{ id: on < "2026-08-20" ? "sec-1" : "sec-9", kind: "security-norms" as const }]
    const replaced = { instrumentsInForce: (_: unknown, on: CivilDate) => later(on) }
    expect(line("N19.1", accepting(secured, decided("2026-08-10", true)), replaced)).toBe("C1 Fulfilled")
    expect(line("N19.1", accepting(secured, decided("2026-08-25", true)), replaced)).toBe(
      "C1 Undetermined securityCheck"
    )
  })
  test("a system that the scheme says reaches across stands on the unified platform (art. 18)", () => {
    const platform = (said: Partial<EventOf<"AcceptanceApplied">>, ...more: ReadonlyArray<Event>) =>
      said_(accepting(said, ...more))
    const said_ = (story: ReadonlyArray<Event>, beside?: Beside) => said("N18.1", story, beside).map(lineOf)[1] ?? ""
    expect(platform({ network: "unified-platform" })).toBe("C1 Fulfilled")
    expect(platform({ network: "other" })).toBe("C1 Breached")
    expect(platform({})).toBe("C1 Undetermined network")
    expect(said_(accepting({ network: "other" }), { inService: () => false })).toBe(
      "C1 Undetermined platform platform-unavailable"
    )
    const unsaid = saying("SchemeSubmitted", { crossDept: undefined }, [...accepting({ network: "other" })])
    expect(line("N18.1", unsaid)).toBe("A1 Undetermined reach; C1 Undetermined reach")
    const within = saying("SchemeSubmitted", { crossDept: false }, [...accepting({ network: "other" })])
    expect(line("N18.1", within)).toBe("")
    const unknown = taken(accepting({ network: "other" })).filter(({ _tag }) => _tag !== "ConstructionCompleted")
    expect(said_(unknown)).toBe("C1 Undetermined construction")
    const old = saying("ConstructionCompleted", { on: "2005-02-03" as CivilDate }, [...accepting({ network: "other" })])
    expect(said_(old)).toBe("C1 Undetermined construction built-before")
  })
  test("the scheme of a change that was not approved says nothing of the finished system (arts 18, 31)", () => {
    const changed: ReadonlyArray<Event> = [
      ...accepting({ network: "other" }),
      fact("MateriallyChanged", "2026-05-01", { application: "A2", former: "A1", by: "health" }),
      fact("SchemeSubmitted", "2026-05-01", { application: "A2", scheme: "S2", crossDept: false, by: "health" }),
      fact("Rejected", "2026-05-20", { application: "A2", by: "drc" })
    ]
    expect(line("N18.1", changed)).toBe("A1 Fulfilled; C1 Breached")
  })
  test("what is approved, or submitted, only after the acceptance says nothing of the system at it (arts 18, 31)", () => {
    const accepted = accepting({ network: "other" }, decided("2026-08-10", true))
    const later: ReadonlyArray<Event> = [
      fact("MateriallyChanged", "2026-07-05", { application: "A2", former: "A1", by: "health" }),
      fact("SchemeSubmitted", "2026-07-05", { application: "A2", scheme: "S2", crossDept: false, by: "health" }),
      fact("Approved", "2026-09-01", { application: "A2", considered: [], by: "drc" })
    ]
    expect(line("N18.1", [...accepted, ...later])).toBe("A1 Fulfilled; A2 Undetermined reach; C1 Breached")
    const newer = fact("SchemeSubmitted", "2026-08-20", {
      application: "A1",
      scheme: "S3",
      crossDept: false,
      by: "health"
    })
    expect(line("N18.1", [...accepted, newer])).toBe("A1 Fulfilled; C1 Breached")
  })
  test("what a later application says is asked of its own acceptance, also where both came before the decision (art. 19)", () => {
    const failing = again("2026-08-05", { ...secured, security: "fail" })
    expect(line("N19.1", accepting(secured, failing, decided("2026-08-10", true)))).toBe("C1 Fulfilled; C2 Breached")
  })
  test("refused and applied for anew, each acceptance is judged by its own day, and what was wrong before stays on record (art. 19)", () => {
    const failed = accepting({ ...secured, security: "fail" }, decided("2026-08-10", false))
    expect(line("N19.1", failed)).toBe("C1 Breached")
    expect(line("N19.1", [...failed, again("2026-09-01", secured)])).toBe("C1 Breached; C2 Fulfilled")
    const v = said("N19.1", [...failed, again("2026-09-01", secured)])[1]
    expect(v?.intervals?.map(({ from, until }) => [from, until])).toEqual([["2026-08-03", "2026-09-01"]])
    expect(line("N19.1", [...failed, again("2026-09-01", {})])).toBe("C1 Breached; C2 Undetermined securityCheck")
  })
  test("a project that ends before its acceptance is decided has none, and what was wrong stays on record (art. 19)", () => {
    const cancelled = fact("Cancelled", "2026-08-20", { reason: "调整", by: "health" })
    const [v] = said("N19.1", accepting({ ...secured, security: "fail" }, cancelled))
    expect(v && lineOf(v)).toBe("C1 NotApplicable lapsed")
    expect(v?.intervals?.map(({ from, until }) => [from, until])).toEqual([["2026-08-03", "2026-08-20"]])
    const accepted = accepting({ ...secured, security: "fail" }, decided("2026-08-10", true))
    expect(line("N19.1", [...accepted, cancelled])).toBe("C1 Breached")
    const over = (on: string) => {
      const retired = fact("Retired", on, { reason: "更替", by: "health" })
      return said("N19.1", accepting({ ...secured, security: "fail" }, cancelled, retired))[0]?.intervals?.[0]?.until
    }
    expect([over("2026-08-19"), over("2026-08-21")]).toEqual(["2026-08-19", "2026-08-20"])
  })
  test("an acceptance applied for before the Measures took force is not judged (arts 19, 36)", () => {
    const old = accepting({ ...secured, on: "2005-02-03" as CivilDate })
    expect(line("N19.1", old)).toBe("")
    expect(line("N18.1", old)).toBe("A1 Fulfilled")
    const cancelled = fact("Cancelled", "2005-03-01", { reason: "调整", by: "health" })
    expect(line("N19.1", [...old, cancelled])).toBe("")
    const first = accepting({ ...secured, on: "2005-02-04" as CivilDate }, cancelled)
    expect(line("N19.1", first)).toBe("C1 NotApplicable lapsed")
  })
})

describe("the interfaces that end with the system (art. 26)", () => {
  const end = fact("Retired", "2026-11-02", { reason: "更替", by: "health" })
  const retired = (told: Told<"Retired">, beside: Beside = {}): string =>
    line("N26.1", saying("Retired", told, [...upToApproval, end]), beside)
  const some = { interfaces: ["resource-1"] }

  test("those of the provincial catalogue that end are a breach; where none ends nothing is said (art. 26)", () => {
    expect(retired(some)).toBe("Breached")
    expect(retired({ interfaces: [] })).toBe("")
    expect(retired({ interfaces: null })).toBe("")
    expect(line("N26.1", upToApproval)).toBe("")
  })
  test("where nobody says which end, it is open (art. 26)", () => {
    expect(retired({})).toBe("Undetermined interfaces")
  })
  test("with no catalogue in force nothing is listed (art. 26)", () => {
    expect(retired(some, { instrumentsInForce: () => [] })).toBe("")
    expect(retired({}, { instrumentsInForce: () => [] })).toBe("")
    expect(retired(some, { instrumentsInForce: () => undefined })).toBe("Breached")
  })
  test("on a day on which the data centre does not operate it is open, before any breach (arts 25, 26)", () => {
    expect(retired(some, { inService: () => false })).toBe("Undetermined dataCentre")
    expect(retired({}, { inService: () => false })).toBe("Undetermined dataCentre")
    expect(retired({ interfaces: [] }, { inService: () => false })).toBe("")
  })
  test("ended by somebody else it is no breach of the organ (art. 26)", () => {
    expect(retired({ ...some, by: "company" })).toBe("NotApplicable other-body")
    expect(retired({ ...some, by: undefined })).toBe("Breached")
    const unopened = upToApproval.filter(({ _tag }) => _tag !== "Drafted")
    expect(line("N26.1", saying("Retired", { ...some, by: "company" }, [...unopened, end]))).toBe("Breached")
  })
  test("by when an interface is owed is asked of the resource: read as at once, nothing changes here (A26, art. 26)", () => {
    const now = { profile: reading(textOnly, "A26", "now") }
    for (const told of [some, {}, { interfaces: [] }]) expect(retired(told, now)).toBe(retired(told))
  })
})
