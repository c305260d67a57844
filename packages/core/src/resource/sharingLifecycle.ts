/** The lifecycle of a request to share a resource. @article 28 */
import type { Row } from "../verdict/Lifecycle.ts"
import { type Stages, stagesOf } from "../verdict/position.ts"

/** Where a request to share stands. */
export type SharingPosition =
  | "draft"
  | "submitted"
  | "returned"
  | "granted"
  | "suspended"
  | "refused"
  | "withdrawn"
  | "ended"
/** What an act on sharing may presuppose. */
export type SharingForerunner = "sharingRequest" | "sharingReturn" | "grant"

const applicant = "applicant.any"
const centre = "datacenter.provincial"
const organ = "organ.any"

/** One row for each kind of fact about a request to share. */
export const sharingLifecycle = {
  SharingRequested: {
    from: ["draft"],
    to: "submitted",
    who: [applicant],
    articles: [28],
    source: "text",
    guards: { "N28.1": "required" },
    needs: ["agreement"]
  },
  SharingRequestReturned: {
    owned: true,
    from: ["submitted"],
    to: "returned",
    who: [centre, organ],
    articles: [28],
    source: "library",
    presupposes: ["sharingRequest"]
  },
  SharingRequestResubmitted: {
    owned: true,
    from: ["returned"],
    to: "submitted",
    who: [applicant],
    articles: [28],
    source: "library",
    needs: ["need"],
    presupposes: ["sharingReturn"]
  },
  SharingGranted: {
    from: ["submitted"],
    to: "granted",
    who: [centre],
    articles: [22, 24, 28],
    source: "text",
    guards: { "N28.1": "required", "N23.3": "required", "N24.1": "advisory", "N22.4": "presumptive" }
  },
  SharingRefused: {
    owned: true,
    from: ["submitted"],
    to: "refused",
    who: [centre, organ],
    articles: [28],
    source: "library",
    needs: ["reason"],
    presupposes: ["sharingRequest"]
  },
  SharingSuspended: {
    owned: true,
    from: ["granted"],
    to: "suspended",
    who: [centre, organ],
    articles: [28],
    source: "library",
    needs: ["reason"],
    presupposes: ["grant"]
  },
  SharingResumed: {
    owned: true,
    from: ["suspended"],
    to: "granted",
    who: [centre, organ],
    articles: [28],
    source: "library",
    presupposes: ["grant"]
  },
  SharingEnded: {
    owned: true,
    from: ["granted", "suspended"],
    to: "ended",
    who: [applicant, centre, organ],
    articles: [28],
    source: "library",
    presupposes: ["grant"]
  },
  SharingRequestWithdrawn: {
    owned: true,
    from: ["draft", "submitted", "returned"],
    to: "withdrawn",
    who: [applicant],
    articles: [28],
    source: "library"
  }
} as const satisfies { readonly [tag: string]: Row<SharingPosition, SharingForerunner> }
/** The kinds of facts about a request to share. */
export type SharingTag = keyof typeof sharingLifecycle

/** How far the positions of a request to share are along its course. */
export const sharingStages: Stages<SharingPosition> = stagesOf(
  ["draft"],
  ["returned"],
  ["submitted"],
  ["withdrawn"],
  ["granted", "refused"],
  ["suspended"],
  ["ended"]
)
