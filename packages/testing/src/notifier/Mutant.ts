/**
 * A channel that is broken in one way: a suite that does not find it out is not worth running.
 */
import type { Dispatch, NotDelivered, Notifier } from "@banfa/core/port/Notifier"
import type { Text } from "@banfa/core/regulation"
import * as Effect from "effect/Effect"
import type { Guarantee } from "./Check.ts"
import { type Change, refusedAddress } from "./mailbox.ts"

type Channel = Notifier["Service"]

/** One way to break the channel of a mailbox. */
export interface Mutant {
  /** What the broken channel does, as the end of the sentence "a channel that …". */
  readonly name: string
  /** The guarantee that it breaks: its checks find it out, and those of no other. */
  readonly breaks: Guarantee
  /** The guarantees that cannot but break with it, each with the reason; their checks find it out as well. */
  readonly alsoBreaks: AlsoBreaks
  /** A sound channel, broken; called once for each opening. */
  readonly change: Change
}

/** Why a guarantee breaks with another. */
export type AlsoBreaks = Readonly<Partial<Record<Guarantee, string>>>

/** A mutant that sends in another way. */
export const mutant = (
  breaks: Guarantee,
  name: string,
  send: (...channel: Parameters<Change>) => Channel["send"],
  alsoBreaks: AlsoBreaks = {}
): Mutant => ({ breaks, name, alsoBreaks, change: (...channel) => ({ send: send(...channel) }) })

/** Sends every dispatch changed. */
export const onDispatch =
  (change: (dispatch: Dispatch) => Dispatch) =>
  (sound: Channel): Channel["send"] =>
  (dispatch) =>
    sound.send(change(dispatch))

/** Sends every text changed. */
export const onText = (change: (text: string, language: keyof Text) => string) =>
  onDispatch(({ letter, ...rest }) => {
    const both = ({ en, zh }: Text): Text => ({ zh: change(zh, "zh"), en: change(en, "en") })
    const { article, body, quote, title } = letter
    const changed = { title: both(title), body: body.map(both), article: both(article), quote: both(quote) }
    return { ...rest, letter: { ...letter, ...changed } }
  })

/** Goes on in another way where the far side fails, and not where it is the dispatch that is wrong. */
export const onFailure =
  (change: (error: NotDelivered, dispatch: Dispatch) => ReturnType<Channel["send"]>) =>
  (sound: Channel): Channel["send"] =>
  (dispatch) =>
    Effect.catch(sound.send(dispatch), (error) =>
      error.reason === "invalid-address" || dispatch.to.includes(refusedAddress)
        ? Effect.fail(error)
        : change(error, dispatch)
    )
