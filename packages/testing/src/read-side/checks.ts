/**
 * What the suite looks at, each as a function that returns what it found: a read side can be judged without a test runner, and a broken one
 * can be shown to be found out.
 */
import { isDeepStrictEqual } from "node:util"
import type { EventStore } from "@banfa/core/port/EventStore"
import {
  type CaseChange,
  type DutyEntry,
  type DutyLookup,
  forever,
  type IndexChange,
  type ReadSide
} from "@banfa/core/port/ReadSide"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import fc from "fast-check"
import { at, newEvent, newStream, outcome, requestOf } from "../event-store/fixture.ts"

/** A store and its read side, of the same storage. */
export interface Both {
  /** The store. */
  readonly store: EventStore["Service"]
  /** The read side that is kept beside it. */
  readonly side: ReadSide["Service"]
}

/** A sentence about read sides, and how to find out whether it is true of one. */
export interface ReadSideCheck {
  /** The sentence. */
  readonly title: string
  /** Empty if the sentence is true. Cases have ids of their own, so that a storage in use can be examined. */
  readonly findings: (both: Both) => Effect.Effect<ReadonlyArray<string>>
}

type Same = (what: string, actual: unknown, expected: unknown) => void

const check = (title: string, body: (both: Both, same: Same) => Effect.Effect<void, unknown>): ReadSideCheck => ({
  title,
  findings: (both) =>
    Effect.gen(function* () {
      const found: Array<string> = []
      const same: Same = (what, actual, expected) => {
        if (!isDeepStrictEqual(actual, expected))
          found.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
      }
      const exit = yield* Effect.exit(body(both, same))
      if (Exit.isFailure(exit)) found.push(`stopped: ${Cause.pretty(exit.cause)}`)
      return found
    })
})

const subject = "project"
const known = "2026-03-01T01:00:00.000Z"
const later = "2026-04-01T01:00:00.000Z"

const entry = (number: number, more: Partial<DutyEntry> = {}): DutyEntry => ({
  number,
  norm: "N10.1",
  instance: "application/甲𠀀'\"\\",
  status: "Pending",
  due: "2026-03-20",
  role: "investment.any",
  bearer: "drc",
  region: "440100",
  from: "2026-03-01",
  until: "2026-03-31",
  knownFrom: known,
  knownUntil: forever,
  ...more
})

/** That the entries are complete from the first day to a last one. */
const complete = (number: number, more: Partial<DutyEntry> = {}): DutyEntry =>
  entry(number, {
    norm: "",
    instance: "",
    status: "",
    due: "",
    role: "",
    bearer: "",
    region: "",
    from: "1900-01-01",
    until: "2027-12-31",
    ...more
  })

const change = (id: string, opened: ReadonlyArray<DutyEntry>, more: Partial<CaseChange["entry"]> = {}): CaseChange => ({
  entry: {
    subject,
    id,
    region: "440100",
    basis: "here",
    round: 0,
    written: 0,
    numbered: opened.length,
    known,
    facts: 1,
    earlier: 0,
    covered: "2027-12-31",
    entered: known,
    latest: known,
    ...more
  },
  whole: true,
  closed: [],
  gone: [],
  opened
})

const index = (cases: ReadonlyArray<CaseChange>, messages: IndexChange["messages"] = []): IndexChange => ({
  cases,
  surroundings: false,
  messages
})

/** Appends one event to a stream of its own, with what is to be read from it. */
const append = (store: Both["store"], brought?: IndexChange) => {
  const stream = newStream()
  return store.append({ ...requestOf([at(stream, 0)], [newEvent(stream)]), index: brought })
}

const current = (side: Both["side"], id: string) =>
  Effect.map(side.indexed([{ subject, id }]), ({ indexed }) =>
    indexed.map(({ entries }) => entries.map(({ number }) => number))
  )

