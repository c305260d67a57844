/** A small province, entered into a docket over a store: what is kept beside the events says what the events say. */
import { directory as directoryOf, parseDirectoryData } from "@banfa/core/agency"
import { addDays } from "@banfa/core/civil"
import type { Answered, Command, EmbeddedDocket, SurroundingSubject } from "@banfa/core/docket"
import { embed } from "@banfa/core/docket"
import type { DutyQuery } from "@banfa/core/duty"
import type { EventStore } from "@banfa/core/port/EventStore"
import { ReadSide } from "@banfa/core/port/ReadSide"
import type { CaseEvent } from "@banfa/core/scenario"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import fc from "fast-check"
import { expect } from "vitest"
import { calendar } from "../project/index.ts"
import { agencies, dayOf, type Province, profiles, provinces, type Told } from "../province/index.ts"

const directory = Result.getOrThrow(directoryOf(Result.getOrThrow(parseDirectoryData(agencies))))
const clerk = "clerk"

const value = <A, E>(answer: Answered<A, E>): A => {
  if (!answer.ok) throw new Error(String(answer.error))
  return answer.value
}

/** The same fact with ids of assessments that no other project has. */
const apart = (fact: object): object => {
  const { project } = fact as { readonly project?: string }
  const named = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(named)
      : typeof value === "string" && /^X\d+$/u.test(value)
        ? `${project}-${value}`
        : value
  return project === undefined ? fact : Object.fromEntries(Object.entries(fact).map(([key, one]) => [key, named(one)]))
}

/** The facts of a province as a host enters them: what was entered at one instant is one command. */
const commandsOf = ({ facts }: Province): ReadonlyArray<Command> => {
  const commands: Array<Command & { readonly facts: Array<unknown> }> = []
  for (const [i, { recordedAt, recordedBy: _, seq: __, ...fact }] of (
    facts as ReadonlyArray<CaseEvent & { readonly recordedBy?: string }>
  ).entries()) {
    const last = commands.at(-1)
    if (last?.at === recordedAt) last.facts.push(apart(fact))
    else commands.push({ command: `c${i}`, at: recordedAt, by: clerk, facts: [apart(fact)] })
  }
  return commands
}

const refOf = ({ id, subject }: Told) => ({ id, subject })

interface Ask {
  readonly n: number
  readonly known: number | undefined
  readonly bearer: number | undefined
  readonly late: boolean
}

const asks: fc.Arbitrary<Ask> = fc.record({
  n: fc.nat(20_000),
  known: fc.option(fc.nat(200), { nil: undefined }),
  bearer: fc.option(fc.nat(40), { nil: undefined }),
  late: fc.boolean()
})

const cut = (province: Province, keep: ReadonlyArray<number>): Province => {
  const cases = province.cases.filter((_, i) => keep.includes(i % 7))
  return { cases, facts: province.facts.filter((fact) => cases.some(({ facts }) => facts.includes(fact))) }
}

/** What the index of duties holds, whatever its numbers are. */
const held = async (side: ReadSide["Service"], province: Province) => {
  const { indexed, state } = await Effect.runPromise(side.indexed(province.cases.map(refOf)))
  return indexed
    .map(({ entries, entry: { numbered: _, round, written: __, ...entry } }) => ({
      entry,
      fresh: round === state.round,
      entries: entries
        .map(({ number: _, ...one }) => one)
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    }))
    .filter(({ fresh }) => fresh)
}

/**
 * Enters small provinces into dockets over storages of their own, and puts what is looked up to what every case says: on any day, as known at
 * any instant, and again after everything was made anew. Throws what differs.
 */
export const owedAlike = async (
  storage: () => Promise<Layer.Layer<EventStore | ReadSide, unknown>>,
  runs: number
): Promise<void> => {
  const met = { rows: 0, partly: 0, bearer: 0, looked: 0 }
  await fc.assert(
    fc.asyncProperty(
      provinces,
      fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 2 }),
      profiles,
      fc.subarray<SurroundingSubject>(["planning", "standard", "facility"]),
      fc.array(asks, { minLength: 4, maxLength: 4 }),
      fc.nat(100),
      async (whole, keep, profile, surroundedBy, questions, from) => {
        const province = cut(whole, keep)
        const commands = commandsOf(province)
        if (commands.length === 0) return
        const scope = Scope.makeUnsafe()
        const built = await Effect.runPromise(Layer.buildWithScope(await storage(), scope))
        const side = Context.get(built, ReadSide)
        await using docket: EmbeddedDocket = value(
          await embed({
            store: Layer.succeedContext(built),
            directory,
            calendar,
            profile,
            surroundedBy,
            recorders: [{ id: clerk }]
          })
        )
        for (const [i, command] of commands.entries()) {
          value(await docket.record(command))
          // now and then the indexes are lost on the way
          if (i === from) {
            await Effect.runPromise(side.clear)
            value(await docket.rebuild())
          }
        }
        const cases = province.cases.map(refOf)
        const answers = async () => {
          const said: Array<unknown> = []
          for (const { bearer, known, late, n } of questions) {
            const asOf = dayOf(province, n)
            const at = {
              asOf: late ? addDays(asOf, 300) : asOf,
              knownAt: known === undefined ? undefined : commands[known % commands.length]?.at
            }
            const every = value(await docket.dutyList(cases, {}, at))
            const bearers = every.rows.flatMap(({ bearers }) => bearers.flatMap(({ agency }) => agency ?? []))
            const query: DutyQuery =
              bearer === undefined
                ? {}
                : { bearer: bearers[bearer % bearers.length] ?? "health", status: ["Overdue", "Pending"] }
            const all = value(await docket.dutyList(cases, query, at))
            const owed = value(await docket.owed(query, at))
            const inOrder = ({ rows }: typeof all) =>
              rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
            expect(inOrder(owed)).toEqual(inOrder(all))
            met.rows += all.rows.length
            if (known !== undefined && all.rows.length > 0) met.partly++
            if (query.bearer !== undefined && all.rows.length > 0) met.bearer++
            said.push(owed)
          }
          return said
        }
        const said = await answers()
        const maintained = await held(side, province)
        value(await docket.rebuild())
        expect(await answers()).toEqual(said)
        const anew = await held(side, province)
        // a generation that was made between two changes of what surrounds a case knows more than one that is made after both
        const straight = surroundedBy.length === 0 || from >= commands.length
        if (straight) for (const one of maintained) expect(anew).toContainEqual(one)
        if (straight) met.looked += maintained.length
        expect(anew).toHaveLength(
          new Set(
            cases
              .filter((ref) => province.cases.some((c) => c.id === ref.id && c.facts.length > 0))
              .map((r) => `${r.subject}/${r.id}`)
          ).size
        )
        await Effect.runPromise(Scope.close(scope, Exit.void))
      }
    ),
    { numRuns: runs }
  )
  if (runs < 20) return
  expect(met.rows).toBeGreaterThan(runs * 5)
  expect(met.partly).toBeGreaterThan(runs / 2)
  expect(met.bearer).toBeGreaterThan(runs / 2)
  expect(met.looked).toBeGreaterThan(runs)
}
