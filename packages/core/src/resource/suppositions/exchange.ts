/** What may turn out about the catalogue, the declaration, the interface and integration. @article 23 @article 24 @article 26 */
import type { Suppose } from "../../explanation/Inquiry.ts"
import { completeIn } from "../../explanation/supposedStates.ts"
import { authority, either, informed, outsider, supposed } from "../../explanation/supposing.ts"
import type { Text } from "../../regulation/Text.ts"
import { known } from "../../verdict/Fact.ts"
import type { InstrumentKind } from "../../verdict/Surroundings.ts"
import { isProvincial, province } from "../authorities.ts"
import type { Resource } from "../Resource.ts"
import { inOrder } from "../tracks.ts"
import { doneOrNot, firstDay, turnOn } from "./tracks.ts"

/** Whether the resource was integrated. */
export const integration: Suppose<Resource> = (r, v, ctx) =>
  doneOrNot(
    v,
    ctx,
    { zh: (day) => `已于${day}整合`, en: (day) => `it was integrated on ${day}` },
    { zh: "未整合", en: "it was not integrated" },
    (on) => {
      const whole = completeIn(r, "integration")
      if (on === undefined) return whole
      return {
        ...whole,
        integrations: inOrder([...r.integrations, { ...turnOn(on, "ResourceIntegrated"), how: "other" }])
      }
    }
  )

/** Whether what was recorded as an integration was recorded by the organ. */
export const integratedBy: Suppose<Resource> = (r) => {
  const own = <T extends { readonly by?: string | undefined }>(
    list: ReadonlyArray<T>,
    holds: boolean
  ): ReadonlyArray<T> => list.map((row) => ({ ...row, by: holds ? undefined : outsider }))
  return either(
    { zh: "由责任机关办理", en: "done by the responsible organ" },
    { zh: "并非由责任机关办理", en: "not done by the responsible organ" },
    (holds) => ({
      ...completeIn(r, "integration"),
      organ: r.organ ?? supposed,
      integrations: own(r.integrations, holds),
      interfaces: own(r.interfaces, holds)
    })
  )
}

/** Whether, and when, an interface was provided. */
export const provided: Suppose<Resource> = (r, v, ctx) =>
  doneOrNot(
    v,
    ctx,
    { zh: (day) => `已于${day}提供交换接口`, en: (day) => `an interface was provided on ${day}` },
    { zh: "未提供交换接口", en: "no interface was provided" },
    (on) => {
      const whole = completeIn(r, "interface")
      return on === undefined
        ? whole
        : { ...whole, interfaces: inOrder([...r.interfaces, { ...turnOn(on, "InterfaceProvided"), to: true }]) }
    }
  )

/** Whether the resource is listed. */
export const listing: Suppose<Resource> = (r, _v, ctx) =>
  either({ zh: "已列入目录", en: "it is listed" }, { zh: "未列入目录", en: "it is not listed" }, (holds) => {
    const whole = completeIn(r, "listing")
    const row = { ...turnOn(firstDay(r, ctx), "ResourceListed"), catalogue: undefined, to: true } as const
    return holds ? { ...whole, listings: inOrder([...r.listings, row]) } : whole
  })

/** Whether a step in or out of the catalogue was one of the provincial authority. */
export const listedBy: Suppose<Resource> = (r, _v, ctx) => {
  const context = informed(ctx, r.region)
  const doubtful = (by: string | undefined, on: Resource["listings"][number]["on"]): boolean =>
    by !== undefined && isProvincial(ctx, by, "info.provincial", on) === undefined
  return either(
    { zh: "由省信息化主管部门办理", en: "done by the provincial authority" },
    { zh: "并非由省信息化主管部门办理", en: "not done by the provincial authority" },
    (holds) => ({
      ...completeIn(r, "listing"),
      listings: r.listings.map((step) =>
        doubtful(step.by, step.on) ? { ...step, by: holds ? authority : outsider } : step
      )
    }),
    context
  )
}

const complete = { content: supposed, scope: supposed, manner: supposed }

/** Whether content, scope and manner were drawn up. */
export const declaration: Suppose<Resource> = (r, v, ctx) =>
  doneOrNot(
    v,
    ctx,
    { zh: (day) => `已于${day}拟定齐全`, en: (day) => `all of it was drawn up on ${day}` },
    { zh: "未拟定", en: "nothing was drawn up" },
    (on) => {
      const whole = completeIn(r, "declaration")
      if (on === undefined) return whole
      const named = (kind: InstrumentKind): string => ctx.instrumentsInForce(kind, ctx.asOf)?.[0]?.id ?? supposed
      const row = {
        ...turnOn(on, "SharingDeclared"),
        disclosure: complete,
        internal: complete,
        catalogue: named("exchange-catalogue"),
        agreement: named("exchange-agreement"),
        to: ctx.directory.holder("info.provincial", province, on) ?? authority
      } as const
      return { ...whole, declarations: inOrder([...r.declarations, row]) }
    }
  ).map((one) => ({ ...one, ctx: informed(ctx, r.region) }))

/** Whether a declaration was filed with the provincial authority. */
export const declaredTo: Suppose<Resource> = (r, _v, ctx) =>
  either(
    { zh: "已报送省信息化主管部门", en: "it was filed with the provincial authority" },
    { zh: "未报送省信息化主管部门", en: "it was not filed with the provincial authority" },
    (holds) => ({
      ...r,
      declarations: r.declarations.map((d) => {
        const sure =
          d.to !== undefined && (!known(d.to) || isProvincial(ctx, d.to, "info.provincial", d.on) !== undefined)
        return sure ? d : { ...d, to: holds ? authority : null }
      })
    }),
    informed(ctx, r.region)
  )

/** Whether an instrument was in force where nobody said so: what is cited counts as its version. */
export const instrument =
  (kind: "exchange-catalogue" | "exchange-agreement", yes: Text, no: Text): Suppose<Resource> =>
  (r, _v, ctx) => {
    const cited = [...r.listings, ...r.declarations]
      .map((row) => (kind === "exchange-catalogue" ? row.catalogue : "agreement" in row ? row.agreement : undefined))
      .filter((of) => known(of))
    const versions = [...cited, supposed].map((id) => ({ id, kind }))
    return [true, false].map((holds) => ({
      answer: holds ? yes : no,
      ctx: {
        ...ctx,
        instrumentsInForce: (one: InstrumentKind, on: typeof ctx.asOf) =>
          ctx.instrumentsInForce(one, on) ?? (one === kind ? (holds ? versions : []) : undefined)
      }
    }))
  }
