/** What may turn out about the facts that the norms on the record of an organ miss. Explanations load it; rules do not. */

import { addDays, type CivilDate } from "../../civil/CivilDate.ts"
import { calendar } from "../../explanation/calendarDays.ts"
import type { Suppose, Suppositions } from "../../explanation/Inquiry.ts"
import { scopeSuppositions } from "../../explanation/scope.ts"
import { completeIn, eitherWay, longBefore, supposedJudgement, supposedOn } from "../../explanation/supposedStates.ts"
import { supposed } from "../../explanation/supposing.ts"
import type { ProgressTrack } from "../../profile/Parameter.ts"
import { known } from "../../verdict/Fact.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import { type CoordinatingNorm, coordinatingRoles } from "../coordinating.ts"
import { type Information, type Organ, organOn, type Progress } from "../Organ.ts"

const tracks: { readonly [norm: string]: ProgressTrack } = {
  "N15.1": "office-automation",
  "N15.2": "document-transmission",
  "N21.1": "matters",
  "N21.2": "approval"
}
const trackOf = ({ norm }: Verdict): ProgressTrack => tracks[norm] ?? "matters"

/** Whether what is counted of a kind is something or nothing. */
const counted =
  (
    kind: "systems" | "resources",
    some: { readonly zh: string; readonly en: string },
    none: typeof some
  ): Suppose<Organ> =>
  (o, _v, ctx) =>
    eitherWay(some, none, (holds) => {
      const counts = { systems: undefined, resources: undefined, [kind]: holds ? 1 : 0 }
      return { state: { ...o, holdings: [...o.holdings, supposedOn(ctx.asOf, counts)] } }
    })

/** How far a track has come of which nothing is on record. */
const progress: Suppose<Organ> = (unknown, v, ctx) => {
  const o = completeIn(unknown, "progress")
  const track = trackOf(v)
  const first = addDays(ctx.asOf, -3650)
  const at = (on: CivilDate, covered: number): Organ => ({
    ...o,
    progress: [supposedOn(on, { track, covered, total: 10 }), ...o.progress].sort((a, b) =>
      a.order < b.order ? -1 : 1
    )
  })
  const late = { ...o, progress: [...o.progress, supposedOn(ctx.asOf, { track, covered: 10, total: 10 })] }
  return [
    { answer: { zh: "早已全部覆盖", en: "the whole was reached long ago" }, state: at(first, 10) },
    { answer: { zh: "已全部覆盖", en: "the whole is reached now" }, state: late },
    { answer: { zh: "已覆盖一部分", en: "a part is reached" }, state: at(ctx.asOf, 1) },
    { answer: { zh: "尚无进展", en: "nothing has been reached" }, state: o }
  ]
}

/** The record with every statement of a track told that leaves a count out. */
const telling = (o: Organ, v: Verdict, change: (step: Progress) => Progress): Organ => ({
  ...o,
  progress: o.progress.map((step) => (step.track === trackOf(v) ? change(step) : step))
})

const covered: Suppose<Organ> = (o, v) =>
  eitherWay(
    { zh: "已全部覆盖", en: "the whole is covered" },
    { zh: "只覆盖一部分", en: "a part is covered" },
    (holds) => ({
      state: telling(o, v, (step) => {
        if (known(step.covered) || step.covered === null) return step
        const total = known(step.total) ? step.total : 10
        return { ...step, total, covered: holds ? total : Math.min(1, total - 1) }
      })
    })
  )

const total: Suppose<Organ> = (o, v) =>
  eitherWay(
    { zh: "所覆盖的即为全部", en: "what is covered is the whole" },
    { zh: "所覆盖的只是一部分", en: "what is covered is a part" },
    (holds) => ({
      state: telling(o, v, (step) => {
        if (known(step.total) || !known(step.covered)) return step
        return { ...step, total: holds ? step.covered : step.covered * 100 }
      })
    })
  )

const portal: Suppose<Organ> = (o, _v, ctx) =>
  eitherWay(
    { zh: "有政府统一门户网站", en: "there is a unified portal" },
    { zh: "没有政府统一门户网站", en: "there is no unified portal" },
    (holds) => ({ state: { ...o, portals: [...o.portals, supposedOn(ctx.asOf, { exists: holds, host: undefined })] } })
  )

const site: Suppose<Organ> = (o, _v, ctx) => {
  const links = (linked: boolean) => [supposedOn(ctx.asOf, { linked })]
  const open = [supposedOn(ctx.asOf, { to: true })]
  const withSite = (linked: boolean): Organ => ({
    ...o,
    sites: [{ id: supposed, instance: `site/${supposed}`, open, links: links(linked) }]
  })
  return [
    {
      answer: { zh: "有公众网站，已连接门户网站", en: "there is a public site, linked to the portal" },
      state: withSite(true)
    },
    {
      answer: { zh: "有公众网站，未连接门户网站", en: "there is a public site, not linked to the portal" },
      state: withSite(false)
    },
    { answer: { zh: "没有公众网站", en: "there is no public site" }, state: completeIn(o, "site") }
  ]
}

