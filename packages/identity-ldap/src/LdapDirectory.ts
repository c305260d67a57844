import type { Directory as AgencyDirectory } from "@banfa/core/agency"
import { Directory } from "@banfa/core/port/Directory"
import { StorageUnavailable } from "@banfa/core/port/EventStore"
import type { Text } from "@banfa/core/regulation"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Semaphore from "effect/Semaphore"
import { type DirectorySettings, directorySettings } from "./directorySettings.ts"
import type { LdapRejected } from "./LdapRejected.ts"
import { makeServer } from "./makeServer.ts"
import type { DirectoryOptions } from "./Options.ts"
import { readDirectory } from "./readDirectory.ts"

/** How the directory stands. */
export interface Reading {
  /** The version that is answered with; `undefined` while there is none that may be. */
  readonly version: string | undefined
  /** How old it is, in ms; `undefined` where nothing good was ever read. */
  readonly age: number | undefined
  /** Why the last reading did not become the directory; `undefined` where it did. */
  readonly problem: { readonly text: Text; readonly cause: unknown } | undefined
}

/** Looks after the directory that is read from LDAP: how it stands, and reading it now. */
export class DirectoryReading extends Context.Service<
  DirectoryReading,
  {
    /** How it stands. */
    readonly state: Effect.Effect<Reading>
    /** Reads it now, as a host does that knows of a change, and answers how it stands then. */
    readonly refresh: Effect.Effect<Reading>
  }
>()("@banfa/identity-ldap/DirectoryReading") {}

/** What was read, and when: by the clock of the wall and by one that nobody sets. */
interface Good {
  readonly directory: AgencyDirectory
  readonly wall: number
  readonly steady: bigint
}

const now = Effect.all({ wall: Clock.currentTimeMillis, steady: Clock.monotonicTimeNanos })

/** Whichever clock says more: one may have been set back, and the other may have slept with the machine. */
const ageOf = ({ steady, wall }: Good) =>
  Effect.map(now, (then) => Math.max(then.wall - wall, Number((then.steady - steady) / 1_000_000n)))

const isText = (value: unknown): value is Text =>
  typeof value === "object" &&
  value !== null &&
  "zh" in value &&
  typeof value.zh === "string" &&
  "en" in value &&
  typeof value.en === "string"

const cut = ({ en, zh }: Text): Text => ({ zh: zh.slice(0, 2000), en: en.slice(0, 2000) })

/** The reason, for people: as the error says it, or what it lists. */
const textOf = (cause: unknown): Text => {
  const error = typeof cause === "object" && cause !== null ? cause : {}
  if ("text" in error && isText(error.text)) return cut(error.text)
  if (isText(error)) return cut(error)
  if ("findings" in error && Array.isArray(error.findings)) {
    const findings = error.findings.filter(isText)
    return cut({ zh: findings.map(({ zh }) => zh).join("；"), en: findings.map(({ en }) => en).join("; ") })
  }
  const said = cause instanceof Error ? cause.message : String(cause)
  return cut({ zh: said, en: said })
}

const make = Effect.fnUntraced(function* (settings: DirectorySettings) {
  const { maxAge, refreshEvery, retryEvery, stated = {} } = settings
  const server = yield* makeServer(settings.server)
  // a program of the host's that breaks is a reason like any other: it must not end the reading for good
  const table = Effect.isEffect(stated) ? Effect.catchDefect(stated, Effect.fail) : Effect.succeed(stated)
  const one = yield* Semaphore.make(1)
  let good: Good | undefined
  let problem: Reading["problem"]

  const state = Effect.gen(function* (): Effect.fn.Return<Reading> {
    const age = good && (yield* ageOf(good))
    const usable = good !== undefined && age !== undefined && age <= maxAge
    return { version: usable ? good?.directory.version : undefined, age, problem }
  })

  const read = Effect.gen(function* () {
    // its age is counted from before it was asked for
    const begun = yield* now
    const directory = yield* Effect.flatMap(table, (beside) => readDirectory(server, settings, beside))
    good = { directory, ...begun }
    problem = undefined
  }).pipe(
    Effect.catch((cause: unknown) => {
      const text = textOf(cause)
      problem = { text, cause }
      const meanwhile =
        good === undefined
          ? { zh: "至今没有可用的名录。", en: "There is none so far." }
          : { zh: "上次读取的名录沿用至其期满。", en: "What was read before stands until it is too old." }
      return Effect.logWarning(
        `机构名录未能读取：${text.zh} ${meanwhile.zh} The agency directory could not be read: ${text.en} ${meanwhile.en}`
      )
    }),
    Semaphore.withPermit(one)
  )

  yield* read
  yield* Effect.suspend(() => Effect.sleep(problem === undefined ? refreshEvery : retryEvery)).pipe(
    Effect.andThen(read),
    Effect.forever,
    Effect.forkScoped
  )

  const current = Effect.gen(function* () {
    const known = good
    if (known === undefined)
      return yield* new StorageUnavailable({
        operation: "directory",
        cause: problem?.cause ?? new Error("not yet read")
      })
    const age = yield* ageOf(known)
    if (age <= maxAge) return known.directory
    const cause = problem?.cause ?? new Error(`what was read is ${age} ms old`)
    return yield* new StorageUnavailable({ operation: "directory", cause })
  })

  return Context.make(Directory, Directory.of({ current })).pipe(
    Context.add(DirectoryReading, DirectoryReading.of({ state, refresh: Effect.andThen(read, state) }))
  )
})

/**
 * The directory of agencies, read from this server: at once, and then again and again for as long as the layer lasts. The layer also stands where the
 * server is gone; then `current` is `StorageUnavailable` until it is there. What contradicts itself or cannot be read never becomes the directory: the
 * last good one stands until it is older than `maxAge`, and the reason is logged as a warning and told by `DirectoryReading`.
 */
export const directoryLayer = (options: DirectoryOptions): Layer.Layer<Directory | DirectoryReading, LdapRejected> =>
  Layer.effectContext(Effect.flatMap(Effect.fromResult(directorySettings(options)), make))
