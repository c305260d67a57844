/** The managed door: facts and acts go through here into the store, and every question is answered from it. */
import * as Arr from "effect/Array"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { CivilDate } from "../civil/CivilDate.ts"
import { Directory } from "../port/Directory.ts"
import {
  CommandReused,
  Conflict,
  type DuplicateEvent,
  EventStore,
  type InvalidAppend,
  type Receipt,
  type StorageUnavailable
} from "../port/EventStore.ts"
import { WorkingCalendar } from "../port/WorkingCalendar.ts"
import { caseAt } from "../project/caseAt.ts"
import type { InvalidEvents } from "../project/decode.ts"
import type { Event } from "../project/Event.ts"
import { describe, type Explanation, explain } from "../project/explain.ts"
import { advise, duties, type Findings, verdicts } from "../project/index.ts"
import { type Inspection, inspect } from "../project/inspect.ts"
import type { Position } from "../project/Lifecycle.ts"
import { type NextAct, nextActs } from "../project/nextActs.ts"
import type { Project } from "../project/Project.ts"
import { path, type Way } from "../project/path.ts"
import type { Advice } from "../verdict/Advice.ts"
import { type Change, compare } from "../verdict/compare.ts"
import type { Duties } from "../verdict/Duty.ts"
import type { Context as Question } from "../verdict/Verdict.ts"
import { appendRequest, commandId, overtaken, placed, sameFacts } from "./append.ts"
import { type Command, civilDay, eventsOf } from "./Command.ts"
import { Deployment } from "./Deployment.ts"
import {
  InvalidCommand,
  type InvalidQuestion,
  NoSuchVerdict,
  NotARecorder,
  Refused,
  type StoredFactUnreadable
} from "./DocketError.ts"
import { type Entry, historyOf } from "./history.ts"
import { type Loaded, loadForCommand, loadProject } from "./load.ts"
import { type At, always, instantOf, momentOf } from "./moment.ts"

/** What storing changed for one project, during the day of entry or the day of the latest fact, whichever is later. */
export interface Recorded {
  /** What the store answered: the same for a retry. */
  readonly receipt: Receipt
  /** For each project, the verdicts that are new, read otherwise or are gone. */
  readonly changes: ReadonlyArray<{ readonly project: string; readonly changes: ReadonlyArray<Change> }>
}

/** What was performed, with the advice that allowed it. */
export interface Performed extends Recorded {
  /** Allowed, or AllowedWithNotice with its notices. */
  readonly advice: Advice
}

type ReadError = StorageUnavailable | StoredFactUnreadable
type AskError = ReadError | InvalidQuestion
type WriteError =
  | ReadError
  | InvalidCommand
  | InvalidEvents
  | NotARecorder
  | CommandReused
  | DuplicateEvent
  | InvalidAppend
  | Conflict

/** The managed door as Effect programs. `embed` offers the same as promises. */
export class Docket extends Context.Service<
  Docket,
  {
    /** What acts done together on a day would do to a project, decided on all that is stored of it. Nothing is stored. */
    readonly advise: (command: Command) => Effect.Effect<Advice, ReadError | InvalidCommand | InvalidEvents>
    /** Stores acts that are Allowed or AllowedWithNotice, all or none; refuses the rest with every reason, and stores nothing of it. */
    readonly perform: (command: Command) => Effect.Effect<Performed, WriteError | Refused>
    /** Stores facts. A well-formed fact of a permitted recorder is never refused for a legal reason; the answer says what it changed. */
    readonly record: (command: Command) => Effect.Effect<Recorded, WriteError>
    /** What every norm says about a project, as of a day and as known at an instant. */
    readonly verdicts: (project: string, at: At) => Effect.Effect<Findings, AskError>
    /** What is still owed on a project and by whom, as of a day and as known at an instant. */
    readonly duties: (project: string, at: At) => Effect.Effect<Duties, AskError>
    /** What would be usual next, or what an open duty asks for, and by whom; each act advised as a real one would be. */
    readonly next: (project: string, at: At) => Effect.Effect<ReadonlyArray<NextAct>, AskError>
    /** The plainest lawful way to a position, or why there is none. */
    readonly path: (project: string, goal: Position, at: At) => Effect.Effect<Way<Event>, AskError>
    /** What an inspection of these projects would write down, by norm and by bearer. @article 35 */
    readonly inspect: (projects: ReadonlyArray<string>, at: At) => Effect.Effect<Inspection, AskError>
    /** Everything that was ever entered about a project up to `knownAt`, with what replaced it. */
    readonly history: (project: string, knownAt?: string) => Effect.Effect<ReadonlyArray<Entry>, AskError>
    /** One verdict in words. A norm that says nothing about the instance on that day is `NoSuchVerdict`. */
    readonly explain: (
      project: string,
      verdict: { readonly norm: string; readonly instance: string },
      at: At
    ) => Effect.Effect<Explanation, AskError | NoSuchVerdict>
  }
