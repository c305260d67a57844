/** The settings that both channels share: how letters are written, and how much is sent. @module */
import type { MessageType } from "./contents.ts"
import type { Limit } from "./roomWithin.ts"
import { type SettingFinding, unless, unlessWithin } from "./WecomSettingsInvalid.ts"

/** How letters are written. */
export interface LetterSettings {
  /** The name of the channel, `wecom` or `wecom-robot` if nothing is said. */
  readonly channel?: string | undefined
  /**
   * How messages are written; `text` if nothing is said. In `markdown`, which has no way to write a character that is no markup, the characters
   * `<>[]*#_~|` and backticks and backslashes of a letter are written wide: it looks better and is not the letter character by character.
   */
  readonly type?: MessageType | undefined
  /** What becomes of a letter that does not fit into one message: several, or one whose paragraphs are cut, which is shown; `parts` if nothing is said. */
  readonly long?: "parts" | "cut" | undefined
  /** How many messages one letter may become before it is `too-large`, from 1 to 20; 5 if nothing is said. */
  readonly maxParts?: number | undefined
}

/** What is wrong with these settings; a letter in as many messages as it may have must be within the limits. */
export const letterFindings = ({
  channel,
  limits,
  maxParts = 5
}: LetterSettings & { readonly limits: ReadonlyArray<Limit> }): ReadonlyArray<SettingFinding> => [
  ...unless(channel !== "", "channel", "empty"),
  ...unlessWithin(maxParts, "maxParts", 1, 20),
  ...unless(limits.length > 0, "limits", "empty"),
  ...limits.flatMap(({ count, within }, i) => [
    ...unlessWithin(count, `limits.${i}.count`, maxParts, 1_000_000),
    ...unlessWithin(within, `limits.${i}.within`, 1, 86_400_000)
  ])
]
