import { type Accepted, type Dispatch, NotDelivered } from "@banfa/core/port/Notifier"
import * as Effect from "effect/Effect"

/** What both development channels can be told. */
export interface DevelopmentOptions {
  /** The name of the channel, so that it can stand in for another one; `console` or `file` if nothing is said. */
  readonly channel?: string | undefined
  /** Addresses to refuse, to see what becomes of a letter that is not taken; none if nothing is said. */
  readonly refuses?: ReadonlyArray<string> | undefined
}

/** What can be seen, and that does not part one address from another. */
const address = /^[\p{L}\p{M}\p{N}!#$%&'*+\-./:=?@^_`~]{1,1000}$/u

const notTaken = (reason: NotDelivered["reason"], detail: string) =>
  Effect.fail(new NotDelivered({ reason, retry: false, detail }))

const named = (addresses: ReadonlyArray<string>): string =>
  addresses
    .slice(0, 5)
    .map((each) => JSON.stringify(each.slice(0, 80)))
    .join(", ")

/**
 * Where a letter of a development channel goes, each address once, and where it does not. The channel reaches nobody, so that anything is an
 * address which any channel takes for one; what has a space, a comma or a character that cannot be seen is none.
 */
export const developmentAddresses = (
  { to }: Dispatch,
  { refuses = [] }: DevelopmentOptions
): Effect.Effect<{ readonly to: ReadonlyArray<string> } & Pick<Accepted, "refused">, NotDelivered> => {
  const each = [...new Set(to)]
  const invalid = each.filter((one) => !address.test(one))
  if (each.length === 0) return notTaken("invalid-address", "没有收件人 (nobody is addressed)")
  if (invalid.length > 0) return notTaken("invalid-address", named(invalid))
  const taken = each.filter((one) => !refuses.includes(one))
  if (taken.length === 0) return notTaken("refused", named(each))
  const refused = each
    .filter((one) => refuses.includes(one))
    .map((address) => ({ address, text: refusal, retry: false }))
  return Effect.succeed({ to: taken, ...(refused.length === 0 ? {} : { refused }) })
}

const refusal = { zh: "按开发设置拒收", en: "refused, as the settings for development say" }
