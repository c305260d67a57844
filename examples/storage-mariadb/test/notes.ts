import { randomUUID } from "node:crypto"
import { type AppendRequest, CommandId, EventId, StreamId } from "@banfa/core/port/EventStore"

/** A stream id that no store has seen. */
export const newStream = (): StreamId => StreamId.make(`项目/${randomUUID()}`)

/** One command that writes one event to this stream, which stands at this version. */
export const noting = (
  stream: StreamId,
  version = 0,
  more: Partial<AppendRequest["events"][0]> = {}
): AppendRequest => ({
  command: CommandId.make(randomUUID()),
  guards: [{ stream, version }],
  events: [
    {
      stream,
      id: EventId.make(randomUUID()),
      type: "Noted",
      data: { 意见: "同意" },
      recordedAt: "2026-03-01T02:30:00Z",
      ...more
    }
  ]
})
