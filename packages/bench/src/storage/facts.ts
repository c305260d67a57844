import type { AppendRequest, JsonObject } from "@banfa/core/port/EventStore"
import { tenYears } from "../world.ts"

/** The instant of every entry. */
export const at = "2026-03-01T01:00:00Z"

/** Who enters. */
export const by = "clerk"

/** The first facts of a project of its own, one after another; none of them is an assessment's, which has a stream of its own. */
const kinds = tenYears("@")
  .filter((fact) => !("assessment" in fact))
  .slice(0, 10)

/** As many facts are told of a project before the next one begins. */
export const each = kinds.length

/** The fact of this number: the first ten of the first project, the first ten of the second, and so on. */
export const factOf = (n: number, prefix: string): { readonly [key: string]: unknown } => {
  const { id: _, recordedAt: __, seq: ___, ...fact } = kinds[n % each] as (typeof kinds)[number]
  return { ...fact, project: `${prefix}${Math.floor(n / each)}` }
}

/** The kind and the data of an event, of ten kinds in turn. */
export const eventOf = (n: number): { readonly type: string; readonly data: JsonObject } => {
  const fact = factOf(n, "P")
  return { type: `project/${fact._tag}`, data: { ...fact, recordedAt: at, recordedBy: by } as JsonObject }
}

/** The command that appends the facts from one number to before another, guarded by the streams that they go to. */
export const appendOf = (from: number, to: number, prefix: string): AppendRequest => {
  const events = []
  const versions = new Map<string, number>()
  for (let n = from; n < to; n++) {
    const fact = factOf(n, prefix)
    const stream = `project/${fact.project}`
    if (!versions.has(stream)) versions.set(stream, n % each)
    const id = `${prefix}${from}/${n - from + 1}`
    events.push({
      stream,
      id,
      type: `project/${fact._tag}`,
      data: { ...fact, id, recordedAt: at, recordedBy: by },
      recordedAt: at
    })
  }
  const guards = [...versions].map(([stream, version]) => ({ stream, version }))
  return { command: `${prefix}${from}`, guards, events } as unknown as AppendRequest
}
