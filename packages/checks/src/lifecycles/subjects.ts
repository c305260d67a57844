import { lifecycle } from "@banfa/core/project"
import { vocabulary } from "@banfa/core/project/explain"
import { lifecycleTerms } from "@banfa/core/regulation"
import type { Lifecycle } from "./Lifecycle.ts"

/** The subjects whose lifecycle is typed. A new one is drawn by its entry here. */
export const subjects: ReadonlyArray<Lifecycle> = [
  {
    id: "project",
    name: lifecycleTerms.project.name,
    initial: "draft",
    positions: vocabulary.positions,
    acts: vocabulary.acts,
    rows: lifecycle
  }
]
