/** Who acts, from the tokens of an OpenID Connect provider: verified over `jose`, or asked of the provider. @module */
export type { ClaimMapping, ClaimPath, PostsMapping, PostTable, StatedPost } from "./ClaimMapping.ts"
export { layerConfig } from "./layerConfig.ts"
export { BackChannelLogout, type LoggedOut, layer, supports } from "./OidcIdentity.ts"
export { OidcFinding, OidcRejected } from "./OidcRejected.ts"
export {
  type AccessTokens,
  type ClientAuthentication,
  type ExactClaims,
  type Http,
  type IdTokens,
  type Introspection,
  type KeyTimes,
  type Options,
  type SigningAlgorithm,
  signingAlgorithms
} from "./Options.ts"
export { type Holder, memoryRevocations, type Revocation, type Revocations } from "./Revocations.ts"
