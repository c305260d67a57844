import type { LookupFunction } from "node:net"
import type { Text } from "@banfa/core/regulation"
import type * as Effect from "effect/Effect"
import { urlOf } from "./address.ts"
import { isNetwork } from "./networks.ts"
import { hasSm3, isSecret, type Secret } from "./signatures.ts"

/** Who receives letters at a URL. */
export interface Endpoint {
  /** The URL, which is the address: https, in its normal form, without name and password. */
  readonly url: string
  /** The keys that are valid now, the newest first; two while one takes the other's place. At most 5. */
  readonly secrets: ReadonlyArray<Secret>
  /** Whether letters are signed with HMAC-SM3 as well; `false` if nothing is said. */
  readonly sm3?: boolean | undefined
}

/** Milliseconds after which an endpoint counts as unavailable. */
export interface Timeouts {
  /** Until there is a connection, with TLS; 5,000 if nothing is said. */
  readonly connect?: number | undefined
  /** Until the headers of the answer are there; 10,000 if nothing is said. */
  readonly headers?: number | undefined
  /** For what a refusal says in its body, after which it is refused all the same; 3,000 if nothing is said. */
  readonly body?: number | undefined
  /** For everything until then, the resolving of the name too; 20,000 if nothing is said. */
  readonly total?: number | undefined
}

/** How webhooks are sent. */
export interface WebhookOptions {
  /**
   * Who receives letters: a list, or a question to whoever keeps the endpoints, by their URL. `undefined` says that a URL is no endpoint;
   * what fails is tried again.
   */
  readonly endpoints: ReadonlyArray<Endpoint> | ((url: string) => Effect.Effect<Endpoint | undefined, unknown>)
  /** The name of the channel; `webhook` if nothing is said. */
  readonly channel?: string | undefined
  /** Internal networks to which letters may go, in CIDR notation: `10.20.0.0/16`. None if nothing is said. */
  readonly networks?: ReadonlyArray<string> | undefined
  /** Whether `http` is allowed, where nobody reads along; `false` if nothing is said. */
  readonly http?: boolean | undefined
  /** Certificates of authorities that are trusted beside those of Node, in PEM. */
  readonly ca?: ReadonlyArray<string> | undefined
  /** When an endpoint counts as unavailable. */
  readonly timeouts?: Timeouts | undefined
  /** The largest letter as it is posted, in bytes; 1,048,576 if nothing is said. */
  readonly largest?: number | undefined
  /** How names are resolved; as the operating system does if nothing is said. */
  readonly lookup?: LookupFunction | undefined
}

/** The most addresses to which one letter goes. */
export const mostAddresses = 100

/** The most secrets of an endpoint that are valid at a time. */
const mostSecrets = 5

/** What is wrong with an endpoint. Its URL is not shown: what stands in it may be a secret. */
export const problemsOf = (
  { secrets, sm3, url }: Endpoint,
  http: boolean,
  sm3Known = hasSm3()
): ReadonlyArray<Text> => {
  const parsed = urlOf(url, http)
  return [
    ...(parsed instanceof URL ? [] : [parsed]),
    ...(secrets.length > 0 && secrets.length <= mostSecrets
      ? []
      : [{ zh: `须有 1 至 ${mostSecrets} 个签名密钥`, en: `it needs 1 to ${mostSecrets} secrets` }]),
    ...(secrets.every(isSecret)
      ? []
      : [
          { zh: "签名密钥须为 whsec_ 加 24 至 64 字节的 base64", en: "a secret is whsec_ and 24 to 64 bytes in base64" }
        ]),
    ...(sm3 !== true || sm3Known ? [] : [{ zh: "本运行环境不支持 SM3", en: "this engine does not know SM3" }])
  ]
}

/** What is wrong with options, all of it. */
export const problemsIn = ({
  ca = [],
  endpoints,
  http = false,
  networks = []
}: WebhookOptions): ReadonlyArray<Text> => [
  ...(typeof endpoints === "function"
    ? []
    : endpoints.flatMap((endpoint, at) => problemsAt(endpoint, at, endpoints, http))),
  ...networks
    .filter((network) => !isNetwork(network))
    .map((network) => ({ zh: `不是网段：${network}`, en: `no network: ${network}` })),
  ...ca
    .filter((pem) => !pem.includes("-----BEGIN CERTIFICATE-----"))
    .map(() => ({ zh: "根证书须为 PEM 格式", en: "the certificate of an authority is not in PEM" }))
]

const problemsAt = (
  endpoint: Endpoint,
  at: number,
  endpoints: ReadonlyArray<Endpoint>,
  http: boolean
): ReadonlyArray<Text> => {
  const again = endpoints.findIndex(({ url }) => url === endpoint.url) < at
  const problems = [
    ...problemsOf(endpoint, http),
    ...(again ? [{ zh: "网址重复", en: "its URL is listed twice" }] : [])
  ]
  return problems.map(({ en, zh }) => ({ zh: `第 ${at + 1} 个端点：${zh}`, en: `endpoint ${at + 1}: ${en}` }))
}
