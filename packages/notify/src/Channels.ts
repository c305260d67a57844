import { Notifier } from "@banfa/core/port/Notifier"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { ChannelName } from "./ChannelName.ts"
import { SettingsInvalid } from "./SettingsInvalid.ts"

const isName = Schema.is(ChannelName)

/** The channels over which letters leave here, by their names. */
export class Channels extends Context.Service<
  Channels,
  {
    /** Each channel under its name. */
    readonly all: ReadonlyMap<string, Notifier["Service"]>
  }
>()("@banfa/notify/Channels") {
  /** Several notifiers as one set of channels, open as long as it is; or `SettingsInvalid`, where two have one name or a name is none. */
  static readonly layer = <N extends Layer.Layer<Notifier, unknown, unknown>>(
    notifiers: ReadonlyArray<N>
  ): Layer.Layer<Channels, Layer.Error<N> | SettingsInvalid, Layer.Services<N>> =>
    open(notifiers) as Layer.Layer<Channels, Layer.Error<N> | SettingsInvalid, Layer.Services<N>>
}

const open = (notifiers: ReadonlyArray<Layer.Layer<Notifier, unknown, unknown>>) =>
  Layer.effect(
    Channels,
    Effect.gen(function* () {
      const built = yield* Effect.forEach(notifiers, (one) =>
        Effect.map(Layer.build(one), (context) => Context.get(context, Notifier))
      )
      const names = built.map(({ channel }) => channel)
      const findings = names.flatMap((name, index) => {
        const path = `channels.${index}`
        if (!isName(name)) {
          const zh = `“${name}”不能用作通道名称：须为 1 至 32 个小写字母、数字或 . - _`
          return [{ path, zh, en: `"${name}" is no name of a channel: 1 to 32 lower case letters, digits or . - _` }]
        }
        return names.indexOf(name) === index
          ? []
          : [{ path, zh: `通道名称“${name}”重复`, en: `two channels have the name "${name}"` }]
      })
      if (findings.length > 0) return yield* new SettingsInvalid({ findings })
      return Channels.of({ all: new Map(built.map((one) => [one.channel, one])) })
    })
  )
