import { addresseesBy, type Tellings } from "../verdict/Addressed.ts"
import type { Event } from "./Event.ts"
import { type Organ, organOn } from "./Organ.ts"
import { rules } from "./register.ts"

/** What each fact on the record of an organ tells whom. */
export const tellings: Tellings<Organ, Event> = {
  OrganRecorded: "record",
  OrganTakenOver: "record",
  OrganHoldingsStated: "internal",
  OrganProgressStated: "internal",
  OrganPortalStated: "internal",
  OrganSiteOpened: "unnamed",
  OrganSiteClosed: "unnamed",
  OrganSiteLinkStated: "internal",
  OrganInformationArose: "internal",
  OrganInformationPublished: "unnamed",
  OrganChannelOpened: "unnamed",
  OrganChannelClosed: "unnamed",
  OrganCoordinated: "internal",
  OrganAppraised: [
    {
      kind: "inspection",
      norm: "N35.1",
      instance: ({ appraisal }) => `appraisal/${appraisal}`,
      to: (o, { on }, ctx) => [{ role: "organ.any", agency: organOn(o, ctx, on) }]
    }
  ],
  Judged: "finding",
  Retracted: "retraction"
}

/** Whom an act on the record of an organ tells what. */
export const addressees = addresseesBy(tellings, rules)
