import { silence } from "../verdict/Coverage.ts"
import { type Act, known } from "../verdict/Fact.ts"
import { type Owed, owed, within } from "../verdict/owed.ts"
import { notApplicable, ruling, undetermined } from "../verdict/ruling.ts"
import type { Context, Ruling } from "../verdict/Verdict.ts"
import type { Information, Portal, Site } from "./Organ.ts"
import { organOn } from "./Organ.ts"
import { each, forAPerson, type View } from "./Rule.ts"

/** What was last stated about the portal. */
const portalOf = (o: View<"portals">, kind: "exists" | "host"): Portal | undefined =>
  o.portals.findLast((portal) => portal[kind] !== undefined)

/** Whether the organ is the one that hosts the portal; nobody else is spoken of (A20). */
const hosts = (o: View<"portals">, ctx: Context): boolean => {
  const portal = portalOf(o, "host")
  if (portal === undefined || !known(portal.host)) return false
  return ctx.directory.successorOn(portal.host, portal.on) === organOn(o, ctx, portal.on)
}

/** 加强政府统一门户网站建设 */
export const N20_1 = forAPerson(
  "N20.1",
  {
    zh: "是否“加强”门户网站建设没有可核对的事实标准，须由人判断",
    en: "no fact shows by itself whether the portal was strengthened; a person judges it"
  },
  (o, ctx) => ctx.profile.readings.A20 === "organ" || hosts(o, ctx)
)

/** Whether one public website is linked to the unified portal. */
const linked = (
  { links, open }: Site,
  o: View<"portals">
): Ruling<"DueUnspecified" | "Fulfilled" | "Undetermined" | "NotApplicable"> => {
  if (open.at(-1)?.to === false) return notApplicable
  const portal = portalOf(o, "exists")
  if (portal !== undefined && portal.exists !== true) return notApplicable
  const link = links.findLast((one) => one.linked !== undefined)
  if (link?.linked === true) return ruling("Fulfilled", undefined, link)
  if (portal === undefined) return { ...undetermined("portal"), act: link }
  if (link === undefined) return { ...undetermined("link"), act: open.at(-1) }
  const before = links.some((one) => one.linked === true)
  return ruling("DueUnspecified", undefined, link, undefined, undefined, undefined, before ? "link-removed" : undefined)
}

/** 行政机关应当积极连接和利用政府统一门户网站 */
export const N20_2 = each("N20.2", ["portals", "sites"], (o, _, ruled) => {
  const portal = portalOf(o, "exists")
  const none = portal !== undefined && portal.exists !== true
  const unknown = known(o.opened) && silence(o.coverage, "site", undefined) === undefined
  if (o.sites.length === 0 && unknown && !none) ruled("", undetermined("site"))
  for (const site of o.sites) ruled(site.instance, linked(site, o))
})

/** 加强公众网站的内容建设 */
export const N20_3 = forAPerson("N20.3", {
  zh: "网站内容是否加强须由人判断",
  en: "whether the content of websites was strengthened is a valuation; a person judges it"
})

/** Whether a piece of information was published, and in time where a document gives one. */
const published = ({ arose, published }: Information, o: View<never>, ctx: Context): Ruling<Owed> => {
  if (!known(arose)) {
    if (!known(published)) return notApplicable
    const { entry } = within(ctx, "publication.within", published.on, o.region)
    return entry === undefined
      ? ruling("Fulfilled", published, published)
      : { ...undetermined("information", published), entry }
  }
  const act = published ?? silence(o.coverage, "publication", arose.on)
  return owed(ctx, arose as Act, act, within(ctx, "publication.within", arose.on, o.region), "publication")
}

/** 及时发布政务信息 */
export const N20_4 = each("N20.4", ["information"], (o, ctx, ruled) => {
  for (const item of o.information) ruled(item.instance, published(item, o, ctx))
})

/** 推行政务公开，加强公共服务 */
export const N20_5 = forAPerson("N20.5", {
  zh: "推行公开、加强服务的程度须由人判断",
  en: "how far openness was carried out and services were strengthened is a valuation; a person judges it"
})
