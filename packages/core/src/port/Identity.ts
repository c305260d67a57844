/** The port through which it is known who acts. @module */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type { Actor } from "../agency/Actor.ts"
import type { Text } from "../regulation/Text.ts"

/** What somebody shows to be known. */
export type Credential =
  /** A token that somebody else has issued. */
  | { readonly _tag: "Token"; readonly token: Redacted.Redacted<string> }
  /** A name and a password. */
  | { readonly _tag: "Login"; readonly name: string; readonly password: Redacted.Redacted<string> }

/** Why somebody is not known. */
export const notAuthenticated = {
  unsupported: { zh: "此处不接受这种凭证", en: "this kind of credential is not taken here" },
  malformed: { zh: "凭证格式不符", en: "the credential is malformed" },
  "too-large": { zh: "凭证过大", en: "the credential is too large" },
  unsigned: { zh: "凭证没有签名", en: "the credential is not signed" },
  algorithm: { zh: "签名算法不在许可之列", en: "the algorithm of the signature is not allowed" },
  "unknown-key": { zh: "签名所用密钥不明", en: "the key of the signature is unknown" },
  signature: { zh: "签名不符", en: "the signature does not match" },
  issuer: { zh: "签发者不符", en: "it is of another issuer" },
  audience: { zh: "并非为本系统签发", en: "it was not issued for this system" },
  expired: { zh: "凭证已过期", en: "the credential has expired" },
  "not-yet-valid": { zh: "凭证尚未生效", en: "the credential is not valid yet" },
  revoked: { zh: "凭证已撤销，或其持有人已退出", en: "the credential was revoked, or its holder has logged out" },
  password: { zh: "姓名或口令不符", en: "name or password do not match" },
  "unknown-person": { zh: "查无此人", en: "there is no such person" },
  ambiguous: { zh: "不止一人相符", en: "more than one person matches" },
  claims: { zh: "凭证所载机构或职务不能辨认", en: "what it says of agency and posts cannot be understood" },
  "unknown-agency": { zh: "所载机构不在名录之中", en: "the agency that it names is not in the directory" }
} as const satisfies { readonly [reason: string]: Text }

/** Nobody was found to act: `reason` says why. What was shown is in no text. */
export class NotAuthenticated extends Schema.TaggedError<NotAuthenticated>()("NotAuthenticated", {
  reason: Schema.Literals(Object.keys(notAuthenticated) as ReadonlyArray<keyof typeof notAuthenticated>),
  /** What exactly did not match, in words that may be shown: the name of a claim, not what it holds. */
  detail: Schema.optionalKey(Schema.String)
}) {
  /** For people. */
  get text(): Text {
    const { en, zh } = notAuthenticated[this.reason]
    const exactly =
      this.detail === undefined ? { zh: "", en: "" } : { zh: `（${this.detail}）`, en: ` (${this.detail})` }
    return { zh: `身份未能确认：${zh}${exactly.zh}。`, en: `It is not known who acts: ${en}${exactly.en}.` }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

/** Whoever could say who somebody is does not answer. Nobody is let through meanwhile; `cause` is what the driver reported. */
export class IdentityUnavailable extends Schema.TaggedError<IdentityUnavailable>()("IdentityUnavailable", {
  /** What was asked: `discovery`, `keys`, `introspection`, `bind`, `search` … */
  operation: Schema.String,
  cause: Schema.Defect()
}) {
  /** For people. */
  get text(): Text {
    return {
      zh: `身份服务不可用（${this.operation}），暂不能确认身份，请稍后再试。`,
      en: `The identity service is unavailable (${this.operation}); nobody can be let through. Try again later.`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

/** What an adapter says of itself; what it does not support is tested as absent. */
export interface Supports {
  /** It takes tokens. */
  readonly tokens: boolean
  /** It takes names and passwords. */
  readonly logins: boolean
}

/**
 * Says who acts. It decides nothing: what the person may do follows from the posts, the directory, the act and the day.
 *
 * Guarantees, in the order in which the conformance suite of `@banfa/testing/identity` tests them:
 *
 * 1. *The person.* A good credential gives the actor with exactly the posts that whoever vouches for it states, each with its days.
 * 2. *Nobody else.* A credential that is malformed, altered, of another, for another, over, or not yet valid is `NotAuthenticated` with its reason;
 *    so is a kind that is not supported.
 * 3. *No guess.* An agency or a post that cannot be read gives no actor; an agency is known by its exact id and by nothing that looks like it.
 * 4. *Gone.* When whoever vouches cannot be reached, it is `IdentityUnavailable`: nobody is let through on a guess.
 * 5. *Silence.* No text and no error holds a password or a token.
 */
export class Identity extends Context.Service<
  Identity,
  {
    /** Who shows this. */
    readonly actor: (credential: Credential) => Effect.Effect<Actor, NotAuthenticated | IdentityUnavailable>
  }
>()("@banfa/core/port/Identity") {}
