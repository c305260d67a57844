import { directory, readActors } from "@banfa/core/agency"
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { isProviderAddress, type Reach } from "./askProvider.ts"
import type { PostTable } from "./ClaimMapping.ts"
import { type OidcFinding, OidcRejected } from "./OidcRejected.ts"
import { type AccessTokens, type IdTokens, type Introspection, type Options, signingAlgorithms } from "./Options.ts"

/** The options with everything that they leave unsaid, looked through. Times are in milliseconds unless they say seconds. */
export interface Settings extends Pick<Options, "issuer" | "mapping" | "endpoints" | "logoutClientId"> {
  /** Which access tokens are taken, with their `typ` in short. */
  readonly accessTokens: (AccessTokens & { readonly type: string }) | undefined
  /** Which ID tokens are taken. */
  readonly idTokens: IdTokens | undefined
  /** How the provider is asked about tokens, and how long an answer may be used. */
  readonly introspection: (Introspection & { readonly cacheMillis: number }) | undefined
  /** The algorithms that are allowed. */
  readonly algorithms: ReadonlyArray<string>
  /** By how much the clocks may differ, in seconds. */
  readonly toleranceSeconds: number
  /** How long after `iat` a token is taken at most, in seconds. */
  readonly maxAgeSeconds: number
  /** After which keys are fetched anew. */
  readonly refreshAfter: number
  /** After which keys are not trusted any more. */
  readonly trustedFor: number
  /** For how long no unknown key makes them be fetched again. */
  readonly cooldown: number
  /** For how long it is not tried again after it has failed. */
  readonly retryAfter: number
  /** How the provider is reached. */
  readonly reach: Reach
  /** Whether `http` will do on this machine. */
  readonly httpOnLoopback: boolean
}

