import { join } from "node:path"
import { directory as directoryOf, parseDirectoryData } from "@banfa/core/agency"
import { type CivilDate, civilDay } from "@banfa/core/civil"
import * as complaint from "@banfa/core/complaint"
import { type Answered, type CaseRef, type Command, type EmbeddedDocket, embed } from "@banfa/core/docket"
import { type Case, caseOf, dutyList, inspectCases } from "@banfa/core/duty"
import * as facility from "@banfa/core/facility"
import * as organ from "@banfa/core/organ"
import * as planning from "@banfa/core/planning"
import * as project from "@banfa/core/project"
import * as resource from "@banfa/core/resource"
import * as standard from "@banfa/core/standard"
import * as supervision from "@banfa/core/supervision"
import * as system from "@banfa/core/system"
import { layer } from "@banfa/storage-sqlite"
import * as complaints from "@banfa/testing/complaint"
import * as facilities from "@banfa/testing/facility"
import * as organs from "@banfa/testing/organ"
import * as plans from "@banfa/testing/planning"
import * as projects from "@banfa/testing/project"
import * as resources from "@banfa/testing/resource"
import * as standards from "@banfa/testing/standard"
import * as inspections from "@banfa/testing/supervision"
import * as systems from "@banfa/testing/system"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, it } from "vitest"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()
const runs = fc.readConfigureGlobal()?.numRuns ?? 25
const directory = Result.getOrThrow(directoryOf(Result.getOrThrow(parseDirectoryData(projects.agencies))))
const clerk = "clerk"
const always = "2199-01-01T00:00:00Z"

interface Fact {
  readonly _tag: string
  readonly id: string
  readonly on: CivilDate
  readonly recordedAt: string
  readonly corrects?: string
  readonly of?: string
}

/** The stateless door of a subject; what its cases are made of does not matter here. */
interface Door {
  readonly subject: project.Subject<never, never>
  readonly caseAt: (id: string, facts: ReadonlyArray<Fact>, asOf: CivilDate, knownAt: string) => never
  readonly effective: (facts: ReadonlyArray<Fact>, asOf: CivilDate, knownAt: string) => ReadonlyArray<Fact>
  readonly verdicts: (state: never, ctx: project.Context) => project.Findings
  readonly duties: (state: never, ctx: project.Context) => project.Duties
  readonly advise: (state: never, acts: never, ctx: project.Context, since: never) => project.Advice
}

const door = (module: unknown): Door => module as Door

const doors = {
  project: door(project),
  planning: door(planning),
  standard: door(standard),
  facility: door(facility),
  system: door(system),
  organ: door(organ),
  resource: door(resource),
  supervision: door(supervision),
  complaint: door(complaint)
}
const subjects = Object.keys(doors) as ReadonlyArray<keyof typeof doors>
const histories: { readonly [S in keyof typeof doors]: fc.Arbitrary<{ readonly events: ReadonlyArray<unknown> }> } = {
  project: projects.histories,
  planning: plans.histories,
  standard: standards.histories,
  facility: facilities.histories,
  system: systems.histories,
  organ: organs.histories,
  resource: resources.histories,
  supervision: inspections.histories,
  complaint: complaints.histories
}

/** Ids of which several cases of one subject and cases of several subjects have the same beginnings, or the same. */
const ids = fc.constantFrom("C1", "C1/1", "plan-p", "项目", "planning/C1", "../C1")

/** The record of one case: its facts under ids of their own. An assessment belongs to one project, so each project has its own. */
interface Told {
  readonly ref: CaseRef
  readonly facts: ReadonlyArray<Fact>
}

const told = fc
  .constantFrom(...subjects)
  .chain((subject) => fc.record({ subject: fc.constant(subject), id: ids, history: histories[subject] }))
  .map(({ history, id, subject }): Told => {
    const { key } = doors[subject].subject
    const own = (name: string) => `${subject}:${id}:${name}`
    return {
      ref: { subject, id },
      facts: (history.events as ReadonlyArray<Fact>).map((fact) => ({
        ...fact,
        [key]: id,
        ...("assessment" in fact && typeof fact.assessment === "string" ? { assessment: own(fact.assessment) } : {}),
        id: own(fact.id),
        ...(fact.corrects === undefined ? {} : { corrects: own(fact.corrects) }),
        ...(fact.of === undefined ? {} : { of: own(fact.of) })
      }))
    }
  })

