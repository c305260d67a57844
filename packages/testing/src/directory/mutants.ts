import { type Directory as AgencyDirectory, directory as build } from "@banfa/core/agency"
import { addDays } from "@banfa/core/civil"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type Change, type Mutant, mutant } from "./Mutant.ts"

const answering = (change: (directory: AgencyDirectory) => Partial<AgencyDirectory>) => (): Change => (sound) => ({
  current: Effect.map(sound.current, (directory) => ({ ...directory, ...change(directory) }))
})

/** The answers are the only thing that some guarantees speak of. */
const seen = {
  age: "what it answers after it has read anew is put to the same questions",
  gone: "what it answers when its source is back is put to the same questions",
  nonsense: "what it answers when its source is put right is put to the same questions"
} as const

const answerMutants: ReadonlyArray<Mutant> = [
  mutant(
    "answers",
    "denies what it does not know, as if it knew",
    answering(({ holds }) => ({ holds: (...asked) => holds(...asked) ?? false })),
    seen
  ),
  mutant(
    "answers",
    "takes an agency for the one that it looks like",
    answering(({ holds }) => ({
      holds: (agency, ...asked) => holds(agency.normalize("NFKC").trim(), ...asked)
    })),
    seen
  ),
  mutant(
    "answers",
    "lets an office begin a day early",
    answering(({ holds }) => ({
      holds: (agency, role, region, on) =>
        holds(agency, role, region, on) || holds(agency, role, region, addDays(on, 1))
    })),
    seen
  ),
  mutant(
    "answers",
    "lets the authority of a city act for its districts",
    answering(({ holds }) => ({
      holds: (agency, role, region, on) =>
        holds(agency, role, region, on) || (region === "440104" && holds(agency, role, "440100", on))
    })),
    seen
  ),
  mutant(
    "answers",
    "leaves successions out",
    answering(() => ({ successorOn: (agency) => agency })),
    seen
  ),
  mutant(
    "answers",
    "knows of no vacancy",
    answering(() => ({ vacant: () => false })),
    seen
  ),
  mutant(
    "answers",
    "does not tell on which days it turns",
    answering(() => ({ turns: [] })),
    seen
  ),
  mutant(
    "answers",
    "does not say what agencies are called",
    answering(() => ({ name: () => undefined })),
    seen
  )
]

const wholeMutants: ReadonlyArray<Mutant> = [
  mutant("whole", "changes what it has handed out", () => (sound, known) => ({
    current: Effect.map(sound.current, (directory) => ({
      ...directory,
      holds: (agency, role, region, on) =>
        known.isAway() && known.isOld() ? false : directory.holds(agency, role, region, on)
    }))
  }))
]

const versionMutants: ReadonlyArray<Mutant> = [
  mutant(
    "versions",
    "names no version",
    answering(() => ({ version: "" }))
  ),
  mutant(
    "versions",
    "names one version for everything",
    answering(() => ({ version: "the directory" }))
  ),
  mutant(
    "versions",
    "names another version each time that it is asked",
    () => {
      let asked = 0
      return answering(({ version }) => ({ version: `${version}-${++asked}` }))()
    },
    {
      gone: "that it is the one of before is told by its version",
      nonsense: "that it is the one of before is told by its version"
    }
  )
]

/** The first directory, for as long as something holds; then the sound one. */
const clinging = (as: (known: Parameters<Change>[1]) => boolean) => (): Change => (sound, known) => {
  let first: AgencyDirectory | undefined
  return {
    current: Effect.suspend(() =>
      first !== undefined && as(known)
        ? Effect.succeed(first)
        : Effect.tap(sound.current, (directory) =>
            Effect.sync(() => {
              first ??= directory
            })
          )
    )
  }
}

const ageMutants: ReadonlyArray<Mutant> = [
  mutant(
    "age",
    "reads its source once and never again",
    clinging(({ isAway, isOld }) => !isAway() && !isOld()),
    {
      versions: "what it never reads changes no version",
      nonsense: "what it has read once it answers when its source is put right",
      gone: "what it has read once it answers when its source is back"
    }
  ),
  mutant("age", "answers without end what it has read before, while its source is gone", () => (sound, known) => {
    let last: AgencyDirectory | undefined
    return {
      current: sound.current.pipe(
        Effect.tap((directory) =>
          Effect.sync(() => {
            last = directory
          })
        ),
        Effect.catch((error) => (last !== undefined && known.isAway() ? Effect.succeed(last) : Effect.fail(error)))
      )
    }
  })
]

