/** The record of an organ, as data: who may enter what. The Measures give an organ no steps. */
import type { Row } from "../verdict/Lifecycle.ts"
import type { EventTag } from "./Event.ts"
import type { Organ } from "./Organ.ts"

/** A record of an organ has one position: it is kept. */
export type Position = "recorded"

/** What an act may presuppose. */
export type Forerunner = "site" | "channel"

const organ = "organ.any"

/** One row for each kind of fact. */
export const lifecycle = {
  OrganRecorded: { who: [organ], articles: [], source: "library" },
  OrganTakenOver: { owned: true, who: [organ], articles: [], source: "library" },
  OrganHoldingsStated: { who: [organ], articles: [13], source: "library", states: ["systems", "resources"] },
  OrganProgressStated: { who: [organ], articles: [15, 21], source: "text", needs: ["covered", "total"] },
  OrganPortalStated: { who: [organ, "portal-host"], articles: [20], source: "library", states: ["exists", "host"] },
  OrganSiteOpened: { who: [organ], articles: [20, 21], source: "library" },
  OrganSiteClosed: { who: [organ], articles: [20, 21], source: "library", needs: ["reason"], presupposes: ["site"] },
  OrganSiteLinkStated: { who: [organ], articles: [20], source: "text", states: ["linked"] },
  OrganInformationArose: { who: [organ], articles: [20], source: "library" },
  OrganInformationPublished: { who: [organ], articles: [20], source: "text" },
  OrganChannelOpened: { who: [organ], articles: [21], source: "text" },
  OrganChannelClosed: { who: [organ], articles: [21], source: "library", needs: ["reason"], presupposes: ["channel"] },
  OrganCoordinated: { who: ["info.provincial", "info.local"], articles: [3, 4], source: "text" },
  OrganAppraised: { who: ["appraiser"], articles: [35], source: "text", states: ["eGovernment"] },
  Judged: {
    reserved: "N35.2",
    who: ["supervision.any", "info.any"],
    articles: [4, 35],
    source: "library",
    needs: ["reason"]
  },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies { readonly [E in EventTag]: Row<Position, Forerunner> }

/** The row of a kind of fact; of the coordination, under the sentence for the organ's place: art. 3 speaks of the whole province, art. 4 of an area. */
export const row = (event: EventTag, o?: Pick<Organ, "region">): Row<Position, Forerunner> =>
  event === "OrganCoordinated" && o?.region !== undefined
    ? { ...lifecycle[event], reserved: o.region === "440000" ? "N3.3" : "N4.1" }
    : lifecycle[event]
