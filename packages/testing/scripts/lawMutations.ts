/** One wrong turn in the rules: a text that stands once in a file of core's sources, and what it is replaced by. */
export interface Mutation {
  /** What the law would say of it. */
  readonly name: string
  /** Under `packages/core/src`. */
  readonly file: string
  readonly text: string
  readonly replacement: string
}

/** Wrong turns in the rules, in time, in silence, in corrections and in advice: the law tests have to notice every one. */
export const lawMutations: ReadonlyArray<Mutation> = [
  {
    name: "the due day itself is late",
    file: "verdict/owed.ts",
    text: "const late = last !== undefined && act.on > last",
    replacement: "const late = last !== undefined && act.on >= last"
  },
  {
    name: "what ended in time becomes late afterwards",
    file: "verdict/owed.ts",
    text: "(ended === undefined ? ctx.asOf : ended.on) > last",
    replacement: "ctx.asOf > last"
  },
  {
    name: "an act after the end still counts",
    file: "verdict/owed.ts",
    text: "act !== null && (ended === undefined || act.on <= ended.on)",
    replacement: "act !== null"
  },
  {
    name: "an unknown calendar means no day",
    file: "verdict/owed.ts",
    text: 'if (due.note === "calendar-unknown")',
    replacement: "if (false)"
  },
  {
    name: "what is still owed names no last quiet day",
    file: "verdict/owed.ts",
    text: "undefined, due.note, last)",
    replacement: "undefined, due.note)"
  },
  {
    name: "silence before the record is complete means absence",
    file: "verdict/Coverage.ts",
    text: "return from !== undefined && since !== undefined && from <= since ? null : undefined",
    replacement: "return from !== undefined ? null : undefined"
  },
  {
    name: "a record that was kept from the beginning leaves silence unknown",
    file: "verdict/Coverage.ts",
    text: "if (coverage === undefined) return null",
    replacement: "if (coverage === undefined) return undefined"
  },
  {
    name: "later facts are seen",
    file: "project/caseAt.ts",
    text: "(e.on <= asOf || opens(e))",
    replacement: "true"
  },
  {
    name: "what was entered later is known before",
    file: "project/caseAt.ts",
    text: "!instantAfter(e.recordedAt, knownAt)",
    replacement: "knownAt !== undefined"
  },
  {
    name: "a retracted correction still corrects",
    file: "project/caseAt.ts",
    text: "const standing = by.filter((e) => !retracted.has(e.id))",
    replacement: "const standing = by"
  },
  {
    name: "a retracted retraction still retracts",
    file: "project/caseAt.ts",
    text: 'if (standing.some((e) => e._tag === "Retracted")) retracted.add(id)',
    replacement: 'if (by.some((e) => e._tag === "Retracted")) retracted.add(id)'
  },
  {
    name: "of two statements the later counts",
    file: "verdict/Fact.ts",
    text: "known(a) && (a.on < b.on ||",
    replacement: "known(a) && (a.on > b.on ||"
  },
  {
    name: "a receipt told twice counts twice",
    file: "project/lists.ts",
    text: 'if (before.on === act.on && (before.ref ?? "") === ref) return acts',
    replacement: ""
  },
  {
    name: "advice does not see that a pause touches the reports",
    file: "project/reporting.ts",
    text: '  "pauses",\n',
    replacement: ""
  },
  {
    name: "advice is given for the day asked and not for that of the act",
    file: "verdict/Advice.ts",
    text: "const ctx = { ...context, asOf: day }",
    replacement: 'const ctx = { ...context, asOf: "2026-03-01" as typeof day }'
  },
  {
    name: "a required gate that is unmet is a notice",
    file: "verdict/Advice.ts",
    text: 'if (binding && gate === "unmet") return "Denied"',
    replacement: 'if (binding && gate === "unmet") return "AllowedWithNotice"'
  },
  {
    name: "a required gate that is unknown is a notice",
    file: "verdict/Advice.ts",
    text: 'if (binding && gate === "unknown") return "Undetermined"',
    replacement: ""
  },
  {
    name: "an advisory gate denies",
    file: "verdict/Advice.ts",
    text: 'const binding = how === "required" || how === "competence"',
    replacement: "const binding = how !== undefined"
  },
  {
    name: "a reading that bars does not bar",
    file: "verdict/Advice.ts",
    text: 'const binding = v.bars ? "required" : strength',
    replacement: "const binding = strength"
  },
  {
    name: "a deviation that is known to be unfounded is as good as a reason",
    file: "project/art09.ts",
    text: "return known(deviation)",
    replacement: "return deviation !== undefined"
  },
  {
    name: "asking after the decision cures it",
    file: "project/art10.ts",
    text: "if (over !== undefined && r.on > over.on) continue",
    replacement: ""
  },
  {
    name: "a round that was over before the Measures is judged",
    file: "project/art10.ts",
    text: "if (known(over) && over.on < commencement) return over",
    replacement: ""
  },
  {
    name: "a reply after the end answers",
    file: "project/reply.ts",
    text: "o.request === request.id && (ended === undefined || o.on <= ended.on)",
    replacement: "o.request === request.id"
  },
  {
    name: "an evasive reply is forgotten once it was replaced",
    file: "project/reply.ts",
    text: "const intervals = replaced(replies, p, ctx)",
    replacement: "const intervals = undefined"
  },
  {
    name: "revising an explicit reply makes it late",
    file: "project/reply.ts",
    text: 'firstAfter(said("complete"), last) ?? null',
    replacement: 'latest(said("complete")) ?? null'
  },
  {
    name: "any consideration will do for any opinion",
    file: "project/art10.ts",
    text: "if (!known(considered) || !considered.includes(opinion.id))",
    replacement: "if (considered === undefined)"
  },
  {
    name: "a copy to an unknown addressee is no copy",
    file: "verdict/Received.ts",
    text: "if (answer === undefined) doubt ??=",
    replacement: "if (false) doubt ??="
  },
  {
    name: "a late receipt is held against the unit although an earlier one may have counted",
    file: "verdict/Received.ts",
    text: "known(act) && doubt !== undefined && last !== undefined",
    replacement: "known(act) && doubt === name && last !== undefined"
  },
  {
    name: "a report is in breach a quarter too early",
    file: "project/reporting.ts",
    text: "limit: quarterAt(quarterIndex(quarter.ends) + 1).ends",
    replacement: "limit: quarter.ends"
  },
  {
    name: "a quarter that is over follows the key list of today",
    file: "project/reporting.ts",
    text: "(ctx.asOf < ends ? ctx.asOf : ends)",
    replacement: "(ends === undefined ? ends : ctx.asOf)"
  },
  {
    name: "reports go to the level of the project and not to that which approved it",
    file: "project/authorities.ts",
    text: "const approval = approvalOn(p, on)\n  if (approval === undefined) return p.region",
    replacement: "const approval = approvalOn(p, on)\n  if (approval !== null) return p.region"
  },
  {
    name: "the successor of the construction unit is a stranger",
    file: "project/authorities.ts",
    text: "ctx.directory.successorOn(approval.builder, on)",
    replacement: "approval.builder"
  },
  {
    name: "whoever sits where the project lies may decide on it",
    file: "project/competence.ts",
    text: "round === undefined ? p.region : examinedIn(ctx, round, p)",
    replacement: "p.region"
  },
  {
    name: "the next quarter comes unannounced",
    file: "project/subject.ts",
    text: "return now === next ? undefined : ends",
    replacement: "return now === next ? undefined : undefined"
  },
  {
    name: "a step with a notice weighs no more than a plain one",
    file: "path/seek.ts",
    text: "cost += weights.noticed",
    replacement: "cost += 0"
  },
  {
    name: "a step that cannot be determined is taken",
    file: "path/seek.ts",
    text: 'outcome === "Allowed" || outcome === "AllowedWithNotice"',
    replacement: 'outcome !== "Denied"'
  },
  {
    name: "of as many lacks a fact comes before a vacancy",
    file: "path/seek.ts",
    text: "other: 1_100_000",
    replacement: "other: 900_000"
  },
  {
    name: "breaking off is a step like any other",
    file: "path/stepKinds.ts",
    text: "exits.has(kind) && !leaving",
    replacement: "false"
  },
  {
    name: "idle tracks are steps",
    file: "path/stepKinds.ts",
    text: "if (touches(kind).some((slice) => reads.has(slice)))",
    replacement: "if (reads !== undefined)"
  },
  {
    name: "a search that gives up claims to have seen everything",
    file: "path/cheapest.ts",
    text: "if (visited >= limit) return { found: undefined, visited, exhausted: false }",
    replacement: "if (visited >= limit) return { found: undefined, visited, exhausted: true }"
  },
  {
    name: "every step is required",
    file: "path/path.ts",
    text: "required: !goesOn || position(state) !== goal",
    replacement: "required: true"
  },
  {
    name: "a step starts wherever the case stands",
    file: "project/proposals.ts",
    text: "if (from?.includes(p.position) === false) continue",
    replacement: "if (from === undefined) continue"
  },
  {
    name: "asking again is the ordinary course",
    file: "project/wayfinder.ts",
    text: "a.id === act.application && a.requests.length > 0",
    replacement: "false"
  },
  {
    name: "a step does not come after the acts of its day",
    file: "project/wayfinder.ts",
    text: "seq: p.since[1] + 1",
    replacement: "seq: -1"
  }
]