const nonsenseMutants: ReadonlyArray<Mutant> = [
  mutant("nonsense", "takes a contradiction for a directory", () => (sound, known) => ({
    current: Effect.suspend(() =>
      Result.isFailure(build(known.held())) && !known.isAway()
        ? Effect.succeed({ ...Result.getOrThrow(build({ ...known.held(), holdings: [] })), version: "nonsense" })
        : sound.current
    )
  })),
  mutant(
    "nonsense",
    "answers without end what it has read before, while its source contradicts itself",
    () => (sound, known) => {
      let last: AgencyDirectory | undefined
      return {
        current: sound.current.pipe(
          Effect.tap((directory) =>
            Effect.sync(() => {
              last = directory
            })
          ),
          Effect.catch((error) =>
            last !== undefined && Result.isFailure(build(known.held())) ? Effect.succeed(last) : Effect.fail(error)
          )
        )
      }
    }
  ),
  mutant("nonsense", "dies of a contradiction", () => (sound, known) => ({
    current: Effect.catch(sound.current, (error) =>
      Result.isFailure(build(known.held())) ? Effect.die(error) : Effect.fail(error)
    )
  })),
  mutant("nonsense", "never gets over a contradiction", () => {
    let failed: StorageUnavailable | undefined
    return (sound, known) => ({
      current: Effect.suspend(() => (failed === undefined ? sound.current : Effect.fail(failed))).pipe(
        Effect.tapError((error) =>
          Effect.sync(() => {
            if (Result.isFailure(build(known.held()))) failed = error
          })
        )
      )
    })
  })
]

/** What is answered while the source is away, and there is nothing or nothing any more to answer from. */
const meanwhile =
  (answer: (error: StorageUnavailable) => Effect.Effect<AgencyDirectory, StorageUnavailable>) =>
  (): Change =>
  (sound, known) => ({
    current: Effect.catch(sound.current, (error) => (known.isAway() ? answer(error) : Effect.fail(error)))
  })

const tooOld = { age: "that it is too old is said in the same way" } as const

const goneMutants: ReadonlyArray<Mutant> = [
  mutant(
    "gone",
    "takes a source that is gone for an empty one",
    meanwhile(() =>
      Effect.succeed(Result.getOrThrow(build({ version: "empty", agencies: [], holdings: [], successions: [] })))
    ),
    tooOld
  ),
  mutant(
    "gone",
    "dies of what the driver reports",
    meanwhile((error) => Effect.die(error)),
    tooOld
  ),
  mutant(
    "gone",
    "keeps to itself what the driver reports",
    meanwhile(({ operation }) => Effect.fail(new StorageUnavailable({ operation, cause: undefined }))),
    tooOld
  ),
  mutant(
    "gone",
    "does not say what it did",
    meanwhile(({ cause }) => Effect.fail(new StorageUnavailable({ operation: "", cause }))),
    tooOld
  ),
  mutant("gone", "answers as if nobody held anything as soon as its source is gone", () => (sound, known) => ({
    current: Effect.map(sound.current, (directory) =>
      known.isAway() && !known.isOld() ? { ...directory, holds: () => false } : directory
    )
  })),
  mutant("gone", "never finds its way back", () => {
    let failed: StorageUnavailable | undefined
    return (sound, known) => ({
      current: Effect.suspend(() => (failed === undefined ? sound.current : Effect.fail(failed))).pipe(
        Effect.tapError((error) =>
          Effect.sync(() => {
            if (known.isAway()) failed = error
          })
        )
      )
    })
  })
]

/** Directories that are broken in one way each. They are for sound ones that follow their source. */
export const mutants: ReadonlyArray<Mutant> = [
  ...answerMutants,
  ...wholeMutants,
  ...versionMutants,
  ...ageMutants,
  ...nonsenseMutants,
  ...goneMutants
]
