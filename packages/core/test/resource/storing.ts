import { resourceId } from "@banfa/testing/resource"
import { fact } from "./story.ts"

/** The instance under which verdicts name the storage of the database. */
export const storage = `storage/${resourceId}`

/** The department stores the database itself. */
export const kept = (on: string, premises?: "own" | "hosted") =>
  fact("StoredAtDepartment", on, { by: "health", ...(premises === undefined ? {} : { premises }) })

/** The data centre stores it. */
export const central = (on: string) => fact("StoredAtDataCentre", on, { by: "health" })

/** A request to store it oneself, with the special circumstances. */
export const asks = (on: string, circumstances: string | null = "专线容量不足") =>
  fact("StorageExceptionRequested", on, { consent: "C1", circumstances, by: "health" })

/** A consent to that request; by default of the provincial authority. */
export const consents = (on: string, by = "p-info", more: object = {}) =>
  fact("StorageConsentGiven", on, { consent: "C1", by, ...more })
