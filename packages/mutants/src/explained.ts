/** Mutants that no test can tell from the source, or that none should: where they stand, and why. */
export const explained: ReadonlyArray<{
  /** Under `packages/core/src`. */
  readonly file: string
  /** Texts of the lines that are broken. */
  readonly lines: ReadonlyArray<string>
  readonly why: string
}> = [
  {
    file: "civil/Amount.ts",
    lines: ['const [, sign, whole = ""'],
    why: "The pattern always has this group; the default is there for the compiler."
  },
  {
    file: "project/art10.ts",
    lines: ["doubtful === undefined || r.on < doubtful.on", "!(known(decision) && decision.on <= ended.on)"],
    why: "Of two acts of one day either will do: only the day is compared afterwards."
  },
  {
    file: "project/art10.ts",
    lines: ['doubt ?? "opinionRequest"'],
    why: "What was received names its own doubt wherever it is not known; the name is there for the compiler."
  },
  {
    file: "project/art12.ts",
    lines: ["onlyKeyProjects && p.coverage === undefined"],
    why: "Spares the work where no period can be a key project's; every period then says that the norm does not apply."
  },
  {
    file: "project/consultation.ts",
    lines: ["act.on < commencement ? { ...act, on: commencement }"],
    why: "An act of the very day on which the Measures took force is as it would be if it were moved to that day."
  },
  {
    file: "project/completedTemplates.ts",
    lines: ["default:"],
    why: "Where nothing is returned the answer is `undefined` as well."
  },
  {
    file: "project/course.ts",
    lines: ["if (since[0] > day) day = since[0]"],
    why: "Of two acts of one day either will do: only the day is kept."
  },
  {
    file: "project/bearers.ts",
    lines: ["default:"],
    why: "Where nothing is returned the answer is `undefined` as well."
  },
  {
    file: "project/building.ts",
    lines: ["known(retired) && retired.on < cancelled.on"],
    why: "Of two ends on one day either is the end."
  },
  {
    file: "project/scope.ts",
    lines: ["organ === undefined ? [] : [organ,"],
    why: "Whose organ is known has been opened; the last list is there for the compiler."
  },
  {
    file: "planning/course.ts",
    lines: ['unknown: (p) => (p.kind === undefined ? "kind" : undefined)'],
    why: "The function as a whole is put in while its file is loaded, and not broken again by the tool; broken by hand, it is noticed."
  },
  {
    file: "project/evolve.ts",
    lines: ["file(draft, event, false)"],
    why: "A list that is copied once more than it has to be reads the same; the condition spares the work."
  },
  {
    file: "project/suppositions/Supposing.ts",
    lines: ["p.coverage === undefined ? p :"],
    why: "Where the record is complete, nothing is missing that one of its slices would tell."
  },
  {
    file: "project/suppositions/Supposing.ts",
    lines: ['holding.includes(r) ? "1" : "0"'],
    why: "Whatever stands between the signs, different ways have different names."
  },
  {
    file: "project/draft.ts",
    lines: ["if (shared) d[list] ="],
    why: "A list that is copied once more than it has to be reads the same; the condition spares the work."
  },
  {
    file: "project/art31.ts",
    lines: ['earlier }, "assessment", over)', 'doubt ?? "assessment"'],
    why: "The name is told of an act that nobody knows; here the act is known, or the doubt names itself."
  },
  {
    file: "project/art31.ts",
    lines: ["scheme.act.on > plan.act.on"],
    why: "Of a plan and a scheme of one day either will do: with each of them both are there."
  },
  {
    file: "project/art31.ts",
    lines: ['A31c === "same" ? referredTo'],
    why: "What a decision considered is asked by its id, and nothing is called as the mutant calls it."
  },
  {
    file: "project/building.ts",
    lines: ["statements.toSorted((a, b) => (a.order < b.order"],
    why: "No two statements have one place, so none is compared with an equal one."
  },
  {
    file: "project/suppositions/building.ts",
    lines: ["return versions === undefined || versions.length === 0"],
    why: "Where nothing is in force the answer is about that, whatever the check was made against."
  },
  {
    file: "project/suppositions/building.ts",
    lines: ["const silent = speakingOn(dayOf(p, v, ctx), round, p, ctx)", "if (some.length > 0)"],
    why: "The last assessment speaks: one more that finds it says the same as the one that is silent, and an earlier one says nothing."
  },
  {
    file: "project/suppositions/building.ts",
    lines: ["const told = holds ? yardsticks(p, v, ctx)"],
    why: "Any other id will do, and so will none."
  },
  {
    file: "project/suppositions/building.ts",
    lines: ["known(applied) && known(applied.against) ? applied.against : []"],
    why: "Where no check cites anything, nothing that was in force could have been cited by one."
  },
  {
    file: "project/suppositions/assessments.ts",
    lines: ["on === undefined || on > last ? []"],
    why: "The last day and the day before it are asked about whether anything turns on it or not."
  },
  {
    file: "project/suppositions/considered.ts",
    lines: ["use.considered === undefined ? { ...use, considered"],
    why: "The verdict on one use is asked, and it says nothing: what another considered does not bear on it."
  },
  {
    file: "project/suppositions/content.ts",
    lines: ["if (c.items !== undefined) return c"],
    why: "What an assessment says last is judged: what is supposed of what it said before changes no answer."
  },
  {
    file: "project/suppositions/content.ts",
    lines: ['"assessment.content", c.on, p.region)?.value ?? []'],
    why: "That an item more is covered than those that are asked for changes nothing."
  },
  {
    file: "project/suppositions/content.ts",
    lines: ["x.issued.conclusion === undefined ? { ...x, issued"],
    why: "The last assessment of the round speaks: what is supposed of those before it changes no answer."
  },
  {
    file: "project/suppositions/exAnte.ts",
    lines: ['assessor: supposed, reason: "n/a"'],
    why: "Where a third party carries an assessment out nobody asks for the reason why none does."
  },
  {
    file: "project/suppositions/exAnte.ts",
    lines: ["known(decision.considered) ? decision.considered : []"],
    why: "Any other id will do."
  },
  {
    file: "project/suppositions/consultation.ts",
    lines: ["const request: OpinionRequest = { id: supposed"],
    why: "A request is missed by the norms on the round, and they call no request by its instance."
  },
  {
    file: "project/suppositions/consultation.ts",
    lines: ["schemes: a.schemes.map((s) => (s.material === undefined"],
    why: "It is missed only where no version that counts is known to be another scheme: to suppose of the known ones that they are none changes nothing."
  },
  {
    file: "supervision/suppositions.ts",
    lines: ["instanceOf(step.ref) === instance ? doneBy"],
    why: "What is said of one act asks of no other act who did it."
  },
  {
    file: "facility/subject.ts",
    lines: ["instances: () => []"],
    why: "No act on a facility is guarded by a norm, and only guards ask for instances."
  },
  {
    file: "system/subject.ts",
    lines: ["instances: () => []"],
    why: "No act on a system is guarded by a norm, and only guards ask for instances."
  },
  {
    file: "system/evolve.ts",
    lines: ['case "Retracted":'],
    why: "What is retracted is left out before the facts are read, and nothing follows this case."
  },
  {
    file: "system/suppositions/placed.ts",
    lines: ["const builtOn = (on: CivilDate)"],
    why: "One construction alone is supposed, and a verdict on one instance alone is told without its name."
  },
  {
    file: "standard/subject.ts",
    lines: ["instances: () => []"],
    why: "No verdict on an instrument is called as the mutant calls it."
  },
  {
    file: "project/authorities.ts",
    lines: ["round !== undefined && steps >= 0"],
    why: "As many steps as there are rounds already go through each of them; one more is never reached but in a circle."
  },
  {
    file: "project/subject.ts",
    lines: ["const names: Array<string> = []"],
    why: "No verdict on a project is called as the mutant calls it."
  },
  {
    file: "project/subject.ts",
    lines: ['if ("period" in e) names.push'],
    why: "No act with a period is guarded by a norm so far; what it speaks of is named all the same."
  },
  {
    file: "project/subject.ts",
    lines: ['e._tag === "Suspended" || e._tag === "Cancelled"'],
    why: "No other act is guarded by a norm on quarters."
  },
  {
    file: "project/suppositions/Supposing.ts",
    lines: ["instance: `application/"],
    why: "Verdicts on a round that is supposed are not asked about: what is asked is the verdict on what is on record."
  },
  {
    file: "project/suppositions/Supposing.ts",
    lines: ['r.ref ?? r.id ?? ""'],
    why: "Whatever may be one thing or another is on record, and so has a reference or an id; the text is there for the compiler."
  },
  {
    file: "project/suppositions/Supposing.ts",
    lines: ["other !== undefined && other < day"],
    why: "Of two equal days either is the earlier."
  },
  {
    file: "project/reporting.ts",
    lines: ["starts < commencement ? commencement : starts"],
    why: "No quarter begins on the day on which the Measures took force."
  },
  {
    file: "project/reporting.ts",
    lines: ["ctx.asOf < ends ? ctx.asOf : ends"],
    why: "On the last day of a quarter the two are one day."
  },
  {
    file: "project/suppositions/investment.ts",
    lines: ["b.instance === v.instance ? told(b)"],
    why: "The verdict on one budget is asked: whether the money of another is fiscal does not bear on it."
  },
  {
    file: "project/suppositions/planning.ts",
    lines: ["b.instance === v.instance ? { ...b, issued"],
    why: "The verdict on one budget is asked: what another rests on does not bear on it."
  },
  {
    file: "project/suppositions/planning.ts",
    lines: ["const plans: Array<string> = []"],
    why: "A plan that nobody cites changes nothing where another that nobody cites is in force anyway."
  },
  {
    file: "project/suppositions/planning.ts",
    lines: ["其他规划`])"],
    why: "Any id will do that nobody cites."
  },
  {
    file: "project/suppositions/reporting.ts",
    lines: ["b.instance === v.instance ? { ...b, copies"],
    why: "The verdict on one budget is asked: the copies of another do not bear on it."
  },
  {
    file: "project/suppositions/reporting.ts",
    lines: ["a.decision.builder === undefined ?"],
    why: "Whoever the construction unit is, what is supposed is supposed of it."
  },
  {
    file: "resource/tracks.ts",
    lines: ["a.id < b.id", "a.id > b.id"],
    why: "No two statements have one id."
  },
  {
    file: "resource/art22.ts",
    lines: ["corrected.on > check.on", "found.on < open.on"],
    why: "Of two that are of one day either will do: the day is what the verdict rests on."
  },
  {
    file: "resource/art26.ts",
    lines: ['owed(ctx, last, null, within(ctx, "interface.within"'],
    why: "The name is told of an act that nobody knows; here it is known that there is none."
  },
  {
    file: "resource/course.ts",
    lines: ['role === "organ.any" ? "organ"'],
    why: "Every other office is filled by a stand-in before anybody asks which fact names its holder."
  },
  {
    file: "resource/course.ts",
    lines: ["return of.track !== track || of.id === id"],
    why: "No act on another request leads this one on: to leave them out spares the search."
  },
  {
    file: "resource/nextActs.ts",
    lines: ['courseOf({ track: "resource", id: "" })'],
    why: "The resource itself is no request: its id is not read."
  },
  {
    file: "resource/draft.ts",
    lines: ["if (shared) d[list] ="],
    why: "A list that is copied once more than it has to be reads the same; the condition spares the work."
  },
  {
    file: "resource/evolve.ts",
    lines: ["for (const event of events) file(draft, event, false)"],
    why: "A list that is copied once more than it has to be reads the same."
  },
  {
    file: "resource/standing.ts",
    lines: ["act.id > found.id"],
    why: "Every act of a resource has an id of its own, so two are never equal."
  },
  {
    file: "resource/suppositions/storing.ts",
    lines: ["s.instance === v.instance ? change(s)"],
    why: "The verdict on one request is asked: what is said of another does not bear on it."
  },
  {
    file: "resource/suppositions/tracks.ts",
    lines: ["s.instance === v.instance && known(s.decision)"],
    why: "The verdict on one grant is asked: what another charges does not bear on it."
  },
  {
    file: "resource/suppositions/tracks.ts",
    lines: ["state: stated(false, supposed)"],
    why: "A recorded reason does as well as sharing."
  },
  {
    file: "organ/subject.ts",
    lines: ["instances: () => []"],
    why: "No act on the record of an organ is guarded by a norm, and only guards ask for instances."
  },
  {
    file: "organ/coordinating.ts",
    lines: ["if (o.region === undefined) return false"],
    why: "A record that is opened has a region; the line is there for the compiler."
  },
  {
    file: "planning/Rule.ts",
    lines: ["begun.on < commencement ? { ...begun, on: commencement }"],
    why: "An act of the very day on which the Measures took force is as it would be if it were moved to that day."
  },
  {
    file: "planning/suppositions/making.ts",
    lines: ["p.submissions.map((s) => (s === last", "f.sent.plans === undefined"],
    why: "The last submission decides; what earlier ones said bears on how long they stood, and no answer tells that."
  },
  {
    file: "planning/suppositions/making.ts",
    lines: [': ["provincial-conditions"]'],
    why: "A plan that lacks both grounds is judged as one that lacks one of them."
  },
  {
    file: "planning/suppositions/making.ts",
    lines: ['kind === "provincial" ? [id] : []', "known(list) ? [...list] : []", "[p.superseded.version] : []"],
    why: "That more plans are named or in force than those that are asked about changes nothing."
  },
  {
    file: "planning/suppositions/steps.ts",
    lines: ['v.norm === "N6.2"', 'v.norm === "N6.3"'],
    why: "The province's own region never changes: whoever leaves open one of its offices is unknown, and leaves open every office."
  },
  {
    file: "planning/subject.ts",
    lines: ["instances: () => []"],
    why: "The one norm on plans that has instances guards the act that makes them: they are new with it, and so are asked without being named."
  },
  {
    file: "complaint/subject.ts",
    lines: ["instances: () => []"],
    why: "No verdict on a complaint is called as the mutant calls it."
  },
  {
    file: "complaint/evolve.ts",
    lines: ['case "Retracted":'],
    why: "What is retracted is left out before the facts are read, and nothing follows this case."
  },
  {
    file: "duty/compareCases.ts",
    lines: ['bearer.agency ?? ""'],
    why: "Any text does for an agency that is not known, as long as no agency is called so."
  }
]
