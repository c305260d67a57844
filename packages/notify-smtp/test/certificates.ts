import { generate } from "selfsigned"

/** A certificate with its private key, both in PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** What a certificate is made out for. */
export interface Holder {
  /** A name, or an address of the network. */
  readonly to: { readonly name: string } | { readonly ip: string }
  /** The last day, where it is not a year from now. */
  readonly until?: Date
}

const day = 24 * 3_600_000

/** An authority that signs certificates, new for every run of the tests. */
export const authority = async () => {
  const { cert, private: key } = await generate([{ name: "commonName", value: "Banfa tests" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, critical: true }
    ]
  })
  return {
    /** Its own certificate, by which the others are trusted. */
    cert,
    /** Signs a certificate. */
    sign: async ({ to, until }: Holder): Promise<Certificate> => {
      const value = "name" in to ? to.name : to.ip
      const made = await generate([{ name: "commonName", value }], {
        keyType: "ec",
        algorithm: "sha256",
        notBeforeDate: new Date(Date.now() - 30 * day),
        notAfterDate: until ?? new Date(Date.now() + 365 * day),
        ca: { cert, key },
        extensions: [
          { name: "extKeyUsage", serverAuth: true },
          {
            name: "subjectAltName",
            altNames: ["name" in to ? { type: 2, value: to.name } : { type: 7, ip: to.ip }]
          }
        ]
      })
      return { cert: made.cert, key: made.private }
    }
  }
}

/** A certificate that is over since yesterday. */
export const yesterday = (): Date => new Date(Date.now() - day)
