import type { AppendRequest, CommandId, Conflict, EventId, JsonObject, NewEvent, Receipt } from "../port/EventStore.ts"
import type { Command } from "./Command.ts"
import { caseOfFact } from "./facts.ts"
import type { CaseFact } from "./keeping.ts"
import type { Gathered, Loaded } from "./load.ts"
import { storedAs } from "./shapes.ts"
import { assessmentsIn, byCase, caseStream, linkType, listStream, listType, streamOf, typeOf } from "./streams.ts"
import { surroundingOf } from "./subjects.ts"

/** The id of a command as the store knows it; the store checks it. */
export const commandId = (id: string): CommandId => id as CommandId

/** The facts with their place among those of their case, which orders those of one day. A store that is read gives them the same places. */
export const placed = (facts: ReadonlyArray<CaseFact>, cases: ReadonlyArray<Loaded>): ReadonlyArray<CaseFact> => {
  const last = new Map(cases.map(({ before, ref }) => [caseStream(ref), before.length]))
  return facts.map((fact) => {
    const stream = caseStream(caseOfFact(fact))
    const seq = (last.get(stream) ?? 0) + 1
    last.set(stream, seq)
    return { ...fact, seq }
  })
}

/** What the store is asked to keep: the facts as they were sent, guarded by every stream that the decision read. Their places are the store's. */
export const appendRequest = (command: Command, facts: ReadonlyArray<CaseFact>, gathered: Gathered): AppendRequest => ({
  command: commandId(command.command),
  guards: gathered.streams,
  events: [
    ...links(command, facts, gathered),
    ...listings(command, gathered),
    ...facts.map((fact) => {
      const { seq: _, ...data } = fact
      return {
        stream: streamOf(fact),
        id: fact.id as EventId,
        type: storedAs(typeOf(fact)),
        data: data as unknown as JsonObject,
        recordedAt: fact.recordedAt
      }
    })
  ] as unknown as AppendRequest["events"]
})

/** The assessments of which the streams of their projects do not tell yet. */
const links = (
  { at, command }: Command,
  facts: ReadonlyArray<CaseFact>,
  { cases }: Gathered
): ReadonlyArray<NewEvent> => {
  const theirs = byCase(facts)
  return cases
    .flatMap(({ linked, ref }) => {
      const stream = caseStream(ref)
      return assessmentsIn(theirs.get(stream) ?? [])
        .filter((assessment) => !linked.has(assessment))
        .map((assessment) => ({ stream, data: { assessment, project: ref.id } }))
    })
    .map((entry, i) => ({ ...entry, id: `${command}/link/${i + 1}` as EventId, type: linkType, recordedAt: at }))
}

/** The cases that surround others and of which the lists do not tell yet. */
const listings = ({ at, command }: Command, { cases, listed }: Gathered): ReadonlyArray<NewEvent> =>
  cases
    .filter(({ ref }) => surroundingOf(ref.subject) !== undefined && !listed.has(caseStream(ref)))
    .map(({ ref: { id, subject } }, i) => ({
      stream: listStream(subject),
      id: `${command}/case/${i + 1}` as EventId,
      type: listType,
      data: { id, subject },
      recordedAt: at
    }))

/** The streams in which the same command had been stored before by its own retry, after something that this decision did not read. */
export const overtaken = (
  { versions }: Receipt,
  { events, guards }: AppendRequest
): ReadonlyArray<Conflict["moved"][number]> =>
  guards.flatMap(({ stream, version }) => {
    const written = events.filter((e) => e.stream === stream).length
    const expected = version + written
    const actual = versions.find((v) => v.stream === stream)?.version ?? 0
    return written === 0 || actual === expected ? [] : [{ stream, expected, actual }]
  })

/** Whether two lists state the same facts, wherever they stand in their streams. */
export const sameFacts = (a: ReadonlyArray<CaseFact>, b: ReadonlyArray<CaseFact>): boolean => {
  const sorted = (events: ReadonlyArray<CaseFact>) =>
    events.map((e) => JSON.stringify(canonical({ ...e, seq: undefined }))).sort()
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, canonical(v)])
        )
      : value
