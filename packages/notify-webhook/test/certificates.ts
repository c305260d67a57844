import { generate } from "selfsigned"

/** A key and a certificate, in PEM. */
export interface Pair {
  readonly key: string
  readonly cert: string
}

const day = 24 * 60 * 60 * 1_000

const make = async (
  name: string,
  {
    authority,
    from = -1,
    isAuthority = false,
    until = 30
  }: {
    readonly authority?: Pair
    readonly from?: number
    readonly until?: number
    readonly isAuthority?: boolean
  } = {}
): Promise<Pair> => {
  const pems = await generate([{ name: "commonName", value: name }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + until * day),
    extensions: [
      { name: "basicConstraints", cA: isAuthority, critical: true },
      isAuthority
        ? { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true }
        : { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: name }] }
    ],
    ...(authority === undefined ? {} : { ca: authority })
  })
  return { key: pems.private, cert: pems.cert }
}

/** The name of the host in every test. */
export const host = "hooks.banfa.test"

/** An authority that the tests trust, and what it certified of the host; what is wrong with the others stands in their names. */
export const certificates = await (async () => {
  const authority = await make("Banfa test authority", { isAuthority: true })
  const unknown = await make("Another authority", { isAuthority: true })
  return {
    authority,
    good: await make(host, { authority }),
    "is of another host": await make("other.banfa.test", { authority }),
    "is over": await make(host, { authority, from: -30, until: -1 }),
    "is not valid yet": await make(host, { authority, from: 1 }),
    "certifies itself": await make(host),
    "is of an authority that nobody knows": await make(host, { authority: unknown })
  }
})()
