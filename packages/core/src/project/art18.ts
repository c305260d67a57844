import { placed, platformOn } from "../verdict/placing.ts"
import { completion } from "./assessing.ts"
import { inOrder, perAcceptance, perEstablishment, schemesOn } from "./building.ts"
import { both } from "./Rule.ts"

/**
 * 跨部门跨地区的电子政务应用系统，必须建立在全省统一的电子政务网络平台之上
 *
 * At the approval it is asked of what the scheme plans, at the acceptance of the finished system: what the scheme says that it reaches, and
 * the network on which whoever applies for acceptance says that it stands.
 */
export const N18_1 = both(
  perEstablishment("N18.1", [], ({ schemes }, { approved, trigger }, _, ctx) => {
    const planned = inOrder(schemes.filter(({ on }) => on <= approved.on))
    const proposed = { reaches: planned, networks: planned, built: null, from: trigger }
    return placed(proposed, platformOn(approved.on, ctx), ctx)
  }),
  perAcceptance("N18.1", ["applications", "completed", "started"], (requests, { on, trigger }, p, ctx) => {
    const finished = { reaches: schemesOn(p, on), networks: requests, built: completion(p), from: trigger }
    return placed(finished, platformOn(on, ctx), ctx)
  })
)