/** A media type as headers of tokens abbreviate it: `at+jwt` for `application/AT+JWT`. */
export const shortType = (type: string): string => type.toLowerCase().replace(/^application\//, "")

/** Several of what may be given as one. */
export const several = (one: string | ReadonlyArray<string>): ReadonlyArray<string> =>
  typeof one === "string" ? [one] : one

const nobody = Result.getOrThrow(directory({ version: "0", agencies: [], holdings: [], successions: [] }))

/** What is wrong with the posts of a table, whichever agencies there are. */
const findingsIn = (table: PostTable): ReadonlyArray<OidcFinding> =>
  Object.entries(table).flatMap(([value, posts]) => {
    const read = readActors(nobody, [{ person: "table", posts }])
    return (Result.isFailure(read) ? read.failure.findings : [])
      .filter(({ kind }) => kind !== "UnknownAgency")
      .map(({ at, en, zh }) => ({ at: at.replace("0.posts", `mapping.posts.table.${value}`), zh, en }))
  })

/** The options with what they leave unsaid, or everything that is wrong with them. */
export const settle = (options: Options): Result.Result<Settings, OidcRejected> => {
  const { accessTokens, algorithms, httpOnLoopback = false, idTokens, introspection, mapping } = options
  const findings: Array<OidcFinding> = []
  const find = (at: string, zh: string, en: string): void => {
    findings.push({ at, zh, en })
  }
  const millis = (at: string, given: Duration.Input | undefined, unsaid: Duration.Input): number => {
    const duration = Duration.fromInput(given ?? unsaid)
    const length = Option.isSome(duration) ? Duration.toMillis(duration.value) : Number.NaN
    if (!Number.isFinite(length) || length < 0) find(at, "须为有限的时长", "has to be a finite length of time")
    return length
  }
  const address = (at: string, text: string): void => {
    if (!isProviderAddress(text, httpOnLoopback))
      find(at, "须为 https 地址，不含账号和片段", "has to be an https address without user and fragment")
  }
  const named = (at: string, names: string | ReadonlyArray<string>): void => {
    const all = several(names)
    if (all.length === 0 || all.some((name) => name === "")) find(at, "不得为空", "must not be empty")
  }

  address("issuer", options.issuer)
  if (options.issuer.includes("?")) find("issuer", "不得含查询参数", "must not have a query")
  if (options.endpoints !== undefined) {
    address("endpoints.keys", options.endpoints.keys)
    if (options.endpoints.introspection !== undefined)
      address("endpoints.introspection", options.endpoints.introspection)
  }
  if (accessTokens === undefined && idTokens === undefined && introspection === undefined)
    find("", "未说明接受何种令牌", "say of no kind of token that it is taken")
  const allowed = algorithms ?? signingAlgorithms
  if (allowed.length === 0) find("algorithms", "不得为空", "must not be empty")
  for (const algorithm of allowed)
    if (!signingAlgorithms.includes(algorithm))
      find("algorithms", `不含 ${String(algorithm)}`, `cannot have ${String(algorithm)}`)

  const type = shortType(accessTokens?.type ?? "at+jwt")
  if (accessTokens !== undefined) {
    named("accessTokens.audience", accessTokens.audience)
    if (type === "" || type === "logout+jwt") find("accessTokens.type", "不可用", "cannot be used")
    if (type === "jwt" && idTokens !== undefined)
      find(
        "accessTokens.type",
        "与身份令牌无法区分，不能两种都接受",
        "does not tell access tokens from ID tokens, so that both cannot be taken"
      )
  }
  if (idTokens !== undefined) named("idTokens.clientId", idTokens.clientId)
  if (introspection !== undefined) {
    named("introspection.clientId", introspection.clientId)
    named("introspection.audience", introspection.audience)
    const { authentication } = introspection
    if (authentication.method !== "private_key_jwt")
      named("introspection.authentication", Redacted.value(authentication.secret))
    if (options.endpoints !== undefined && options.endpoints.introspection === undefined)
      find("endpoints.introspection", "未给出", "is not given")
  }
  if (options.logoutClientId !== undefined) named("logoutClientId", options.logoutClientId)
  if ("table" in mapping.posts) findings.push(...findingsIn(mapping.posts.table))

  const { cooldown, refreshAfter, retryAfter, trustedFor } = options.keys ?? {}
  const maxBytes = options.http?.maxBytes ?? 262_144
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1)
    find("http.maxBytes", "须为正整数", "has to be a positive integer")
  const settings: Settings = {
    issuer: options.issuer,
    mapping,
    ...(options.endpoints === undefined ? {} : { endpoints: options.endpoints }),
    ...((options.logoutClientId ?? idTokens?.clientId) === undefined
      ? {}
      : { logoutClientId: options.logoutClientId ?? idTokens?.clientId ?? "" }),
    accessTokens: accessTokens && { ...accessTokens, type },
    idTokens,
    introspection: introspection && {
      ...introspection,
      cacheMillis: millis("introspection.cacheFor", introspection.cacheFor, "30 seconds")
    },
    algorithms: [...allowed],
    toleranceSeconds: millis("clockTolerance", options.clockTolerance, "30 seconds") / 1000,
    maxAgeSeconds: millis("maxAge", options.maxAge, "24 hours") / 1000,
    refreshAfter: millis("keys.refreshAfter", refreshAfter, "5 minutes"),
    trustedFor: millis("keys.trustedFor", trustedFor, "1 hour"),
    cooldown: millis("keys.cooldown", cooldown, "30 seconds"),
    retryAfter: millis("keys.retryAfter", retryAfter, "1 second"),
    reach: {
      fetch: options.http?.fetch ?? ((url, init) => fetch(url, init)),
      timeout: millis("http.timeout", options.http?.timeout, "5 seconds"),
      maxBytes
    },
    httpOnLoopback
  }
  if (settings.toleranceSeconds > 300) find("clockTolerance", "不得超过五分钟", "must not be more than five minutes")
  if (settings.maxAgeSeconds === 0) find("maxAge", "须长于零", "has to be longer than nothing")
  if (settings.reach.timeout === 0) find("http.timeout", "须长于零", "has to be longer than nothing")
  if (settings.trustedFor < settings.refreshAfter)
    find("keys.trustedFor", "不得短于 refreshAfter", "must not be shorter than refreshAfter")
  return findings.length === 0 ? Result.succeed(settings) : Result.fail(new OidcRejected({ findings }))
}
