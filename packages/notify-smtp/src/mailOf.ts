import { createHash } from "node:crypto"
import { type Dispatch, NotDelivered } from "@banfa/core/port/Notifier"
import * as Result from "effect/Result"
import type { SendMailOptions } from "nodemailer"
import { html, plainText } from "./letterParts.ts"
import { type Mailbox, mailAddress } from "./mailAddress.ts"
import { inOneLine } from "./readable.ts"
import type { Settings } from "./settings.ts"

/** A letter made into a mail. */
export interface Mail {
  /** What nodemailer is given. */
  readonly message: SendMailOptions
  /** The addresses as they were given, by the form in which they are sent. */
  readonly to: ReadonlyMap<string, ReadonlyArray<string>>
}

const none = (detail: string) => new NotDelivered({ reason: "invalid-address", retry: false, detail })

/** The addresses by the form in which they are sent, each once; or which of them is none. */
const addressees = (to: ReadonlyArray<string>, most: number): Result.Result<Mail["to"], NotDelivered> => {
  if (to.length === 0) return Result.fail(none(""))
  if (to.length > most) return Result.fail(none(`${to.length} > ${most}`))
  const found = new Map<string, ReadonlyArray<string>>()
  for (const given of to) {
    const address = mailAddress(given)
    if (address === undefined) return Result.fail(none(JSON.stringify(inOneLine(given, 100))))
    found.set(address, [...(found.get(address) ?? []), given])
  }
  return Result.succeed(found)
}

/**
 * The `Message-ID` of a dispatch: the SHA-256 of its id, so that it is the same at every attempt and after every restart, whatever characters the
 * id has, and tells of nothing.
 */
const messageId = (id: string, domain: string): string => `<${createHash("sha256").update(id).digest("hex")}@${domain}>`

/** An id in characters that a header line can hold, in pieces between which the line can be folded: without the spaces it is percent-encoded. */
const headerId = (id: string): string =>
  // a half of a character has no percent-encoding
  encodeURIComponent(Buffer.from(id).toString())
    .match(/.{1,60}/g)
    ?.join(" ") ?? ""

const box = ({ address, name }: Mailbox) => ({ address, name })

/** Makes a mail of a letter, or says why nothing can be sent to these addresses. */
export const mailOf = (
  { domain, from, maxRecipients, replyTo }: Pick<Settings, "domain" | "from" | "maxRecipients" | "replyTo">,
  { id, letter, to }: Dispatch
): Result.Result<Mail, NotDelivered> =>
  Result.map(addressees(to, maxRecipients), (found) => ({
    to: found,
    message: {
      from: box(from),
      ...(replyTo === undefined ? {} : { replyTo: box(replyTo) }),
      to: [...found.keys()].map((address) => ({ address, name: "" })),
      subject: `${inOneLine(letter.title.zh, 200)} / ${inOneLine(letter.title.en, 200)}`,
      messageId: messageId(id, domain),
      headers: {
        "Auto-Submitted": "auto-generated",
        "Content-Language": "zh-CN, en",
        "X-Banfa-Notice": headerId(id)
      },
      text: plainText(letter),
      html: html(letter),
      // nothing on its way breaks lines of base64, or takes a space or a dot from them
      textEncoding: "base64"
    }
  }))
