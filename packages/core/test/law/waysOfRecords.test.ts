import { complaintId, defaultProfiles as complaintProfiles, histories as complaints } from "@banfa/testing/complaint"
import { calendar } from "@banfa/testing/project"
import { instrumentId, histories as instruments } from "@banfa/testing/standard"
import { inspectionId, profiles as inspectionProfiles, histories as inspections } from "@banfa/testing/supervision"
import fc from "fast-check"
import { course as complaintCourse } from "../../src/complaint/course.ts"
import { type Complaint, type Event as ComplaintEvent, caseAt as complaintAt } from "../../src/complaint/index.ts"
import { type Position as ComplaintPosition, lifecycle as complaintRows } from "../../src/complaint/Lifecycle.ts"
import { path as complaintPath } from "../../src/complaint/path.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { course as instrumentCourse } from "../../src/standard/course.ts"
import { type Instrument, type Event as InstrumentEvent, caseAt as instrumentAt } from "../../src/standard/index.ts"
import { type Position as InstrumentPosition, lifecycle as instrumentRows } from "../../src/standard/Lifecycle.ts"
import { path as instrumentPath } from "../../src/standard/path.ts"
import { course as inspectionCourse } from "../../src/supervision/course.ts"
import {
  type InspectionCase,
  type Event as InspectionEvent,
  caseAt as inspectionAt
} from "../../src/supervision/index.ts"
import { type Position as InspectionPosition, lifecycle as inspectionRows } from "../../src/supervision/Lifecycle.ts"
import { path as inspectionPath } from "../../src/supervision/path.ts"
import { context } from "../../src/verdict/context.ts"
import type { Row } from "../../src/verdict/Lifecycle.ts"
import { asked as askedInstrument } from "../standard/story.ts"
import { asked as askedInspection } from "../supervision/story.ts"
import { now, sample } from "./Law.ts"
import { waysLaws } from "./ways.ts"

/** Every position that the rows of a lifecycle name. */
const positions = <P extends string>(rows: { readonly [tag: string]: Row<P> }): fc.Arbitrary<P> =>
  fc.constantFrom(...new Set(Object.values(rows).flatMap(({ from = [], to }) => [...from, ...(to ? [to] : [])])))

waysLaws<InspectionCase, InspectionEvent, InspectionPosition>({
  arts: "art. 35",
  histories: inspections,
  profiles: inspectionProfiles,
  asked: askedInspection,
  onDay: (events, day) => inspectionAt(inspectionId, events, day, now),
  goals: positions<InspectionPosition>(inspectionRows),
  path: inspectionPath,
  course: () => inspectionCourse,
  exits: ["InspectionContested", "RecheckFailed", "InspectionConcluded", "InspectionWithdrawn"],
  floor: 20,
  portion: 0.4
})

waysLaws<Complaint, ComplaintEvent, ComplaintPosition>({
  arts: "art. 21, complaints",
  histories: complaints,
  profiles: complaintProfiles,
  asked: (asOf, profile) => context({ asOf, profile, directory: sample, calendar }),
  onDay: (events, day) => complaintAt(complaintId, events, day, now),
  goals: positions<ComplaintPosition>(complaintRows),
  path: complaintPath,
  course: () => complaintCourse,
  exits: ["ComplaintRefused", "ComplaintWithdrawn"],
  floor: 20,
  portion: 0.4
})

waysLaws<Instrument, InstrumentEvent, InstrumentPosition>({
  arts: "arts 3, 19, 23, 34",
  histories: instruments,
  profiles: fc.constantFrom(textOnly, reading(textOnly, "A06", "joint"), reading(textOnly, "A28c", "bilateral")),
  asked: askedInstrument,
  onDay: (events, day) => instrumentAt(instrumentId, events, day, now),
  goals: positions<InstrumentPosition>(instrumentRows),
  path: instrumentPath,
  course: () => instrumentCourse,
  exits: ["InstrumentReplaced", "InstrumentRepealed", "InstrumentAbandoned"],
  floor: 10,
  portion: 0.4
})
