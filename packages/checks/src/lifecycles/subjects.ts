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
import type { Lifecycle } from "./Lifecycle.ts"

const rows = Object.entries(lifecycle)

/** The acts on the storage, the exception and the sharing of a resource, which have lifecycles of their own. */
const parts = { ...storageLifecycle, ...exceptionLifecycle, ...sharingLifecycle }

/** The subjects whose lifecycle is typed. A new one is drawn by its entry here. */
export const subjects: ReadonlyArray<Lifecycle> = [
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
  }
]
