import * as Effect from "effect/Effect"
import {
  type CaseEntry,
  type CaseName,
  type DutyEntry,
  type DutyLookup,
  forever,
  type IndexChange,
  type Message,
  type ReadSide,
  type ReadSideState
} from "./ReadSide.ts"

interface Kept {
  readonly entry: CaseEntry
  readonly entries: Map<number, DutyEntry>
}

/** A read side in the memory of the process, and how an append writes into it. */
export interface MemoryReadSide {
  /** What is asked of it; the store beside it writes for whoever brings guards. */
  readonly service: Omit<ReadSide["Service"], "write">
  /** Takes in what an append has brought, or notes that it has brought nothing. */
  readonly take: (index: IndexChange | undefined) => void
}

const keyOf = ({ id, subject }: CaseName): string => `${subject}/${id}`

/** Whether an entry says something about a day, as known at an instant. */
const speaks = ({ from, knownFrom, knownUntil, until }: DutyEntry, { asOf, knownAt }: DutyLookup): boolean =>
  from <= asOf && asOf <= until && knownFrom <= knownAt && knownAt < knownUntil

const meant = (entry: DutyEntry, lookup: DutyLookup): boolean =>
  entry.norm !== "" &&
  speaks(entry, lookup) &&
  (lookup.bearer === undefined || entry.bearer === lookup.bearer) &&
  (lookup.role === undefined || entry.role === lookup.role) &&
  (lookup.norm === undefined || entry.norm === lookup.norm) &&
  (lookup.status === undefined || lookup.status.includes(entry.status)) &&
  ((lookup.dueFrom === undefined && lookup.dueUntil === undefined) || entry.due !== "") &&
  (lookup.dueFrom === undefined || entry.due >= lookup.dueFrom) &&
  (lookup.dueUntil === undefined || entry.due <= lookup.dueUntil)

/** A read side that lives and dies with its store. */
export const makeMemoryReadSide = (): MemoryReadSide => {
  const cases = new Map<string, Kept>()
  const messages = new Map<string, { readonly message: Message; told: boolean }>()
  const missed = new Set<number>()
  let round = 0
  let cleared = 0
  const state = (): ReadSideState => ({ round, behind: missed.size > 0 })

  const take: MemoryReadSide["take"] = (index) => {
    if (index === undefined) {
      missed.add(cleared)
      return
    }
    if (index.surroundings) round++
    for (const { closed, entry, gone, opened, whole } of index.cases) {
      const key = keyOf(entry)
      const before = cases.get(key)
      const written = before?.entry.written ?? 0
      const sound = whole || written === entry.written
      const entries = whole || !sound ? new Map<number, DutyEntry>() : (before?.entries ?? new Map<number, DutyEntry>())
      if (sound) {
        for (const { at, number } of closed) {
          const found = entries.get(number)
          if (found !== undefined) entries.set(number, { ...found, knownUntil: at })
        }
        for (const number of gone) entries.delete(number)
        for (const one of opened) entries.set(one.number, one)
      }
      const known = sound ? entry : { ...entry, facts: -1, covered: "" }
      cases.set(key, { entry: { ...known, written: written + 1 }, entries })
    }
    for (const message of index.messages) {
      if (!messages.has(message.id)) messages.set(message.id, { message, told: false })
    }
  }

  const inOrder = (): ReadonlyArray<Kept> =>
    [...cases.values()].sort(({ entry: a }, { entry: b }) =>
      a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : a.id < b.id ? -1 : 1
    )

  return {
    take,
    service: {
      indexed: (asked) =>
        Effect.sync(() => ({
          state: state(),
          indexed: asked.flatMap((one) => {
            const kept = cases.get(keyOf(one))
            if (kept === undefined) return []
            const { entries, entry } = kept
            const current = [...entries.values()].filter(
              (e) => e.knownUntil === forever || e.knownUntil === entry.known
            )
            return [{ entry, entries: current }]
          })
        })),
      duties: (lookup) =>
        Effect.sync(() => {
          const asked = inOrder().filter(
            ({ entry }) =>
              entry.entered <= lookup.knownAt && (lookup.subject === undefined || entry.subject === lookup.subject)
          )
          const reliable = ({ entries, entry }: Kept): boolean =>
            entry.basis === lookup.basis &&
            entry.round === round &&
            [...entries.values()].some((e) => e.norm === "" && speaks(e, lookup))
          return {
            state: state(),
            found: asked
              .filter(reliable)
              .flatMap(({ entries, entry: { id, subject } }) =>
                [...entries.values()].filter((e) => meant(e, lookup)).map((e) => ({ subject, id, ...e }))
              ),
            unknown: asked.filter((one) => !reliable(one)).map(({ entry: { id, subject } }) => ({ subject, id }))
          }
        }),
      cases: ({ after, limit = 1000, subject }) =>
        Effect.sync(() =>
          inOrder()
            .map(({ entry }) => entry)
            .filter(
              (entry) =>
                (subject === undefined || entry.subject === subject) &&
                (after === undefined ||
                  entry.subject > after.subject ||
                  (entry.subject === after.subject && entry.id > after.id))
            )
            .slice(0, Math.min(limit, 10_000))
        ),
      waiting: (limit) =>
        Effect.sync(() =>
          [...messages.values()]
            .filter(({ told }) => !told)
            .slice(0, limit)
            .map(({ message }) => message)
        ),
      told: (ids) =>
        Effect.sync(() => {
          for (const id of ids) {
            const found = messages.get(id)
            if (found !== undefined) found.told = true
          }
        }),
      clear: Effect.sync(() => {
        cases.clear()
        for (const [id, { told }] of messages) if (!told) messages.delete(id)
        missed.add(cleared)
        return ++cleared
      }),
      mended: (made) =>
        Effect.sync(() => {
          for (const one of missed) if (one < made) missed.delete(one)
        })
    }
  }
}
