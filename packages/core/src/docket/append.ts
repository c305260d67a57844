import { isAssessmentEvent } from "../assessment/Lifecycle.ts"
import type { AppendRequest, CommandId, Conflict, EventId, JsonObject, NewEvent, Receipt } from "../port/EventStore.ts"
import type { Event } from "../project/Event.ts"
import type { Command } from "./Command.ts"
import type { Loaded } from "./load.ts"
import { assessmentsIn, linkType, projectStream, streamOf } from "./streams.ts"

/** The id of a command as the store knows it; the store checks it. */
export const commandId = (id: string): CommandId => id as CommandId

/** The facts with their place among those of their project, which orders those of one day. A store that is read gives them the same places. */
export const placed = (facts: ReadonlyArray<Event>, projects: ReadonlyArray<Loaded>): ReadonlyArray<Event> => {
  const last = new Map(projects.map((p) => [p.id, p.before.length]))
  return facts.map((e) => {
    const seq = (last.get(e.project) ?? 0) + 1
    last.set(e.project, seq)
    return { ...e, seq }
  })
}

/** What the store is asked to keep: the facts as they were sent, guarded by every stream that the decision read. Their places are the store's. */
export const appendRequest = (
  command: Command,
  facts: ReadonlyArray<Event>,
  projects: ReadonlyArray<Loaded>
): AppendRequest => ({
  command: commandId(command.command),
  guards: projects.flatMap((p) => p.streams),
  events: [
    ...links(command, facts, projects),
    ...facts.map(({ seq: _, ...e }) => ({
      stream: streamOf(e as Event),
      id: e.id as EventId,
      type: `${isAssessmentEvent(e) ? "assessment" : "project"}/${e._tag}`,
      data: e as unknown as JsonObject,
      recordedAt: e.recordedAt
    }))
  ] as unknown as AppendRequest["events"]
})

/** The assessments of which the streams of their projects do not tell yet. */
const links = (
  { at, command }: Command,
  facts: ReadonlyArray<Event>,
  projects: ReadonlyArray<Loaded>
): ReadonlyArray<NewEvent> =>
  projects
    .flatMap(({ id, linked }) =>
      assessmentsIn(facts.filter((e) => e.project === id))
        .filter((assessment) => !linked.has(assessment))
        .map((assessment) => ({ assessment, project: id }))
    )
    .map((data, i) => ({
      stream: projectStream(data.project),
      id: `${command}/link/${i + 1}` as EventId,
      type: linkType,
      data,
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
export const sameFacts = (a: ReadonlyArray<Event>, b: ReadonlyArray<Event>): boolean => {
  const sorted = (events: ReadonlyArray<Event>) =>
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
