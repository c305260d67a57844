import {
  established,
  histories,
  type Province,
  profiles,
  provinces,
  resourceId,
  surroundingsOf
} from "@banfa/testing/resource"
import * as words from "../../src/resource/explain.ts"
import { type Event, type Resource, subject } from "../../src/resource/index.ts"
import type { Known } from "./common/Known.ts"
import { commonLaws } from "./commonLaws.ts"
import { sample } from "./resourceLaw.ts"

const resources: Known<Resource, Event, Province> = {
  arts: "arts 22 to 24, 26 to 28",
  subject,
  histories,
  profiles,
  id: () => resourceId,
  directory: sample,
  provinces,
  brought: (province = established) => surroundingsOf(province),
  movedByOthers: true,
  moves: ["steps"],
  // under this reading consent may come late
  curesThePast: ({ readings }) => readings.A27b === "any",
  words,
  askedEarly: () => false
}
commonLaws(resources)
