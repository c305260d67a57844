import { assessmentLifecycle, lifecycle } from "@banfa/core/project"
import { vocabulary } from "@banfa/core/project/explain"
import { assessmentPositionNames } from "@banfa/core/project/vocabulary"
import { lifecycleTerms } from "@banfa/core/regulation"
import { lifecycle as systemLifecycle } from "@banfa/core/system"
import { vocabulary as systemVocabulary } from "@banfa/core/system/explain"
import type { Lifecycle } from "./Lifecycle.ts"

const rows = Object.entries(lifecycle)

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
    id: "system",
    name: { zh: "应用系统", en: "application system" },
    initial: "recorded",
    positions: systemVocabulary.positions,
    acts: systemVocabulary.acts,
    rows: systemLifecycle
  }
]
