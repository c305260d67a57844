import { type Dispatch, Notifier } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"
import { layer, type Options } from "../src/SmtpNotifier.ts"

/** Sends over a channel that is opened for it alone. */
export const send = (options: Options, dispatch: Dispatch) =>
  Notifier.use((channel) => channel.send(dispatch)).pipe(Effect.provide(layer(options)))
