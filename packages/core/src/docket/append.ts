import type { AppendRequest, CommandId, EventId, JsonObject } from "../port/EventStore.ts"
import type { Event } from "../project/Event.ts"
import type { Command } from "./Command.ts"
import { type Loaded, streamOf } from "./load.ts"

/** The id of a command as the store knows it; the store checks it. */
export const commandId = (id: string): CommandId => id as CommandId

/** What the store is asked to keep: the facts with their place in the stream, guarded by every stream that the decision read. */
export const appendRequest = (
  command: Command,
  facts: ReadonlyArray<Event>,
  projects: ReadonlyArray<Loaded>
): AppendRequest => {
  const next = new Map(projects.map((p) => [p.id, p.version]))
  const events = facts.map((e) => {
    const seq = (next.get(e.project) ?? 0) + 1
    next.set(e.project, seq)
    return {
      stream: streamOf(e.project),
      id: e.id as EventId,
      type: `project/${e._tag}`,
      data: { ...e, seq } as unknown as JsonObject,
      recordedAt: e.recordedAt
    }
  })
  return {
    command: commandId(command.command),
    guards: projects.map((p) => ({ stream: streamOf(p.id), version: p.version })),
    events: events as unknown as AppendRequest["events"]
  }
}

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
