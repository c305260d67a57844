/** Whether the Measures reach an inspection: what stands before every other norm. @article 2 @article 36 */
import { scopeOf } from "../verdict/scope.ts"
import type { InspectionCase } from "./InspectionCase.ts"

/** The rules of scope and of force; of several organs that are inspected one administrative organ is enough. */
export const scope = scopeOf<InspectionCase>(["organs"], ({ organs }) => organs)
