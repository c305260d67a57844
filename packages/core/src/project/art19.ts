import { toSecurityNorms } from "../verdict/conformity.ts"
import { perAcceptance } from "./building.ts"

/**
 * 电子政务应用系统必须符合电子政务安全规范
 *
 * What was found of the finished system by the time of its acceptance, as whoever applies for acceptance says.
 */
export const N19_1 = perAcceptance("N19.1", [], (requests, { on, trigger }, _, ctx) =>
  toSecurityNorms(
    requests.map((request) => ({ act: request, result: request.security, against: request.against })),
    on,
    ctx,
    { trigger, unsaid: "securityCheck" }
  )
)
