/** A small office with a docket: a project is applied for, and the informatization authority is asked for its opinion. @article 10 */
import { type Directory, type DirectoryData, directory, parseDirectoryData } from "@banfa/core/agency"
import { Deployment, Docket, type EmbeddedDocket, embed } from "@banfa/core/docket"
import { Directory as DirectoryPort } from "@banfa/core/port/Directory"
import { EventStore } from "@banfa/core/port/EventStore"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import { textOnly } from "@banfa/core/profile"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"

const agency = (id: string, zh: string) => ({ id, name: { zh }, region: "440100" })
const held = (id: string, office: string) => ({ agency: id, office, region: "440100", from: "2005-02-04" })

const offices = [
  ["drc", "市发展改革局", "investment"],
  ["info", "市信息化局", "info"],
  ["health", "市卫生局", "organ"],
  ["audit", "市审计局", "audit"]
] as const

/** The agencies of the office; without those that are left out. */
export const agencies = (without: ReadonlyArray<string> = []): Directory => {
  const known = offices.filter(([id]) => !without.includes(id))
  const data: Result.Result<DirectoryData, unknown> = parseDirectoryData({
    version: "2026-03",
    agencies: known.map(([id, zh]) => agency(id, zh)),
    holdings: known.map(([id, , office]) => held(id, office)),
    successions: []
  })
  return Result.getOrThrow(Result.flatMap(data, directory))
}

const project = "P1"

/** What was done, command by command. */
export const course = [
  { _tag: "Drafted", project, on: "2026-01-05", by: "health", region: "440100", organ: "health" },
  { _tag: "Applied", project, on: "2026-01-10", by: "health", application: "A1" },
  { _tag: "OpinionRequested", project, on: "2026-02-10", by: "drc", application: "A1", request: "R1", to: "info" },
  { _tag: "OpinionGiven", project, on: "2026-02-12", by: "info", application: "A1", request: "R1", opinion: "agree" },
  { _tag: "Approved", project, on: "2026-02-20", by: "drc", application: "A1" }
] as const

const commandOf = (fact: { readonly on: string }, index: number) => ({
  command: `c${index + 1}`,
  at: `${fact.on}T01:00:00Z`,
  by: "clerk",
  facts: [fact]
})

/** Enters what was done, each as a command of its own. */
export const enter = (facts: ReadonlyArray<{ readonly on: string }> = course) =>
  Docket.use(({ record }) => Effect.forEach(facts, (fact, index) => record(commandOf(fact, index))))

/** A docket in memory, with the directory as it stands when it is asked. */
export const docketLayer = (now: () => Directory = () => whole) =>
  Docket.layer.pipe(
    Layer.provideMerge(
      Layer.mergeAll(
        EventStore.layerMemory,
        Layer.succeed(DirectoryPort, DirectoryPort.of({ current: Effect.sync(now) })),
        WorkingCalendar.layerMemory(),
        Layer.succeed(Deployment, Deployment.of({ profile: textOnly, recorders: [{ id: "clerk" }] }))
      )
    )
  )

const whole = agencies()

/** The same, embedded. */
export const office = async (): Promise<EmbeddedDocket> => {
  const opened = await embed({ directory: whole, recorders: [{ id: "clerk" }] })
  if (!opened.ok) throw opened.error
  for (const [index, fact] of course.entries()) {
    const recorded = await opened.value.record(commandOf(fact, index))
    if (!recorded.ok) throw recorded.error
  }
  return opened.value
}
