/** Opening a case and giving all its verdicts, beside reading the same rows and parsing them, and how it grows with the case. */
import { DatabaseSync } from "node:sqlite"
import { embed } from "@banfa/core/docket"
import type { Event } from "@banfa/core/project"
import { layer } from "@banfa/storage-sqlite"
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

const perEvent = (found: Turns): Turns =>
  found.map(({ name, took }, i) => {
    const events = i === 0 ? openings * sizes.small : sizes.large
    return { name, took: took.map((time) => time / events) }
  })

/** A case of 200 events, and one of 20,000. */
export const opening = (rounds: Rounds): Promise<void> =>
  inFolder(async (file) => {
    const filename = file("cases.sqlite")
    const opened = await embed({
      directory: city,
      profile: profiles.sample,
      recorders: [{ id: by }],
      store: layer({ filename })
    })
    if (!opened.ok) throw new Error(opened.error.text.en)
    const docket = opened.value
    for (const [project, size] of Object.entries(sizes)) {
      const facts = factsOf(project, size)
      for (let n = 0; n < size; n += perCommand) {
        const told = facts.slice(n, n + perCommand)
        const answer = await docket.record({ command: `${project}${n}`, at, by, facts: told })
        if (!answer.ok) throw new Error(answer.error.text.en)
      }
    }
    const verdictsOf = async (id: string) => {
      const answer = await docket.verdicts({ subject: "project", id }, { asOf: afterTenYears })
      if (!answer.ok) throw new Error(answer.error.text.en)
      return answer.value.verdicts.length
    }
    const [small, large] = [bareReader(filename, "small"), bareReader(filename, "large")]
    const many = (each: () => unknown) => async () => {
      for (let n = 0; n < openings; n++) await each()
    }
    const told = `${await verdictsOf("small")} and ${await verdictsOf("large")} verdicts from ${small.read()} and ${large.read()} rows`
    const found = await turns(
      [
        { name: "rows read and parsed, node:sqlite alone", block: many(small.read) },
        { name: `Docket.verdicts, ${sizes.small} facts`, block: many(() => verdictsOf("small")) },
        { name: "rows of the large case read and parsed", block: large.read },
        { name: `Docket.verdicts, ${sizes.large} facts`, block: () => verdictsOf("large") }
      ],
      rounds
    )
    for (const { close } of [small, large]) close()
    await docket.close()
    const pair = (...names: ReadonlyArray<number>) => names.map((i) => found[i] as Turns[number])
    print(`Opening a case of ${sizes.small} facts (${told}): time`, multiplesOf(pair(0, 1)))
    print(`Opening a case of ${sizes.large} facts: time`, multiplesOf(pair(2, 3)))
    print("Opening, for each fact: time", multiplesOf(perEvent(pair(1, 3))))
    print("Reading and parsing, for each fact: time", multiplesOf(perEvent(pair(0, 2))))
  })
