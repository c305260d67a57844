import { domainToASCII, domainToUnicode } from "node:url"

// RFC 5322 atext, and the letters, marks and digits of any script that RFC 6531 adds to it; nothing that is invisible
const atom = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+"
const dotAtom = new RegExp(`^${atom}(?:\\.${atom})*$`, "u")
const written = /^[\p{L}\p{M}\p{N}.-]+$/u
const domain = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:xn--[a-z\d-]{1,58}[a-z\d]|[a-z]{2,63})$/
const ascii = /^[!-~]+$/

/**
 * A domain in ASCII: `例子.中国` is `xn--fsqu00a.xn--fiqs8s`. `undefined` for what is none, for a single label, for an address of the network, and
 * for one that only becomes a domain when something invisible in it is left out or something in it is read as something else.
 */
export const asciiDomain = (text: string): string | undefined => {
  const lower = text.toLowerCase().normalize("NFC")
  if (!written.test(lower)) return undefined
  const found = domainToASCII(lower)
  return domain.test(found) && (found === lower || domainToUnicode(found) === lower) ? found : undefined
}

/**
 * The one form in which an address is sent, or `undefined` for what is no plain `local@domain`: no name, no comment, no quotes, no list, no line
 * break. The domain is in ASCII, unless the part before it is not: then the whole is Unicode, as SMTPUTF8 (RFC 6531) has it.
 */
export const mailAddress = (text: string): string | undefined => {
  // nothing longer can be an address, and nothing longer is looked at
  if (text.length > 254) return undefined
  const at = text.lastIndexOf("@")
  const local = text.slice(0, Math.max(at, 0)).normalize("NFC")
  const found = asciiDomain(text.slice(at + 1))
  if (at < 1 || found === undefined || !dotAtom.test(local) || Buffer.byteLength(local) > 64) return undefined
  const address = `${local}@${ascii.test(local) ? found : domainToUnicode(found)}`
  return Buffer.byteLength(address) > 254 ? undefined : address
}

/** An address with the name of who has it. */
export interface Mailbox {
  /** What is shown; empty where there is none. */
  readonly name: string
  /** As {@link mailAddress} gives it. */
  readonly address: string
}

/** A mailbox from `address` or `name <address>`, as a host writes it in its settings. */
export const mailbox = (text: string): Mailbox | undefined => {
  const [, name = "", inBrackets] = /^([^<>\p{Cc}]{0,200})<([^<>]+)>$/u.exec(text) ?? []
  const address = mailAddress(inBrackets ?? text)
  return address === undefined ? undefined : { name: name.trim(), address }
}
