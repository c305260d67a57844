import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { StoredEvent, StreamId, StreamVersion } from "../port/EventStore.ts"
import { type DecodeEvent, decodeAll } from "../verdict/decodeEvents.ts"
import { InvalidCommand, StoredFactUnreadable } from "./DocketError.ts"
import { caseOfFact, decodeFact } from "./facts.ts"
import type { CaseFact } from "./keeping.ts"
import { type Read, readTogether } from "./readTogether.ts"
import { raised } from "./shapes.ts"
import type { Reading } from "./snapshots.ts"
import {
  assessmentOf,
  assessmentStream,
  assessmentsIn,
  caseStream,
  linkType,
  listStream,
  listType,
  streamOf
} from "./streams.ts"
import { type CaseRef, type CaseSubject, keepingOf, surroundingOf } from "./subjects.ts"

/** A fact with the place at which it is stored. */
interface Kept {
  readonly fact: CaseFact
  readonly at: StoredEvent
}

/** A case as it is stored. */
export interface Loaded {
  readonly ref: CaseRef
  /** In the order of entry, over all its streams. */
  readonly kept: ReadonlyArray<Kept>
  /** The facts that stood before the command that is being decided; all of them where none is. */
  readonly before: ReadonlyArray<CaseFact>
  /** The assessments that the stream of a project names as its own. */
  readonly linked: ReadonlySet<string>
}

/** Cases with all that surrounds them, as they stood at one moment. */
export interface Gathered {
  /** The cases asked for, each once. */
  readonly cases: ReadonlyArray<Loaded>
  /** Every case of the subjects that surround them. */
  readonly around: ReadonlyArray<Loaded>
  /** The streams of the cases that lists name; a list is read where the deployment or the command needs it. */
  readonly listed: ReadonlySet<StreamId>
  /** Every stream that was read, with its version: what a decision is guarded by. */
  readonly streams: ReadonlyArray<StreamVersion>
}

/** The same, with `before` ending where the command stands that has this place in the order of all events. */
export const until = ({ around, cases, ...rest }: Gathered, position: number): Gathered => {
  const cut = (loaded: Loaded): Loaded => ({
    ...loaded,
    before: loaded.kept.filter(({ at }) => at.position < position).map(({ fact }) => fact)
  })
  return { ...rest, cases: cases.map(cut), around: around.map(cut) }
}

const text = ({ data, type }: StoredEvent, of: string, key: string): ReadonlyArray<string> =>
  type === of && typeof data[key] === "string" ? [data[key]] : []

const linkedIn = (read: Read, ref: CaseRef): ReadonlyArray<string> =>
  ref.subject === "project"
    ? (read.get(caseStream(ref)) ?? []).flatMap((stored) => text(stored, linkType, "assessment"))
    : []

const listedIn = (read: Read, subject: CaseSubject): ReadonlyArray<CaseRef> =>
  (read.get(listStream(subject)) ?? []).flatMap((stored) => text(stored, listType, "id").map((id) => ({ subject, id })))

/** These cases, each once. */
const distinct = (refs: ReadonlyArray<CaseRef>): ReadonlyArray<CaseRef> => [
  ...new Map(refs.map((ref) => [caseStream(ref), ref])).values()
]

/** What a question or a command needs of the store. */
interface Wanted {
  /** The cases asked for. */
  readonly cases: ReadonlyArray<CaseRef>
  /** The subjects whose cases surround them. */
  readonly surroundedBy: ReadonlyArray<CaseSubject>
  /** The facts of a command: the assessments that they name are read and guarded too, and the lists in which their cases belong. */
  readonly facts?: ReadonlyArray<CaseFact>
}

/** Reads cases with all that surrounds them at one moment. A case that was never written to is empty. */
export const gather = Effect.fnUntraced(function* (store: Reading, wanted: Wanted) {
  return yield* assembled(yield* readWanted(store, wanted), wanted)
})

/** Reads the cases of a command: an assessment that it claims for another project than its own is told. */
export const gatherFor = Effect.fnUntraced(function* (
  store: Reading,
  wanted: Wanted & Required<Pick<Wanted, "facts">>
) {
  const read = yield* readWanted(store, wanted)
  for (const [assessment, projects] of claimsIn(wanted.facts)) {
    const stored = read.get(assessmentStream(assessment)) ?? []
    if (projects.size > 1 || stored.some(({ data }) => !projects.has(data.project as string)))
      return yield* belongsElsewhere(assessment)
  }
  return yield* assembled(read, wanted)
})

const listsFor = ({ cases, facts = [], surroundedBy }: Wanted): ReadonlyArray<CaseSubject> => {
  const written = facts.length === 0 ? [] : cases.map(({ subject }) => subject)
  return [...new Set([...surroundedBy, ...written.filter((subject) => surroundingOf(subject) !== undefined)])]
}

const readWanted = (store: Reading, wanted: Wanted) => {
  const { cases, facts = [], surroundedBy } = wanted
  const first = [
    ...cases.map(caseStream),
    ...assessmentsIn(facts).map(assessmentStream),
    ...listsFor(wanted).map(listStream)
  ]
  return readTogether(store, [...new Set(first)], (read) => [
    ...distinct(cases)
      .flatMap((ref) => linkedIn(read, ref))
      .map(assessmentStream),
    ...surroundedBy.flatMap((subject) => listedIn(read, subject)).map(caseStream)
  ])
}

