import type { Directory } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import * as facility from "@banfa/core/facility"
import * as planning from "@banfa/core/planning"
import type { Brought } from "@banfa/core/resource"
import type { CaseEvent } from "@banfa/core/scenario"
import * as standard from "@banfa/core/standard"
import type { Subject, Told } from "./Told.ts"

const last = "2199-12-31" as CivilDate

/** What the cases of a province tell each other: its plans and instruments in force, its facilities in service, as known at an instant. */
export const surroundingsOf = (cases: ReadonlyArray<Told>, directory: Directory, knownAt: string): Brought => {
  const folded = <S>(
    subject: Subject,
    fold: (id: string, facts: ReadonlyArray<never>, asOf: CivilDate, knownAt: string) => S
  ): ReadonlyArray<S> =>
    cases
      .filter((one) => one.subject === subject)
      .map(({ facts, id }) => fold(id, facts as ReadonlyArray<CaseEvent> as ReadonlyArray<never>, last, knownAt))
  return {
    plansInForce: planning.plansInForce(folded("planning", planning.caseAt), directory),
    instrumentsInForce: standard.instrumentsInForce(folded("standard", standard.caseAt)),
    inService: facility.inService(folded("facility", facility.caseAt))
  }
}
