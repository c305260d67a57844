import type { Event } from "@banfa/core/planning"
import type fc from "fast-check"
import { type HistoriesOf, type HistoryOf, historiesOf } from "../record/historiesOf.ts"
import { type Decision, type Recording, stated } from "../record/Recording.ts"
import { anybody } from "./agencies.ts"
import { type Course, courses } from "./Course.ts"
import { lawful } from "./lawful.ts"

/** A history with the course that it comes from and what went wrong with its record. */
export type History = HistoryOf<Course, Event>

const named = [
  "_tag",
  "id",
  "plan",
  "on",
  "recordedAt",
  "seq",
  "filing",
  "by",
  "of",
  "corrects",
  "norm",
  "instance",
  "outcome"
]

const contrary = (e: Event): Decision | undefined => {
  switch (e._tag) {
    case "PlanReviewPassed":
      return { _tag: "PlanReviewReturned", reason: "须补充" }
    case "PlanReviewReturned":
      return { _tag: "PlanReviewPassed", document: "审核意见" }
    case "PlanApproved":
      return { _tag: "PlanNotApproved", reason: "须修改" }
    case "PlanNotApproved":
      return { _tag: "PlanApproved", document: "批复" }
    case "PlanFilingRegistered":
      return { _tag: "PlanFilingReturned", ...stated(e, "filing"), lacking: ["附件"], reason: "见退回说明" }
    case "PlanFilingReturned":
      return { _tag: "PlanFilingRegistered", ...stated(e, "filing"), document: "备案号" }
    default:
      return undefined
  }
}

/** What has to be known of the facts about plans to upset their record. */
export const recording: Recording<Event> = {
  key: "plan",
  opens: ({ _tag }) => _tag === "PlanDrafted" || _tag === "PlanTakenOver",
  particulars: (e) => Object.keys(e).filter((key) => !named.includes(key)),
  lists: [],
  turns: [
    ["PlanSubmittedForReview", "PlanReviewPassed"],
    ["PlanSubmittedForReview", "PlanReviewReturned"],
    ["PlanReviewPassed", "PlanSubmittedForApproval"],
    ["PlanSubmittedForApproval", "PlanApproved"],
    ["PlanFiled", "PlanFilingRegistered", "filing"],
    ["PlanFiled", "PlanFilingReturned", "filing"],
    ["PlanApproved", "PlanImplemented"],
    ["PlanImplemented", "PlanAmendmentApproved"],
    ["PlanImplemented", "PlanReplaced"],
    ["PlanImplemented", "PlanRepealed"]
  ],
  contrary
}

const all: HistoriesOf<Course, Event> = historiesOf({ courses, told: lawful, recording, anybody, most: 8 })

/** Histories as they ought to be told: nothing is unknown that the course knows. */
export const lawfulHistories: fc.Arbitrary<History> = all.lawful

/**
 * Whole histories of one version of a plan with up to eight facts told wrong and up to two things against the order. Shrinks to few upsets of a
 * plain course.
 */
export const histories: fc.Arbitrary<History> = all.upset

/** Histories in which one fact is told some hundred times: for few cases of few laws. */
export const floods: fc.Arbitrary<History> = all.flooded