const name = ({ id, subject }: CaseRef) => JSON.stringify([subject, id])

/** Several cases, most of them of different subjects. */
const world = fc.uniqueArray(told, { minLength: 2, maxLength: 7, selector: ({ ref }) => name(ref) })

const value = <A, E>(answer: Answered<A, E>): A => {
  if (!answer.ok) throw new Error(String(answer.error))
  return answer.value
}

const open = async (profile: project.Context["profile"], filename?: string): Promise<EmbeddedDocket> => {
  const given = {
    directory,
    calendar: projects.calendar,
    profile,
    recorders: [{ id: clerk }],
    surroundedBy: ["planning", "standard", "facility"] as const
  }
  return value(await (filename === undefined ? embed(given) : embed({ ...given, store: layer({ filename }) })))
}

/** The facts of all cases in the order of entry, so many a command whichever case they are about. */
const commandsOf = (cases: ReadonlyArray<Told>, sizes: ReadonlyArray<number>): ReadonlyArray<Command> => {
  const entered = cases
    .flatMap(({ facts }) => facts)
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
  const commands: Array<Command> = []
  for (let i = 0; i < entered.length; ) {
    const batch = entered.slice(i, i + (sizes[commands.length % sizes.length] ?? 1))
    i += batch.length
    commands.push({ command: `c${i}`, at: batch.at(-1)?.recordedAt ?? always, by: clerk, facts: batch.map(sent) })
  }
  return commands
}

const sent = (fact: Fact): unknown => {
  const { recordedAt: _, ...rest } = fact
  return Object.fromEntries(Object.entries(rest).filter(([key]) => key !== "recordedBy" && key !== "seq"))
}

/** The same facts as the stateless doors take them, case by case, with what the docket fills in. */
const recordsOf = (cases: ReadonlyArray<Told>, commands: ReadonlyArray<Command>): ReadonlyArray<Told> => {
  const entered = commands.flatMap(({ at, by, facts }) =>
    facts.map((fact) => ({ ...(fact as Fact), recordedAt: at, recordedBy: by }))
  )
  return cases.map(({ facts, ref }) => {
    const own = new Set(facts.map(({ id }) => id))
    return { ref, facts: entered.filter(({ id }) => own.has(id)).map((fact, i) => ({ ...fact, seq: i + 1 })) }
  })
}

/** What a host would bring together itself: the cases of plans, instruments and facilities at the moment, for the others. */
const asked = (records: ReadonlyArray<Told>, profile: project.Context["profile"], asOf: CivilDate, knownAt: string) => {
  const cases = (subject: keyof typeof doors) =>
    records
      .filter(({ facts, ref }) => ref.subject === subject && doors[subject].effective(facts, asOf, knownAt).length > 0)
      .map(({ facts, ref }) => doors[subject].caseAt(ref.id, facts, asOf, knownAt))
  return project.context({
    asOf,
    profile,
    directory,
    calendar: projects.calendar,
    plansInForce: planning.plansInForce(cases("planning"), directory),
    instrumentsInForce: standard.instrumentsInForce(cases("standard")),
    inService: facility.inService(cases("facility"))
  })
}

interface Questions {
  readonly day: number
  readonly known: number | undefined
  readonly act: number
}