>()("@banfa/core/docket/Docket") {
  /** Over whatever store, directory, calendar and deployment it is given. */
  static readonly layer: Layer.Layer<Docket, never, EventStore | Directory | WorkingCalendar | Deployment> =
    Layer.effect(
      Docket,
      Effect.gen(function* () {
        const store = yield* EventStore
        const directories = yield* Directory
        const calendars = yield* WorkingCalendar
        const { recorders, ...deployed } = yield* Deployment

        const question = Effect.fnUntraced(function* (asOf: CivilDate) {
          const directory = yield* directories.current
          const calendar = yield* calendars.current
          return { ...deployed, asOf, directory, calendar } satisfies Question
        })
        const load = (project: string) => loadProject(store, project)
        const ask = <A>(answer: (p: Project, ctx: Question) => A) =>
          Effect.fnUntraced(function* (project: string, at: At) {
            const { asOf, knownAt } = yield* Effect.fromResult(momentOf(at))
            const { events } = yield* load(project)
            return answer(caseAt(project, events, asOf, knownAt), yield* question(asOf))
          })
        const permitted = (by: string, on: CivilDate): boolean =>
          recorders.some(
            (r) => r.id === by && (r.from === undefined || r.from <= on) && (r.until === undefined || on <= r.until)
          )

        /** What a command changed for a project: the verdicts before it against those after it, retroactive ones included. */
        const changed = Effect.fnUntraced(function* (
          { before, id }: Loaded,
          facts: ReadonlyArray<Event>,
          command: Command
        ) {
          let day = civilDay(command.at) as CivilDate
          for (const e of facts) if (e.on > day) day = e.on
          const ctx = yield* question(day)
          const judge = (events: ReadonlyArray<Event>) => verdicts(caseAt(id, events, day, always), ctx).verdicts
          return { project: id, changes: compare(judge(before), judge([...before, ...facts])) }
        })

        /** Decides on all that was stored before, also by a writer whose clock is ahead. */
        const advice = Effect.fnUntraced(function* ({ before, id }: Loaded, facts: ReadonlyArray<Event>) {
          const on = latestDay(facts)
          return advise(caseAt(id, before, on, always), facts, yield* question(on))
        })

        /** Reads every project that the command speaks of; where the command is already stored, as they stood before it. */
        const read = Effect.fnUntraced(function* (command: Command) {
          const facts = yield* Effect.fromResult(eventsOf(command))
          const projects = yield* Effect.forEach([...new Set(facts.map((e) => e.project))], (id) =>
            loadForCommand(store, id, facts)
          )
          const stored = projects.flatMap((p) => p.of(command.command))
          if (stored.length > 0 && !sameFacts(stored, facts))
            return yield* new CommandReused({ command: commandId(command.command) })
          const before = projects.map((p) => p.until(command.command))
          return { facts: placed(facts, before), projects: before, replayed: stored.length > 0 }
        })

        const write = Effect.fnUntraced(function* (
          command: Command,
          facts: ReadonlyArray<Event>,
          projects: ReadonlyArray<Loaded>,
          replayed: boolean
        ) {
          const told = replayed ? yield* store.receipt(commandId(command.command)) : undefined
          const request = appendRequest(command, facts, projects)
          const receipt = told?._tag === "Some" ? told.value : yield* store.append(request)
          const moved = overtaken(receipt, request)
          if (!replayed && Arr.isReadonlyArrayNonEmpty(moved)) return yield* new Conflict({ moved })
          const changes = yield* Effect.forEach(projects, (p) =>
            changed(
              p,
              facts.filter((e) => e.project === p.id),
              command
            )
          )
          return { receipt, changes }
        })

        const perform = Effect.fnUntraced(function* (command: Command) {
          const { facts, projects, replayed } = yield* read(command)
          const [project] = projects
          if (project === undefined || projects.length > 1) return yield* severalProjects
          const on = civilDay(command.at) as CivilDate
          if (!permitted(command.by, on) && facts.some((e) => e.by !== command.by))
            return yield* new NotARecorder({ by: command.by, on })
          const given = yield* advice(project, facts)
          if (!replayed && given.outcome !== "Allowed" && given.outcome !== "AllowedWithNotice") {
            const ctx = yield* question(latestDay(facts))
            const reasons = given.reasons.map((reason) => describe(reason, ctx))
            return yield* new Refused({ project: project.id, advice: given, reasons })
          }
          return { ...(yield* write(command, facts, projects, replayed)), advice: given }
        })

        const record = Effect.fnUntraced(function* (command: Command) {
          const { facts, projects, replayed } = yield* read(command)
          const on = civilDay(command.at) as CivilDate
          if (!permitted(command.by, on)) return yield* new NotARecorder({ by: command.by, on })
          return yield* write(command, facts, projects, replayed)
        })

        return Docket.of({
          advise: Effect.fn("Docket.advise")(function* (command) {
            const { facts, projects } = yield* read(command).pipe(Effect.catchTag("CommandReused", () => stale))
            const [project] = projects
            if (project === undefined || projects.length > 1) return yield* severalProjects
            return yield* advice(project, facts)
          }),
          perform: Effect.fn("Docket.perform")(perform, again),
          record: Effect.fn("Docket.record")(record, again),
          verdicts: ask(verdicts),
          duties: ask(duties),
          next: ask(nextActs),
          path: (project, goal, at) => ask((p, ctx) => path(p, goal, ctx))(project, at),
          inspect: Effect.fnUntraced(function* (projects, at) {
            const { asOf, knownAt } = yield* Effect.fromResult(momentOf(at))
            const loaded = yield* Effect.forEach(new Set(projects), load)
            const cases = loaded.map(({ events, id }) => caseAt(id, events, asOf, knownAt))
            return inspect(cases, yield* question(asOf))
          }),
          history: Effect.fnUntraced(function* (project, knownAt) {
            const instant = yield* Effect.fromResult(instantOf(knownAt))
            return historyOf(yield* load(project), instant)
          }),
          explain: Effect.fnUntraced(function* (project, { instance, norm }, at) {
            const { asOf, knownAt } = yield* Effect.fromResult(momentOf(at))
            const { events } = yield* load(project)
            const p = caseAt(project, events, asOf, knownAt)
            const ctx = yield* question(asOf)
            const verdict = verdicts(p, ctx).verdicts.find((v) => v.norm === norm && v.instance === instance)
            return verdict === undefined
              ? yield* new NoSuchVerdict({ project, norm, instance })
              : explain(p, verdict, ctx)
          })
        })
      })
    )
}

const latestDay = (facts: ReadonlyArray<Event>): CivilDate => {
  let day = facts[0]?.on ?? ("" as CivilDate)
  for (const e of facts) if (e.on > day) day = e.on
  return day
}

const severalProjects = new InvalidCommand({
  text: { zh: "一次只能办理一个项目的事项", en: "acts are performed on one project at a time" }
})
const stale = new InvalidCommand({
  text: {
    zh: "命令编号已用于另一内容，请换新的编号再询问",
    en: "the command id was used with other content; ask with a new one"
  }
})

/** Whoever was beaten by another writer reads again and decides again; the fifth defeat is told. */
const again = <A, E extends { readonly _tag: string }, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.retry(self, { while: (e) => e._tag === "Conflict", times: 5 })
