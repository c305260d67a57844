import type { CivilDate } from "../civil/CivilDate.ts"
import type { Brought } from "../verdict/Surroundings.ts"
import type { Setting } from "./Scenario.ts"

interface Days {
  readonly from?: CivilDate
  readonly until?: CivilDate
}

const covers = ({ from, until }: Days, on: CivilDate): boolean =>
  !(from !== undefined && on < from) && !(until !== undefined && until < on)

/**
 * What the setting of a scenario says of the surroundings; of what it leaves out nothing is brought. A provincial plan measures everywhere,
 * a local one in its region, a departmental one its organ's.
 */
export const surroundingsOf = ({ facilities, instruments, plans }: Setting): Brought => ({
  ...(plans === undefined
    ? {}
    : {
        plansInForce: (region, organ, on) =>
          plans.filter(
            (plan) =>
              covers(plan, on) &&
              (plan.kind === "provincial" || (plan.kind === "local" ? plan.region === region : plan.organ === organ))
          )
      }),
  ...(instruments === undefined
    ? {}
    : { instrumentsInForce: (kind, on) => instruments.filter((one) => one.kind === kind && covers(one, on)) }),
  ...(facilities === undefined
    ? {}
    : {
        inService: (kind, on) => {
          const rows = facilities.filter((one) => one.kind === kind)
          return rows.length === 0 ? undefined : rows.some((row) => covers(row, on))
        }
      })
})
