import { decided } from "../verdict/decisions.ts"
import { earlier } from "../verdict/Fact.ts"
import { byId, put, unfiled } from "../verdict/lists.ts"
import { statementOf } from "../verdict/stated.ts"
import { type Draft, exception, own, sharing, told, track, turn } from "./draft.ts"
import type { Event, EventOf } from "./Event.ts"
import type { Location } from "./Resource.ts"
import type { SharingTag } from "./sharingLifecycle.ts"
import type { ExceptionTag, StorageTag } from "./storageLifecycle.ts"

/** Files the facts of storage, of its exception and of sharing. @article 27 @article 28 */
export const fileParts = (
  d: Draft,
  e: EventOf<StorageTag | ExceptionTag | SharingTag | "Judged">,
  shared: boolean
): void => {
  switch (e._tag) {
    case "StorageAssigned":
      return track(d, "assignments", shared, { ...turn(e), department: e.department })
    case "StoredAtDataCentre":
    case "MovedToDataCentre":
      return place(d, e, shared, "data-centre")
    case "StoredAtDepartment":
    case "MovedToDepartment":
      return track(d, "placements", shared, { ...turn(e), place: "department", premises: e.premises })
    case "StoredElsewhere":
      return place(d, e, shared, "elsewhere")
    case "StorageCeased":
      return place(d, e, shared, "nowhere")
    case "StorageExceptionRequested":
      return exception(d, shared, e.consent, (x) => ({
        ...x,
        requests: told(x.requests, { ...turn(e), circumstances: e.circumstances })
      }))
    case "StorageExceptionReturned":
      return exception(d, shared, e.consent, (x) => ({ ...x, returns: told(x.returns, turn(e)) }))
    case "StorageConsentGiven":
      return exception(d, shared, e.consent, (x) => ({
        ...x,
        decisions: told(x.decisions, { ...turn(e), consents: true, from: e.from, until: e.until })
      }))
    case "StorageConsentRefused":
      return exception(d, shared, e.consent, (x) => ({
        ...x,
        decisions: told(x.decisions, { ...turn(e), consents: false, from: "n/a", until: "n/a" })
      }))
    case "StorageExceptionWithdrawn":
      return exception(d, shared, e.consent, (x) => ({ ...x, withdrawn: earlier(x.withdrawn, turn(e)) }))
    case "StorageExceptionEnded":
    case "StorageConsentRevoked":
      return exception(d, shared, e.consent, (x) => ({ ...x, ends: told(x.ends, turn(e)) }))
    case "Judged": {
      const { id, instance, norm, outcome, reason } = e
      const row = { ...statementOf(e), id, norm, instance, outcome, reason }
      return put(
        own(d, "judgements", shared),
        byId(id),
        () => row,
        (j) => j
      )
    }
    default:
      return fileSharing(d, e, shared)
  }
}

const place = (d: Draft, e: Event, shared: boolean, where: Location): void =>
  track(d, "placements", shared, { ...turn(e), place: where, premises: "n/a" })

const fileSharing = (d: Draft, e: EventOf<SharingTag>, shared: boolean): void => {
  switch (e._tag) {
    case "SharingRequested":
    case "SharingRequestResubmitted": {
      const { agreement, channel, conforms, contract, need } = e
      const version = { ...turn(e), need, channel, agreement, contract, conforms }
      return sharing(d, shared, e.sharing, (s) => ({
        ...s,
        versions: told(s.versions, version),
        ...(e._tag === "SharingRequested"
          ? { requested: earlier(s.requested, { ...turn(e), applicant: e.applicant }) }
          : {})
      }))
    }
    case "SharingGranted": {
      const { amount, conforms, ground, legalBasis } = e
      const decision = { ...turn(e), granted: true, conforms, amount, ground, legalBasis }
      return sharing(d, shared, e.sharing, (s) => decided(s, decision))
    }
    case "SharingRefused": {
      const nothing = { conforms: "n/a", amount: "n/a", ground: "n/a", legalBasis: "n/a" } as const
      const decision = { ...turn(e), granted: false, ...nothing }
      return sharing(d, shared, e.sharing, (s) => decided(s, decision))
    }
    case "SharingRequestReturned":
    case "SharingSuspended":
    case "SharingResumed":
      return sharing(d, shared, e.sharing, (s) => ({ ...s, steps: told(s.steps, turn(e)) }))
    case "SharingEnded":
      return sharing(d, shared, e.sharing, (s) => ({ ...s, ended: earlier(s.ended, turn(e)) }))
    case "SharingRequestWithdrawn":
      return sharing(d, shared, e.sharing, (s) => ({ ...s, withdrawn: earlier(s.withdrawn, turn(e)) }))
    default:
      unfiled(e)
  }
}
