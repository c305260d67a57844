import type { CivilDate } from "@banfa/core/civil"
import type { Brought, Instrument, InstrumentKind } from "@banfa/core/resource"
import fc from "fast-check"

/** From which days the catalogue, the agreement and the data centre have been there; `undefined`: nobody says. */
export interface Province {
  /** The first day of the catalogue. */
  readonly catalogue: CivilDate | undefined
  /** The first day of the agreement. */
  readonly agreement: CivilDate | undefined
  /** The first day of the data centre; nobody has to say so. */
  readonly centre: CivilDate | undefined
  /** Whether the host says of a version since when it is in force. */
  readonly dated?: boolean
}

const version = (kind: InstrumentKind): Instrument => ({
  id: kind === "exchange-catalogue" ? "catalogue-1" : "agreement-1",
  kind
})

/** What a host would bring of the province. */
export const surroundingsOf = (p: Province): Brought => ({
  instrumentsInForce: (kind, on) => {
    const since = kind === "exchange-catalogue" ? p.catalogue : kind === "exchange-agreement" ? p.agreement : undefined
    if (since === undefined) return undefined
    return on < since ? [] : [{ ...version(kind), ...(p.dated === true ? { from: since } : {}) }]
  },
  inService: (kind, on) => (kind !== "data-centre" || p.centre === undefined ? undefined : on >= p.centre)
})

/** Catalogue, agreement and data centre long in force. */
export const established: Province = {
  catalogue: "2005-06-01" as CivilDate,
  agreement: "2005-06-01" as CivilDate,
  centre: "2005-06-01" as CivilDate,
  dated: true
}

const days = fc.constantFrom("2005-06-01", "2026-03-20", "2026-08-01", "2030-01-01").map((d) => d as CivilDate)
const maybe = fc.option(days, { nil: undefined, freq: 5 })

/** Provinces that have everything, something, or of which nobody knows. */
export const provinces: fc.Arbitrary<Province> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(established) },
  { weight: 2, arbitrary: fc.record({ catalogue: maybe, agreement: maybe, centre: maybe, dated: fc.constant(true) }) }
)
