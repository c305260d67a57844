/** The lifecycles of the storage of a database and of the request to store it oneself. @article 27 */
import type { Row } from "../verdict/Lifecycle.ts"
import { type Stages, stagesOf } from "../verdict/position.ts"

/** Where a database is kept. */
export type StoragePosition = "unplaced" | "atDataCentre" | "atDepartment" | "ended"
/** Where a request to store oneself stands. */
export type ExceptionPosition = "draft" | "submitted" | "consented" | "refused" | "withdrawn" | "ended"
/** What an act on storage may presuppose. */
export type StorageForerunner = "storage" | "exceptionRequest" | "consent"

const department = "business-dept"
const centre = "datacenter.provincial"
const provincial = "info.provincial"

/** One row for each kind of fact about storage. */
export const storageLifecycle = {
  StorageAssigned: { who: ["organ.any"], articles: [27], source: "text" },
  StoredAtDataCentre: {
    from: ["unplaced"],
    to: "atDataCentre",
    who: [department, centre],
    articles: [27],
    source: "text"
  },
  StoredAtDepartment: {
    from: ["unplaced"],
    to: "atDepartment",
    who: [department],
    articles: [27],
    source: "text",
    guards: { "N27.3": "required", "N27.1": "presumptive" }
  },
  MovedToDepartment: {
    from: ["atDataCentre"],
    to: "atDepartment",
    who: [department],
    articles: [27],
    source: "text",
    guards: { "N27.3": "required", "N27.1": "presumptive" }
  },
  MovedToDataCentre: {
    from: ["atDepartment"],
    to: "atDataCentre",
    who: [department, centre],
    articles: [27],
    source: "text"
  },
  StoredElsewhere: { who: [department], articles: [27], source: "library", guards: { "N27.1": "presumptive" } },
  StorageCeased: {
    from: ["atDataCentre", "atDepartment"],
    to: "ended",
    who: [department],
    articles: [27],
    source: "library",
    presupposes: ["storage"]
  }
} as const satisfies { readonly [tag: string]: Row<StoragePosition, StorageForerunner> }
/** The kinds of facts about storage. */
export type StorageTag = keyof typeof storageLifecycle

/** One row for each kind of fact about a request to store oneself. */
export const exceptionLifecycle = {
  StorageExceptionRequested: {
    from: ["draft"],
    to: "submitted",
    who: [department],
    articles: [27],
    source: "text",
    guards: { "N27.2": "advisory" }
  },
  StorageExceptionReturned: {
    owned: true,
    from: ["submitted"],
    to: "draft",
    who: [provincial],
    articles: [27],
    source: "library",
    presupposes: ["exceptionRequest"]
  },
  StorageConsentGiven: {
    reserved: "N27.2",
    from: ["submitted"],
    to: "consented",
    who: [provincial],
    articles: [27],
    source: "text",
    guards: { "N27.2": "competence" }
  },
  StorageConsentRefused: {
    reserved: "N27.2",
    from: ["submitted"],
    to: "refused",
    who: [provincial],
    articles: [27],
    source: "text",
    needs: ["reason"],
    presupposes: ["exceptionRequest"]
  },
  StorageExceptionWithdrawn: {
    owned: true,
    from: ["draft", "submitted"],
    to: "withdrawn",
    who: [department],
    articles: [27],
    source: "library"
  },
  StorageExceptionEnded: {
    owned: true,
    from: ["consented"],
    to: "ended",
    who: [provincial, department],
    articles: [27],
    source: "library",
    needs: ["reason"],
    presupposes: ["consent"]
  },
  StorageConsentRevoked: {
    owned: true,
    from: ["consented"],
    to: "ended",
    who: [provincial],
    articles: [27],
    source: "library",
    guards: { "N27.2": "competence" },
    needs: ["reason"],
    presupposes: ["consent"]
  }
} as const satisfies { readonly [tag: string]: Row<ExceptionPosition, StorageForerunner> }
/** The kinds of facts about a request to store oneself. */
export type ExceptionTag = keyof typeof exceptionLifecycle

/** How far the positions of a request to store oneself are along its course. */
export const exceptionStages: Stages<ExceptionPosition> = stagesOf(
  ["draft"],
  ["submitted"],
  ["withdrawn"],
  ["consented", "refused"],
  ["ended"]
)
