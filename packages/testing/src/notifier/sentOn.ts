import { Notifier } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { ToldClock } from "../toldClock.ts"

/** The channel, whose letters are sent on this clock. */
export const sentOn = <E>(clock: ToldClock, channel: Layer.Layer<Notifier, E>): Layer.Layer<Notifier, E> =>
  Layer.effect(
    Notifier,
    Notifier.use((sound) => Effect.succeed({ ...sound, send: (dispatch) => clock.on(sound.send(dispatch)) }))
  ).pipe(Layer.provide(channel))
