/**
 * A race of many writers for many streams, judged by what each of them was told.
 */
import type { AppendRequest, EventStore, Receipt, StoredEvent, StreamId } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import type { Probe } from "./Check.ts"
import { idsOf, newEvent, newStream, readAllOf, request, requestOf, together, upTo } from "./fixture.ts"

type Store = EventStore["Service"]
type Moved = ReadonlyArray<{ readonly stream: StreamId; readonly expected: number; readonly actual: number }>

/** One append of the race: `began` and `ended` count in one order what happened to all of them. */
interface Attempt {
  readonly request: AppendRequest
  readonly began: number
  readonly ended: number
  /** What its writer was told. */
  readonly told: Receipt | { readonly moved: Moved } | { readonly error: string }
}

/** Everything that was tried in a race, and the events that are there in the end. */
interface Race {
  readonly attempts: ReadonlyArray<Attempt>
  readonly events: ReadonlyArray<StoredEvent>
}

/** Lets `count` writers, spread over these openings, read some of the streams and write to one or two of those, again and again. */
export const race = (stores: ReadonlyArray<Store>, count: number, rounds: number) =>
  Effect.gen(function* () {
    const streams = upTo(5).map(() => newStream())
    const [store] = stores
    if (store === undefined) return yield* Effect.fail("no store to race on")
    const { position } = yield* store.append(request({ stream: newStream(), version: 0 }))
    let clock = 0
    const attempts: Array<Attempt> = []
    const turn = (store: Store, n: number) =>
      Effect.gen(function* () {
        // each reads three of them, from another one on and in either direction
        const asked = [0, 1, 2].map((k) => streams[(n + (n % 2 === 0 ? k : 5 - k)) % 5] ?? newStream())
        const guards = yield* store.versions(asked)
        yield* Effect.yieldNow
        const events = asked.slice(0, 1 + (n % 2)).map((stream) => newEvent(stream))
        const sent = requestOf(guards, events)
        const began = ++clock
        const told = yield* Effect.match(store.append(sent), {
          onSuccess: (receipt): Attempt["told"] => receipt,
          onFailure: (error) => (error._tag === "Conflict" ? { moved: error.moved } : { error: error._tag })
        })
        attempts.push({ request: sent, began, ended: ++clock, told })
      })
    yield* together(
      upTo(count).map((n) =>
        Effect.forEach(upTo(rounds), (i) => turn(stores[n % stores.length] ?? store, n + i), { discard: true })
      )
    )
    return { attempts, events: yield* readAllOf(store, streams, position) } satisfies Race
  })

/** A command that was stored, at its place among them. */
interface Step {
  /** When its writer sent it, and when that one was told. */
  readonly began: number
  readonly ended: number
  /** The versions of all streams before and after it. */
  readonly before: ReadonlyMap<StreamId, number>
  readonly after: ReadonlyMap<StreamId, number>
}

/** What won, command by command in the order of their receipts; versions are counted, as nobody but the race knows what was written. */
const stepsOf = ({ attempts }: Race): ReadonlyMap<string, Step> => {
  const steps = new Map<string, Step>()
  let before: ReadonlyMap<StreamId, number> = new Map()
  const won = attempts.flatMap((attempt) =>
    "position" in attempt.told ? [{ attempt, at: attempt.told.position }] : []
  )
  for (const { attempt } of won.toSorted((one, other) => one.at - other.at)) {
    const after = new Map(before)
    for (const { stream } of attempt.request.events) after.set(stream, (after.get(stream) ?? 0) + 1)
    steps.set(attempt.request.command, { ...attempt, before, after })
    before = after
  }
  return steps
}

const movedAt = (versions: ReadonlyMap<StreamId, number>, { guards }: AppendRequest): Moved =>
  guards.flatMap(({ stream, version }) => {
    const actual = versions.get(stream) ?? 0
    return actual === version ? [] : [{ stream, expected: version, actual }]
  })

const text = (moved: Moved): string => moved.map(({ actual, expected }) => `${expected} → ${actual}`).join(", ")

const isSame = (one: Moved, other: Moved): boolean =>
  one.length === other.length &&
  one.every(({ actual, expected, stream }, i) => {
    const its = other[i]
    return its !== undefined && its.stream === stream && its.expected === expected && its.actual === actual
  })

/**
 * Notes what does not fit: a winner whose guards did not hold where it stands, two winners of one version, and a loser that was told of other
 * streams or versions than moved at any one moment between its sending and its being told.
 */
export const judge = ({ holds, same }: Probe, raced: Race) => {
  const { attempts, events } = raced
  const steps = stepsOf(raced)
  const order = [...steps.values()]
  const told = (ends: string) => attempts.filter((attempt) => ends in attempt.told)
  holds("nobody won", told("versions").length > 0)
  holds("nobody lost", told("moved").length > 0)
  same("writers that were told something else", told("error"), [])
  const winners = attempts.filter(({ request }) => steps.has(request.command))
  same(
    "events that are there, and those whose writers have a receipt",
    idsOf(events).toSorted(),
    winners.flatMap(({ request }) => idsOf(request.events)).toSorted()
  )
  for (const { request, told } of attempts) {
    const step = steps.get(request.command)
    if (!("versions" in told) || step === undefined) continue
    same("streams that had moved under a winner", movedAt(step.before, request), [])
    const written = [...new Set(request.events.map(({ stream }) => stream))]
    const versions = written.map((stream) => ({ stream, version: step.after.get(stream) }))
    same("versions of a winner", told.versions, versions)
  }
  for (const { began, ended, request, told } of attempts) {
    if (!("moved" in told)) continue
    // what was acknowledged before it was sent is there, what was sent after it was told is not
    const guarded = order.filter(({ before, after }) =>
      request.guards.some(({ stream }) => before.get(stream) !== after.get(stream))
    )
    const first = guarded.findLastIndex((step) => step.ended < began)
    const next = guarded.findIndex((step) => step.began > ended)
    const states: ReadonlyArray<ReadonlyMap<StreamId, number>> = [new Map(), ...guarded.map(({ after }) => after)]
    const possible = states.slice(first + 1, next < 0 ? undefined : next + 1)
    holds(
      `a loser was told ${text(told.moved)}, and at no moment was it so`,
      possible.some((versions) => isSame(told.moved, movedAt(versions, request)))
    )
  }
}
