import type { PlayedCheck } from "@banfa/core/scenario"
import type { Run } from "./runScenarios.ts"

/** What scenarios exercise: how often a norm was expected to have a status and had it, and where a reading changed an answer. */
export interface ScenarioCoverage {
  /** `N10.1` → `Breached` → how many checks. */
  readonly statuses: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** `A10a` → `veto` → the scenarios in which this option answers otherwise than another one. */
  readonly readings: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>
}

const nested = <K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> => {
  const inner = map.get(key) ?? new Map<K, V>()
  map.set(key, inner)
  return inner
}

/** Counts what scenarios that were played exercise. Checks that do not hold count for nothing. */
export const scenarioCoverage = (runs: Iterable<Run>): ScenarioCoverage => {
  const statuses = new Map<string, Map<string, number>>()
  const readings = new Map<string, Map<string, Set<string>>>()
  for (const { checks, scenario } of runs) {
    const held = checks.filter(({ differences }) => differences.length === 0)
    for (const { check } of held) {
      const { duties = [], onlyDuties = [], onlyVerdicts = [], verdicts = [] } = check.then
      for (const { norm, status } of [...verdicts, ...onlyVerdicts, ...duties, ...onlyDuties]) {
        if (status === undefined) continue
        const counts = nested(statuses, norm)
        counts.set(status, (counts.get(status) ?? 0) + 1)
      }
    }
    for (const [index, a] of held.entries()) {
      for (const b of held.slice(index + 1)) {
        const reading = soleReading(a, b)
        if (reading === undefined || answered(a) === answered(b)) continue
        for (const { answers } of [a, b]) {
          const options = nested(readings, reading)
          const option = answers.readings[reading]
          options.set(option, new Set([...(options.get(option) ?? []), scenario.name.en]))
        }
      }
    }
  }
  return { statuses, readings }
}

/** The one reading in which two otherwise equal questions differ. */
const soleReading = (a: PlayedCheck, b: PlayedCheck): keyof PlayedCheck["answers"]["readings"] | undefined => {
  const asked = ({ check: { when } }: PlayedCheck): string => JSON.stringify({ ...when, readings: undefined })
  if (asked(a) !== asked(b)) return undefined
  const ids = Object.keys(a.answers.readings) as Array<keyof PlayedCheck["answers"]["readings"]>
  const differing = ids.filter((id) => a.answers.readings[id] !== b.answers.readings[id])
  return differing.length === 1 ? differing[0] : undefined
}

/** What a person would read of the answers: verdicts with their bearers, and the advice with its reasons. */
const answered = ({ answers: { advice, verdicts } }: PlayedCheck): string =>
  JSON.stringify([
    advice?.outcome,
    advice?.reasons.map((reason) =>
      reason._tag === "Norm" ? [reason.outcome, reason.verdict.norm] : [reason.outcome, reason._tag]
    ),
    verdicts.map(({ bearers, verdict: { due, instance, missing, norm, note, status } }) => [
      norm,
      instance,
      status,
      due,
      note,
      missing,
      bearers
    ])
  ])
