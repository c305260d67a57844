/** The access token of an application: asked for once for all that need it, and before it is over. @module */
import { NotDelivered } from "@banfa/core/port/Notifier"
import * as Cache from "effect/Cache"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { tokenIsOver } from "./errorCodes.ts"
import { type Answer, type Ask, refusedBy } from "./service.ts"

/** With what a token is got. */
export interface TokenSettings {
  /** The id of the organization. */
  readonly corpId: string
  /** The secret of the application. */
  readonly secret: string
  /** Where a token is got, `/cgi-bin/gettoken`. */
  readonly path: string
}

/** A token and how long it lasts, in seconds. */
interface Token {
  readonly value: string
  readonly seconds: number
}

/** Does something with a token; where the service says that it is over, once more with a new one, and not again. */
export type WithToken = (
  ask: (token: string) => Effect.Effect<Answer, NotDelivered>
) => Effect.Effect<Answer, NotDelivered>

/** A token that is kept until a tenth of its time, and at most five minutes, is left of it. */
export const accessToken = (ask: Ask, { corpId, path, secret }: TokenSettings): Effect.Effect<WithToken> =>
  Effect.map(
    Cache.makeWith(
      () =>
        Effect.flatMap(ask({ path, query: { corpid: corpId, corpsecret: secret } }), (answer) => {
          const { access_token: value, errcode, expires_in: seconds } = answer
          if (errcode !== 0) return Effect.fail(refusedBy(answer))
          return typeof value === "string" && value !== "" && typeof seconds === "number"
            ? Effect.succeed<Token>({ value, seconds })
            : Effect.fail(
                new NotDelivered({
                  reason: "unavailable",
                  retry: true,
                  detail: "答复中没有凭证 (the answer holds no token)"
                })
              )
        }),
      {
        capacity: 1,
        // a failure is shared by those who wait for it, and by nobody after
        timeToLive: Exit.match({
          onFailure: () => 0,
          onSuccess: ({ seconds }) => Math.max(0, seconds * 1000 - Math.min(300_000, seconds * 100))
        })
      }
    ),
    (tokens): WithToken => {
      const token = Cache.get(tokens, "token")
      return (ask) =>
        Effect.gen(function* () {
          const first = yield* token
          const answer = yield* ask(first.value)
          if (!tokenIsOver.has(answer.errcode)) return answer
          // another one may have seen the same and got a new one already: that one stays
          yield* Cache.invalidateWhen(tokens, "token", ({ value }) => value === first.value)
          const second = yield* token
          return yield* ask(second.value)
        })
    }
  )
