import type { CivilDate } from "@banfa/core/civil"
import type { Context, Plan } from "@banfa/core/planning"

const day = (text: string): CivilDate => text as CivilDate

const inForce: ReadonlyArray<Plan & { readonly from: CivilDate; readonly region?: string }> = [
  { id: "plan-p", kind: "provincial", from: day("2025-07-01"), until: day("2026-12-31") },
  { id: "plan-p2", kind: "provincial", from: day("2027-01-01") },
  { id: "plan-c", kind: "local", from: day("2025-09-01"), region: "440100" },
  { id: "version-2", kind: "local", from: day("2026-09-01"), region: "440106" },
  { id: "version-2", kind: "provincial", from: day("2027-06-01"), approved: false }
]

/** The provincial and local plans of the samples: none is in force before 2025-07, a second provincial one from 2027; from 2028 nobody knows. */
export const plansInForce: Context["plansInForce"] = (region, _organ, on) =>
  on >= "2028-01-01"
    ? undefined
    : inForce
        .filter((p) => p.from <= on && on <= (p.until ?? on) && (p.region === undefined || p.region === region))
        .map(({ from: _, region: __, ...plan }) => plan)
