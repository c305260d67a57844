/** What may turn out about the storage of a database, its exception, and requests to share. @article 27 @article 28 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import { authority, either, informed, outsider, supposed } from "../../explanation/supposing.ts"
import { inDecision } from "../../verdict/decisions.ts"
import { known } from "../../verdict/Fact.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { isProvincial } from "../authorities.ts"
import type { Location, Resource, SharingRequest, Turn } from "../Resource.ts"
import { firstDay, turnOn } from "./tracks.ts"

/** Where the database is kept. */
export const storage: Suppose<Resource> = (r, _v, ctx) => {
  const kept = (place: Location): Resource => ({
    ...r,
    placements: [{ ...turnOn(firstDay(r, ctx), "StoredAtDepartment"), place, premises: "own" }, ...r.placements]
  })
  return [
    { answer: { zh: "由省电子政务数据中心存储", en: "the data centre stores it" }, state: kept("data-centre") },
    { answer: { zh: "由业务部门存储", en: "the business department stores it" }, state: kept("department") },
    { answer: { zh: "由其他单位存储", en: "somebody else stores it" }, state: kept("elsewhere") }
  ]
}

/** Whether a decision or a revocation of which nobody knows whose it was is the provincial authority's. */
export const consentBy: Suppose<Resource> = (r, _v, ctx) => {
  const doubtful = ({ by, on }: Turn): boolean => isProvincial(ctx, by, "info.provincial", on) === undefined
  const settled = <T extends Turn>(rows: ReadonlyArray<T>, holds: boolean): ReadonlyArray<T> =>
    rows.map((row) => (doubtful(row) ? { ...row, by: holds ? authority : outsider } : row))
  const state = (decided: boolean, ended: boolean): Resource => ({
    ...r,
    organ: r.organ ?? supposed,
    exceptions: r.exceptions.map((x) => ({
      ...x,
      decisions: settled(x.decisions, decided),
      ends: settled(x.ends, ended)
    }))
  })
  const context = informed(ctx, r.region)
  const answers = [
    {
      answer: { zh: "均由省信息化主管部门作出", en: "all by the provincial authority" },
      ctx: context,
      state: state(true, true)
    },
    {
      answer: { zh: "均非省信息化主管部门作出", en: "none by the provincial authority" },
      ctx: context,
      state: state(false, false)
    }
  ]
  const both = (["decisions", "ends"] as const).every((acts) => r.exceptions.some((x) => x[acts].some(doubtful)))
  if (!both) return answers
  const mixed = {
    answer: {
      zh: "同意由省信息化主管部门作出，终止、撤销并非其作出",
      en: "the consent by it, the end or revocation by another"
    },
    ctx: context,
    state: state(true, false)
  }
  return [...answers, mixed]
}

/** Which department is responsible for storing. */
export const department: Suppose<Resource> = (r, _v, ctx) =>
  either(
    { zh: "已明确负责存储的业务部门", en: "a department is responsible" },
    { zh: "没有负责存储的业务部门", en: "no department is responsible" },
    (holds) => ({
      ...r,
      assignments: [...r.assignments, { ...turnOn(ctx.asOf, "StorageAssigned"), department: holds ? supposed : null }]
    })
  )

/** Whether the database is kept on the department's own premises. */
export const premises: Suppose<Resource> = (r) =>
  either(
    { zh: "存放于本部门场所", en: "it is kept on the department's own premises" },
    { zh: "托管于他处", en: "it is hosted elsewhere" },
    (holds) => ({
      ...r,
      placements: r.placements.map((p) => (p.premises === undefined ? { ...p, premises: holds ? "own" : "hosted" } : p))
    })
  )

/** The case with the request changed that a verdict is about. */
const asked = (r: Resource, v: Verdict, change: (s: SharingRequest) => SharingRequest): Resource => ({
  ...r,
  sharings: r.sharings.map((s) => inDecision(s, v.instance, change))
})

type Said = Partial<Pick<SharingRequest["versions"][number], "channel" | "conforms" | "contract">>

/** The request with something said in its versions; a grant without one by its day gets one. */
const saying =
  (more: Said, ctx: Context) =>
  (s: SharingRequest): SharingRequest => {
    const none = { need: undefined, channel: undefined, agreement: undefined, contract: undefined, conforms: undefined }
    const on = known(s.decision) ? s.decision.on : ctx.asOf
    const asked = s.versions.some((version) => version.on <= on)
    const versions = asked ? s.versions : [{ ...turnOn(on, "SharingRequested"), ...none }, ...s.versions]
    return { ...s, versions: versions.map((version) => ({ ...version, ...more })) }
  }

/** By which channel is shared. */
export const channel: Suppose<Resource> = (r, v, ctx) =>
  either(
    { zh: "通过省电子政务数据中心", en: "through the provincial data centre" },
    { zh: "通过其他渠道", en: "through another channel" },
    (holds) => asked(r, v, saying({ channel: holds ? "data-centre" : "other" }, ctx))
  )

/** Whether the use conforms to the agreement. */
export const conforms: Suppose<Resource> = (r, v, ctx) =>
  either(
    { zh: "使用符合信息交换协议", en: "the use conforms to the agreement" },
    { zh: "使用不符合信息交换协议", en: "the use does not conform to the agreement" },
    (holds) =>
      asked(r, v, (s) => {
        const decision = known(s.decision) && s.decision.granted ? { ...s.decision, conforms: holds } : s.decision
        return { ...saying({ conforms: holds }, ctx)(s), decision }
      })
  )

/** Whether the pair has a contract. */
export const contract: Suppose<Resource> = (r, v, ctx) =>
  either(
    { zh: "双方有合同", en: "the pair has a contract" },
    { zh: "双方没有合同", en: "the pair has no contract" },
    (holds) => asked(r, v, saying({ contract: holds ? supposed : null }, ctx))
  )
