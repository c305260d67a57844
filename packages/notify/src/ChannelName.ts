import * as Schema from "effect/Schema"

/** Decodes the name of a channel, `smtp`: 1 to 32 characters, lower case letters, digits, `.`, `-` and `_`. */
export const ChannelName = Schema.String.check(
  Schema.isPattern(/^[a-z0-9][a-z0-9._-]{0,31}$/u, {
    message:
      "通道名称须为 1 至 32 个小写字母、数字或 . - _ / the name of a channel has 1 to 32 lower case letters, digits or . - _"
  })
)

/** Over this channel goes nothing: what is kept there has no address, was silenced, or could not be worked out. No channel of a host can have this name. */
export const noChannel = "~"
