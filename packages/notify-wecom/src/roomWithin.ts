/** Keeps to what may be sent in a period: who would go beyond it is told when there is room, and nobody is made to wait. @module */
import { NotDelivered } from "@banfa/core/port/Notifier"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

/** At most so many messages in any period of so many milliseconds, wherever it begins. */
export interface Limit {
  /** How many messages. */
  readonly count: number
  /** How long the period is, in milliseconds. */
  readonly within: number
}

/**
 * Takes room for so many messages to each of these recipients, or takes none and fails with the milliseconds after which there is some. What is
 * answered has to be run when the far side has answered: until then the messages count as sent now. It is kept in this process alone.
 */
export type TakeRoom = (to: Recipients, messages: number) => Effect.Effect<Effect.Effect<void>, NotDelivered>

/** Those named, or anybody: where it is not known who is reached, each recipient is counted as reached. */
export type Recipients = ReadonlyArray<string> | "anybody"

/** A message that was sent, and when the far side answered; it may have counted it at any instant before. */
interface Mark {
  at: number | undefined
}

// of any clock but one that is never set back, a message could leave the period early
const milliseconds = Effect.map(Clock.monotonicTimeNanos, (nanos) => Number(nanos / 1_000_000n))

/** How long until so many more may be sent after these, under all of these limits. */
const waitOf = (limits: ReadonlyArray<Limit>, marks: ReadonlyArray<Mark>, messages: number, now: number): number => {
  const sent = marks.map(({ at = now }) => at).toSorted((a, b) => a - b)
  return Math.max(
    ...limits.map(({ count, within }) => {
      const leaving = sent.at(messages - count - 1)
      return sent.length + messages <= count || leaving === undefined ? 0 : Math.max(0, leaving + within + 1 - now)
    })
  )
}

/** Room under these limits, all of it. No more messages may be asked for at once than each of them allows. */
export const roomWithin = (limits: ReadonlyArray<Limit>): TakeRoom => {
  const longest = Math.max(...limits.map(({ within }) => within))
  const marksOf = new Map<string, ReadonlyArray<Mark>>()
  let toAnybody: ReadonlyArray<Mark> = []

  const forget = (now: number) => {
    const counts = ({ at = now }: Mark) => at >= now - longest
    toAnybody = toAnybody.filter(counts)
    for (const [name, marks] of marksOf) {
      const left = marks.filter(counts)
      if (left.length === 0) marksOf.delete(name)
      else if (left.length < marks.length) marksOf.set(name, left)
    }
  }

  /** What counts for each recipient who is reached. */
  const countingFor = (to: Recipients): ReadonlyArray<ReadonlyArray<Mark>> =>
    to === "anybody"
      ? [toAnybody, ...[...marksOf.values()].map((marks) => [...toAnybody, ...marks])]
      : to.map((name) => [...toAnybody, ...(marksOf.get(name) ?? [])])

  return Effect.fnUntraced(function* (to, messages) {
    const now = yield* milliseconds
    forget(now)
    const wait = countingFor(to).reduce((most, marks) => Math.max(most, waitOf(limits, marks, messages, now)), 0)
    if (wait > 0) {
      return yield* new NotDelivered({
        reason: "throttled",
        retry: true,
        after: wait,
        detail: `本通道自行限速，${wait} 毫秒后可发送 (kept back by this channel, there is room in ${wait} ms)`
      })
    }
    const marks = Array.from({ length: messages }, (): Mark => ({ at: undefined }))
    if (to === "anybody") toAnybody = [...toAnybody, ...marks]
    else for (const name of to) marksOf.set(name, [...(marksOf.get(name) ?? []), ...marks])
    return Effect.map(milliseconds, (at) => {
      for (const mark of marks) mark.at = at
    })
  })
}
