import type { DirectoryData } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import { Directory } from "@banfa/core/port/Directory"
import { directorySuite, type Means, sampleData } from "@banfa/testing/directory"
import { assert, describe, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type DirectoryOptions, DirectoryReading, directoryLayer, type Stated } from "../../src/index.ts"
import { line } from "./Line.ts"
import { type Attributes, add, folder, instantOf, ownTree, port, remove, server } from "./tree.ts"

const tree = await ownTree()

const text = (attribute: string) => ({ attribute })

/** How the tests enter agencies and holdings, and what of it is read. */
const optionsFor = (base: string, over: number): DirectoryOptions => ({
  ...server(over),
  agencies: {
    base: `ou=agencies,${base}`,
    where: { objectClass: "organizationalUnit" },
    id: text("banfaAgency"),
    name: { zh: text("description"), en: text("description;lang-en") },
    region: text("banfaRegion"),
    kind: text("businessCategory"),
    from: text("banfaFrom"),
    until: text("banfaUntil")
  },
  holdings: {
    base: `ou=holdings,${base}`,
    where: { objectClass: "organizationalRole" },
    agency: text("banfaAgency"),
    offices: text("banfaOffice"),
    region: text("banfaRegion"),
    from: text("banfaFrom"),
    until: text("banfaUntil"),
    source: text("description")
  },
  connectTimeout: "500 millis"
})

const daysOf = ({ from, until }: { readonly from?: CivilDate; readonly until?: CivilDate }): Attributes => ({
  ...(from === undefined ? {} : { banfaFrom: instantOf(from, "12") }),
  ...(until === undefined ? {} : { banfaUntil: instantOf(until, "12") })
})

/** Makes the server hold these data below `base`, and nothing else. */
const fill = async (base: string, { agencies, holdings }: DirectoryData) => {
  for (const ou of ["agencies", "holdings"]) await remove(`ou=${ou},${base}`)
  // the folder itself is a unit and no agency
  for (const ou of ["agencies", "holdings"])
    await add(`ou=${ou},${base}`, { objectClass: ["locality", "extensibleObject"], ou })
  for (const [i, { id, kind, name, region, ...days }] of agencies.entries())
    await add(`ou=${i},ou=agencies,${base}`, {
      objectClass: ["organizationalUnit", "banfaEntry"],
      ou: String(i),
      banfaAgency: id,
      description: name.zh,
      ...(name.en === undefined ? {} : { "description;lang-en": name.en }),
      banfaRegion: region,
      ...(kind === undefined ? {} : { businessCategory: kind }),
      ...daysOf(days)
    })
  for (const [i, { agency, office, region, source, ...days }] of holdings.entries())
    await add(`cn=${i},ou=holdings,${base}`, {
      objectClass: ["organizationalRole", "banfaEntry"],
      cn: String(i),
      banfaAgency: agency,
      banfaOffice: office,
      banfaRegion: region,
      ...(source === undefined ? {} : { description: source }),
      ...daysOf(days)
    })
}

const statedIn = ({ regionChanges, successions }: DirectoryData): Stated => ({
  successions,
  ...(regionChanges === undefined ? {} : { regionChanges })
})

/** The adapter over a part of the tree, with clocks that can be set on. */
const begun = (data: DirectoryData, change: Partial<DirectoryOptions> = {}, away = false) =>
  Effect.gen(function* () {
    const base = yield* Effect.promise(() => folder(tree))
    const way = yield* line(port)
    yield* Effect.promise(() => fill(base, data))
    if (away) yield* Effect.promise(() => way.become({ _tag: "Refuses" }))
    let held = data
    let passed = 0
    const real = yield* Clock.Clock
    const clock: Clock.Clock = {
      ...real,
      sleep: (duration) => real.sleep(duration),
      currentTimeMillisUnsafe: () => real.currentTimeMillisUnsafe() + passed,
      currentTimeMillis: Effect.sync(() => real.currentTimeMillisUnsafe() + passed),
      currentTimeNanosUnsafe: () => real.currentTimeNanosUnsafe(),
      currentTimeNanos: real.currentTimeNanos,
      monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: real.monotonicTimeNanos
    }
    const context = yield* Layer.build(
      directoryLayer({ ...optionsFor(base, way.port), stated: Effect.sync(() => statedIn(held)), ...change })
    ).pipe(Effect.provideService(Clock.Clock, clock))
    const onClock = <A, E>(effect: Effect.Effect<A, E>) => Effect.provideService(effect, Clock.Clock, clock)
    const reading = Context.get(context, DirectoryReading)
    return {
      base,
      way,
      state: onClock(reading.state),
      directory: Directory.of({ current: onClock(Context.get(context, Directory).current) }),
      fill: (next: DirectoryData) =>
        Effect.promise(async () => {
          held = next
          await fill(base, next)
        }),
      readAnew: onClock(reading.refresh),
      grow: Effect.sync(() => {
        passed += 16 * 60_000
      }),
      setBack: Effect.sync(() => {
        passed -= 3_600_000
      }),
      takeAway: Effect.promise(() => way.become({ _tag: "Refuses" })),
      giveBack: Effect.promise(() => way.become({ _tag: "None" }))
    }
  })

const means: Means = {
  begin: (data, { away = false } = {}) => begun(data, {}, away)
}

directorySuite({ name: "LDAP", supports: { following: true }, ...means })
