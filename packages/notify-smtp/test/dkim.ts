/** Reads a signature as RFC 6376 says, with nothing of the library that makes it: relaxed headers and body, RSA with SHA-256. */
import { createHash, createVerify } from "node:crypto"

interface Header {
  readonly name: string
  readonly value: string
}

const relaxed = (value: string): string =>
  value
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim()

const headersOf = (head: string): ReadonlyArray<Header> =>
  head.split(/\r\n(?![ \t])/).map((line) => {
    const colon = line.indexOf(":")
    return { name: line.slice(0, colon).toLowerCase().trim(), value: line.slice(colon + 1) }
  })

const relaxedBody = (body: string): string => {
  const lines = body
    .split("\r\n")
    .map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""))
    .join("\r\n")
    .replace(/(\r\n)+$/, "")
  return lines === "" ? "" : `${lines}\r\n`
}

const tagsOf = (value: string): ReadonlyMap<string, string> =>
  new Map(
    value.split(";").flatMap((tag) => {
      const [name = "", ...rest] = tag.split("=")
      return rest.length === 0 ? [] : [[name.trim(), rest.join("=").replace(/\s+/g, "")] as const]
    })
  )

/** What a signature says of a mail: its tags, and whether body and headers are those that were signed. */
export const signatureOf = (raw: Buffer, publicKey: string) => {
  const text = raw.toString("latin1")
  const end = text.indexOf("\r\n\r\n")
  const headers = headersOf(text.slice(0, end))
  const signature = headers.find(({ name }) => name === "dkim-signature")
  if (signature === undefined) return undefined
  const tags = tagsOf(signature.value)
  const bodyHash = createHash("sha256")
    .update(relaxedBody(text.slice(end + 4)), "latin1")
    .digest("base64")
  const left = [...headers]
  const signed = (tags.get("h") ?? "").split(":").flatMap((name) => {
    const at = left.findLastIndex((header) => header.name === name.toLowerCase())
    return at < 0 ? [] : left.splice(at, 1)
  })
  const lines = signed.map(({ name, value }) => `${name}:${relaxed(value)}\r\n`).join("")
  const own = `dkim-signature:${relaxed(signature.value).replace(/(^|;\s*)b=[^;]*/, "$1b=")}`
  return {
    tags,
    signed: signed.map(({ name }) => name),
    body: bodyHash === tags.get("bh"),
    headers: createVerify("sha256")
      .update(`${lines}${own.trimEnd()}`, "latin1")
      .verify(publicKey, tags.get("b") ?? "", "base64")
  }
}
