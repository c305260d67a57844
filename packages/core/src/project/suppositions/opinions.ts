/** What may turn out about opinions: who gave them, what they say, whether they were considered. @article 10 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import type { Verdict } from "../../verdict/Verdict.ts"
import { measuringPlans } from "../art09.ts"
import { counts, ofAuthority } from "../consultation.ts"
import type { Application, Opinion, Project } from "../Project.ts"
import { valueNames } from "../vocabulary.ts"
import {
  authority,
  eachWay,
  either,
  inRounds,
  located,
  outsider,
  roundsOf,
  supposed,
  withAgencies
} from "./Supposing.ts"

/** The opinions of which a verdict speaks: the answers to its request, or all of its round. */
const opinionsOf = (p: Project, { instance, ...v }: Verdict): ReadonlyArray<Opinion> =>
  roundsOf(p, { ...v, instance }).flatMap((a) => {
    const request = a.requests.find((r) => r.instance === instance)
    return request === undefined ? a.opinions : a.opinions.filter((o) => o.request === request.id)
  })

/** The case with the opinions of a verdict changed that are open in a particular. */
const open = (
  p: Project,
  v: Verdict,
  is: (o: Opinion) => boolean,
  change: (o: Opinion) => Partial<Opinion>
): Project => {
  const some = opinionsOf(p, v).filter(is)
  const opinions = (a: Application) => a.opinions.map((o) => (some.includes(o) ? { ...o, ...change(o) } : o))
  return inRounds(p, v, (a) => ({ ...a, opinions: opinions(a) }))
}

/** What an opinion concludes. */
export const conclusion: Suppose<Project> = (p, v) =>
  Object.entries(valueNames.conclusion).map(([value, name]) => ({
    answer: { zh: `意见结论为“${name.zh}”`, en: `the opinion concludes: ${name.en}` },
    state: open(
      p,
      v,
      (o) => o.conclusion === undefined,
      () => ({ conclusion: value as keyof typeof valueNames.conclusion })
    )
  }))

/** Whether an opinion that supports with conditions lists them. */
export const conditions: Suppose<Project> = (p, v) =>
  either(
    { zh: "意见已列明条件", en: "the opinion lists its conditions" },
    { zh: "意见未列明条件", en: "the opinion lists no conditions" },
    (holds) =>
      open(
        p,
        v,
        (o) => o.conditions === undefined,
        () => ({ conditions: holds ? supposed : null })
      )
  )

/** Whether an opinion names a plan in force. */
export const planBasis: Suppose<Project> = (p, v, ctx) =>
  either(
    { zh: "意见已载明其依据的施行中的规划", en: "the opinion names the plan in force on which it rests" },
    { zh: "意见未载明规划依据", en: "the opinion names no plan" },
    (holds) =>
      open(
        p,
        v,
        (o) => o.plan === undefined,
        (o) => ({ plan: holds ? (measuringPlans(p, ctx, o)?.[0]?.id ?? supposed) : null })
      )
  )

/** Whether an opinion names the assessment. */
export const assessmentBasis: Suppose<Project> = (p, v) =>
  either(
    { zh: "意见已载明其依据的项目评估情况", en: "the opinion names the assessment on which it rests" },
    { zh: "意见未载明评估依据", en: "the opinion names no assessment" },
    (holds) =>
      open(
        p,
        v,
        (o) => o.assessment === undefined,
        () => ({ assessment: holds ? supposed : null })
      )
  )

/** Whether an opinion of somebody whom the directory does not know is one of the authority that was to be asked. */
export const opinionBy: Suppose<Project> = (unplaced, v, ctx) => {
  const p = located(unplaced)
  const doubtful = opinionsOf(p, v).filter((o) => {
    const a = p.applications.find((one) => one.opinions.includes(o)) as Application
    const request = a.requests.find((r) => r.id === o.request)
    const inDoubt = request !== undefined && typeof counts(request, a, p, ctx) === "string"
    return inDoubt || ofAuthority(o, a, p, ctx) === undefined
  })
  return eachWay(
    doubtful,
    { zh: "由应出具意见的信息化主管部门出具", en: "given by the informatization authority that has to be asked" },
    { zh: "由其他机关出具", en: "given by another body" },
    (holds) => ({
      ctx: withAgencies(ctx, p),
      state: inRounds(p, v, (a) => {
        const meant = (id: string): boolean => doubtful.some((o) => o.request === id && holds(o))
        return {
          ...a,
          opinions: a.opinions.map((o) => (doubtful.includes(o) ? { ...o, by: holds(o) ? authority : outsider } : o)),
          requests: a.requests.map((r) =>
            meant(r.id) && typeof counts(r, a, p, ctx) === "string" ? { ...r, to: authority } : r
          ),
          schemes: a.schemes.map((s) => (s.material === undefined ? { ...s, material: false } : s))
        }
      })
    })
  )
}