const agree = async (
  dockets: ReadonlyArray<EmbeddedDocket>,
  cases: ReadonlyArray<Told>,
  commands: ReadonlyArray<Command>,
  { act, day, known }: Questions,
  profile: project.Context["profile"],
  met: { verdicts: number; duties: number; advice: number }
) => {
  const records = recordsOf(cases, commands)
  const days = records.flatMap(({ facts }) => facts.map(({ on }) => on)).toSorted()
  const asOf = days[day % days.length] as CivilDate
  const knownAt = known === undefined ? undefined : commands[known % commands.length]?.at
  const ctx = asked(records, profile, asOf, knownAt ?? always)
  const at = { asOf, knownAt }
  const all: Array<Case> = []
  for (const { facts, ref } of records) {
    const { caseAt, duties, subject, verdicts } = doors[ref.subject as keyof typeof doors]
    const state = caseAt(ref.id, facts, asOf, knownAt ?? always)
    const said = { verdicts: verdicts(state, ctx), duties: duties(state, ctx) }
    all.push(caseOf(subject, state))
    if (said.verdicts.verdicts.length > 0) met.verdicts++
    if (said.duties.duties.length > 0) met.duties++
    for (const docket of dockets) {
      expect(value(await docket.verdicts(ref, at))).toEqual(said.verdicts)
      expect(value(await docket.duties(ref, at))).toEqual(said.duties)
      expect(value(await docket.history(ref)).map(({ fact }) => fact)).toEqual(facts)
    }
  }
  const { facts, ref } = records[act % records.length] as Told
  const intended = { ...(facts[act % facts.length] as Fact), id: "intended", on: asOf }
  const entered = { ...intended, recordedAt: always, recordedBy: clerk, seq: facts.length + 1 }
  const { advise, caseAt } = doors[ref.subject as keyof typeof doors]
  const advised = advise(
    caseAt(ref.id, facts, asOf, always),
    entered as never,
    asked(records, profile, asOf, always),
    caseAt(ref.id, facts, civilDay(always) as CivilDate, always)
  )
  if (advised.changes.length + advised.reasons.length > 0) met.advice++
  const refs = records.map((one) => one.ref)
  for (const docket of dockets) {
    const command = { command: "intended", at: always, by: clerk, facts: [sent(intended)] }
    expect(value(await docket.advise(command))).toEqual(advised)
    expect(value(await docket.dutyList(refs, {}, at))).toEqual(dutyList(all, {}, ctx))
    expect(value(await docket.inspect(refs, {}, at))).toEqual(inspectCases(all, {}, ctx))
  }
}

const questions = fc.record({ day: fc.nat(300), known: fc.option(fc.nat(60), { nil: undefined }), act: fc.nat(60) })

it("cases of all subjects are answered alike by their stateless doors, in memory, and from a file", async () => {
  const met = { verdicts: 0, duties: 0, advice: 0, subjects: new Set<string>(), together: 0 }
  let n = 0
  await fc.assert(
    fc.asyncProperty(
      world,
      projects.profiles,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      fc.array(questions, { minLength: 2, maxLength: 2 }),
      async (cases, profile, sizes, asks) => {
        const commands = commandsOf(cases, sizes)
        await using memory = await open(profile)
        await using file = await open(profile, join(folder, `cases-${n++}.sqlite`))
        for (const command of commands) {
          const recorded = value(await memory.record(command))
          expect(value(await file.record(command)).changes).toEqual(recorded.changes)
          if (new Set(recorded.changes.map((one) => one.case.subject)).size > 1) met.together++
        }
        const [last] = commands.slice(-1)
        if (last !== undefined)
          expect(value(await file.record(last)).changes).toEqual(value(await memory.record(last)).changes)
        for (const { ref } of cases) met.subjects.add(ref.subject)
        for (const question of asks) await agree([memory, file], cases, commands, question, profile, met)
      }
    ),
    { numRuns: Math.ceil(runs / 4) }
  )
  if (process.env.COUNT !== undefined) console.info(met)
  expect(met.subjects.size).toBeGreaterThanOrEqual(runs >= 500 ? subjects.length : 5)
  expect(met.verdicts).toBeGreaterThan(runs / 2)
  expect(met.duties).toBeGreaterThan(runs / 10)
  expect(met.advice).toBeGreaterThan(runs / 10)
  expect(met.together).toBeGreaterThan(runs)
})
