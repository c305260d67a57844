import { type Dispatch, NotDelivered } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"

/** What is posted instead of the message of the public service, where a deployment wants another form: anything that JSON can hold. */
export type MessageMapping<Message> = (message: Message, dispatch: Dispatch) => unknown

/** The message in JSON, as the mapping of a deployment makes it, if there is one. */
export const jsonBody = <Message>(
  message: Message,
  dispatch: Dispatch,
  mapping: MessageMapping<Message> | undefined
): Effect.Effect<string, NotDelivered> =>
  Effect.suspend(() => {
    try {
      const json: unknown = JSON.stringify(mapping === undefined ? message : mapping(message, dispatch))
      return typeof json === "string" ? Effect.succeed(json) : notMapped
    } catch {
      return notMapped
    }
  })

const notMapped = Effect.fail(
  new NotDelivered({
    reason: "refused",
    retry: false,
    detail: "本部署的消息映射出错 (the mapping of messages of this deployment failed)"
  })
)
