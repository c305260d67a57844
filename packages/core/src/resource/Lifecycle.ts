/** The lifecycle of an information resource, as data: who may do what from where, and which norms ask. */
import type { Row } from "../verdict/Lifecycle.ts"
import { type Stages, stagesOf } from "../verdict/position.ts"
import type { EventTag } from "./Event.ts"
import { type SharingForerunner, type SharingPosition, type SharingTag, sharingLifecycle } from "./sharingLifecycle.ts"
import {
  type ExceptionPosition,
  type ExceptionTag,
  exceptionLifecycle,
  type StorageForerunner,
  type StoragePosition,
  type StorageTag,
  storageLifecycle
} from "./storageLifecycle.ts"

/** Where a resource stands in the usual order. */
export type Position =
  | "identified"
  | "classified"
  | "catalogued"
  | "notCatalogued"
  | "declared"
  | "interfaceProvided"
  | "available"
  | "suspended"
  | "retired"

/** What an act may presuppose. */
export type Forerunner =
  | SharingForerunner
  | StorageForerunner
  | "listing"
  | "declaration"
  | "interface"
  | "falsity"
  | "suspension"

const organ = "organ.any"
const provincial = "info.provincial"
const centre = "datacenter.provincial"

/** The positions of a resource whose declaration, interface or opening runs on beside the catalogue. */
const beside = ["declared", "interfaceProvided", "available"] as const

/** One row for each kind of fact, those of storage, of its exception and of sharing included. */
export const lifecycle = {
  ResourceIdentified: { who: [organ], articles: [], source: "library" },
  ResourceTakenOver: { owned: true, who: [organ], articles: [], source: "library" },
  ResourceClassified: {
    from: ["identified"],
    to: "classified",
    who: [organ],
    articles: [22, 23, 27],
    source: "library",
    guards: { "N23.1": "advisory" },
    states: ["licensing", "collaborative", "crossDept", "crossRegion", "disclosable"]
  },
  ResourceIntegrated: { who: [organ], articles: [23], source: "text" },
  ResourceListed: {
    reserved: "N23.2",
    from: ["classified", "notCatalogued", ...beside],
    to: "catalogued",
    stays: beside,
    who: [provincial],
    articles: [23],
    source: "text",
    guards: { "N23.2": "competence" }
  },
  ResourceLeftUnlisted: {
    reserved: "N23.2",
    from: ["classified"],
    to: "notCatalogued",
    who: [provincial],
    articles: [23],
    source: "library"
  },
  ResourceDelisted: {
    reserved: "N23.2",
    from: ["catalogued", ...beside],
    to: "notCatalogued",
    stays: beside,
    who: [provincial],
    articles: [23],
    source: "library",
    guards: { "N23.2": "competence" },
    presupposes: ["listing"]
  },
  SharingDeclared: {
    reserved: "N24.1",
    from: ["catalogued", "notCatalogued"],
    to: "declared",
    who: [organ],
    articles: [24],
    source: "text",
    guards: { "N24.1": "advisory" }
  },
  SharingRedeclared: {
    reserved: "N24.1",
    from: beside,
    who: [organ],
    articles: [24],
    source: "library",
    needs: ["catalogue", "agreement"],
    presupposes: ["declaration"]
  },
  InterfaceProvided: {
    from: ["catalogued", "declared", "available"],
    to: "interfaceProvided",
    stays: ["available"],
    who: [organ],
    articles: [26],
    source: "text",
    guards: { "N26.1": "advisory" }
  },
  InterfaceWithdrawn: {
    owned: true,
    from: ["interfaceProvided", "available"],
    to: "declared",
    stays: ["available"],
    who: [organ],
    articles: [26],
    source: "library",
    guards: { "N26.1": "required" },
    presupposes: ["interface"]
  },
  ResourcePublishedWithoutInterface: {
    from: ["classified", "catalogued", "notCatalogued", "declared"],
    to: "available",
    who: [organ],
    articles: [22],
    source: "text",
    guards: { "N22.1": "advisory", "N26.1": "advisory" }
  },
  ResourceOpened: {
    from: ["interfaceProvided"],
    to: "available",
    who: [centre, organ],
    articles: [26, 27, 28],
    source: "library",
    guards: { "N27.1": "advisory", "N27.3": "advisory" }
  },
  ResourceVerified: { who: [organ], articles: [22], source: "text" },
  ResourceFalsityConfirmed: { who: [organ, "supervision.any"], articles: [22], source: "library" },
  ResourceFalsityCorrected: { who: [organ], articles: [22], source: "library", presupposes: ["falsity"] },
  ResourceSharedInternally: { who: [organ], articles: [22], source: "text" },
  ResourceFeeSet: { who: [organ, centre], articles: [22], source: "text", guards: { "N22.4": "presumptive" } },
  ResourceUpdated: {
    from: ["available"],
    who: [organ],
    articles: [16],
    source: "text",
    guards: { "N16.2": "advisory" }
  },
  ResourceSuspended: {
    from: ["available"],
    to: "suspended",
    who: [organ, centre],
    articles: [26],
    source: "library",
    needs: ["reason"]
  },
  ResourceResumed: {
    from: ["suspended"],
    to: "available",
    who: [organ, centre],
    articles: [26],
    source: "library",
    presupposes: ["suspension"]
  },
  ResourceRetired: {
    owned: true,
    from: ["identified", "classified", "catalogued", "notCatalogued", ...beside, "suspended"],
    to: "retired",
    who: [organ],
    articles: [23],
    source: "library",
    guards: { "N23.2": "advisory" }
  },
  ...storageLifecycle,
  ...exceptionLifecycle,
  ...sharingLifecycle,
  Judged: {
    reserved: "N35.2",
    who: ["supervision.any", "info.any"],
    articles: [4, 35],
    source: "library",
    needs: ["reason"]
  },
  Retracted: { who: [], articles: [], source: "library" }
} as const satisfies {
  readonly [E in EventTag]: Row<
    E extends StorageTag
      ? StoragePosition
      : E extends ExceptionTag
        ? ExceptionPosition
        : E extends SharingTag
          ? SharingPosition
          : Position,
    Forerunner
  >
}

/** The row of a kind of fact. */
export const row = (event: EventTag): Row<string, Forerunner> => lifecycle[event]

/** Which of the four lifecycles a kind of fact belongs to. */
export const trackOf = (event: EventTag): "resource" | "storage" | "storageException" | "sharingRequest" =>
  Object.hasOwn(storageLifecycle, event)
    ? "storage"
    : Object.hasOwn(exceptionLifecycle, event)
      ? "storageException"
      : Object.hasOwn(sharingLifecycle, event)
        ? "sharingRequest"
        : "resource"

/** How far the positions of a resource are along its course. */
export const stages: Stages<Position> = stagesOf(
  ["identified"],
  ["classified"],
  ["catalogued", "notCatalogued"],
  ["declared"],
  ["interfaceProvided"],
  ["available"],
  ["suspended"],
  ["retired"]
)
