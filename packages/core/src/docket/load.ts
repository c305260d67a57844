import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { EventStore, StoredEvent, StreamId } from "../port/EventStore.ts"
import { decodeEvents } from "../project/decode.ts"
import type { Event } from "../project/Event.ts"
import { StoredFactUnreadable } from "./DocketError.ts"

/** The stream of a project. */
export const streamOf = (project: string): StreamId => `project/${project}` as StreamId

/** A project as it is stored. */
export interface Loaded {
  readonly id: string
  readonly version: number
  readonly events: ReadonlyArray<Event>
  readonly stored: ReadonlyArray<StoredEvent>
  /** What stood before the command that is being decided. */
  readonly before: ReadonlyArray<Event>
  /** The facts that a command stored here. */
  readonly of: (command: string) => ReadonlyArray<Event>
  /** The same project, with `before` ending where a command began. */
  readonly until: (command: string) => Loaded
}

const loaded = (
  id: string,
  stored: ReadonlyArray<StoredEvent>,
  events: ReadonlyArray<Event>,
  before: ReadonlyArray<Event>
): Loaded => ({
  id,
  version: stored.length,
  events,
  stored,
  before,
  of: (command) => events.filter((_, i) => stored[i]?.command === command),
  until: (command) => {
    const first = stored.findIndex((s) => s.command === command)
    return first < 0 ? loaded(id, stored, events, events) : loaded(id, stored, events, events.slice(0, first))
  }
})

/** Reads a project from its stream. A project that was never written to is empty, with version 0. */
export const loadProject = Effect.fnUntraced(function* (store: EventStore["Service"], id: string) {
  const stream = streamOf(id)
  const stored = yield* Stream.runCollect(store.readStream(stream))
  const decoded = decodeEvents(stored.map((s) => ({ ...s.data, seq: s.version })))
  if (Result.isFailure(decoded)) {
    const findings = decoded.failure.findings.map(({ index, ...f }) => ({ version: stored[index]?.version ?? 0, ...f }))
    return yield* new StoredFactUnreadable({ stream, findings })
  }
  const astray = decoded.success.flatMap(({ project }, i) => (project === id ? [] : [stored[i]?.version ?? 0]))
  if (astray.length > 0) {
    const findings = astray.map((version) => ({
      version,
      path: "project",
      zh: "所载项目与事件流不符",
      en: "speaks of another project than its stream"
    }))
    return yield* new StoredFactUnreadable({ stream, findings })
  }
  return loaded(id, stored, decoded.success, decoded.success)
})
