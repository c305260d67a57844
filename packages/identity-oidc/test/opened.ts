/** The adapter over a provider of the tests, and what it answers in a word. */
import { directory, parseDirectoryData } from "@banfa/core/agency"
import { CivilDateSchema } from "@banfa/core/civil"
import { Directory } from "@banfa/core/port/Directory"
import { Identity } from "@banfa/core/port/Identity"
import { BackChannelLogout, layer, type Options } from "@banfa/identity-oidc"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { audience, type RealProvider } from "./realProvider.ts"

const agency = (id: string, zh: string, region: string) => ({ id, name: { zh }, region })

/** Agencies of a province, a city, one of its counties and the one beside it. */
const data = {
  version: "tests-1",
  agencies: [
    agency("gd-info", "省信息化厅（示例）", "440000"),
    agency("gz-info", "市信息化局（示例）", "440100"),
    agency("gz-drc", "市发展改革委（示例）", "440100"),
    agency("yuexiu-info", "越秀区信息化局（示例）", "440104"),
    agency("haizhu-info", "海珠区信息化局（示例）", "440105")
  ],
  holdings: [
    { agency: "gd-info", office: "info", region: "440000", from: "2005-01-01" },
    { agency: "gz-info", office: "info", region: "440100", from: "2005-01-01" },
    { agency: "gz-drc", office: "investment", region: "440100", from: "2005-01-01", until: "2025-12-31" },
    { agency: "yuexiu-info", office: "info", region: "440104", from: "2010-01-01" },
    { agency: "haizhu-info", office: "info", region: "440105", from: "2012-06-01", until: "2024-06-30" }
  ],
  successions: []
}

/** The tables of the directory of these tests. */
export const tables = Result.getOrThrow(parseDirectoryData(data))

/** The directory of these tests. */
export const agencies = Result.getOrThrow(directory(tables))

/** A post in the information office of the city, as a token states it. */
export const post = { agency: "gz-info", offices: ["info"], from: "2026-01-01" }

/** A civil day. */
export const day = (text: string) => CivilDateSchema.make(text)

/** Options for access tokens of this provider, whose claim `posts` holds posts. */
export const optionsFor = ({ issuer }: Pick<RealProvider, "issuer">): Options => ({
  issuer,
  accessTokens: { audience },
  mapping: { person: "sub", name: "name", posts: { claim: "posts" } },
  httpOnLoopback: true
})

/** The adapter with these options, for as long as the scope lasts. */
export const opened = (options: Options) =>
  Effect.map(Layer.build(Layer.fresh(Layer.provide(layer(options), Directory.layerMemory(agencies)))), (context) => ({
    identity: Context.get(context, Identity),
    logout: Context.get(context, BackChannelLogout)
  }))

/** The adapter with its options. */
export type Opened = Effect.Success<ReturnType<typeof opened>>

/** What the adapter answers to a token in a word: the person, or why there is none. */
export const answer = ({ identity }: Pick<Opened, "identity">, token: string) =>
  identity.actor({ _tag: "Token", token: Redacted.make(token) }).pipe(
    Effect.match({
      onSuccess: ({ person }) => `actor ${person}`,
      onFailure: (error) =>
        error._tag === "IdentityUnavailable"
          ? `unavailable: ${error.operation}`
          : error.detail === undefined
            ? error.reason
            : `${error.reason} (${error.detail})`
    })
  )

/** The actor whom a token gives. */
export const actorOf = ({ identity }: Pick<Opened, "identity">, token: string) =>
  identity.actor({ _tag: "Token", token: Redacted.make(token) })

/** What the adapter answers to a logout token in a word. */
export const heard = ({ logout }: Pick<Opened, "logout">, token: string) =>
  logout.receive(Redacted.make(token)).pipe(
    Effect.match({
      onSuccess: ({ session, subject }) => `logged out ${session ?? "everywhere"} ${subject ?? ""}`.trimEnd(),
      onFailure: (error) =>
        error._tag === "IdentityUnavailable" ? `unavailable: ${error.operation}` : `${error.reason} (${error.detail})`
    })
  )

/** The answers to several tokens, under their names. */
export const answers = (
  adapter: Pick<Opened, "identity">,
  tokens: Readonly<Record<string, string | Promise<string>>>
) =>
  Effect.map(
    Effect.forEach(Object.entries(tokens), ([name, token]) =>
      Effect.promise(async () => token).pipe(
        Effect.flatMap((made) => answer(adapter, made)),
        Effect.map((said): readonly [string, string] => [name, said])
      )
    ),
    (all) => Object.fromEntries(all)
  )
