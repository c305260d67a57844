import { histories, profiles } from "@banfa/testing/resource"
import fc from "fast-check"
import { courseOf } from "../../src/resource/course.ts"
import { type Goal, partFor } from "../../src/resource/Goal.ts"
import type { Event, Resource } from "../../src/resource/index.ts"
import { path } from "../../src/resource/path.ts"
import { goalNames } from "../../src/resource/vocabulary.ts"
import { asked, onDay } from "./resourceLaw.ts"
import { waysLaws } from "./ways.ts"

waysLaws<Resource, Event, Goal>({
  arts: "arts 22 to 24, 26 to 28",
  histories,
  profiles,
  asked,
  onDay,
  goals: fc.constantFrom(...(Object.keys(goalNames) as ReadonlyArray<Goal>)),
  path,
  course: (r, goal, ctx) => courseOf(partFor(r, goal, ctx)),
  exits: [
    "ResourceDelisted",
    "InterfaceWithdrawn",
    "ResourceSuspended",
    "ResourceRetired",
    "StorageCeased",
    "StorageExceptionReturned",
    "StorageConsentRefused",
    "StorageExceptionWithdrawn",
    "StorageExceptionEnded",
    "StorageConsentRevoked",
    "SharingRequestReturned",
    "SharingRefused",
    "SharingSuspended",
    "SharingEnded",
    "SharingRequestWithdrawn"
  ],
  floor: 20,
  portion: 0.2
})
