/** A directory that is read from a part of the tree, over a line that can be bad, by clocks that can be set. */
import type { DirectoryData } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import { Directory } from "@banfa/core/port/Directory"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import { type DirectoryOptions, DirectoryReading, directoryLayer, type Stated } from "../../src/index.ts"
import { line } from "./Line.ts"
import { type Attributes, add, folder, instantOf, port, remove, server } from "./tree.ts"

const text = (attribute: string) => ({ attribute })

/** How the tests enter agencies and holdings, and what of it is read. */
export const optionsFor = (base: string, over: number): DirectoryOptions => ({
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
export const fill = async (base: string, { agencies, holdings }: DirectoryData) => {
  for (const ou of ["agencies", "holdings"]) await remove(`ou=${ou},${base}`)
  // the folder itself is a unit and no agency
  for (const ou of ["agencies", "holdings"])
    await add(`ou=${ou},${base}`, { objectClass: ["locality", "extensibleObject"], ou })
  const unit = ({ id, kind, name, region, ...days }: DirectoryData["agencies"][number], i: number) =>
    add(`ou=${i},ou=agencies,${base}`, {
      objectClass: ["organizationalUnit", "banfaEntry"],
      ou: String(i),
      banfaAgency: id,
      description: name.zh,
      ...(name.en === undefined ? {} : { "description;lang-en": name.en }),
      banfaRegion: region,
      ...(kind === undefined ? {} : { businessCategory: kind }),
      ...daysOf(days)
    })
  // a server hangs up on who has asked for too much at once
  for (let i = 0; i < agencies.length; i += 100)
    await Promise.all(agencies.slice(i, i + 100).map((one, n) => unit(one, i + n)))
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

const statedIn = ({ regionChanges, successions, vacancies }: DirectoryData): Stated => ({
  successions,
  ...(regionChanges === undefined ? {} : { regionChanges }),
  ...(vacancies === undefined ? {} : { vacancies })
})

/** The adapter over a part of the tree, with clocks that can be set on. */
export const begun = (tree: string, data: DirectoryData, change: Partial<DirectoryOptions> = {}, away = false) =>
  Effect.gen(function* () {
    const base = yield* Effect.promise(async () => {
      const own = await folder(tree)
      await fill(own, data)
      return own
    })
    return yield* begunAt(base, data, change, away)
  })

/** The same over what stands below `base` already. */
export const begunAt = (base: string, data: DirectoryData, change: Partial<DirectoryOptions> = {}, away = false) =>
  Effect.gen(function* () {
    const way = yield* line(port)
    if (away) yield* Effect.promise(() => way.become({ _tag: "Refuses" }))
    let held = data
    let [passed, steadily] = [0, 0n]
    const real = yield* Clock.Clock
    const clock: Clock.Clock = {
      ...real,
      sleep: (duration) => real.sleep(duration),
      currentTimeMillisUnsafe: () => real.currentTimeMillisUnsafe() + passed,
      currentTimeMillis: Effect.sync(() => real.currentTimeMillisUnsafe() + passed),
      currentTimeNanosUnsafe: () => real.currentTimeNanosUnsafe(),
      currentTimeNanos: real.currentTimeNanos,
      monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe() + steadily,
      monotonicTimeNanos: Effect.sync(() => real.monotonicTimeNanosUnsafe() + steadily)
    }
    const log: Array<string> = []
    const logger = Logger.layer([Logger.make(({ message }) => log.push(String(message)))])
    const context = yield* Layer.build(
      directoryLayer({ ...optionsFor(base, way.port), stated: Effect.sync(() => statedIn(held)), ...change })
    ).pipe(Effect.provideService(Clock.Clock, clock), Effect.provide(logger))
    const onClock = <A, E>(effect: Effect.Effect<A, E>) =>
      effect.pipe(Effect.provideService(Clock.Clock, clock), Effect.provide(logger))
    const reading = Context.get(context, DirectoryReading)
    return {
      base,
      way,
      /** What was logged. */
      log,
      state: onClock(reading.state),
      directory: Directory.of({ current: onClock(Context.get(context, Directory).current) }),
      fill: (next: DirectoryData) =>
        Effect.promise(async () => {
          held = next
          await fill(base, next)
        }),
      readAnew: onClock(reading.refresh),
      /** Lets time pass, in ms, by the clock of the wall and by one that nobody sets. */
      pass: (wall: number, steady: number) =>
        Effect.sync(() => {
          passed += wall
          steadily += BigInt(steady) * 1_000_000n
        }),
      takeAway: Effect.promise(() => way.become({ _tag: "Refuses" })),
      giveBack: Effect.promise(() => way.become({ _tag: "None" }))
    }
  })
