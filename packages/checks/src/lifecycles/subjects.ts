import { lifecycle as complaintLifecycle } from "@banfa/core/complaint"
import { vocabulary as complaint } from "@banfa/core/complaint/explain"
import { lifecycle as facilityLifecycle } from "@banfa/core/facility"
import { vocabulary as facility } from "@banfa/core/facility/explain"
import { departmentalLifecycle, localLifecycle, provincialLifecycle } from "@banfa/core/planning"
import { vocabulary as planning } from "@banfa/core/planning/explain"
import { assessmentLifecycle, lifecycle } from "@banfa/core/project"
import { vocabulary } from "@banfa/core/project/explain"
import { assessmentPositionNames } from "@banfa/core/project/vocabulary"
import { lifecycleTerms } from "@banfa/core/regulation"
import {
  exceptionLifecycle,
  lifecycle as resourceLifecycle,
  sharingLifecycle,
  storageLifecycle
} from "@banfa/core/resource"
import { vocabulary as resourceWords } from "@banfa/core/resource/explain"
import { exceptionPositionNames, sharingPositionNames, storagePositionNames } from "@banfa/core/resource/vocabulary"
import { lifecycle as standardLifecycle } from "@banfa/core/standard"
import { vocabulary as standard } from "@banfa/core/standard/explain"
import { lifecycle as supervisionLifecycle } from "@banfa/core/supervision"
import { vocabulary as supervision } from "@banfa/core/supervision/explain"
import { lifecycle as systemLifecycle } from "@banfa/core/system"
import { vocabulary as systemVocabulary } from "@banfa/core/system/explain"
import type { Lifecycle } from "./Lifecycle.ts"

const rows = Object.entries(lifecycle)

const plans = {
  provincialPlan: provincialLifecycle,
  localPlan: localLifecycle,
  departmentalPlan: departmentalLifecycle
}

/** The lifecycles of plans, one for each kind. @article 6 @article 7 @article 8 */
const ofPlans = (Object.keys(plans) as ReadonlyArray<keyof typeof plans>).map(
  (id): Lifecycle => ({
    id,
    name: lifecycleTerms[id].name,
    initial: "drafting",
    positions: lifecycleTerms[id].positions,
    acts: planning.acts,
    rows: plans[id]
  })
)

/** The acts on the storage, the exception and the sharing of a resource, which have lifecycles of their own. */
const parts = { ...storageLifecycle, ...exceptionLifecycle, ...sharingLifecycle }

/** The subjects whose lifecycle is typed. A new one is drawn by its entry here. */
export const subjects: ReadonlyArray<Lifecycle> = [
  ...ofPlans,
  {
    id: "project",
    name: lifecycleTerms.project.name,
    initial: "draft",
    positions: vocabulary.positions,
    acts: vocabulary.acts,
    rows: Object.fromEntries(rows.filter(([tag]) => !Object.hasOwn(assessmentLifecycle, tag))),
    derived: [
      { act: "AssessmentStarted", from: ["applied", "assessed"], to: "assessing" },
      { act: "AssessmentIssued", from: ["assessing"], to: "assessed" }
    ]
  },
  {
    id: "assessment",
    name: lifecycleTerms.assessment.name,
    initial: "planned",
    positions: assessmentPositionNames,
    acts: vocabulary.acts,
    rows: assessmentLifecycle
  },
  {
    id: "system",
    name: { zh: "应用系统", en: "application system" },
    initial: "recorded",
    positions: systemVocabulary.positions,
    acts: systemVocabulary.acts,
    rows: systemLifecycle
  },
  {
    id: "complaint",
    name: lifecycleTerms.complaint.name,
    initial: "received",
    positions: complaint.positions,
    acts: complaint.acts,
    rows: complaintLifecycle
  },
  {
    id: "standard",
    name: lifecycleTerms.delegatedStandard.name,
    initial: "drafting",
    positions: standard.positions,
    acts: standard.acts,
    rows: standardLifecycle
  },
  {
    id: "facility",
    name: { zh: "网络平台、信息安全基础设施、数据中心", en: "facility" },
    initial: "planned",
    positions: facility.positions,
    acts: facility.acts,
    rows: facilityLifecycle
  },
  {
    id: "resource",
    name: lifecycleTerms.resource.name,
    initial: "identified",
    positions: resourceWords.positions,
    acts: resourceWords.acts,
    rows: Object.fromEntries(Object.entries(resourceLifecycle).filter(([tag]) => !Object.hasOwn(parts, tag)))
  },
  {
    id: "storage",
    name: lifecycleTerms.storage.name,
    initial: "unplaced",
    positions: storagePositionNames,
    acts: resourceWords.acts,
    rows: storageLifecycle
  },
  {
    id: "storageException",
    name: lifecycleTerms.storageException.name,
    initial: "draft",
    positions: exceptionPositionNames,
    acts: resourceWords.acts,
    rows: exceptionLifecycle
  },
  {
    id: "sharingRequest",
    name: lifecycleTerms.sharingRequest.name,
    initial: "draft",
    positions: sharingPositionNames,
    acts: resourceWords.acts,
    rows: sharingLifecycle
  },
  {
    id: "inspection",
    name: lifecycleTerms.inspection.name,
    initial: "opened",
    positions: supervision.positions,
    acts: supervision.acts,
    rows: supervisionLifecycle
  }
]
