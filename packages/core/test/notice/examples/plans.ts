/** Examples of plans. */
import type { Said } from "../telling.ts"
import type { Example } from "./Example.ts"

const plan = (kind: string, region: string, organ: string): Said => [
  "PlanDrafted",
  "2026-03-02",
  { kind, region, organ, by: organ }
]
const localPlan = plan("local", "440100", "info")
const provincialPlan = plan("provincial", "440000", "p-info")
const departmentalPlan = plan("departmental", "440000", "p-health")
const submitted: Said = ["PlanSubmittedForReview", "2026-03-10", { by: "info" }]
const filed: Said = ["PlanFiled", "2026-03-10", { filing: "F1", to: "p-info", by: "p-health" }]

/** Whom what is done about a plan tells what. @article 6 @article 7 @article 8 */
export const plans: ReadonlyArray<Example> = [
  {
    title: "the provincial plan goes to the provincial planning authority for review",
    subject: "planning",
    before: [provincialPlan],
    act: ["PlanSubmittedForReview", "2026-03-10", { by: "p-info" }],
    tells: ["report N6.2 - planning.provincial p-planning"],
    words: ["经省规划主管部门审核"]
  },
  {
    title: "it is reported to the provincial people's government for approval, and the Measures demand it",
    subject: "planning",
    before: [provincialPlan],
    act: ["PlanSubmittedForApproval", "2026-03-20", { by: "p-info" }],
    tells: ["report N6.3 - government.provincial p-government demanded"],
    words: ["报省人民政府批准后实施"]
  },
  {
    title: "the plan of a city goes to the planning authority of the city",
    subject: "planning",
    before: [localPlan],
    act: submitted,
    tells: ["report N8.2 - planning.local planning"],
    words: ["经同级规划主管部门审核"]
  },
  {
    title: "what the review came to is made known to the authority that drafts",
    subject: "planning",
    before: [localPlan, submitted],
    act: ["PlanReviewReturned", "2026-03-20", { reason: "补充", by: "planning" }],
    tells: ["decision N8.2 - info.local info"],
    words: ["经同级规划主管部门审核"]
  },
  {
    title: "it is reported to the people's government of the city for approval",
    subject: "planning",
    before: [localPlan],
    act: ["PlanSubmittedForApproval", "2026-03-20", { by: "info" }],
    tells: ["report N8.3 - government.local government demanded"],
    words: ["报同级人民政府批准后实施"]
  },
  {
    title: "the approval is made known to the authority that drafts",
    subject: "planning",
    before: [localPlan],
    act: ["PlanApproved", "2026-03-30", { by: "government" }],
    tells: ["decision N8.3 - info.local info"],
    words: ["报同级人民政府批准后实施"]
  },
  {
    title: "the plan of a provincial organ is sent to the provincial informatization authority for filing",
    subject: "planning",
    before: [departmentalPlan],
    act: filed,
    tells: ["report N7.2 - info.provincial p-info demanded"],
    words: ["报省信息化主管部门备案后实施"]
  },
  {
    title: "its registration is made known to the organ",
    subject: "planning",
    before: [departmentalPlan, filed],
    act: ["PlanFilingRegistered", "2026-03-20", { filing: "F1", by: "p-info" }],
    tells: ["filing-receipt N7.2 - organ.provincial p-health"],
    words: ["报省信息化主管部门备案后实施"]
  },
  {
    title: "so is its return",
    subject: "planning",
    before: [departmentalPlan, filed],
    act: ["PlanFilingReturned", "2026-03-20", { filing: "F1", lacking: ["plan"], by: "p-info" }],
    tells: ["filing-receipt N7.2 - organ.provincial p-health"],
    words: ["报省信息化主管部门备案后实施"]
  },
  {
    title: "a filed plan that was repealed is made known where it was filed, and a plan never filed nowhere",
    subject: "planning",
    before: [departmentalPlan, filed, ["PlanImplemented", "2026-04-01", { by: "p-health" }]],
    act: ["PlanRepealed", "2026-06-01", { by: "p-health" }],
    tells: ["report N7.2 - info.provincial p-info"],
    words: ["报省信息化主管部门备案后实施"]
  },
  {
    title: "a plan that is withdrawn from review is made known to whoever reviews it",
    subject: "planning",
    before: [localPlan, submitted],
    act: ["PlanWithdrawn", "2026-03-15", { by: "info" }],
    tells: ["report N8.2 - planning.local planning"],
    words: ["经同级规划主管部门审核"]
  }
]
