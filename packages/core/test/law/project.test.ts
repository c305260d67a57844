import {
  calendar,
  floods,
  histories,
  inService,
  instrumentsInForce,
  plansInForce,
  profiles,
  projectId
} from "@banfa/testing/project"
import { assessmentStages, isAssessmentEvent } from "../../src/assessment/Lifecycle.ts"
import * as words from "../../src/project/explain.ts"
import { type Event, type Project, subject } from "../../src/project/index.ts"
import { stages } from "../../src/project/Lifecycle.ts"
import { known } from "../../src/verdict/Fact.ts"
import type { Known } from "./common/Known.ts"
import { commonLaws } from "./commonLaws.ts"
import { sample } from "./Law.ts"

/** Facts for which a rule asks before it knows that every answer leads to the same: their inquiry then says that it does not matter. */
const askedEarly = ["assessment.start", "assessment.type", "calendar", "decision", "keyList"]

/** Norms that ask whether a result counts before they know that nobody referred to any: so does their inquiry. */
const askedOfResults = ["N31.4", "N32.4", "N32.5", "N33.3"]

/** Slices that one fact fills together. */
const together: { readonly [T in Event["_tag"]]?: ReadonlyArray<string> } = {
  Approved: ["applications", "baselines"],
  MateriallyChanged: ["applications", "baselines"],
  Cancelled: ["cancelled", "settled"],
  Retired: ["operation", "retired"]
}

const projects: Known<Project, Event> = {
  arts: "arts 3, 4, 9 to 12, 14, 18, 19, 26, 29 to 34",
  subject,
  begins: ({ _tag }) => _tag === "Applied",
  stages: (e) => (isAssessmentEvent(e) ? assessmentStages : stages),
  histories,
  floods,
  profiles,
  id: () => projectId,
  directory: sample,
  calendar,
  brought: () => ({ plansInForce, instrumentsInForce, inService }),
  fills: ({ _tag }) => together[_tag],
  words,
  ownerToldLater: ({ applications }, { instance }) =>
    applications.some(
      ({ applied, id, requests }) =>
        !(known(applied) && known(applied.to)) &&
        (instance === `application/${id}` || requests.some((request) => request.instance === instance))
    ),
  askedEarly: (name, { norm }) => askedEarly.includes(name) || askedOfResults.includes(norm),
  groups: [
    { arts: "arts 9 to 12", norms: /^N(9|1[0-2])\./u, met: 350, idleIn: 300 },
    { arts: "arts 29 to 33", norms: /^N(29|3[0-3])\./u, met: 170, idleIn: 300 },
    { arts: "arts 14, 18, 19, 26", norms: /^N(14|18|19|26)\./u, met: 85, idleIn: Number.POSITIVE_INFINITY },
    { arts: "arts 2 to 4, 34, 36", norms: /^N(2|3|4|34|36)\./u, met: 110, idleIn: 100 }
  ]
}
commonLaws(projects)
