/**
 * Text out of its bytes, so that no two sequences of bytes give the same text. What is not UTF-8 becomes halves of surrogate pairs, which no
 * text that was stored has: most decoders show U+FFFD in its place, just as where U+FFFD itself was stored.
 */
export const exactText = (bytes: Uint8Array): string => {
  try {
    return strict.decode(bytes)
  } catch {
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : String.fromCharCode(0xdc00 + byte)
    ).join("")
  }
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
