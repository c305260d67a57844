import type { Directory } from "@banfa/core/port/Directory"
import type { Identity } from "@banfa/core/port/Identity"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import { type BackChannelLogout, layer } from "./OidcIdentity.ts"
import type { OidcRejected } from "./OidcRejected.ts"
import type { Options } from "./Options.ts"

const settings = Config.all({
  issuer: Config.NonEmptyString("BANFA_OIDC_ISSUER"),
  audience: Config.option(Config.NonEmptyString("BANFA_OIDC_AUDIENCE")),
  clientId: Config.option(Config.NonEmptyString("BANFA_OIDC_CLIENT_ID")),
  secret: Config.option(Config.Redacted("BANFA_OIDC_CLIENT_SECRET"))
})

/**
 * {@link layer} from configuration: `BANFA_OIDC_ISSUER`; with `BANFA_OIDC_AUDIENCE` it takes access tokens, with `BANFA_OIDC_CLIENT_ID` ID tokens,
 * and with all of these and `BANFA_OIDC_CLIENT_SECRET` it asks the provider about opaque ones. What is said in `options` goes before.
 */
export const layerConfig = (
  options: Omit<Options, "issuer">
): Layer.Layer<Identity | BackChannelLogout, OidcRejected | Config.ConfigError, Directory> =>
  Layer.unwrap(
    Effect.map(settings, ({ audience, clientId, issuer, secret }) =>
      layer({
        issuer,
        ...(Option.isSome(audience) ? { accessTokens: { audience: audience.value } } : {}),
        ...(Option.isSome(clientId) ? { idTokens: { clientId: clientId.value } } : {}),
        ...(Option.isSome(audience) && Option.isSome(clientId) && Option.isSome(secret)
          ? {
              introspection: {
                clientId: clientId.value,
                authentication: { method: "client_secret_basic", secret: secret.value },
                audience: audience.value
              }
            }
          : {}),
        ...options
      })
    )
  )
