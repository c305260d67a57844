import { createHash } from "node:crypto"

const hashed = "sha256_"

/**
 * What goes into `webhook-id`: the id of the dispatch where it is short and can stand in a header, up to 100 characters of `A–Z a–z 0–9 / : _ ~ -`.
 * Any other id is `sha256_` and the SHA-256 of its UTF-16 code units, most significant byte first, in lower-case hexadecimals; so is one that begins
 * with `sha256_` itself, so that two ids never come to one.
 */
export const messageIdOf = (id: string): string =>
  /^[\w/:~-]{1,100}$/u.test(id) && !id.startsWith(hashed)
    ? id
    : hashed + createHash("sha256").update(Buffer.from(id, "utf16le").swap16()).digest("hex")