const assembled = Effect.fnUntraced(function* (read: Read, wanted: Wanted) {
  const { facts = [], surroundedBy } = wanted
  const lists = listsFor(wanted)
  for (const subject of lists) {
    const bad = read.get(listStream(subject))?.find((one) => text(one, listType, "id").length === 0)
    if (bad !== undefined) return yield* unreadable([{ at: bad, ...noListing }])
  }
  const cases = distinct(wanted.cases)
  const around = distinct([
    ...surroundedBy.flatMap((subject) => listedIn(read, subject)),
    ...cases.filter(({ subject }) => surroundedBy.some((one) => one === subject))
  ])
  const claims = claimsIn(facts)
  const loaded = new Map<StreamId, Loaded>()
  for (const ref of distinct([...cases, ...around])) loaded.set(caseStream(ref), yield* load(read, ref, claims))
  const of = (refs: ReadonlyArray<CaseRef>) => refs.map((ref) => loaded.get(caseStream(ref)) as Loaded)
  return {
    cases: of(cases),
    around: of(around),
    listed: new Set(lists.flatMap((subject) => listedIn(read, subject)).map(caseStream)),
    streams: [...read].map(([stream, stored]) => ({ stream, version: stored.length }))
  } satisfies Gathered
})

/** The assessments that facts speak of, each with the projects that they say it belongs to. */
type Claims = ReadonlyMap<string, ReadonlySet<string>>

const claimsIn = (facts: ReadonlyArray<CaseFact>): Claims => {
  const claims = new Map<string, Set<string>>()
  for (const fact of facts) {
    const assessment = assessmentOf(fact)
    if (assessment === undefined) continue
    claims.set(assessment, (claims.get(assessment) ?? new Set()).add(caseOfFact(fact).id))
  }
  return claims
}

/** One case from what was read. The place of a fact among all facts of the case is its `seq`, which orders those of one day. */
const load = Effect.fnUntraced(function* (read: Read, ref: CaseRef, claims: Claims) {
  const linked = new Set(linkedIn(read, ref))
  const claimed = ref.subject === "project" ? [...claims].filter(([_, projects]) => projects.has(ref.id)) : []
  const assessments = new Set([...linked, ...claimed.map(([assessment]) => assessment)])
  const stored = [caseStream(ref), ...[...assessments].map(assessmentStream)]
    .flatMap((stream) => read.get(stream) ?? [])
    .filter((one) => ref.subject !== "project" || text(one, linkType, "assessment").length === 0)
    .toSorted((a, b) => a.position - b.position)
  const kept = yield* Effect.fromResult(decoded(stored, ref))
  return { ref, linked, kept, before: kept.map(({ fact }) => fact) } satisfies Loaded
})

const facts = new WeakMap<StoredEvent, ReturnType<typeof decodeFact>>()

/** The fact of a stored event: what was read once is not read again as long as the event is kept. */
const decodedOnce: DecodeEvent<CaseFact> = (stored) => {
  const at = stored as StoredEvent
  const known = facts.get(at)
  if (known !== undefined) return known
  const shaped = raised(at)
  const fact = decodeFact(Result.isSuccess(shaped) ? shaped.success : {})
  facts.set(at, fact)
  return fact
}

/** The stored facts of a case. What is none of its facts is told with its place, of the first stream that holds such a thing. */
const decoded = (
  stored: ReadonlyArray<StoredEvent>,
  ref: CaseRef
): Result.Result<ReadonlyArray<Kept>, StoredFactUnreadable> => {
  const newer = stored.flatMap((at) => {
    const shaped = raised(at)
    return Result.isFailure(shaped) ? [{ at, path: "", ...shaped.failure }] : []
  })
  if (newer.length > 0) return Result.fail(unreadable(newer))
  const read = decodeAll(decodedOnce, stored)
  if (Result.isFailure(read)) {
    const found = read.failure.findings.map(({ index, ...bad }) => ({ at: stored[index] as StoredEvent, ...bad }))
    return Result.fail(unreadable(found))
  }
  const kept = read.success.map((fact, i) => ({ fact: { ...fact, seq: i + 1 }, at: stored[i] as StoredEvent }))
  const wrong = kept.filter(
    ({ at, fact }) => caseStream(caseOfFact(fact)) !== caseStream(ref) || streamOf(fact) !== at.stream
  )
  return wrong.length === 0
    ? Result.succeed(kept)
    : Result.fail(unreadable(wrong.map(({ at }) => ({ at, ...astray, path: keepingOf(ref.subject).key }))))
}

interface Found {
  readonly at: StoredEvent
  readonly path: string
  readonly zh: string
  readonly en: string
}

/** Tells of the first stream in which something is wrong all that is. */
const unreadable = (found: ReadonlyArray<Found>): StoredFactUnreadable => {
  const stream = found[0]?.at.stream ?? ""
  return new StoredFactUnreadable({
    stream,
    findings: found
      .filter(({ at }) => at.stream === stream)
      .map(({ at, en, path, zh }) => ({ version: at.version, path, zh, en }))
  })
}

const astray = {
  zh: "所载案件或者评估与事件流不符",
  en: "speaks of another case or assessment than its stream"
}

const noListing = { path: "", zh: "不是案件目录的记录", en: "is no entry of a list of cases" }

const belongsElsewhere = (assessment: string): InvalidCommand =>
  new InvalidCommand({
    text: {
      zh: `评估“${assessment}”属于另一项目，一项评估只属于一个项目`,
      en: `the assessment "${assessment}" belongs to another project: an assessment belongs to one`
    }
  })
