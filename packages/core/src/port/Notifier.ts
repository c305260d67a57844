/** The port through which letters leave. @module */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Letter } from "../notice/Notice.ts"
import type { Text } from "../regulation/Text.ts"

export type { Letter, Notice, NoticeKind } from "../notice/Notice.ts"

/** A letter with where it goes. */
export interface Dispatch {
  /** The same at every attempt, so that whoever receives it twice can tell: at most 1,000 characters. */
  readonly id: string
  /** What is sent. */
  readonly letter: Letter
  /** Where it goes, as the channel names its addresses; at least one. */
  readonly to: ReadonlyArray<string>
}

/** An address to which a letter did not go although it went to others. */
export interface RefusedAddress {
  /** As it was given. */
  readonly address: string
  /** The reason, for people. */
  readonly text: Text
  /** Whether trying again can help, for this address alone: a server may not know a sender yet, and take the letter later. */
  readonly retry?: boolean | undefined
}

/** What a channel tells of one that it took. */
export interface Accepted {
  /** `sent`: handed over; `accepted`: the far side said that it has it. */
  readonly status: "sent" | "accepted"
  /** How the far side names it. */
  readonly reference?: string | undefined
  /** Addresses to which it did not go although it went to others, each with the reason. */
  readonly refused?: ReadonlyArray<RefusedAddress> | undefined
}

/** Why a letter did not go out. */
export const notDelivered = {
  unavailable: { zh: "对方或通道不可用", en: "the far side or the channel is unavailable" },
  throttled: { zh: "发送过于频繁", en: "sent too often" },
  refused: { zh: "对方拒收", en: "the far side refused it" },
  "invalid-address": { zh: "地址不合规", en: "the address is none" },
  "too-large": { zh: "内容过大", en: "it is too large" },
  "not-authorized": { zh: "通道不认可本系统的身份", en: "the channel does not accept who is sending" },
  untrusted: { zh: "对方证书不可信", en: "the certificate of the far side cannot be trusted" }
} as const satisfies { readonly [reason: string]: Text }

/** A letter did not go out, to nobody; `retry` says whether trying again can help, `after` (ms) when the far side asks to be tried again. */
export class NotDelivered extends Schema.TaggedError<NotDelivered>()("NotDelivered", {
  reason: Schema.Literals(Object.keys(notDelivered) as ReadonlyArray<keyof typeof notDelivered>),
  /** Whether trying again unchanged can help. */
  retry: Schema.Boolean,
  /** After how many milliseconds, where the far side says so. */
  after: Schema.optionalKey(Schema.Number),
  /** What the far side said, in its own words and cut to 500 characters; no secret is in it. */
  detail: Schema.String,
  /** As the driver reported it. */
  cause: Schema.optionalKey(Schema.Defect())
}) {
  /** For people. */
  get text(): Text {
    const { en, zh } = notDelivered[this.reason]
    const said = this.detail === "" ? { zh: "", en: "" } : { zh: `：${this.detail}`, en: `: ${this.detail}` }
    return {
      zh: `通知未送出，${zh}${said.zh}。${this.retry ? "将再次发送。" : "须先更正，再重新发送。"}`,
      en: `The notice did not go out, ${en}${said.en}. ${this.retry ? "It will be tried again." : "Something has to be put right before it is sent again."}`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

/** What an adapter says of itself; what it does not support is tested as absent. */
export interface Supports {
  /** The far side says that it has the letter, and not only that it was handed over. */
  readonly acceptance: boolean
  /** One letter goes to several addresses, of which some can be refused. */
  readonly severalAddresses: boolean
}

/**
 * Sends letters over one channel, once at a time: it keeps nothing, and whoever calls it decides when to try again.
 *
 * Guarantees, in the order in which the conformance suite of `@banfa/testing/notifier` tests them:
 *
 * 1. *Fidelity.* What arrives holds title, body, article and quote in both languages, in any script, character by character.
 * 2. *One id.* What arrives carries the id of the dispatch, the same at every attempt.
 * 3. *All or told.* It answers `Accepted` only if the far side took it for every address that `refused` does not list. If it went to nobody it
 *    is `NotDelivered`; whether trying again can help is said.
 * 4. *No injection.* No address, title, body or id makes another header, recipient, request or piece of markup. What is no address is `invalid-address`
 *    and nothing is sent.
 * 5. *Failure.* A far side that is gone, slow, or breaks off in the middle is `NotDelivered`, never a defect, and never waits without end.
 */
export class Notifier extends Context.Service<
  Notifier,
  {
    /** The name of the channel, `smtp`. */
    readonly channel: string
    /** Sends one letter, and answers when the far side has. */
    readonly send: (dispatch: Dispatch) => Effect.Effect<Accepted, NotDelivered>
  }
>()("@banfa/core/port/Notifier") {}
