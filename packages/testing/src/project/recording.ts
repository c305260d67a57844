import type { Event } from "@banfa/core/project"
import { type Decision, type Recording, stated } from "../record/Recording.ts"

/** What may be left unsaid about an act: everything but what names it and its instance. */
const particulars = [
  "to",
  "what",
  "material",
  "considered",
  "planItem",
  "deviation",
  "builder",
  "funding",
  "baseline",
  "aims",
  "ranking",
  "conclusion",
  "conditions",
  "plan",
  "assessment",
  "reason",
  "former",
  "amount",
  "year",
  "fiscal",
  "until",
  "document",
  "onBehalfOf",
  "with",
  "signed",
  "application",
  "scheme",
  "assessor",
  "interests",
  "criteria",
  "items",
  "omitted",
  "defects",
  "crossDept",
  "crossRegion",
  "network",
  "planConformity",
  "security",
  "against",
  "interfaces",
  "successor"
] as const

/** Whether a particular says which instance a fact is about: that is no part of what can be left unsaid. */
const names = (key: string, { _tag }: Event): boolean =>
  (key === "assessment" && _tag.startsWith("Assessment")) ||
  (key === "application" && _tag !== "AssessmentPlanned") ||
  (key === "scheme" && _tag !== "AssessmentStarted")

const otherConclusion = (conclusion: unknown): string => (conclusion === "support" ? "not-support" : "support")

const contrary = (e: Event): Decision | undefined => {
  const round = stated(e, "application", "considered")
  switch (e._tag) {
    case "Approved":
      return { _tag: "Rejected", ...round, reason: "暂缓" }
    case "Rejected":
      return { _tag: "Approved", ...round, planItem: { plan: "plan-p", item: "item-1" }, funding: ["fiscal"] }
    case "Withdrawn":
    case "ReturnedForRevision":
      return { _tag: "Approved", ...stated(e, "application"), considered: [], funding: ["fiscal"] }
    case "OpinionGiven":
      return {
        _tag: "OpinionGiven",
        ...stated(e, "application", "request", "opinion", "plan", "assessment"),
        conclusion: otherConclusion(e.conclusion)
      }
    case "AssessmentIssued": {
      const said = stated(e, "assessment", "with", "items", "omitted", "planConformity", "against")
      return { _tag: "AssessmentIssued", ...said, conclusion: otherConclusion(e.conclusion) }
    }
    case "AcceptancePassed":
      return { _tag: "AcceptanceFailed", ...stated(e, "acceptance", "considered"), defects: "接口未按标准" }
    case "AcceptanceFailed":
      return { _tag: "AcceptancePassed", ...stated(e, "acceptance", "considered") }
    default:
      return undefined
  }
}

/** What has to be known of the facts about projects to upset their record. */
export const recording: Recording<Event> = {
  key: "project",
  opens: ({ _tag }) => _tag === "Drafted" || _tag === "TakenOver",
  particulars: (e) => particulars.filter((key) => key in e && !names(key, e)),
  // The departments that act together can be named, known to be none, or not stated.
  lists: ["with", "signed"],
  turns: [
    ["SchemeSubmitted", "Applied", "application"],
    ["Applied", "Approved", "application"],
    ["Applied", "Withdrawn", "application"],
    ["OpinionRequested", "OpinionGiven", "request"],
    ["OpinionGiven", "Approved", "application"],
    ["AssessmentStarted", "AssessmentIssued", "assessment"],
    ["Approved", "ConstructionStarted"],
    ["ConstructionStarted", "ConstructionCompleted"],
    ["Suspended", "Resumed"],
    ["AcceptanceApplied", "AcceptancePassed", "acceptance"],
    ["OperationStarted", "Retired"],
    ["KeyListed", "KeyDelisted"],
    ["BudgetIssued", "BudgetCopied", "budget"]
  ],
  contrary
}
