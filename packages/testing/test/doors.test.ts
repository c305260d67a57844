import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { directory as directoryOf, parseDirectoryData } from "@banfa/core/agency"
import { type CivilDate, civilDay } from "@banfa/core/civil"
import { type Answered, type Command, type EmbeddedDocket, embed } from "@banfa/core/docket"
import { type Profile, textOnly } from "@banfa/core/profile"
import { advise, caseAt, context, duties, type Event, verdicts } from "@banfa/core/project"
import { nextActs } from "@banfa/core/project/nextActs"
import { path } from "@banfa/core/project/path"
import { layer } from "@banfa/storage-sqlite"
import { agencies, calendar, dayOf, days, histories, plansInForce, profiles, projectId } from "@banfa/testing/project"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, it } from "vitest"
import { temporaryFolder } from "./temporaryFolder.ts"

const folder = temporaryFolder()
const runs = fc.readConfigureGlobal()?.numRuns ?? 25
const directory = Result.getOrThrow(directoryOf(Result.getOrThrow(parseDirectoryData(agencies))))
const clerk = "clerk"
const project = { subject: "project", id: projectId } as const
const always = "2199-01-01T00:00:00Z"

const value = <A, E>(answer: Answered<A, E>): A => {
  if (!answer.ok) throw new Error(String(answer.error))
  return answer.value
}

const open = async (profile: Profile, filename?: string): Promise<EmbeddedDocket> => {
  const given = { directory, calendar, plansInForce, profile, recorders: [{ id: clerk }] }
  return value(await (filename === undefined ? embed(given) : embed({ ...given, store: layer({ filename }) })))
}

/** A history as a host enters it: in the order of entry, so many facts a command, each command at the instant of its last fact. */
const commandsOf = (events: ReadonlyArray<Event>, sizes: ReadonlyArray<number>): ReadonlyArray<Command> => {
  const entered = events.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
  const commands: Array<Command> = []
  for (let i = 0; i < entered.length; ) {
    const batch = entered.slice(i, i + (sizes[commands.length % sizes.length] ?? 1))
    i += batch.length
    const facts = batch.map(({ recordedAt: _, recordedBy: __, seq: ___, ...fact }) => fact)
    commands.push({ command: `c${i}`, at: batch.at(-1)?.recordedAt ?? always, by: clerk, facts })
  }
  return commands
}

/** The same facts as the stateless door takes them, with what the docket fills in. */
const factsOf = (commands: ReadonlyArray<Command>): ReadonlyArray<Event> =>
  commands
    .flatMap(({ at, by, facts }) => facts.map((fact) => ({ ...(fact as Event), recordedAt: at, recordedBy: by })))
    .map((fact, i) => ({ ...fact, seq: i + 1 }))

const asked = (asOf: CivilDate, profile: Profile) => context({ asOf, profile, directory, calendar, plansInForce })

interface Questions {
  readonly day: number
  readonly known: number | undefined
  readonly act: number
  readonly way: boolean
}

/** What the stateless door and every docket say to one question; what the stateless door says is handed back. */
const agree = async (
  dockets: ReadonlyArray<EmbeddedDocket>,
  commands: ReadonlyArray<Command>,
  { act, day, known, way }: Questions,
  profile: Profile
) => {
  const facts = factsOf(commands)
  const asOf = dayOf(facts, day)
  const knownAt = known === undefined ? undefined : commands[known % commands.length]?.at
  const p = caseAt(projectId, facts, asOf, knownAt ?? always)
  const ctx = asked(asOf, profile)
  const intended = { ...(facts[act % facts.length] as Event), id: "intended", on: asOf }
  const { recordedAt: _, recordedBy: __, seq: ___, ...sent } = intended
  const entered = { ...intended, recordedAt: always, recordedBy: clerk, seq: facts.length + 1 }
  const said = {
    verdicts: verdicts(p, ctx),
    duties: duties(p, ctx),
    next: nextActs(p, ctx),
    way: way ? path(p, "completed", ctx) : undefined,
    advice: advise(
      caseAt(projectId, facts, asOf, always),
      entered,
      ctx,
      caseAt(projectId, facts, civilDay(always) as CivilDate, always)
    )
  }
  for (const docket of dockets) {
    const at = { asOf, knownAt }
    expect(value(await docket.verdicts(project, at))).toEqual(said.verdicts)
    expect(value(await docket.duties(project, at))).toEqual(said.duties)
    expect(value(await docket.next(project, at))).toEqual(said.next)
    if (way) expect(value(await docket.path(project, "completed", at))).toEqual(said.way)
    const command = { command: "intended", at: always, by: clerk, facts: [sent] }
    expect(value(await docket.advise(command))).toEqual(said.advice)
    expect(value(await docket.history(project)).map(({ fact }) => fact)).toEqual(facts)
  }
  return { ...said, partly: facts.some(({ recordedAt }) => recordedAt > (knownAt ?? always)) }
}