const link: Suppose<Organ> = (o, v, ctx) =>
  eitherWay(
    { zh: "已连接门户网站", en: "the site is linked to the portal" },
    { zh: "未连接门户网站", en: "the site is not linked to the portal" },
    (linked) => ({
      state: {
        ...o,
        sites: o.sites.map((s) =>
          s.instance === v.instance ? { ...s, links: [...s.links, supposedOn(ctx.asOf, { linked })] } : s
        )
      }
    })
  )

/** The record with the information of a verdict changed. */
const inItem = (o: Organ, { instance }: Verdict, change: (i: Information) => Information): Organ => ({
  ...o,
  information: o.information.map((i) => (i.instance === instance ? change(i) : i))
})

const publication: Suppose<Organ> = (unknown, v, ctx) => {
  const o = completeIn(unknown, "publication")
  const published = (on: CivilDate): Organ => inItem(o, v, (i) => ({ ...i, published: { on } }))
  return [
    {
      answer: { zh: "产生当日即已发布", en: "it was published on the day it came into being" },
      state: published(v.trigger?.on ?? ctx.asOf)
    },
    {
      answer: { zh: "截至询问当日方才发布", en: "it was published only on the day asked" },
      state: published(ctx.asOf)
    },
    { answer: { zh: "未发布", en: "it was not published" }, state: o }
  ]
}

const information: Suppose<Organ> = (o, v, ctx) => {
  const arose = (on: CivilDate): Organ => inItem(o, v, (i) => ({ ...i, arose: { on } }))
  const day = v.trigger?.on ?? ctx.asOf
  return [
    { answer: { zh: "信息产生于发布当日", en: "it came into being on the day of publication" }, state: arose(day) },
    { answer: { zh: "信息早已产生", en: "it had come into being long before" }, state: arose(longBefore(day)) }
  ]
}

const channel: Suppose<Organ> = (o, _v, ctx) =>
  eitherWay(
    { zh: "已开通网上监督、投诉渠道", en: "the channel is open" },
    { zh: "尚未开通", en: "the channel has not been opened" },
    (holds) => ({
      state: { ...o, channel: [...o.channel, supposedOn(ctx.asOf, { to: holds })] }
    })
  )

const office: Suppose<Organ> = (o, v, ctx) => {
  const organ = organOn(o, ctx, ctx.asOf)
  const { directory } = ctx
  const held = (holds: boolean): Context => ({
    ...ctx,
    directory: {
      ...directory,
      holds: (agency, role, region, on) =>
        agency === organ && role === coordinatingRoles[v.norm as CoordinatingNorm]
          ? holds
          : directory.holds(agency, role, region, on)
    }
  })
  return eitherWay(
    { zh: "是本级信息化主管部门", en: "it is the informatization authority of its level" },
    { zh: "不是本级信息化主管部门", en: "it is not the informatization authority of its level" },
    (holds) => ({ ctx: held(holds) })
  )
}

const eGovernment: Suppose<Organ> = (o, { instance }) =>
  eitherWay(
    { zh: "电子政务建设列为考核内容", en: "e-government construction is one of the items" },
    { zh: "电子政务建设未列为考核内容", en: "e-government construction is not among the items" },
    (holds) => ({
      state: {
        ...o,
        appraisals: o.appraisals.map((a) =>
          a.instance === instance && known(a.held) ? { ...a, held: { ...a.held, eGovernment: holds } } : a
        )
      }
    })
  )

const facts = {
  ...scopeSuppositions,
  calendar,
  channel,
  covered,
  eGovernment,
  information,
  judgement: (o, v, ctx) => supposedJudgement(o, v, ctx).map((one) => ({ ...one, state: { ...o, ...one.state } })),
  link,
  office,
  portal,
  progress,
  publication,
  resources: counted(
    "resources",
    { zh: "已登记业务信息资源", en: "a business information resource is registered" },
    { zh: "未登记业务信息资源", en: "no business information resource is registered" }
  ),
  site,
  systems: counted(
    "systems",
    { zh: "运行应用系统", en: "application systems are operated" },
    { zh: "不运行应用系统", en: "no application system is operated" }
  ),
  total
} satisfies { readonly [missing: string]: Suppose<Organ> }

/** By the name under which a rule misses a fact. */
export const suppositions: Suppositions<Organ> = { facts, gates: {} }
