/** What the adapter for OpenID Connect adds to `jose` alone, when a token is verified whose key is known. */
import { directory } from "@banfa/core/agency"
import { Directory } from "@banfa/core/port/Directory"
import { Identity } from "@banfa/core/port/Identity"
import { layer } from "@banfa/identity-oidc"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from "jose"
import { print } from "../ratios.ts"
import { type Rounds, sharesOf, turns } from "../storage/shares.ts"

const issuer = "https://login.example.org"
const audience = "urn:banfa:docket"
const agency = { id: "gz-info", name: { zh: "市信息化局（示例）" }, region: "440100" }
const tokensInABlock = 300

/** Verification by the adapter against that by `jose` with the same options, algorithm by algorithm. */
export const tokensAgainstJose = async (rounds: Rounds): Promise<void> => {
  for (const algorithm of ["ES256", "Ed25519", "RS256"] as const) {
    const { privateKey, publicKey } = await generateKeyPair(algorithm)
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: "k", alg: algorithm, use: "sig" }] }
    const posts = [{ agency: agency.id, offices: ["info"], from: "2026-01-01" }]
    const token = await new SignJWT({ name: "陈示例", posts, client_id: "host", scope: "act" })
      .setProtectedHeader({ alg: algorithm, typ: "at+jwt", kid: "k" })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject("8f2a4c1e")
      .setJti("1")
      .setIssuedAt()
      .setExpirationTime("2h")
      .sign(privateKey)

    const json = { headers: { "content-type": "application/json" } }
    const identity = layer({
      issuer,
      accessTokens: { audience },
      mapping: { person: "sub", name: "name", posts: { claim: "posts" } },
      endpoints: { keys: `${issuer}/jwks` },
      keys: { refreshAfter: "2 hours", trustedFor: "2 hours" },
      http: { fetch: async () => new Response(JSON.stringify(jwks), json) }
    })
    const agencies = { version: "1", agencies: [agency], holdings: [], successions: [] }
    const scope = Scope.makeUnsafe()
    const opened = Layer.buildWithScope(
      Layer.provide(identity, Directory.layerMemory(Result.getOrThrow(directory(agencies as never)))),
      scope
    )
    const service = Context.get(await Effect.runPromise(opened), Identity)
    const credential = { _tag: "Token", token: Redacted.make(token) } as const
    const actor = () => Effect.runPromise(service.actor(credential))

    const keys = createLocalJWKSet(jwks)
    const options = {
      algorithms: [algorithm],
      ...{ issuer, audience, typ: "at+jwt", requiredClaims: ["exp", "sub"] },
      ...{ clockTolerance: 30, maxTokenAge: 86_400 }
    }
    const claims = async () => (await jwtVerify(token, keys, options)).payload

    const [one, other] = [await actor(), await claims()]
    if (one.person !== other.sub || JSON.stringify(one.posts) !== JSON.stringify(other.posts))
      throw new Error(`${algorithm}: the adapter and jose read another person`)

    for (const [how, at] of Object.entries({ "one at a time": 1, "twenty at a time": 20 })) {
      const block = (verify: () => Promise<unknown>) => async () => {
        for (let i = 0; i < tokensInABlock; i += at) await Promise.all(Array.from({ length: at }, verify))
      }
      const sides = [
        { name: "jose alone, the same options", block: block(claims) },
        { name: "the adapter", block: block(actor) }
      ]
      print(
        `an access token, ${algorithm}, its key known, ${how}: done in the same time`,
        sharesOf(await turns(sides, rounds))
      )
    }
    await Effect.runPromise(Scope.close(scope, Exit.void))
  }
}
