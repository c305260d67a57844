/**
 * Folds a file of facts, one a line, project by project as they come, and says what it took. A process of its own, since memory is what is
 * measured. Arguments: the file, and the way.
 */
import { createReadStream } from "node:fs"
import { type Event, evolve, fold, type Project } from "@banfa/core/project"
import { decodeEvents } from "@banfa/core/project/decode"
import * as Result from "effect/Result"

/** The least that a program of its own would keep: mutable, without instances or history. */
interface Plain {
  position: string
  approvedOn: string | undefined
  filedOn: string | undefined
  assessedOn: string | undefined
  reports: number
  lastPeriod: string
}

const switched = (): { readonly take: (line: string) => void; readonly reports: () => number } => {
  const states = new Map<string, Plain>()
  return {
    take: (line) => {
      const e = JSON.parse(line) as Event
      let s = states.get(e.project)
      if (s === undefined) {
        s = {
          position: "draft",
          approvedOn: undefined,
          filedOn: undefined,
          assessedOn: undefined,
          reports: 0,
          lastPeriod: ""
        }
        states.set(e.project, s)
      }
      switch (e._tag) {
        case "Applied":
          s.position = "applied"
          break
        case "OpinionRequested":
          s.position = "opinionRequested"
          break
        case "OpinionGiven":
          s.position = "opinionGiven"
          break
        case "AssessmentIssued":
          s.assessedOn = e.on
          break
        case "Approved":
          s.position = "approved"
          s.approvedOn = e.on
          break
        case "InvestmentFiled":
          s.filedOn = e.on
          break
        case "ProgressReported":
          s.reports++
          if (e.period > s.lastPeriod) s.lastPeriod = e.period
          break
      }
    },
    reports: () => [...states.values()].reduce((n, s) => n + s.reports, 0)
  }
}

const evolved = (read: (line: string) => Event): ReturnType<typeof switched> => {
  const states = new Map<string, Project>()
  return {
    take: (line) => {
      const e = read(line)
      states.set(e.project, evolve(states.get(e.project) ?? fold(e.project, []), e))
    },
    reports: () => [...states.values()].reduce((n, p) => n + p.reports.length, 0)
  }
}

/** The ways of folding that are compared, the reference first. */
const ways = {
  plain: switched,
  evolve: () => evolved((line) => JSON.parse(line) as Event),
  decode: () => evolved((line) => Result.getOrThrow(decodeEvents([JSON.parse(line)]))[0] as Event)
} as const

const [file, way] = process.argv.slice(2)
if (file !== undefined && way !== undefined) {
  const { reports, take } = ways[way as keyof typeof ways]()
  const started = process.hrtime.bigint()
  let rest = ""
  for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 18 })) {
    const lines = (rest + chunk).split("\n")
    rest = lines.pop() as string
    for (const line of lines) take(line)
  }
  const time = Number(process.hrtime.bigint() - started)
  console.info(JSON.stringify({ time, memory: process.resourceUsage().maxRSS, reports: reports() }))
}
