/** Keys, and tokens that are signed with them: good ones, and such as nobody may issue. */
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose"

/** A pair of keys under a name. */
export interface SigningKey {
  readonly kid: string
  readonly alg: string
  readonly privateKey: CryptoKey
  /** The public half, as a set of keys lists it. */
  readonly publicJwk: JWK
  /** Both halves. */
  readonly privateJwk: JWK
}

/** A new pair of keys. */
export const newKey = async (kid: string, alg = "ES256"): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const named = { kid, alg, use: "sig" }
  return {
    ...{ kid, alg, privateKey },
    publicJwk: { ...(await exportJWK(publicKey)), ...named },
    privateJwk: { ...(await exportJWK(privateKey)), ...named }
  }
}

/** A part of a token as it is written. */
export const part = (value: unknown): string =>
  (value instanceof Buffer ? value : Buffer.from(typeof value === "string" ? value : JSON.stringify(value))).toString(
    "base64url"
  )

/** What stands in the parts of a token. */
export const partsOf = (token: string) => {
  const [head = "", body = "", signature = ""] = token.split(".")
  const read = (text: string): Record<string, unknown> => JSON.parse(Buffer.from(text, "base64url").toString())
  return { header: read(head), claims: read(body), head, body, signature }
}

/** A token over exactly this header and these claims; a claim that is `undefined` is left out. */
export const sign = (
  { alg, kid, privateKey }: Pick<SigningKey, "alg" | "kid" | "privateKey">,
  claims: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {}
): Promise<string> =>
  new SignJWT(JSON.parse(JSON.stringify(claims)))
    .setProtectedHeader(JSON.parse(JSON.stringify({ alg, kid, typ: "at+jwt", ...header })))
    .sign(privateKey)

/** A token over a text that need not be what a library would write. */
export const signText = async (
  { alg, kid, privateKey }: SigningKey,
  claims: string | Buffer,
  header?: string | Buffer
): Promise<string> => {
  const signed = `${part(header ?? JSON.stringify({ alg, kid, typ: "at+jwt" }))}.${part(claims)}`
  const how = alg === "ES256" ? { name: "ECDSA", hash: "SHA-256" } : { name: "Ed25519" }
  const signature = await crypto.subtle.sign(how, privateKey, Buffer.from(signed))
  return `${signed}.${Buffer.from(signature).toString("base64url")}`
}
