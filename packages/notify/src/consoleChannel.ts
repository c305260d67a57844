/**
 * Letters at the console, for development: each is shown in both languages and goes to nobody.
 *
 * @module
 */
import { NotDelivered, Notifier, type Supports } from "@banfa/core/port/Notifier"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { type DevelopmentOptions, developmentAddresses } from "./developmentAddresses.ts"
import { readableLetter } from "./readableLetter.ts"

export type { DevelopmentOptions } from "./developmentAddresses.ts"

/** It is not known whether anybody reads it. */
export const supports: Supports = { acceptance: false, severalAddresses: true }

/** The channel, over the console of the program in which it is made. */
export const make = (options: DevelopmentOptions = {}): Effect.Effect<Notifier["Service"]> =>
  Effect.map(Console.Console, (console) =>
    Notifier.of({
      channel: options.channel ?? "console",
      send: (dispatch) =>
        Effect.flatMap(developmentAddresses(dispatch, options), ({ to, ...told }) =>
          Effect.try({
            try: () => {
              console.log(readableLetter({ ...dispatch, to }))
              return { status: "sent" as const, ...told }
            },
            catch: (cause) =>
              new NotDelivered({
                reason: "unavailable",
                retry: true,
                detail: "控制台不可用 (the console is not there)",
                cause
              })
          })
        )
    })
  )

/** {@link make} as a layer. */
export const layer = (options?: DevelopmentOptions): Layer.Layer<Notifier> => Layer.effect(Notifier, make(options))
