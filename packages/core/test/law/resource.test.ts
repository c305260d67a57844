import {
  established,
  floods,
  histories,
  type Province,
  profiles,
  provinces,
  resourceId,
  surroundingsOf
} from "@banfa/testing/resource"
import { expect } from "vitest"
import { decodeEvents } from "../../src/resource/decode.ts"
import * as words from "../../src/resource/explain.ts"
import { type Event, type Resource, subject } from "../../src/resource/index.ts"
import { stages, trackOf } from "../../src/resource/Lifecycle.ts"
import { sharingStages } from "../../src/resource/sharingLifecycle.ts"
import { exceptionStages } from "../../src/resource/storageLifecycle.ts"
import type { Stages } from "../../src/verdict/position.ts"
import type { Known } from "./common/Known.ts"
import { commonLaws } from "./commonLaws.ts"
import { law } from "./Law.ts"
import { sample } from "./resourceLaw.ts"

/** How far the positions of each part are along its course; where a database is kept goes to and fro. */
const byTrack: { readonly [T in ReturnType<typeof trackOf>]: Stages<string> } = {
  resource: stages,
  storage: { unplaced: 0, atDataCentre: 0, atDepartment: 0, ended: 0 },
  storageException: exceptionStages,
  sharingRequest: sharingStages
}

const resources: Known<Resource, Event, Province> = {
  arts: "arts 22 to 24, 26 to 28",
  subject,
  stages: (e) => byTrack[trackOf(e._tag)],
  histories,
  floods,
  profiles,
  id: () => resourceId,
  directory: sample,
  provinces,
  brought: (province = established) => surroundingsOf(province),
  movedByOthers: true,
  // under this reading consent may come late
  curesThePast: ({ readings }) => readings.A27b === "any",
  words,
  floors: { enteredAfter: 1 },
  askedEarly: () => false
}
commonLaws(resources)

law("facts about a resource cross the edge unchanged", 100, { history: histories }, ({ history: { events } }, met) => {
  met()
  const decoded = decodeEvents(JSON.parse(JSON.stringify(events)) as ReadonlyArray<unknown>)
  expect(decoded._tag === "Success" ? decoded.success : decoded.failure).toEqual(JSON.parse(JSON.stringify(events)))
})
