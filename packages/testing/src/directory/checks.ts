import type { DirectoryData } from "@banfa/core/agency"
import * as Effect from "effect/Effect"
import { answersOf, differences } from "./answersOf.ts"
import { type Check, check, current, opened, type Probe } from "./Check.ts"
import type { Source } from "./Means.ts"
import { bare, contradicting, later, moved, province } from "./sampleData.ts"

const gone = "StorageUnavailable"

/** That the directory is to be had, and answers like the plain one of these data. */
const answersLike = ({ holds, same }: Probe, what: string, source: Source, data: DirectoryData) =>
  Effect.map(current(source), (found) => {
    if (typeof found === "string") return holds(`${what}: ${found}`, false)
    same(what, differences(found, data), [])
  })

/** The version that is named, or how the directory is not to be had. */
const versionOf = (source: Source) =>
  Effect.map(current(source), (found) => (typeof found === "string" ? found : found.version))

/** An adapter that finds its way back may need a few attempts, since a connection may have failed meanwhile; that it never does is not allowed. */
const back = (probe: Probe, what: string, source: Source, data: DirectoryData) =>
  Effect.gen(function* () {
    for (let i = 0; i < 20; i++) {
      yield* source.readAnew
      const found = yield* current(source)
      if (typeof found !== "string" && differences(found, data).length === 0) return
    }
    yield* answersLike(probe, what, source, data)
  })

const following: Check["applies"] = (supports) => supports.following

const samples = {
  "authorities of several levels, one of which gives way to another": province,
  "districts that change their codes": moved,
  "agencies that hold nothing": bare
}

/** Everything that the suite looks at, in the order of the port's guarantees. */
export const checks: ReadonlyArray<Check> = [
  ...Object.entries(samples).map(([what, data]) =>
    check("answers", `it answers like the plain directory of the same data: ${what}`, (probe) =>
      Effect.flatMap(probe.begin(data), (source) => answersLike(probe, what, source, data))
    )
  ),

  check(
    "whole",
    "what was handed out does not change, whatever becomes of its source",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* probe.begin(province)
        const before = yield* current(source)
        if (typeof before === "string") return probe.holds(before, false)
        const [version, answers] = [before.version, [...answersOf(before, province)].join()]
        yield* source.fill(later)
        yield* source.readAnew
        yield* source.takeAway
        yield* source.grow
        probe.same("version", before.version, version)
        const now = [...answersOf(before, province)].join()
        probe.holds("it answers otherwise than when it was handed out", now === answers)
      }),
    following
  ),

  check("versions", "it names a version, the same as long as its source holds the same", (probe) =>
    Effect.gen(function* () {
      const source = yield* probe.begin(province)
      const first = yield* versionOf(source)
      probe.holds("it names no version", first.length > 0)
      if (probe.supports.following) yield* source.readAnew
      probe.same("version", yield* versionOf(source), first)
    })
  ),

  check(
    "versions",
    "whenever its source holds something else it names another version",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* probe.begin(province)
        const seen = new Set([yield* versionOf(source)])
        for (const data of [later, moved, bare]) {
          yield* source.fill(data)
          yield* source.readAnew
          seen.add(yield* versionOf(source))
        }
        probe.same("versions", seen.size, 4)
      }),
    following
  ),

  check(
    "versions",
    "a directory that follows no source is the one that was given",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* probe.begin(province)
        const first = yield* versionOf(source)
        yield* source.fill(later)
        yield* source.readAnew
        probe.same("version", yield* versionOf(source), first)
        yield* answersLike(probe, "afterwards", source, province)
      }),
    (supports) => !supports.following
  ),

  check(
    "age",
    "when it has read its source anew it answers what the source holds now, and what was taken away there is denied",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* probe.begin(province)
        for (const [what, data] of Object.entries({ ...samples, "an office that was taken away": later })) {
          yield* source.fill(data)
          yield* source.readAnew
          yield* answersLike(probe, what, source, data)
        }
      }),
    following
  ),

  check(
    "age",
    "it never answers what is older than it says, whether its source is there or not",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* probe.begin(province)
        yield* source.fill(later)
        yield* source.grow
        const there = yield* current(source)
        if (typeof there === "string") probe.same("its source is there", there, gone)
        else probe.same("its source is there", differences(there, later), [])
        const other = yield* probe.begin(province)
        yield* answersLike(probe, "at first", other, province)
        yield* other.takeAway
        yield* other.grow
        probe.same("its source is gone", yield* versionOf(other), gone)
      }),
    following
  ),

  check(
    "nonsense",
    "data that contradict themselves never become the directory",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* probe.begin(province)
        const first = yield* versionOf(source)
        yield* source.fill(contradicting)
        yield* source.readAnew
        const kept = yield* versionOf(source)
        probe.holds(`meanwhile: ${kept}`, kept === first || kept === gone)
        yield* source.grow
        probe.same("when the last good one is too old", yield* versionOf(source), gone)
        yield* source.fill(later)
        yield* back(probe, "when it is put right", source, later)
      }),
    following
  ),

  check(
    "nonsense",
    "an adapter that has never read anything good has no directory",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* opened(probe.begin(contradicting))
        probe.same("directory", typeof source === "string" ? source : yield* versionOf(source), gone)
      }),
    following
  ),

  check(
    "gone",
    "while its source is gone it answers what it has read before, for as long as it says, or that it cannot",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* probe.begin(province)
        const first = yield* versionOf(source)
        yield* source.takeAway
        yield* source.readAnew
        const kept = yield* versionOf(source)
        probe.holds(`meanwhile: ${kept}`, kept === first || kept === gone)
        if (kept === first) yield* answersLike(probe, "meanwhile", source, province)
      }),
    following
  ),

  check(
    "gone",
    "when its source is back it answers what the source holds then",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* probe.begin(province)
        yield* answersLike(probe, "at first", source, province)
        yield* source.fill(later)
        yield* source.takeAway
        yield* source.readAnew
        yield* source.grow
        yield* versionOf(source)
        yield* source.giveBack
        yield* back(probe, "when it is back", source, later)
      }),
    following
  ),

  check(
    "gone",
    "an adapter whose source was never there has no directory, and says so",
    (probe) =>
      Effect.gen(function* () {
        const source = yield* opened(probe.begin(province, { away: true }))
        if (typeof source === "string") return probe.same("it does not open", source, gone)
        probe.same("directory", yield* versionOf(source), gone)
        yield* source.giveBack
        yield* back(probe, "when it is there", source, province)
      }),
    following
  )
]
