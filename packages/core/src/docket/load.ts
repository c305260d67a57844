import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { isAssessmentEvent } from "../assessment/Lifecycle.ts"
import type { EventStore, StoredEvent, StreamVersion } from "../port/EventStore.ts"
import { decodeEvents } from "../project/decode.ts"
import type { Event } from "../project/Event.ts"
import { InvalidCommand, StoredFactUnreadable } from "./DocketError.ts"
import { assessmentStream, assessmentsIn, linkType, projectStream, streamOf } from "./streams.ts"

/** A fact with the place at which it is stored. */
interface Kept {
  readonly fact: Event
  readonly at: StoredEvent
}

/** A project and its assessments as they are stored, all read at one moment. */
export interface Loaded {
  readonly id: string
  /** Every stream that was read, with its version: what a decision on the project is guarded by. */
  readonly streams: ReadonlyArray<StreamVersion>
  /** The assessments that the project's stream names as its own. */
  readonly linked: ReadonlySet<string>
  /** In the order of entry, over all streams. */
  readonly kept: ReadonlyArray<Kept>
  readonly events: ReadonlyArray<Event>
  /** What stood before the command that is being decided. */
  readonly before: ReadonlyArray<Event>
  /** The facts that a command stored here. */
  readonly of: (command: string) => ReadonlyArray<Event>
  /** The same project, with `before` ending where a command began. */
  readonly until: (command: string) => Loaded
}

const loaded = (read: Pick<Loaded, "id" | "streams" | "linked" | "kept">, length = read.kept.length): Loaded => {
  const events = read.kept.map(({ fact }) => fact)
  return {
    ...read,
    events,
    before: events.slice(0, length),
    of: (command) => read.kept.flatMap(({ at, fact }) => (at.command === command ? [fact] : [])),
    until: (command) => {
      const first = read.kept.findIndex(({ at }) => at.command === command)
      return loaded(read, first < 0 ? undefined : first)
    }
  }
}

type Store = EventStore["Service"]

const linkedBy = ({ data, type }: StoredEvent): string | undefined =>
  type === linkType && typeof data.assessment === "string" ? data.assessment : undefined

const isLink = (stored: StoredEvent): boolean => linkedBy(stored) !== undefined

const upTo = (store: Store, { stream, version }: StreamVersion) =>
  version === 0 ? Effect.succeed([]) : Stream.runCollect(store.readStream(stream, { to: version }))

/** The events of a project's stream and those of its assessments, as they stood at one moment. */
const readTogether = Effect.fnUntraced(function* (store: Store, id: string, named: ReadonlyArray<string>) {
  const own = projectStream(id)
  let stored = yield* Stream.runCollect(store.readStream(own))
  let streams: ReadonlyArray<StreamVersion> = [{ stream: own, version: stored.length }]
  for (;;) {
    const linked = new Set(stored.flatMap((s) => linkedBy(s) ?? []))
    const others = [...new Set([...linked, ...named])].map(assessmentStream)
    if (others.every((one) => streams.some(({ stream }) => stream === one))) {
      const rest = yield* Effect.forEach(streams.slice(1), (one) => upTo(store, one))
      return { linked, stored: [stored, ...rest].flat().toSorted((a, b) => a.position - b.position), streams }
    }
    streams = yield* store.versions([own, ...others])
    stored = yield* upTo(store, streams[0] ?? { stream: own, version: 0 })
  }
})

const astray = {
  path: "project",
  zh: "所载项目或者评估与事件流不符",
  en: "speaks of another project or assessment than its stream"
}

/** Of the events that are no facts of this project, the first stream and what is wrong in it. */
const unreadable = (stored: ReadonlyArray<StoredEvent>, id: string): StoredFactUnreadable | undefined => {
  const decoded = decodeEvents(stored.map((s) => s.data))
  const found = Result.isFailure(decoded)
    ? decoded.failure.findings.map(({ index, ...f }) => ({ at: stored[index], ...f }))
    : decoded.success.flatMap((e, i) =>
        e.project === id && streamOf(e) === stored[i]?.stream ? [] : [{ at: stored[i], ...astray }]
      )
  const stream = found[0]?.at?.stream
  return stream === undefined
    ? undefined
    : new StoredFactUnreadable({
        stream,
        findings: found
          .filter(({ at }) => at?.stream === stream)
          .map(({ at, en, path, zh }) => ({ version: at?.version ?? 0, path, zh, en }))
      })
}

/**
 * Reads a project from its stream and those of its assessments. A project that was never written to is empty, with version 0. The place of
 * a fact among all facts of the case is its `seq`, which orders those of one day.
 */
export const loadProject = Effect.fnUntraced(function* (store: Store, id: string) {
  const { linked, stored, streams } = yield* readTogether(store, id, [])
  return yield* caseOf(id, linked, stored, streams)
})

/** Reads a project for a command: the streams of the assessments that it names are read and guarded too. */
export const loadForCommand = Effect.fnUntraced(function* (store: Store, id: string, facts: ReadonlyArray<Event>) {
  const named = assessmentsIn(facts.filter((e) => e.project === id))
  const { linked, stored, streams } = yield* readTogether(store, id, named)
  const other = named.find(
    (one) =>
      facts.some((e) => isAssessmentEvent(e) && e.assessment === one && e.project !== id) ||
      stored.some(({ data, stream }) => stream === assessmentStream(one) && data.project !== id)
  )
  if (other !== undefined) return yield* belongsElsewhere(other)
  return yield* caseOf(id, linked, stored, streams)
})

const belongsElsewhere = (assessment: string): InvalidCommand =>
  new InvalidCommand({
    text: {
      zh: `评估“${assessment}”属于另一项目，一项评估只属于一个项目`,
      en: `the assessment "${assessment}" belongs to another project: an assessment belongs to one`
    }
  })

const caseOf = Effect.fnUntraced(function* (
  id: string,
  linked: ReadonlySet<string>,
  stored: ReadonlyArray<StoredEvent>,
  streams: ReadonlyArray<StreamVersion>
) {
  const facts = stored.filter((s) => !isLink(s))
  const wrong = unreadable(facts, id)
  if (wrong !== undefined) return yield* wrong
  const decoded = decodeEvents(facts.map((s, i) => ({ ...s.data, seq: i + 1 })))
  const events = Result.isSuccess(decoded) ? decoded.success : []
  return loaded({ id, streams, linked, kept: events.map((fact, i) => ({ fact, at: facts[i] as StoredEvent })) })
})
