/** What may turn out about the project itself: what is done in it, and whose it is. @article 2 @article 4 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import { informed, supposed } from "../../explanation/supposing.ts"
import { known } from "../../verdict/Fact.ts"
import type { Opening, Project } from "../Project.ts"

const opening = (p: Project, on: Opening["on"], said: Partial<Opening>): Opening => ({
  ...(known(p.opened) ? p.opened : { on, organ: undefined, work: undefined }),
  ...said
})

/** What is done to the system. */
export const work: Suppose<Project> = (p, _v, ctx) => [
  {
    answer: { zh: "是新建、扩建、改建或者升级改造", en: "it is a new build, an extension, a rebuild or an upgrade" },
    state: { ...p, opened: opening(p, ctx.asOf, { work: "new-build" }) }
  },
  {
    answer: { zh: "是购买服务或者运行维护", en: "it is a purchase of services or operation and maintenance" },
    state: { ...p, opened: opening(p, ctx.asOf, { work: "service-purchase" }) }
  }
]

/** Whose project it is. */
export const organ: Suppose<Project> = (p, _v, ctx) => [
  {
    answer: { zh: "有责任机关", en: "an organ is responsible" },
    state: { ...p, organ: supposed, opened: opening(p, ctx.asOf, { organ: supposed }) },
    ctx: informed(ctx, p.region)
  },
  {
    answer: { zh: "没有责任机关", en: "no organ is responsible" },
    state: { ...p, organ: undefined, opened: opening(p, ctx.asOf, { organ: null }) }
  }
]
