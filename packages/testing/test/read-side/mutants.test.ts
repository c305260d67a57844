import { EventStore } from "@banfa/core/port/EventStore"
import { ReadSide } from "@banfa/core/port/ReadSide"
import { readSideChecks } from "@banfa/testing/read-side"
import { assert, describe, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

type Side = ReadSide["Service"]
type Store = EventStore["Service"]

const always = "9999-12-31T23:59:59.000Z"

/** Read sides that are broken in one way each, and a piece of the titles of the checks that find them out. */
const mutants: ReadonlyArray<{
  readonly name: string
  readonly foundBy: ReadonlyArray<string>
  readonly side?: (sound: Side) => Partial<Side>
  readonly store?: (sound: Store, side: Side) => Partial<Store>
}> = [
  {
    name: "takes in what a refused append has brought",
    foundBy: ["nothing of an append that is refused"],
    store: (sound, side) => ({
      append: (request) =>
        sound
          .append(request)
          .pipe(
            Effect.tapError(() =>
              request.index === undefined ? Effect.void : Effect.ignore(side.write([], request.index))
            )
          )
    })
  },
  {
    name: "keeps what was closed",
    foundBy: ["what stands of a case"],
    store: (sound) => ({
      append: ({ index, ...request }) =>
        sound.append({
          ...request,
          index: index && { ...index, cases: index.cases.map((one) => ({ ...one, closed: [] })) }
        })
    })
  },
  {
    name: "changes entries that were worked out from others",
    foundBy: ["worked out from others"],
    store: (sound, side) => ({
      append: ({ index, ...request }) =>
        Effect.gen(function* () {
          const { indexed } = yield* side.indexed(index?.cases.map(({ entry }) => entry) ?? [])
          const cases = index?.cases.map((one) => {
            const now = indexed.find(({ entry }) => entry.id === one.entry.id)
            return { ...one, entry: { ...one.entry, written: now?.entry.written ?? 0 } }
          })
          return yield* sound.append({ ...request, index: index && { ...index, cases: cases ?? [] } })
        })
    })
  },
  {
    name: "relies on entries of another round",
    foundBy: ["under their own basis"],
    store: (sound) => ({
      append: ({ index, ...request }) => sound.append({ ...request, index: index && { ...index, surroundings: false } })
    })
  },
  {
    name: "says nothing of the cases that it does not know",
    foundBy: ["under their own basis", "worked out from others"],
    side: (sound) => ({ duties: (asked) => Effect.map(sound.duties(asked), (answer) => ({ ...answer, unknown: [] })) })
  },
  {
    name: "looks up what is known today",
    foundBy: ["under their own basis", "a look-up finds"],
    side: (sound) => ({ duties: (asked) => sound.duties({ ...asked, knownAt: always }) })
  },
  {
    name: "does not look at the bearer",
    foundBy: ["a look-up finds"],
    side: (sound) => ({ duties: (asked) => sound.duties({ ...asked, bearer: undefined }) })
  },
  {
    name: "takes what has no day for due",
    foundBy: ["a look-up finds"],
    side: (sound) => ({ duties: (asked) => sound.duties({ ...asked, dueUntil: undefined }) })
  },
  {
    name: "is never behind",
    foundBy: ["after an append that brought nothing"],
    side: (sound) => ({
      indexed: (cases) =>
        Effect.map(sound.indexed(cases), (one) => ({ ...one, state: { ...one.state, behind: false } }))
    })
  },
  {
    name: "takes everything for made anew",
    foundBy: ["after an append that brought nothing"],
    side: (sound) => ({ mended: () => sound.mended(Number.MAX_SAFE_INTEGER) })
  },
  {
    name: "writes whatever the streams have become",
    foundBy: ["guarded by the streams"],
    side: (sound) => ({ write: (_, index) => sound.write([], index) })
  },
  {
    name: "hands out more than was asked for",
    foundBy: ["a message waits"],
    side: (sound) => ({ waiting: () => sound.waiting(10_000) })
  },
  {
    name: "forgets that something was told",
    foundBy: ["a message waits"],
    side: (sound) => ({ told: () => sound.told([]) })
  },
  {
    name: "begins every page anew",
    foundBy: ["page by page"],
    side: (sound) => {
      let pages = 0
      return { cases: (asked) => (pages++ > 50 ? Effect.succeed([]) : sound.cases({ ...asked, after: undefined })) }
    }
  },
  {
    name: "deletes nothing",
    foundBy: ["deleted, it knows no case", "a message waits"],
    side: (sound) => ({ clear: Effect.suspend(() => sound.mended(0)).pipe(Effect.as(1)) })
  }
]

const findingsOf = (mutant?: (typeof mutants)[number]) =>
  Effect.forEach(readSideChecks, ({ findings, title }) =>
    Effect.gen(function* () {
      const context = yield* Layer.build(EventStore.layerMemory)
      const [store, side] = [Context.get(context, EventStore), Context.get(context, ReadSide)]
      const found = yield* findings({
        store: EventStore.of({ ...store, ...mutant?.store?.(store, side) }),
        side: ReadSide.of({ ...side, ...mutant?.side?.(side) })
      })
      return found.length > 0 ? [title] : []
    }).pipe(Effect.scoped)
  ).pipe(Effect.map((titles) => titles.flat()))

describe("the suite of the read side", () => {
  const biting = new Set<string>()

  it.live("finds nothing in a sound one", () => Effect.map(findingsOf(), (found) => assert.deepStrictEqual(found, [])))

  for (const mutant of mutants) {
    it.live(`finds out one that ${mutant.name}`, () =>
      Effect.map(findingsOf(mutant), (found) => {
        for (const title of found) biting.add(title)
        for (const part of mutant.foundBy)
          assert.isTrue(
            found.some((title) => title.includes(part)),
            `${part}: ${found}`
          )
      })
    )
  }

  it("has no check that never bites", () => {
    assert.deepStrictEqual(
      readSideChecks.map(({ title }) => title).filter((title) => !biting.has(title)),
      []
    )
  })
})
