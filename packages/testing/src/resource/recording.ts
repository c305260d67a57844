import type { Event } from "@banfa/core/resource"
import { type Decision, type Recording, stated } from "../record/Recording.ts"

/** What cannot be left unsaid about a fact: what names it, its case and its part, and when it was. */
const fixed: ReadonlyArray<string> = [
  "_tag",
  "id",
  "resource",
  "on",
  "recordedAt",
  "seq",
  "by",
  "consent",
  "sharing",
  "falsity",
  "corrects",
  "of"
]

/** Whether a fact opens the record: that one stays as it is. */
export const opens = ({ _tag }: Event): boolean => _tag === "ResourceIdentified" || _tag === "ResourceTakenOver"

const contrary = (e: Event): Decision | undefined => {
  switch (e._tag) {
    case "StorageConsentGiven":
      return { _tag: "StorageConsentRefused", ...stated(e, "consent"), reason: "无特殊情况" }
    case "StorageConsentRefused":
      return { _tag: "StorageConsentGiven", ...stated(e, "consent"), until: null }
    case "SharingGranted":
      return { _tag: "SharingRefused", ...stated(e, "sharing"), reason: "不符合" }
    case "SharingRefused":
      return { _tag: "SharingGranted", ...stated(e, "sharing"), amount: "0.00" }
    case "ResourceListed":
      return { _tag: "ResourceLeftUnlisted", ...stated(e, "catalogue") }
    case "ResourceLeftUnlisted":
      return { _tag: "ResourceListed", ...stated(e, "catalogue") }
    case "ResourceSharedInternally":
      return { _tag: "ResourceSharedInternally", shared: e.shared !== true, ground: null }
    default:
      return undefined
  }
}

/** What has to be known of the facts about resources to upset their record. */
export const recording: Recording<Event> = {
  key: "resource",
  opens,
  particulars: (e) => Object.keys(e).filter((key) => !fixed.includes(key)),
  lists: [],
  turns: [
    ["ResourceListed", "ResourceDelisted", "catalogue"],
    ["InterfaceProvided", "InterfaceWithdrawn"],
    ["ResourceFalsityConfirmed", "ResourceFalsityCorrected", "falsity"],
    ["StorageExceptionRequested", "StorageConsentGiven", "consent"],
    ["StorageExceptionRequested", "StorageExceptionWithdrawn", "consent"],
    ["StorageConsentGiven", "StorageConsentRevoked", "consent"],
    ["StorageConsentGiven", "StorageExceptionEnded", "consent"],
    ["SharingRequested", "SharingGranted", "sharing"],
    ["SharingRequested", "SharingRequestWithdrawn", "sharing"],
    ["SharingGranted", "SharingSuspended", "sharing"],
    ["SharingGranted", "SharingEnded", "sharing"]
  ],
  contrary
}
