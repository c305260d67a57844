/** Opening a case and giving all its verdicts, beside reading the same rows and parsing them, and how it grows with the case. */
import { DatabaseSync } from "node:sqlite"
import { type EmbeddedDocket, embed } from "@banfa/core/docket"
import { EventStore } from "@banfa/core/port/EventStore"
import type { Event } from "@banfa/core/project"
import { layer } from "@banfa/storage-sqlite"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { print } from "../ratios.ts"
import { afterTenYears, city, profiles, tenYears } from "../world.ts"
import { at, by } from "./facts.ts"
import { inFolder } from "./folder.ts"
import { multiplesOf, type Rounds, type Turns, turns } from "./shares.ts"

const sizes = { small: 200, large: 20_000 }
/** Facts of a command that writes a case. */
const perCommand = 5000
/** The small case is opened so often in the time in which the large one is once. */
const openings = 20

const named = ["application", "request", "opinion", "scheme", "assessment", "budget", "acceptance", "former", "review"]

/** The ten years told again with applications, budgets, assessments and all else of their own, until there are so many facts. */
const factsOf = (project: string, size: number): ReadonlyArray<unknown> => {
  const story = tenYears(project)
  const again = (fact: Event, n: number) => {
    const own = (value: unknown): unknown =>
      typeof value === "string" ? `${value}-${n}` : Array.isArray(value) ? value.map(own) : value
    const { id: _, recordedAt: __, seq: ___, ...told } = fact
    return Object.fromEntries(
      Object.entries(told).map(([key, value]) => [
        key,
        named.includes(key) && !(key === "former" && fact._tag === "Drafted")
          ? own(value)
          : key === "considered"
            ? own(value)
            : value
      ])
    )
  }
  return Array.from({ length: size }, (_, i) => again(story[i % story.length] as Event, Math.floor(i / story.length)))
}

/** The rows of a case, read stream by stream with one statement and parsed, and nothing else. */
const bareReader = (file: string, project: string) => {
  const db = new DatabaseSync(file, { readOnly: true })
  const streams = db
    .prepare("SELECT DISTINCT stream FROM banfa_events WHERE stream = ? OR json_extract(data, '$.project') = ?")
    .all(`project/${project}`, project)
    .map(({ stream }) => String(stream))
  const rows = db.prepare(
    "SELECT position, stream, version, event_id, command_id, event_type, recorded_at, data FROM banfa_events WHERE stream = ? ORDER BY version"
  )
  return {
    read: (): number => {
      let count = 0
      for (const stream of streams)
        for (const { data } of rows.all(stream)) if (JSON.parse(String(data)) !== undefined) count++
      return count
    },
    close: () => db.close()
  }
}

/** What each fact of the small case and of the large one takes. */
const perFact = (small: Turns[number] | undefined, large: Turns[number] | undefined): Turns => [
  { name: `of ${sizes.small}`, took: (small?.took ?? []).map((time) => time / (openings * sizes.small)) },
  { name: `of ${sizes.large}`, took: (large?.took ?? []).map((time) => time / sizes.large) }
]

const project = "project" as const

/** A docket over a store, which has read nothing yet. Without a read side: it has no part in a question, and would be written first. */
const docketOver = async (store: EventStore["Service"]) => {
  const opened = await embed({
    directory: city,
    profile: profiles.sample,
    recorders: [{ id: by }],
    store: Layer.succeed(EventStore, store)
  })
  if (!opened.ok) throw opened.error
  return opened.value
}

const verdictsOf = async (docket: EmbeddedDocket, id: string): Promise<number> => {
  const answer = await docket.verdicts({ subject: project, id }, { asOf: afterTenYears })
  if (!answer.ok) throw new Error(answer.error.text.en)
  return answer.value.verdicts.length
}

/** Dockets that have read nothing, each for one question. They are made before anything is measured. */
const unread = async (store: EventStore["Service"], count: number) => {
  const dockets: Array<EmbeddedDocket> = []
  for (let n = 0; n < count; n++) dockets.push(await docketOver(store))
  return (id: string) => verdictsOf(dockets.pop() as EmbeddedDocket, id)
}

const write = async (docket: EmbeddedDocket, id: string, size: number): Promise<void> => {
  const facts = factsOf(id, size)
  for (let n = 0; n < size; n += perCommand) {
    const told = facts.slice(n, n + perCommand)
    const answer = await docket.record({ command: `${id}${n}`, at, by, facts: told })
    if (!answer.ok) throw new Error(answer.error.text.en)
  }
}

const times = (count: number, each: () => unknown) => async () => {
  for (let n = 0; n < count; n++) await each()
}

/** A case of 200 facts and one of 20,000: asked about for the first time, and again, when the docket has kept what it read. */
export const opening = (rounds: Rounds): Promise<void> =>
  inFolder(async (file) => {
    const filename = file("cases.sqlite")
    const runtime = ManagedRuntime.make(layer({ filename }))
    const store = await runtime.runPromise(EventStore)
    const docket = await docketOver(store)
    for (const [id, size] of Object.entries(sizes)) await write(docket, id, size)
    const [small, large] = [bareReader(filename, "small"), bareReader(filename, "large")]
    const firstSmall = await unread(store, (rounds.rounds + 1) * openings)
    const firstLarge = await unread(store, rounds.rounds + 1)
    const said = [await verdictsOf(docket, "small"), await verdictsOf(docket, "large")].join(" and ")
    const rows = [small.read(), large.read()].join(" and ")
    const found = await turns(
      [
        { name: "rows read and parsed, node:sqlite alone", block: times(openings, small.read) },
        { name: "all verdicts, asked for the first time", block: times(openings, () => firstSmall("small")) },
        { name: "all verdicts, asked again", block: times(openings, () => verdictsOf(docket, "small")) },
        { name: "rows read and parsed, node:sqlite alone", block: large.read },
        { name: "all verdicts, asked for the first time", block: () => firstLarge("large") },
        { name: "all verdicts, asked again", block: () => verdictsOf(docket, "large") }
      ],
      rounds
    )
    for (const { close } of [small, large]) close()
    await docket.close()
    await runtime.dispose()
    console.info(`\nCases of ${sizes.small} and ${sizes.large} facts: ${rows} rows, ${said} verdicts`)
    print(`A case of ${sizes.small} facts: time`, multiplesOf(found.slice(0, 3)))
    print(`A case of ${sizes.large} facts: time`, multiplesOf(found.slice(3)))
    for (const [i, what] of ["rows read and parsed", "asked for the first time", "asked again"].entries())
      print(`Each fact, ${what}: time`, multiplesOf(perFact(found[i], found[i + 3])))
  })