/** What is looked up of one case. */
const looked = (side: Both["side"], id: string, round: number, asked: Partial<DutyLookup> = {}) =>
  Effect.map(
    side.duties({ basis: `here ${round}`, asOf: "2026-03-15", knownAt: later, ...asked }),
    ({ found, unknown }) => ({
      found: found
        .filter((one) => one.id === id)
        .map(({ number }) => number)
        .toSorted((a, b) => a - b),
      unknown: unknown.some((one) => one.id === id)
    })
  )

/** The round of now, and a change that rests on it. */
const fresh = (
  side: Both["side"],
  id: string,
  opened: ReadonlyArray<DutyEntry>,
  more: Partial<CaseChange["entry"]> = {}
) =>
  Effect.map(side.indexed([]), ({ state: { round } }) => ({
    round,
    made: change(id, opened, { round, basis: `here ${round}`, ...more })
  }))

/** What is not asked about most of the time. */
const rarely = <A>(asked: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: asked })

/** Everything that the suite looks at. */
export const readSideChecks: ReadonlyArray<ReadSideCheck> = [
  check(
    "what an append brings is there with its events, and nothing of an append that is refused",
    ({ side, store }, same) =>
      Effect.gen(function* () {
        const [id, other, stream] = [newStream("case"), newStream("case"), newStream()]
        const told = newStream("message")
        const request = {
          ...requestOf([at(stream, 0)], [newEvent(stream)]),
          index: index([change(id, [complete(1), entry(2)])])
        }
        yield* store.append(request)
        same("entries", yield* current(side, id), [[1, 2]])
        const refused = index([change(other, [complete(1)])], [{ id: told, topic: "t", data: {} }])
        same(
          "an append on an old version",
          yield* outcome(store, { ...requestOf([at(stream, 0)], [newEvent(stream)]), index: refused }),
          "Conflict"
        )
        yield* store.append({ ...request, index: refused })
        same("a case of a refused append", yield* current(side, other), [])
        same(
          "a message of it",
          (yield* side.waiting(10_000)).some((one) => one.id === told),
          false
        )
      })
  ),
  check(
    "what stands of a case is what was opened and neither closed nor gone, and what was closed at the last instant",
    ({ side, store }, same) =>
      Effect.gen(function* () {
        const id = newStream("case")
        yield* append(store, index([change(id, [complete(1), entry(2), entry(3), entry(4)])]))
        const next = {
          ...change(id, [entry(5, { knownFrom: later })], {
            written: 1,
            known: later,
            latest: later,
            facts: 2,
            earlier: 1
          }),
          whole: false,
          closed: [
            { number: 2, at: later },
            { number: 4, at: "2026-03-02T01:00:00.000Z" }
          ],
          gone: [3]
        }
        yield* append(store, index([next]))
        const { indexed } = yield* side.indexed([{ subject, id }])
        same(
          "the row",
          indexed.map((one) => one.entry),
          [{ ...next.entry, written: 2 }]
        )
        same(
          "the entries",
          indexed.flatMap((one) => one.entries),
          [complete(1), entry(2, { knownUntil: later }), entry(5, { knownFrom: later })]
        )
      })
  ),
  check(
    "entries that were worked out from others than stand there go, and nothing is relied on until they are written whole",
    ({ side, store }, same) =>
      Effect.gen(function* () {
        const id = newStream("case")
        const { made, round } = yield* fresh(side, id, [complete(1), entry(2)])
        yield* append(store, index([made]))
        same("before", yield* looked(side, id, round), { found: [2], unknown: false })
        yield* append(store, index([{ ...made, whole: false, opened: [entry(3)] }]))
        same("after a change from old entries", yield* looked(side, id, round), { found: [], unknown: true })
        same("its entries", yield* current(side, id), [[]])
        yield* append(store, index([made]))
        same("written whole", yield* looked(side, id, round), { found: [2], unknown: false })
      })
  ),
  check(
    "entries are relied on under their own basis, in their own round, and for days that they speak of",
    ({ side, store }, same) =>
      Effect.gen(function* () {
        const id = newStream("case")
        const { made, round } = yield* fresh(side, id, [complete(1), entry(2)])
        yield* append(store, index([made]))
        same("another basis", yield* looked(side, id, round, { basis: "elsewhere" }), { found: [], unknown: true })
        same("a basis behind", yield* looked(side, id, round, { basis: "a" }), { found: [], unknown: true })
        same("a day beyond", yield* looked(side, id, round, { asOf: "2028-01-01" }), { found: [], unknown: true })
        same("before anything was known", yield* looked(side, id, round, { knownAt: "2026-02-28T00:00:00.000Z" }), {
          found: [],
          unknown: false
        })
        yield* append(store, { ...index([]), surroundings: true })
        same("another round", yield* looked(side, id, round), { found: [], unknown: true })
      })
  ),
  check(
    "a look-up finds what is owed on the day, as known at the instant, of whom and how it is asked",
    ({ side, store }, same) =>
      Effect.promise(() =>
        fc.assert(
          fc.asyncProperty(
            fc.array(
              fc.record({
                bearer: fc.constantFrom("drc", "info", ""),
                status: fc.constantFrom("Pending", "Overdue"),
                norm: fc.constantFrom("N10.1", "N12.2"),
                role: fc.constantFrom("investment.any", "builder"),
                due: fc.constantFrom("", "2026-03-10", "2026-03-20"),
                from: fc.nat(3),
                days: fc.nat(3),
                at: fc.nat(1),
                closed: fc.option(fc.nat(2), { freq: 2 })
              }),
              { minLength: 3, maxLength: 8 }
            ),
            fc.record({
              day: fc.nat(5),
              at: fc.nat(2),
              bearer: rarely(fc.constantFrom("drc", "info")),
              role: rarely(fc.constantFrom("builder")),
              norm: rarely(fc.constantFrom("N12.2")),
              status: rarely(fc.subarray(["Pending", "Overdue"])),
              dueFrom: rarely(fc.constantFrom("2026-03-11")),
              dueUntil: rarely(fc.constantFrom("2026-03-11")),
              subject: rarely(fc.constantFrom("project", "system"))
            }),
            (made, { at: n, day, ...asked }) =>
              Effect.runPromise(
                Effect.gen(function* () {
                  const id = newStream("case")
                  const day_ = (d: number) => `2026-03-${String(d + 1).padStart(2, "0")}`
                  const instant = (i: number) => `2026-03-0${i + 1}T01:00:00.000Z`
                  const entries = made.map(({ at, closed, days, from, ...one }, i) =>
                    entry(i + 2, {
                      ...one,
                      from: day_(from),
                      until: day_(from + days),
                      knownFrom: instant(at),
                      knownUntil: closed === null ? forever : instant(at + closed)
                    })
                  )
                  const { made: written, round } = yield* fresh(
                    side,
                    id,
                    [complete(1, { knownFrom: instant(0) }), ...entries],
                    { entered: instant(0), known: instant(3), latest: instant(3) }
                  )
                  yield* append(store, index([written]))
                  const [asOf, knownAt] = [day_(day), instant(n)]
                  const expected = entries.filter(
                    (e) =>
                      e.from <= asOf &&
                      asOf <= e.until &&
                      e.knownFrom <= knownAt &&
                      knownAt < e.knownUntil &&
                      (asked.bearer === undefined || e.bearer === asked.bearer) &&
                      (asked.role === undefined || e.role === asked.role) &&
                      (asked.norm === undefined || e.norm === asked.norm) &&
                      (asked.status === undefined || asked.status.includes(e.status)) &&
                      (asked.dueFrom === undefined || e.due >= asked.dueFrom) &&
                      (asked.dueUntil === undefined || (e.due !== "" && e.due <= asked.dueUntil)) &&
                      asked.subject !== "system"
                  )
                  same("found", yield* looked(side, id, round, { asOf, knownAt, ...asked }), {
                    found: expected.map(({ number }) => number),
                    unknown: false
                  })
                })
              )
          )
        )
      )
  ),
  check(
    "after an append that brought nothing it is behind, until it has been made anew from then on",
    ({ side, store }, same) =>
      Effect.gen(function* () {
        const behind = Effect.map(side.indexed([]), ({ state }) => state.behind)
        yield* side.mended(yield* side.clear)
        same("made anew", yield* behind, false)
        yield* append(store)
        same("after an append without an index", yield* behind, true)
        const cleared = yield* side.clear
        same("deleted", yield* behind, true)
        yield* append(store)
        yield* side.mended(cleared)
        same("made anew, but for what came meanwhile", yield* behind, true)
        yield* side.mended(yield* side.clear)
        same("made anew again", yield* behind, false)
      })
  ),
  check(
    "what is written apart from an append is guarded by the streams that it was read from",
    ({ side, store }, same) =>
      Effect.gen(function* () {
        const [id, stream] = [newStream("case"), newStream()]
        yield* store.append({ ...requestOf([at(stream, 0)], [newEvent(stream)]), index: index([]) })
        const old = yield* Effect.flip(side.write([at(stream, 0)], index([change(id, [complete(1)])])))
        same("on an old version", old._tag === "Conflict" && old.moved, [{ stream, expected: 0, actual: 1 }])
        same("nothing is written", yield* current(side, id), [])
        yield* side.write([at(stream, 1)], index([change(id, [complete(1)])]))
        same("on the version of now", yield* current(side, id), [[1]])
      })
  ),
  check(
    "a message waits in its place until it was told, is there once, and is not there again when all is made anew",
    ({ side, store }, same) =>
      Effect.gen(function* () {
        yield* side.told((yield* side.waiting(10_000)).map(({ id }) => id))
        const [a, b, c] = [newStream("a"), newStream("b"), newStream("c")]
        const message = (id: string) => ({ id, topic: "甲'𠀀", data: { text: "引号\"'\\\u0000", at: 1 } })
        yield* append(store, index([], [message(b), message(a)]))
        yield* append(store, index([], [message(a), message(c)]))
        same("in order", yield* side.waiting(10), [message(b), message(a), message(c)])
        same(
          "so many",
          (yield* side.waiting(2)).map(({ id }) => id),
          [b, a]
        )
        yield* side.told([a, newStream("nobody")])
        same(
          "after one was told",
          (yield* side.waiting(10)).map(({ id }) => id),
          [b, c]
        )
        yield* side.clear
        same("deleted", yield* side.waiting(10), [])
        yield* append(store, index([], [message(a), message(b)]))
        same(
          "made anew",
          (yield* side.waiting(10)).map(({ id }) => id),
          [b]
        )
      })
  ),
  check("cases are listed page by page, each once, of one subject or of all", ({ side, store }, same) =>
    Effect.gen(function* () {
      const prefix = newStream("case")
      const ids = ["a", "B", "甲", "𠀀", "￿", "a'b\""].map((one) => `${prefix}/${one}`)
      const made = ids.map((id) => change(id, [complete(1)]))
      yield* append(
        store,
        index([...made, { ...made[0], entry: { ...change(ids[0] ?? "", []).entry, subject: "system" } } as CaseChange])
      )
      const seen: Array<string> = []
      let after: { readonly subject: string; readonly id: string } | undefined
      for (;;) {
        const page = yield* side.cases({ subject, limit: 2, after })
        if (page.length === 0) break
        same("the size of a page", page.length <= 2, true)
        for (const { id } of page) if (id.startsWith(prefix)) seen.push(id)
        after = page.at(-1)
      }
      same("all of the subject", seen.toSorted(), ids.toSorted())
      const every = yield* side.cases({ limit: 10_000 })
      same("all", every.filter(({ id }) => id.startsWith(prefix)).length, ids.length + 1)
    })
  ),
  check("deleted, it knows no case", ({ side, store }, same) =>
    Effect.gen(function* () {
      const id = newStream("case")
      yield* append(store, index([change(id, [complete(1)])]))
      yield* side.clear
      same("cases", yield* side.cases({}), [])
      same("its entries", yield* current(side, id), [])
      yield* append(store, index([change(id, [complete(1)])]))
      same("written again", yield* current(side, id), [[1]])
    })
  )
]
