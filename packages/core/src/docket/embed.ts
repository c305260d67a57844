import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { Delegation } from "../agency/Actor.ts"
import type { Directory as AgencyDirectory } from "../agency/Directory.ts"
import type { WorkingCalendar as Calendar } from "../civil/WorkingCalendar.ts"
import type { Way } from "../path/Way.ts"
import { Directory } from "../port/Directory.ts"
import { EventStore, StorageUnavailable } from "../port/EventStore.ts"
import { WorkingCalendar } from "../port/WorkingCalendar.ts"
import { type Profile, textOnly } from "../profile/Profile.ts"
import type { Brought } from "../verdict/Surroundings.ts"
import { Deployment, type Entrusted, type Recorder, type Surrounded } from "./Deployment.ts"
import { Docket } from "./Docket.ts"
import type { Entry } from "./history.ts"
import type { At } from "./moment.ts"
import type { Rebuilt } from "./readSide.ts"
import type { CaseRef, CaseSubject, FactOf, GoalOf, NextOf, WaySubject } from "./subjects.ts"

/** An answer that a host can act on: a value, or the typed error that says why there is none. Only a defect of the library rejects. */
export type Answered<A, E> = { readonly ok: true; readonly value: A } | { readonly ok: false; readonly error: E }

/** What a host brings. Whatever is left out is unknown or denied: no calendar, no plans, nobody who may enter facts. */
export interface Embedding<E> extends Brought, Surrounded {
  /** The store; by default one that lives and dies with the docket. */
  readonly store?: Layer.Layer<EventStore, E> | undefined
  /** The agencies and who holds which office; what it does not grant is denied. */
  readonly directory: AgencyDirectory
  /** The working days; by default no year is known. */
  readonly calendar?: Calendar | undefined
  /** By default the text of the Measures alone. */
  readonly profile?: Profile | undefined
  /** Who may enter facts; by default nobody. */
  readonly recorders?: ReadonlyArray<Recorder> | undefined
  /**
   * By whom people may speak for agencies in which they hold no post: a list, or where they change, a function that is asked for every command
   * of a person. By default there are no delegations. When the function throws, or its promise is rejected, that is `StorageUnavailable`.
   */
  readonly delegations?: ReadonlyArray<Delegation> | (() => Promise<ReadonlyArray<Delegation>>) | undefined
}

type Programs = Docket["Service"]
type Promised<F> = F extends (...args: infer P) => Effect.Effect<infer A, infer E, never>
  ? (...args: P) => Promise<Answered<A, E>>
  : never

/** The docket as promises. Every method answers `Answered`; `close` releases the store. */
export type EmbeddedDocket = {
  readonly [M in Exclude<keyof Programs, "history" | "next" | "path" | "rebuild">]: Promised<Programs[M]>
} & {
  /** Everything that was ever entered about a case up to `knownAt`, with what replaced it. */
  readonly history: <S extends CaseSubject>(
    of: CaseRef<S>,
    knownAt?: string
  ) => Promise<Answered<ReadonlyArray<Entry<S>>, Effect.Error<ReturnType<Programs["history"]>>>>
  /** What would be usual next in a case that has steps, or what an open duty asks for, and by whom; each act advised as a real one would be. */
  readonly next: <S extends WaySubject>(
    of: CaseRef<S>,
    at: At
  ) => Promise<Answered<ReadonlyArray<NextOf<S>>, Effect.Error<ReturnType<Programs["next"]>>>>
  /** The plainest lawful way of a case to a position, or why there is none. */
  readonly path: <S extends WaySubject>(
    of: CaseRef<S>,
    goal: GoalOf<S>,
    at: At
  ) => Promise<Answered<Way<FactOf<S>>, Effect.Error<ReturnType<Programs["path"]>>>>
  /** Makes the indexes and the outbox anew from the events; `each` is told how far it has come. */
  readonly rebuild: (each?: (rebuilt: Rebuilt) => void) => Promise<Answered<void, Stream.Error<Programs["rebuild"]>>>
  /** Releases the store; nothing can be asked afterwards. */
  readonly close: () => Promise<void>
  /** Closes at the end of an `await using`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const entrusted = (delegations: NonNullable<Embedding<never>["delegations"]>): NonNullable<Entrusted["delegations"]> =>
  typeof delegations === "function"
    ? Effect.tryPromise({
        try: async () => await delegations(),
        catch: (cause) => new StorageUnavailable({ operation: "delegations", cause })
      })
    : Effect.succeed(delegations)

/**
 * The managed door for hosts that do not speak Effect. Opens the store at once: an answer that is not `ok` says why it could not be opened.
 */
export const embed = async <E = never>(embedding: Embedding<E>): Promise<Answered<EmbeddedDocket, E>> => {
  const {
    calendar,
    delegations = [],
    directory,
    profile = textOnly,
    recorders = [],
    store: given,
    ...around
  } = embedding
  const store: Layer.Layer<EventStore, E> = given ?? EventStore.layerMemory
  const runtime = ManagedRuntime.make(
    Docket.layer.pipe(
      Layer.provide(
        Layer.mergeAll(
          store,
          Directory.layerMemory(directory),
          WorkingCalendar.layerMemory(calendar),
          Layer.succeed(
            Deployment,
            Deployment.of({ ...around, profile, recorders, delegations: entrusted(delegations) })
          )
        )
      )
    )
  )
  const answered = async <A, F>(program: Effect.Effect<A, F>): Promise<Answered<A, F>> => {
    const result = await Effect.runPromise(Effect.result(program))
    return Result.isSuccess(result) ? { ok: true, value: result.success } : { ok: false, error: result.failure }
  }
  const opened = await answered(runtime.contextEffect)
  if (!opened.ok) {
    await runtime.dispose()
    return opened
  }
  const docket = await runtime.runPromise(Effect.service(Docket))
  const close = () => runtime.dispose()
  return {
    ok: true,
    value: {
      advise: (command) => answered(docket.advise(command)),
      perform: (command) => answered(docket.perform(command)),
      performAs: (actor, command) => answered(docket.performAs(actor, command)),
      record: (command) => answered(docket.record(command)),
      recordAs: (actor, command) => answered(docket.recordAs(actor, command)),
      verdicts: (of, at) => answered(docket.verdicts(of, at)),
      duties: (of, at) => answered(docket.duties(of, at)),
      dutyList: (cases, query, at) => answered(docket.dutyList(cases, query, at)),
      inspect: (cases, scope, at) => answered(docket.inspect(cases, scope, at)),
      compare: (cases, compared, at) => answered(docket.compare(cases, compared, at)),
      next: (of, at) => answered(docket.next(of, at)),
      path: (of, goal, at) => answered(docket.path(of, goal, at)),
      history: (of, knownAt) => answered(docket.history(of, knownAt)),
      explain: (of, verdict, at) => answered(docket.explain(of, verdict, at)),
      owed: (query, at) => answered(docket.owed(query, at)),
      cases: (lookup) => answered(docket.cases(lookup)),
      waiting: (limit) => answered(docket.waiting(limit)),
      told: (ids) => answered(docket.told(ids)),
      rebuild: (each = () => undefined) =>
        answered(Stream.runForEach(docket.rebuild, (rebuilt) => Effect.sync(() => each(rebuilt)))),
      close,
      [Symbol.asyncDispose]: close
    }
  }
}