const questions = fc.record({
  day: days,
  known: fc.option(fc.nat(60), { nil: undefined }),
  act: fc.nat(60),
  // a docket hands a case on to the search for a way, which takes longer than all the others together
  way: fc.constantFrom(...Array.from({ length: 10 }, (_, i) => i === 9))
})

it("the same case is answered alike without a store, in memory, and from a file that is opened again", async () => {
  const met = { verdicts: 0, duties: 0, advice: 0, partly: 0, ways: 0 }
  let n = 0
  await fc.assert(
    fc.asyncProperty(
      histories,
      profiles,
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      fc.nat(60),
      fc.array(questions, { minLength: 3, maxLength: 3 }),
      async ({ events }, profile, sizes, cut, asks) => {
        const filename = join(folder, `doors-${n++}.sqlite`)
        const commands = commandsOf(events, sizes)
        await using memory = await open(profile)
        // left open, as a process that was killed leaves it: nothing of it is waited for
        await using left = await open(profile, filename)
        const at = cut % (commands.length + 1)
        for (const [i, command] of commands.entries()) {
          const changes = value(await memory.record(command)).changes
          if (i < at) expect(value(await left.record(command)).changes).toEqual(changes)
        }
        await using again = await open(profile, filename)
        for (const command of commands.slice(Math.max(0, at - 1))) value(await again.record(command))
        for (const question of asks) {
          const said = await agree([memory, again], commands, question, profile)
          if (said.verdicts.verdicts.length > 0) met.verdicts++
          if (said.duties.duties.length > 0) met.duties++
          if (said.advice.changes.length + said.advice.reasons.length > 0) met.advice++
          if (said.partly) met.partly++
          if (said.way !== undefined) met.ways++
        }
      }
    )
  )
  if (process.env.COUNT !== undefined) console.info(met)
  expect(met.verdicts).toBeGreaterThan(runs)
  expect(met.duties).toBeGreaterThan(runs / 2)
  expect(met.advice).toBeGreaterThan(runs)
  expect(met.partly).toBeGreaterThan(runs)
  expect(met.ways).toBeGreaterThan(runs / 50)
})

/** Records the commands that it is told into a file, and kills itself before the last of them. */
const killed = `
  import { embed } from "@banfa/core/docket"
  import { emptyDirectory } from "@banfa/core/project"
  import { layer } from "@banfa/storage-sqlite"
  const { commands, filename } = JSON.parse(process.env.TOLD)
  const docket = (await embed({ directory: emptyDirectory, store: layer({ filename }), recorders: [{ id: "clerk" }] })).value
  for (const command of commands.slice(0, -1)) if (!(await docket.record(command)).ok) process.exit(1)
  process.kill(process.pid, "SIGKILL")
`

it("a docket whose process was killed is answered alike by the process that goes on with it", async () => {
  const filename = join(folder, "killed.sqlite")
  const [history] = fc.sample(
    histories.filter(({ events }) => events.length > 20),
    { numRuns: 1, seed: 7 }
  )
  const commands = commandsOf(history?.events ?? [], [1, 2, 5])
  const { signal } = spawnSync(
    process.execPath,
    ["--conditions=@banfa/source", "--disable-warning=ExperimentalWarning", "--input-type=module", "-e", killed],
    {
      cwd: import.meta.dirname,
      env: { ...process.env, TOLD: JSON.stringify({ commands, filename }) },
      stdio: "inherit"
    }
  )
  expect(signal).toBe("SIGKILL")
  await using memory = await open(textOnly)
  await using again = await open(textOnly, filename)
  for (const command of commands) {
    const changes = value(await memory.record(command)).changes
    expect(value(await again.record(command)).changes).toEqual(changes)
  }
  for (let day = 0; day < 20; day++) {
    const known = day % 2 === 0 ? undefined : day
    await agree([memory, again], commands, { day: day * 111, known, act: day, way: day === 0 }, textOnly)
  }
})
