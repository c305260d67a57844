/** The steps of a project after its works: report, acceptance, operation, retirement. @article 32 @article 33 */
import type { Row } from "../verdict/Lifecycle.ts"
import type { Forerunner, Position } from "./Lifecycle.ts"

const organ = "organ.any"

/** One row for each kind of fact about the completed project. */
export const completedLifecycle = {
  CompletionReported: {
    reserved: "N32.2",
    from: ["completed", "acceptancePending", "rectifying", "accepted", "inOperation"],
    to: "completionReported",
    stays: ["acceptancePending", "rectifying", "accepted", "inOperation"],
    who: [organ],
    articles: [32],
    source: "text",
    guards: { "N32.2": "advisory" },
    presupposes: ["completion"]
  },
  AcceptanceApplied: {
    from: ["completed", "completionReported", "inOperation"],
    to: "acceptancePending",
    who: [organ, "builder"],
    articles: [32],
    source: "library",
    guards: { "N32.2": "advisory" },
    presupposes: ["completion"]
  },
  AcceptancePassed: {
    from: ["acceptancePending"],
    to: "accepted",
    who: ["acceptance-body"],
    articles: [32],
    source: "library",
    guards: { "N32.4": "advisory", "N32.2": "advisory", "N18.1": "advisory", "N19.1": "advisory" },
    presupposes: ["completion"]
  },
  AcceptanceFailed: {
    from: ["acceptancePending"],
    to: "rectifying",
    who: ["acceptance-body"],
    articles: [32],
    source: "library",
    guards: { "N32.4": "advisory" },
    needs: ["defects"],
    presupposes: ["completion"]
  },
  AcceptanceReapplied: {
    from: ["rectifying"],
    to: "acceptancePending",
    who: ["builder", organ],
    articles: [32],
    source: "library",
    presupposes: ["failedAcceptance"]
  },
  OperationStarted: {
    from: ["accepted"],
    to: "inOperation",
    who: [organ],
    articles: [16, 33],
    source: "library",
    presupposes: ["completion"]
  },
  TrialOperationStarted: {
    from: ["completed", "completionReported"],
    to: "inOperation",
    who: [organ],
    articles: [33],
    source: "library",
    presupposes: ["completion"]
  },
  Retired: {
    owned: true,
    from: ["inOperation"],
    to: "retired",
    who: [organ],
    articles: [16, 26],
    source: "library",
    guards: { "N26.1": "advisory" },
    presupposes: ["operation"]
  },
  ReviewHeld: {
    who: ["supervision.any", "appraiser", organ],
    articles: [33],
    source: "text",
    guards: { "N33.3": "advisory" }
  }
} as const satisfies { readonly [event: string]: Row<Position, Forerunner> }

/** The kinds of facts about the completed project. */
export type CompletedTag = keyof typeof completedLifecycle
