import type { CivilDate } from "../civil/CivilDate.ts"
import { known } from "../verdict/Fact.ts"
import type { Context } from "../verdict/Verdict.ts"
import type { SharingRequest } from "./Resource.ts"
import { lastOf } from "./tracks.ts"

/** Whether there is an agreement under which a request can be shared on a day: the provincial one, or a contract of the pair (A28c). */
export const agreementOn = (
  s: SharingRequest,
  ctx: Context,
  on: CivilDate
): { readonly is: boolean | undefined; readonly missing: string } => {
  if (ctx.profile.readings.A28c === "bilateral") {
    const contract = lastOf(s.versions, on)?.contract
    return { is: contract === undefined ? undefined : known(contract), missing: "contract" }
  }
  const versions = ctx.instrumentsInForce("exchange-agreement", on)
  return { is: versions === undefined ? undefined : versions.length > 0, missing: "exchangeAgreement" }
}

/** Whether a request asks to share by another channel than the data centre, of which art. 28 says nothing. @article 28 */
export const byAnotherChannel = (s: SharingRequest, on: CivilDate): boolean =>
  lastOf(s.versions, on)?.channel === "other"
