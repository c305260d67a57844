/**
 * A channel in memory, sound, over a small protocol of lines, so that what breaks a real one can be shown to break this one: to try programs
 * that send letters, and to put the suite itself to the test.
 */
import { type Dispatch, NotDelivered, Notifier, type Supports } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Interruption, Received } from "./Means.ts"

/** In which way a mailbox fails: it says why, and may hold the letter all the same; or it never answers. */
export type Fault = (Interruption["ends"] & { readonly mayHold?: boolean }) | "hangs"

/** The far side as its protocol sees it. */
export interface Wire {
  /** Posts a message, in lines as `written` makes them, and answers with the addresses that were refused. */
  readonly post: (message: string) => Effect.Effect<ReadonlyArray<string>, NotDelivered>
}

/** A sound channel, broken. */
export type Change = (sound: Notifier["Service"], wire: Wire) => Partial<Notifier["Service"]>

/** A far side in memory with the channel to it. */
export interface Mailbox extends Interruption {
  /** The same, without an error. */
  readonly layer: Layer.Layer<Notifier>
  /** An address that is refused for good. */
  readonly refused: string
}

/** What the channel of a mailbox supports. */
export const mailboxSupports: Supports = { acceptance: true, severalAddresses: true }

/** What is an address of a mailbox. */
export const isMailboxAddress = (address: string): boolean => /^[a-z0-9-]{1,64}@[a-z0-9-]{1,64}\.example$/.test(address)

/** An address that every mailbox refuses for good. */
export const refusedAddress = "nobody@refuses.example"

/** The password with which a channel would open a mailbox: no error may show it. */
export const mailboxSecret = "open-sesame-4f1c"

/** What can be written as it is, instead of so that it stays in its line. */
export type Part = "id" | "article" | "body"

/** A message in lines: headers, one line for each paragraph after an empty one. A text is JSON, so that it stays in its line, unless it is left `raw`. */
export const written = ({ id, letter, to }: Dispatch, raw?: Part): string => {
  const line = (part: string, text: string) => (part === raw ? text : JSON.stringify(text))
  return [
    `id: ${line("id", id)}`,
    ...to.map((address) => `to: ${address}`),
    ...(["title", "article", "quote"] as const).flatMap((part) => [
      `${part}-zh: ${line(part, letter[part].zh)}`,
      `${part}-en: ${line(part, letter[part].en)}`
    ]),
    "",
    ...letter.body.map(({ en, zh }) => (raw === "body" ? `${zh} ${en}` : JSON.stringify({ zh, en })))
  ].join("\n")
}

const unquoted = (text: string): string => (text.startsWith('"') ? JSON.parse(text) : text)

/** Reads a message as the far side does: line by line. */
const read = (message: string): Received => {
  const lines = message.split(/\r?\n/u)
  const end = lines.indexOf("")
  const headers = lines.slice(0, end).map((line) => {
    const at = line.indexOf(": ")
    return { name: line.slice(0, at), value: unquoted(line.slice(at + 2)) }
  })
  const paragraphs = lines.slice(end + 1)
  const textOf = (language: "zh" | "en"): string =>
    [
      ...headers.filter(({ name }) => name.endsWith(`-${language}`)).map(({ value }) => value),
      ...paragraphs.map((line) => (line.startsWith("{") ? JSON.parse(line)[language] : line))
    ].join("\n")
  return {
    id: headers.find(({ name }) => name === "id")?.value ?? "",
    to: headers.filter(({ name }) => name === "to").map(({ value }) => value),
    text: { zh: textOf("zh"), en: textOf("en") },
    shape: [...headers.map(({ name }) => name), ...paragraphs.map(() => "paragraph")]
  }
}

/** The channel as it should be, unless a part is left `raw`: it looks at addresses, keeps texts in their lines and does not wait longer than 200 ms. */
export const channelOver = ({ post }: Wire, raw?: Part): Notifier["Service"] => ({
  channel: "mailbox",
  send: (dispatch) =>
    Effect.gen(function* () {
      const { to } = dispatch
      if (to.length === 0 || !to.every(isMailboxAddress)) {
        return yield* new NotDelivered({ reason: "invalid-address", retry: false, detail: "" })
      }
      const posting = Effect.timeoutOrElse(post(written({ ...dispatch, to: [...new Set(to)] }, raw)), {
        duration: 200,
        orElse: () => Effect.fail(new NotDelivered({ reason: "unavailable", retry: true, detail: "no answer" }))
      })
      const refused = yield* posting
      const text = { zh: "对方拒收", en: "the far side refuses it" }
      return { status: "accepted" as const, refused: refused.map((address) => ({ address, text })) }
    })
})

/** A mailbox of its own, that fails in this way once it begins to; `change` breaks the channel to it. */
export const makeMailbox = (
  fault: Fault = { reason: "unavailable", retry: true },
  change: Change = () => ({})
): Effect.Effect<Mailbox> =>
  Effect.sync(() => {
    const held: Array<Received> = []
    let failing = false
    const take = (message: string): ReadonlyArray<string> => {
      const received = read(message)
      const to = received.to.filter((address) => address !== refusedAddress)
      if (to.length > 0) held.push({ ...received, to })
      return received.to.filter((address) => address === refusedAddress)
    }
    const post: Wire["post"] = (message) =>
      Effect.gen(function* () {
        yield* Effect.yieldNow
        if (failing && fault === "hangs") return yield* Effect.never
        if (failing && fault !== "hangs") {
          const { mayHold = false, ...why } = fault
          if (mayHold) take(message)
          return yield* new NotDelivered({ ...why, detail: "" })
        }
        const before = held.length
        const told = take(message)
        if (held.length > before) return told
        return yield* new NotDelivered({ reason: "refused", retry: false, detail: "" })
      })
    const note = (now: boolean) =>
      Effect.sync(() => {
        failing = now
      })
    return {
      layer: Layer.sync(Notifier, () => {
        const sound = channelOver({ post })
        return { ...sound, ...change(sound, { post }) }
      }),
      received: Effect.sync(() => [...held]),
      address: (number) => `agency-${number}@mail.example`,
      refused: refusedAddress,
      begin: note(true),
      end: note(false),
      ends: fault === "hangs" ? { reason: "unavailable", retry: true } : endsOf(fault),
      mayHold: fault !== "hangs" && fault.mayHold === true
    }
  })

const endsOf = ({ mayHold: _, ...ends }: Exclude<Fault, string>): Interruption["ends"] => ends
